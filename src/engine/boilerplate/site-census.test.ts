import { describe, expect, it } from 'vitest'
import { draft } from '../draft'
import type { Page } from '../blocks/page'
import { keyOf, LineCounts, lines } from './census'
import { readExample } from './example'

const STRANGE = '江城云上小剧场'
const pageWith = (line: string, own = '') =>
  readExample(`社区食堂试营业 首日迎来三百位老人\n¶${own}\n${line}\n¶${own}`).page
const counted = (pages: readonly Page[]): LineCounts => {
  const counts = new LineCounts()
  for (const page of pages) counts.add([...lines(page)].map(keyOf))
  return counts
}
const fateOf = (line: string, others: readonly string[]) => {
  const page = pageWith(line)
  const rest = others.map((one, i) => pageWith(one, `第${i + 1}篇。`))
  const census = counted([page, ...rest]).census(lines(page))
  const block = draft(page, { census }).blocks.find((one) => page.text.slice(one.start, one.end) === line)
  return block && [block.fate, block.cue]
}

describe('site-census', () => {
  it('removes a line that most documents of the site hold, inside the text too', () => {
    expect(fateOf(STRANGE, [STRANGE, STRANGE, STRANGE])).toEqual(['removed', 'site-census'])
  })

  it('lets a line stand that no other document holds', () => {
    expect(fateOf(STRANGE, ['另一行', '又一行', '再一行'])).toEqual(['text', 'prose'])
  })

  it('takes copies of the document itself for one', () => {
    const page = pageWith(STRANGE)
    const census = counted(Array.from({ length: 9 }, () => page)).census(lines(page))
    const { blocks } = draft(page, { census })
    expect(blocks.map((block) => block.cue)).not.toContain('site-census')
  })

  it('counts a line once a document, whatever its width and blanks', () => {
    const counts = counted([pageWith('甲乙 \uFF11\n甲乙1'), pageWith('甲 乙1')])
    expect([counts.of(keyOf('甲乙1')), counts.total]).toEqual([2, 2])
  })

  it('forgets what went', () => {
    const [stays, goes] = [pageWith('甲乙'), pageWith('甲乙', '另一篇。')]
    const counts = counted([stays, goes])
    counts.remove([...lines(goes)].map(keyOf))
    expect([counts.of(keyOf('甲乙')), counts.of(keyOf('另一篇')), counts.total]).toEqual([1, 0, 1])
  })
})

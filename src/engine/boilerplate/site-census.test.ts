import { describe, expect, it } from 'vitest'
import { draft } from '../draft'
import { lines, takeCensus } from './census'
import { readExample } from './example'

const STRANGE = '江城云上小剧场'
const pageWith = (line: string, own = '') =>
  readExample(`社区食堂试营业 首日迎来三百位老人\n¶${own}\n${line}\n¶${own}`).page
const fateOf = (line: string, others: readonly string[]) => {
  const census = takeCensus([line, ...others].map((one, i) => lines(pageWith(one, i === 0 ? '' : `第${i}篇。`))))
  const page = pageWith(line)
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
    const census = takeCensus(Array.from({ length: 9 }, () => lines(page)))
    const { blocks } = draft(page, { census })
    expect(blocks.map((block) => block.cue)).not.toContain('site-census')
  })

  it('counts a line once a document, whatever its width and blanks', () => {
    const { counts, total } = takeCensus([lines(pageWith('甲乙 \uFF11\n甲乙1')), lines(pageWith('甲 乙1'))])
    expect([counts.get('甲乙1'), total]).toEqual([2, 2])
  })
})

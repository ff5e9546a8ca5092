import { describe, expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { fold } from '../../review/fold'
import type { Entry } from '../../review/operation'
import { cutouts } from './cutouts'
import { blockAt, fromReading, readingOf, spanInReading, toReading } from './reading'
import { pairRows } from './rows'

/** Rows as the lines they hold: `original | copy`. */
function shown(draft: ReturnType<typeof draftOf>, entries: readonly Entry[] = [], headed = false): string[] {
  const review = fold(draft, entries)
  const reading = readingOf(draft)
  const text = (all: string, lines: readonly [number, number] | null): string => {
    if (lines === null) return '·'
    const end = all.indexOf('\n', lines[1])
    return all.slice(lines[0], end < 0 ? undefined : end).replaceAll('\n', '/')
  }
  return pairRows(review, reading, headed).map(({ source, copy, story }) => {
    const head = story === null ? '' : `#${story} `
    return `${text(reading.text, source)} | ${head}${text(review.copy.text, copy)}`
  })
}

describe('pairRows', () => {
  it('sets a removed line beside nothing', () => {
    expect(shown(draftOf('- 首页', '= 第一段', '- 分享', '= 第二段'))).toEqual([
      '首页 | ·',
      '第一段 | 第一段',
      '分享 | ·',
      '第二段 | 第二段',
    ])
  })

  it('keeps the lines of a joined paragraph together', () => {
    expect(shown(draftOf('= 甲进行了', '~ 详细解读', '= 乙'))).toEqual([
      '甲进行了/详细解读 | 甲进行了详细解读',
      '乙 | 乙',
    ])
  })

  it('keeps a paragraph parted by hand together', () => {
    const draft = draftOf('= 甲乙', '= 丙')
    const part = entry({
      kind: 'edit',
      deletes: [],
      deletesTyped: [],
      inserts: [{ after: { source: 0 }, text: '\n' }],
      separators: [],
    })
    expect(shown(draft, [part])).toEqual(['甲乙 | 甲/乙', '丙 | 丙'])
  })

  it('shows a line that is put back', () => {
    const draft = draftOf('- 首页', '= 第一段')
    const back = entry({ kind: 'decide', spans: [[0, 2]], fate: 'text' })
    expect(shown(draft, [back])).toEqual(['首页 | 首页', '第一段 | 第一段'])
  })

  it('sets the head of a story beside its title', () => {
    const draft = draftOf('^ 甲题', '= 甲文', '| 乙文')
    expect(shown(draft, [], true)).toEqual(['甲题 | #0 ·', '甲文 | 甲文', '· | #1 ·', '乙文 | 乙文'])
  })

  it('has every row of the original when nothing is left', () => {
    expect(shown(draftOf('- 首页', '- 分享'))).toEqual(['首页 | ·', '分享 | ·'])
  })
})

describe('the reading text', () => {
  it('maps to the source and back', () => {
    const draft = draftOf('= 甲&乙;丙', '- 丁')
    const reading = readingOf(draft)
    expect(reading.text).toBe('甲乙丙\n丁')
    expect(toReading(reading, 0)).toBe(0)
    expect(fromReading(reading, 1)).toBe(1)
    expect(spanInReading(reading, [1, 4])).toEqual([1, 2])
    expect(fromReading(reading, 2)).toBe(4)
    expect(blockAt(reading, 4)).toBe(1)
  })

  it('keeps blocks of one source line on one line', () => {
    const draft = draftOf('= 甲', '- 乙')
    const joined = { ...draft, text: draft.text.replace('\n', ' ') }
    expect(readingOf(joined).text).toBe('甲 乙')
  })

  it('has the length of the source where that carries carriage returns', () => {
    const draft = draftOf('= 甲\r乙')
    expect(readingOf(draft).text).toBe('甲 乙')
  })
})

describe('cutouts', () => {
  it('tell what was cut, where it stood', () => {
    const draft = draftOf('= 帮助近百余户', '= 乙')
    const cut = entry({ kind: 'edit', deletes: [[2, 3]], deletesTyped: [], inserts: [], separators: [] })
    expect(cutouts(fold(draft, [cut]))).toEqual([{ from: 2, to: 3, text: '近', at: 2 }])
    const all = entry({ kind: 'edit', deletes: [[0, 6]], deletesTyped: [], inserts: [], separators: [] })
    expect(cutouts(fold(draft, [all]))).toEqual([{ from: 0, to: 6, text: '帮助近百余户', at: 0 }])
  })

  it('say nothing of a text nobody touched', () => {
    expect(cutouts(fold(draftOf('= 甲&乙;', '~ 丙', '- 丁'), []))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { flags } from '../../review/flags'
import { fold } from '../../review/fold'
import type { Operation } from '../../review/operation'
import { translate } from '../../review/translate'
import { Folds } from './folds'
import { readingOf } from './reading'
import { pairRows } from './rows'

const LINES = ['= 甲。', '= 乙。', '= 丙。', '= 丁。', '= 戊。', '= 己。']

/** Rows as they are laid: the original's first words, or how many are folded. */
function laid(lines: readonly string[], ops: readonly Operation[] = [], folds?: Folds): string[] {
  const draft = draftOf(...lines)
  const reading = readingOf(draft)
  const review = fold(
    draft,
    ops.map((op) => entry(op)),
  )
  const marked = { review, flags: flags(review, []), current: null }
  const rows = (folds ?? new Folds(reading)).lay(pairRows(review, reading, false), marked, true)
  return rows.map(({ source, folded }) =>
    folded === undefined ? reading.text.slice(source![0]).split('\n')[0]! : `${folded}`,
  )
}

describe('unchanged paragraphs', () => {
  it('are folded where nothing is changed at all', () => {
    expect(laid(LINES)).toEqual(['6'])
  })

  it('stay in sight beside a change', () => {
    expect(laid(['- 首页', ...LINES])).toEqual(['首页', '甲。', '5'])
    expect(laid([...LINES, '- 分享', ...LINES])).toEqual(['5', '己。', '分享', '甲。', '5'])
  })

  it('stay in sight where they are few', () => {
    expect(laid(['- 首页', ...LINES.slice(2), '- 分享'])).toHaveLength(6)
  })

  it('are not those that ask for something, were lifted, joined, edited or put back', () => {
    expect(laid([...LINES, '? 分享', ...LINES])).toContain('分享')
    expect(laid([...LINES, '^ 小标题', ...LINES])).toContain('小标题')
    const kept = draftOf(...LINES).blocks[5]!
    const keep: Operation = { kind: 'decide', spans: [[kept.start, kept.end]], fate: 'text' }
    expect(laid([...LINES, ...LINES], [keep])).toContain('己。')
    expect(laid([...LINES, '= 进行了', '~ 解读。', ...LINES])).toContain('进行了')
    const draft = draftOf(...LINES, ...LINES)
    const edit = translate(fold(draft, []), [{ from: 18, to: 19, insert: '新' }])!
    expect(laid([...LINES, ...LINES], [edit])).toEqual(['5', '己。', '甲。', '乙。', '4'])
    const lines = [...LINES, '- 分享', ...LINES]
    const { start, end } = draftOf(...lines).blocks[6]!
    expect(laid(lines, [{ kind: 'decide', spans: [[start, end]], fate: 'text' }])).toContain('分享')
  })

  it('are not those a finding stands in, or a character that did not survive', () => {
    const draft = { ...draftOf(...LINES, ...LINES), warnings: [{ code: 'nul', count: 1, at: [18] }] }
    const reading = readingOf(draft)
    const review = fold(draft, [])
    const rows = new Folds(reading).lay(pairRows(review, reading, false), { review, flags: [], current: null }, true)
    expect(rows.map(({ folded }) => folded ?? 1)).toEqual([5, 1, 1, 1, 4])
  })
})

describe('a fold', () => {
  const draft = draftOf('- 首页', ...LINES, '- 分享', ...LINES)
  const reading = readingOf(draft)
  const review = fold(draft, [])
  const marked = { review, flags: [], current: null }
  const shown = (folds: Folds, on = true): number[] =>
    folds.lay(pairRows(review, reading, false), marked, on).map(({ folded }) => folded ?? 1)

  it('is opened by a place it hides, of either pane, and no other with it', () => {
    const folds = new Folds(reading)
    expect(shown(folds)).toEqual([1, 1, 4, 1, 1, 1, 5])
    expect(folds.open('source', reading.text.indexOf('丁'))).toBe(true)
    expect(shown(folds)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 5])
    expect(folds.open('source', reading.text.indexOf('丁'))).toBe(false)
    expect(folds.open('copy', review.copy.text.length)).toBe(true)
    expect(shown(folds).every((each) => each === 1)).toBe(true)
  })

  it('is not opened by what stands beside it', () => {
    const folds = new Folds(reading)
    shown(folds)
    expect(folds.open('source', reading.text.indexOf('甲'))).toBe(false)
    expect(folds.open('copy', review.copy.text.indexOf('己') + 1)).toBe(false)
  })

  it('is closed again when folding is turned on again', () => {
    const folds = new Folds(reading)
    shown(folds)
    folds.open('source', reading.text.indexOf('丁'))
    expect(shown(folds, false)).toHaveLength(14)
    expect(shown(folds)).toEqual([1, 1, 4, 1, 1, 1, 5])
  })
})

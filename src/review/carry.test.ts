import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../engine/analysis'
import { carry } from './carry'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import type { Operation } from './operation'
import { beginning } from './parting'
import { rebased } from './rebase'
import { translate } from './translate'

const LINES = ['^ 题目', '= 甲乙丙。', '? 分享到微信', '= 丁戊&己;庚。', '= 末段。', '- 返回首页']
const before = draftOf(...LINES)
const span = (draft: Draft, words: string): [number, number] => {
  const { start, end } = draft.blocks.find((block) => draft.text.slice(block.start, block.end).includes(words))!
  return [start, end]
}

/** Carries what was done on `before` over to a draft, and folds it there. */
function carried(lines: readonly string[], ...ops: readonly Operation[]) {
  const after = draftOf(...lines)
  const done = carry(
    fold(
      before,
      ops.map((op) => entry(op)),
    ),
    fold(after, []),
  )
  return {
    ...done,
    text: fold(
      after,
      done.ops.map((op) => entry(op)),
    ).copy.text,
  }
}

const change = (from: string, insert: string): Operation => {
  const review = fold(before, [])
  const at = review.copy.text.indexOf(from)
  return translate(review, [{ from: at, to: at + from.length, insert }])!
}

describe('a review, carried over to a newer version of its file', () => {
  it('keeps decisions and edits of paragraphs that read the same, wherever they stand', () => {
    const back: Operation = { kind: 'decide', fate: 'text', spans: [span(before, '分享')] }
    const newer = ['^ 题目', '= 新的一段。', '= 甲乙丙。', '? 分享到微信', '= 丁戊&己;庚。', '= 末段。', '- 返回首页']
    const got = carried(newer, back, change('乙', '又'), change('己', '己己'))
    expect(got.text).toBe('新的一段。\n甲又丙。\n分享到微信\n丁戊己己庚。\n末段。')
    expect(got).toMatchObject({ decisions: 1, edits: 2, lost: [] })
  })

  it('says what finds no place', () => {
    const gone: Operation = { kind: 'decide', fate: 'removed', spans: [span(before, '末段')] }
    const newer = ['^ 题目', '= 甲乙丙改写。', '? 分享到微信', '= 丁戊&己;庚。', '- 返回首页']
    const got = carried(newer, gone, change('乙', '又'))
    expect(got.ops).toEqual([])
    expect(got.lost).toEqual([
      { kind: 'decision', words: '末段。' },
      { kind: 'edit', words: '甲乙丙。' },
    ])
  })

  it('keeps paragraphs joined that were joined by hand, where they still follow one another', () => {
    const join = change('\n末', '末')
    expect(carried([...LINES, '- 尾'], join).text).toBe('甲乙丙。\n丁戊己庚。末段。')
    const parted = ['^ 题目', '= 甲乙丙。', '= 丁戊&己;庚。', '= 插入。', '= 末段。']
    expect(carried(parted, join).lost).toEqual([{ kind: 'edit', words: '末段。' }])
  })

  it('keeps a paragraph parted by hand that the engine had joined', () => {
    const lines = ['= 甲乙', '~ 丙丁。']
    const joined = fold(draftOf(...lines), [])
    const part = translate(joined, [{ from: 2, to: 2, insert: '\n' }])!
    const after = draftOf('= 前。', ...lines)
    const { ops } = carry(fold(joined.draft, [entry(part)]), fold(after, []))
    expect(
      fold(
        after,
        ops.map((op) => entry(op)),
      ).copy.text,
    ).toBe('前。\n甲乙\n丙丁。')
  })

  it('moves a dismissed figure to where it stands now', () => {
    const at = before.text.indexOf('丙')
    const key = (start: number): string => JSON.stringify(['approximator', [start, '丙']])
    const got = carried(['^ 题目', '= 前。', ...LINES.slice(1)], { kind: 'dismiss', finding: key(at) })
    expect(got.ops).toEqual([{ kind: 'dismiss', finding: key(at + '前。\n'.length) }])
    expect(carried(['^ 题目', '= 甲乙。'], { kind: 'dismiss', finding: key(at) }).lost).toEqual([
      { kind: 'dismissal', words: '丙' },
    ])
  })

  it('keeps a head that was written, where the file did not change it', () => {
    const set: Operation = { kind: 'meta', story: 0, set: { title: '新题', agency: '清河社' } }
    expect(carried(LINES, set)).toMatchObject({ ops: [set], heads: 2, lost: [] })
  })

  it('keeps stories split and joined, with what was written of them, where the engine did not do so itself', () => {
    const split: Operation = { kind: 'stories', at: span(before, '末段')[0], begins: true, title: false }
    const head: Operation = { kind: 'meta', story: { at: split.at }, set: { title: '另题' } }
    const got = carried(['^ 题目', '= 前。', ...LINES.slice(1)], split, head)
    const moved = split.at + '前。\n'.length
    expect(got.ops).toEqual([
      { ...split, at: moved },
      { ...head, story: { at: moved } },
    ])
    expect(got).toMatchObject({ stories: 1, heads: 1, decisions: 0, lost: [] })
    const splitAlready = ['^ 题目', '= 甲乙丙。', '? 分享到微信', '= 丁戊&己;庚。', '| 末段。', '- 返回首页']
    expect(carried(splitAlready, split).ops).toEqual([])
    expect(carried(['^ 题目', '= 甲乙丙。'], split, head).lost).toEqual([
      { kind: 'story', words: '末段。' },
      { kind: 'head', words: '另题' },
    ])
  })

  it('does not carry the title a split lifts as a decision of its own', () => {
    const split: Operation = { kind: 'stories', at: span(before, '末段')[0], begins: true, title: true }
    expect(carried(LINES, split)).toMatchObject({ ops: [split], decisions: 0, text: '甲乙丙。\n丁戊己庚。' })
  })

  it('to the same text is the same review', () => {
    const texts = fc.array(fc.record({ at: fc.nat(18), cut: fc.nat(4), insert: fc.constantFrom('', '新', 'a b') }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(texts, fc.subarray([0, 1, 2, 3, 4, 5]), fc.subarray([1, 3, 4]), (wanted, removed, splits) => {
        const entries = removed.map((index) => {
          const { start, end } = before.blocks[index]!
          return entry({ kind: 'decide', fate: index % 2 ? 'removed' : 'text', spans: [[start, end]] })
        })
        for (const { at, cut, insert } of wanted) {
          const review = fold(before, entries)
          const from = Math.min(at, review.copy.text.length)
          const to = Math.min(from + cut, review.copy.text.length)
          if (review.copy.text === '') continue
          const op = translate(review, [{ from, to, insert }])
          if (op !== null) entries.push(entry(op))
        }
        for (const block of splits) {
          const op = beginning(fold(before, entries), block)
          if (op !== null) entries.push(entry(op))
        }
        const review = fold(before, entries)
        const { ops, lost } = carry(review, fold(before, []))
        const again = fold(
          before,
          ops.map((op) => entry(op)),
        )
        if (lost.length === 0) expect(again.copy.text).toBe(review.copy.text)
        expect(again.blocks.map(({ fate }) => fate)).toEqual(review.blocks.map(({ fate }) => fate))
        if (lost.length === 0) expect(again.stories).toEqual(review.stories)
      }),
    )
  })
})

it('the answer to a changed file holds until it is taken back', () => {
  const kept = entry({ kind: 'rebase', from: 'a'.repeat(64), choice: 'kept' })
  expect(rebased([kept])?.op.choice).toBe('kept')
  expect(rebased([kept, entry({ kind: 'undo', target: kept.opId })])).toBeNull()
  expect(rebased([])).toBeNull()
})

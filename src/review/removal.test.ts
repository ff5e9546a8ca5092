import fc from 'fast-check'
import { expect, it } from 'vitest'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import { removal } from './removal'
import type { Review } from './review'

const draft = draftOf('^ 题目', '= 甲乙丙。', '- 分享', '= 丁&〈;戊。', '| 另一篇。')
const at = (words: string): number => draft.text.indexOf(words)
const after = (start: number, end: number): string => {
  const ops = removal(fold(draft, []), [start, end])
  return fold(
    draft,
    ops.map((op) => entry(op)),
  ).copy.text
}

it('removes blocks that lie in it whole, by one decision', () => {
  const ops = removal(fold(draft, []), [at('甲'), at('另')])
  expect(ops).toEqual([
    {
      kind: 'decide',
      fate: 'removed',
      spans: [
        [at('甲'), at('甲') + 4],
        [at('丁'), at('丁') + 6],
      ],
    },
  ])
})

it('deletes what it cuts into, an entity as a whole', () => {
  expect(after(at('乙'), at('乙') + 1)).toBe('甲丙。\n丁〈戊。\n另一篇。')
  expect(after(at('&') + 1, at('戊'))).toBe('甲乙丙。\n丁戊。\n另一篇。')
  expect(after(at('丙'), at('戊'))).toBe('甲乙\n戊。\n另一篇。')
})

it('leaves nothing to do where nothing of it stands', () => {
  expect(removal(fold(draft, []), [at('分'), at('享') + 1])).toEqual([])
  expect(removal(fold(draft, []), [at('甲'), at('甲')])).toEqual([])
})

/** The source's characters that stand in the text. */
const standing = ({ copy }: Review): number[] =>
  copy.runs.flatMap((run) =>
    run.kind === 'source' ? Array.from({ length: run.end - run.start }, (_, step) => run.start + step) : [],
  )

it('takes out the stretch and nothing else, whatever it is', () => {
  fc.assert(
    fc.property(fc.nat(draft.text.length), fc.nat(draft.text.length), fc.boolean(), (a, b, typed) => {
      const [start, end] = a < b ? [a, b] : [b, a]
      const insert = { after: { source: at('乙') }, text: '字' }
      const edit = { kind: 'edit', deletes: [], deletesTyped: [], inserts: [insert], separators: [] } as const
      const before = typed ? [entry(edit)] : []
      const review = fold(draft, before)
      const now = fold(draft, [...before, ...removal(review, [start, end]).map((op) => entry(op))])
      const stays = standing(review).filter((place) => place < start || place >= end)
      const ends = new Set(standing(now))
      expect([...ends].filter((place) => place >= start && place < end)).toEqual([])
      // An entity goes as a whole, a block with nothing but blanks left does too.
      const gone = stays.filter((place) => !ends.has(place)).map((place) => draft.text[place])
      expect(gone.filter((character) => !'&〈;'.includes(character ?? ''))).toEqual([])
    }),
  )
})

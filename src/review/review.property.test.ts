import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../engine/analysis'
import { textChange } from './change'
import { admit, approve } from './approval'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import type { Entry, Operation } from './operation'
import { outputPieces, rebuild } from './pieces'
import { parseEntry } from './parse'
import { passages } from './passages'
import { retrace } from './retrace'
import { translate } from './translate'

const words = fc.stringMatching(/^[甲乙ab😀 ]{1,8}$/u)
const line = fc
  .tuple(
    fc.constantFrom('=', '=', '=', '-', '?', '^', '~', '|'),
    fc.array(fc.oneof(words, fc.constant('&〈;')), { minLength: 1, maxLength: 4 }),
  )
  .map(([sign, parts]) => `${sign} ${parts.join('')}`)
const draft = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => draftOf(...lines))

type Step =
  | { do: 'change'; a: number; b: number; insert: string }
  | { do: 'two changes'; a: number; b: number; insert: string }
  | { do: 'decide'; block: number; fate: 'text' | 'removed' | 'lifted' }
  | { do: 'stories'; block: number; begins: boolean; title: boolean }
  | { do: 'undo'; back: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      a: fc.nat(),
      b: fc.nat(),
      insert: fc.oneof(words, fc.constant(''), fc.constant('\n')),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('two changes' as const), a: fc.nat(), b: fc.nat(), insert: words }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      block: fc.nat(),
      fate: fc.constantFrom('text' as const, 'removed' as const, 'lifted' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stories' as const),
      block: fc.nat(),
      begins: fc.boolean(),
      title: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat() }) },
)

/** Does one step as a window would; says what the text must be where the step alone settles it. */
function act(on: Draft, entries: Entry[], taken: Step): { op: Operation; becomes: string | null } | null {
  const review = fold(on, entries)
  const { text, placed } = review.copy
  switch (taken.do) {
    case 'change':
    case 'two changes': {
      if (placed.length === 0) return null
      const [from, to] = [taken.a % (text.length + 1), taken.b % (text.length + 1)].toSorted((x, y) => x - y) as [
        number,
        number,
      ]
      const changes = [{ from, to: Math.min(to, from + 6), insert: taken.insert }]
      if (taken.do === 'two changes' && changes[0]!.to + 2 <= text.length) {
        changes.push({ from: changes[0]!.to + 1, to: changes[0]!.to + 2, insert: 'Z' })
      }
      const op = translate(review, changes)
      return op && { op, becomes: apply(text, changes) }
    }
    case 'decide': {
      const { block } = review.blocks[taken.block % review.blocks.length]!
      return { op: { kind: 'decide', spans: [[block.start, block.end]], fate: taken.fate }, becomes: null }
    }
    case 'stories': {
      const { start } = on.blocks[taken.block % on.blocks.length]!
      const op: Operation = { kind: 'stories', at: start, begins: taken.begins, title: taken.title }
      return admit(review, op).ok ? { op, becomes: null } : null
    }
    case 'undo': {
      const target = review.history.filter(({ live }) => live).at(-1 - (taken.back % 5))
      return target ? { op: { kind: 'undo', target: target.entry.opId }, becomes: null } : null
    }
  }
}

function apply(text: string, changes: readonly { from: number; to: number; insert: string }[]): string {
  return changes.toReversed().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)
}

/** Cuts that fall inside an entity's characters or a surrogate pair are fine: both are code units. */
describe('any interleaving of edits, decisions and undos', () => {
  it('folds to the text the window shows, step by step, and again when replayed from the journal', () => {
    fc.assert(
      fc.property(draft, fc.array(step, { maxLength: 25 }), (on, steps) => {
        const entries: Entry[] = []
        for (const taken of steps) {
          const done = act(on, entries, taken)
          if (!done) continue
          entries.push(entry(done.op))
          if (done.becomes !== null) expect(fold(on, entries).copy.text).toBe(done.becomes)
        }
        const replayed = entries.map((one) => parseEntry(JSON.parse(JSON.stringify(one))))
        expect(fold(on, replayed)).toEqual(fold(on, entries))
      }),
      { numRuns: 600 },
    )
  })

  it('gives every character of the copy its place: runs cover the text and read what they point to', () => {
    fc.assert(
      fc.property(draft, fc.array(step, { maxLength: 15 }), (on, steps) => {
        const entries: Entry[] = []
        for (const taken of steps) {
          const done = act(on, entries, taken)
          if (done) entries.push(entry(done.op))
        }
        const review = fold(on, entries)
        let at = 0
        for (const run of review.copy.runs) {
          expect(run.at).toBe(at)
          at += run.length
          const reads = review.copy.text.slice(run.at, at)
          if (run.kind === 'source' && !run.atomic) expect(reads).toBe(on.text.slice(run.start, run.end))
          if (run.kind === 'typed')
            expect(typedBy(entries, run.op).slice(run.index, run.index + run.length)).toBe(reads)
        }
        expect(at).toBe(review.copy.text.length)
        review.stories.forEach(({ text }, index) => expect(rebuild(on.text, outputPieces(review, index))).toBe(text))
        for (const { text, runs } of passages(review))
          expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(text.length)
      }),
      { numRuns: 300 },
    )
  })

  it('parts the copy among the stories, whatever is split and merged, and forgets it when that is taken back', () => {
    fc.assert(
      fc.property(draft, fc.array(step, { maxLength: 20 }), (on, steps) => {
        const entries: Entry[] = []
        for (const taken of steps) {
          const done = act(on, entries, taken)
          if (done) entries.push(entry(done.op))
        }
        const review = fold(on, entries)
        expect(review.stories).toHaveLength(review.draft.stories.length)
        const named = review.stories.map(({ ref }) => JSON.stringify(ref))
        expect(new Set(named).size).toBe(named.length)
        let reached = 0
        for (const { at, end, text } of review.stories) {
          expect(at).toBeGreaterThanOrEqual(reached)
          expect(review.copy.text.slice(reached, at)).toMatch(/^\n?$/)
          expect(text).toBe(review.copy.text.slice(at, end))
          reached = end
        }
        if (review.copy.text !== '') expect(reached).toBe(review.copy.text.length)
        expect(approve(review).stories).toHaveLength(review.stories.length)

        const undone = [...entries]
        const parting = review.history.filter(({ live, entry: { op } }) => live && op.kind === 'stories')
        for (const { entry: made } of parting) undone.push(entry({ kind: 'undo', target: made.opId }))
        const never = entries.filter(({ op }) => op.kind !== 'stories' && op.kind !== 'undo')
        const undos = entries.filter(({ op }) => op.kind === 'undo')
        if (undos.length > 0) return
        expect(fold(on, undone).copy).toEqual(fold(on, never).copy)
        expect(fold(on, undone).stories).toEqual(fold(on, never).stories)
      }),
      { numRuns: 600 },
    )
  })

  it('finds the operations whose undo brings an earlier text back', () => {
    fc.assert(
      fc.property(draft, fc.array(step, { maxLength: 8 }), step, (on, steps, last) => {
        const entries: Entry[] = []
        for (const taken of steps) {
          const done = act(on, entries, taken)
          if (done) entries.push(entry(done.op))
        }
        const before = fold(on, entries).copy.text
        const done = last.do === 'change' ? act(on, entries, last) : null
        if (!done) return
        entries.push(entry(done.op))
        const undos = retrace(on, entries, before)
        expect(undos).not.toBeNull()
        expect(fold(on, [...entries, ...undos!.map((undo) => entry(undo))]).copy.text).toBe(before)
      }),
      { numRuns: 300 },
    )
  })

  it('brings an editor to the fold by changes that leave the rest alone', () => {
    const text = fc.array(words, { maxLength: 8 }).map((lines) => lines.join('\n'))
    fc.assert(fc.property(text, text, (from, to) => void expect(apply(from, textChange(from, to))).toBe(to)))
  })
})

function typedBy(entries: readonly Entry[], opId: string): string {
  const op = entries.find((one) => one.opId === opId)!.op
  return op.kind === 'edit' ? op.inserts.map(({ text }) => text).join('') : ''
}

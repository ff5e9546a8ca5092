import type { Span } from '../engine/analysis'
import { type TextChange, narrow } from './change'
import type { Anchor, Edit, TypedRange } from './operation'
import { runAt } from './places'
import type { Review } from './review'

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }

/**
 * A reviewer's change of the copy's text as an edit anchored in the source, such that folding it gives the changed text.
 * Null where it changes nothing.
 *
 * @param changes ordered and disjoint; offsets into `review.copy.text`
 * @throws RangeError where a change lies outside the text, or nothing stands in it that an insert could be anchored to
 */
export function translate(review: Review, changes: readonly TextChange[]): Edit | null {
  const { copy } = review
  const edit: Mutable<Edit> = { kind: 'edit', deletes: [], deletesTyped: [], inserts: [], separators: [] }
  for (const change of changes) {
    if (change.from < 0 || change.to < change.from || change.to > copy.text.length) {
      throw new RangeError(
        `Change [${change.from}, ${change.to}) lies outside a copy of ${copy.text.length} characters`,
      )
    }
    const { from, to, insert } = narrow(copy.text, change)
    const kept = from < to ? cut(review, edit, from, to) : { before: '', behind: '' }
    const text = kept.before + insert + kept.behind
    if (text === '') continue
    const parted = text === '\n' && from === to ? joinAt(review, from) : null
    if (parted !== null) edit.separators.push({ after: parted, value: '\n' })
    else edit.inserts.push({ after: anchorAt(review, from), text })
  }
  const empty = edit.deletes.length + edit.deletesTyped.length + edit.inserts.length + edit.separators.length === 0
  return empty ? null : edit
}

/** Deletes [from, to) of the copy; gives back what of an atomic stretch stays, to be typed again. */
function cut(review: Review, edit: Mutable<Edit>, from: number, to: number): { before: string; behind: string } {
  const kept = { before: '', behind: '' }
  for (let at = from; at < to;) {
    const run = runAt(review.copy, at)
    if (!run) throw new RangeError(`Offset ${at} lies behind a copy of ${review.copy.text.length} characters`)
    const end = Math.min(to, run.at + run.length)
    if (run.kind === 'break') edit.separators.push({ after: review.draft.blocks[run.block]!.start, value: '' })
    else if (run.kind === 'typed') {
      edit.deletesTyped.push({
        op: run.op,
        start: run.index + at - run.at,
        end: run.index + end - run.at,
      } satisfies TypedRange)
    } else if (run.atomic) {
      edit.deletes.push([run.start, run.end] satisfies Span)
      kept.before += review.copy.text.slice(run.at, at)
      kept.behind = review.copy.text.slice(end, run.at + run.length)
    } else edit.deletes.push([run.start + at - run.at, run.start + end - run.at])
    at = end
  }
  return kept
}

/** What an insert at `offset` stands behind: the character before it, or the beginning of the block that starts there. */
function anchorAt({ copy, draft }: Review, offset: number): Anchor {
  const run = offset > 0 ? runAt(copy, offset - 1) : undefined
  if (run?.kind === 'source') return { source: run.atomic ? run.start : run.start + offset - 1 - run.at }
  if (run?.kind === 'typed') return { op: run.op, index: run.index + offset - 1 - run.at }
  const block = run ? run.before : copy.placed[0]?.block
  if (block === undefined) throw new RangeError('Nothing stands in this copy that an insert could be anchored to')
  return { block: draft.blocks[block]!.start }
}

/** The start of the block that is joined to its follower at `offset`, or null. */
function joinAt({ copy, draft }: Review, offset: number): number | null {
  const next = copy.placed.findIndex(({ at }, index) => index > 0 && at === offset)
  const before = copy.placed[next - 1]
  if (!before || before.end !== offset) return null
  return draft.blocks[before.block]!.start
}

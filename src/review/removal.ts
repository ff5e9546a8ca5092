import type { Block, Span } from '../engine/analysis'
import type { TextChange } from './change'
import type { Operation } from './operation'
import type { Review } from './review'
import { translate } from './translate'

/**
 * What takes a stretch of the source out of the cleaned text: blocks that lie in it whole are removed, as one decision;
 * of those it only cuts into, the characters are deleted, as one edit. What was typed in between stays. Empty where
 * nothing of it stands in the text.
 *
 * @param span in the source
 */
export function removal(review: Review, span: Span): Operation[] {
  const inside = review.blocks.flatMap(({ block, fate }, index) =>
    fate !== 'removed' && block.start < span[1] && block.end > span[0]
      ? [{ block, index, isWhole: isWhole(review.draft.text, block, span) }]
      : [],
  )
  const spans = inside.filter(({ isWhole }) => isWhole).map(({ block }): Span => [block.start, block.end])
  const cut = new Set(inside.filter(({ isWhole }) => !isWhole).map(({ index }) => index))
  const edit = translate(review, deletions(review, cut, span))
  return [...(spans.length > 0 ? [{ kind: 'decide', spans, fate: 'removed' } as const] : []), ...(edit ? [edit] : [])]
}

/** Whether nothing of a block but blanks lies outside the span. */
function isWhole(source: string, { pieces }: Block, [start, end]: Span): boolean {
  return pieces.every(([from, to, reads]) => {
    if (reads !== undefined) return (from >= start && to <= end) || reads.trim() === ''
    const before = source.slice(from, Math.min(to, Math.max(from, start)))
    const behind = source.slice(Math.max(from, Math.min(to, end)), to)
    return (before + behind).trim() === ''
  })
}

function deletions({ copy }: Review, blocks: ReadonlySet<number>, [start, end]: Span): TextChange[] {
  return copy.runs.flatMap((run) => {
    if (run.kind !== 'source' || !blocks.has(run.block) || run.start >= end || run.end <= start) return []
    if (run.atomic) return [{ from: run.at, to: run.at + run.length, insert: '' }]
    const from = run.at + Math.max(run.start, start) - run.start
    return [{ from, to: run.at + Math.min(run.end, end) - run.start, insert: '' }]
  })
}

import type { WidthOffer } from '../engine/analysis'
import type { TextChange } from './change'
import type { Review } from './review'

/**
 * The places of a width offer that stand in the copy as the source writes them: in order, each the change of one mark of
 * the copy's text. What was taken, retyped or cut since the offer was made is no place of it any more.
 */
export function widening(review: Review, offer: WidthOffer): TextChange[] {
  if (offer.length === 0) return []
  const full = new Map(offer)
  const sorted = offer.map(([at]) => at).sort((a, b) => a - b)
  const changes: TextChange[] = []
  for (const run of review.copy.runs) {
    if (run.kind !== 'source' || run.atomic) continue
    for (let index = firstFrom(sorted, run.start); index < sorted.length; index++) {
      const at = sorted[index] as number
      if (at >= run.end) break
      const from = run.at + at - run.start
      changes.push({ from, to: from + 1, insert: full.get(at) ?? '' })
    }
  }
  return changes
}

/** Index of the first that is not below `least`. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

import type { Finding } from '../../../engine/analysis'
import type { Edit, Entry } from '../../../review/operation'
import { toCopy } from '../../../review/places'
import type { Review } from '../../../review/review'
import { translate } from '../../../review/translate'

/** The edit a finding's fix asks for; null where it has none, or its words no longer stand in the copy as they did. */
export function answering(review: Review, { fix, check }: Finding): Edit | null {
  if (fix === undefined) return null
  const from = toCopy(review.copy, fix.start)
  const last = fix.end > fix.start ? toCopy(review.copy, fix.end - 1) : null
  if (from === null) return null
  const to = last === null ? from : last + 1
  if (review.copy.text.slice(from, to) !== review.draft.text.slice(fix.start, fix.end)) return null
  const edit = translate(review, [{ from, to, insert: fix.text }])
  return edit === null ? null : { ...edit, why: check }
}

/** The newest decision that still holds. What was typed is the editor's to undo, but for a finding's fix. */
export function lastDecision(review: Review): Entry | null {
  const last = review.history.findLast(({ live, entry: { op } }) => {
    if (!live || op.kind === 'base' || op.kind === 'undo') return false
    return op.kind !== 'edit' || op.why !== undefined
  })
  return last?.entry ?? null
}

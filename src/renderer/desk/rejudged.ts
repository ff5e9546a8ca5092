import type { JournalRecord } from '../../review/operation'
import { HOUSE } from '../../review/rules'
import type { Desk } from './desk.svelte'

/** A rule of cleaning may have come or gone: the document on the desk is opened again where nobody worked on it. */
export function openRejudged(desk: Desk, records: readonly JournalRecord[]): void {
  const turned = records.some(({ version, op }) => version === HOUSE && (op.kind === 'clean' || op.kind === 'undo'))
  const { proof } = desk
  if (!turned || proof === null || proof.review.history.length > 0) return
  void desk.open(proof.opened.row.id)
}

import type { JournalRecord } from '../../review/operation'
import { HOUSE } from '../../review/rules'
import type { Desk } from './desk.svelte'

/** Whether a rule of cleaning may have come or gone. */
export function turnsVerdicts(records: readonly JournalRecord[]): boolean {
  return records.some(({ version, op }) => version === HOUSE && (op.kind === 'clean' || op.kind === 'undo'))
}

/** After a rule of cleaning the document on the desk is opened again, where nobody worked on it. */
export function openRejudged(desk: Desk, records: readonly JournalRecord[]): void {
  const { proof } = desk
  if (!turnsVerdicts(records) || proof === null || proof.review.history.length > 0) return
  void desk.open(proof.opened.row.id)
}

/**
 * Another window opened the document on the desk, and the host judged it anew for that: it is opened again, so that what
 * is decided and approved here is what the host will pin.
 */
export function openAnew(desk: Desk, version: string): void {
  const { proof } = desk
  if (proof?.version === version) void desk.open(proof.opened.row.id)
}

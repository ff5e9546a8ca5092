import { takenBack } from './liveness'
import type { Entry, Rebase } from './operation'

/** An answer to a changed file that still holds. */
export interface Rebased {
  readonly opId: string
  readonly op: Rebase
}

/**
 * What was answered when a file had changed after its review, as it holds now; null where nothing was, or it was taken
 * back. A later base does not end it: it speaks of the version, not of its text.
 *
 * @param entries of the newer version, in journal order
 */
export function rebased(entries: readonly Entry[]): Rebased | null {
  const gone = takenBack(entries)
  const last = entries.findLast(({ opId, op }) => op.kind === 'rebase' && !gone.has(opId))
  return last?.op.kind === 'rebase' ? { opId: last.opId, op: last.op } : null
}

import { takenBack } from './liveness'
import type { Clean, Entry, Rule } from './operation'

/** A house rule as the list of rules shows it. */
export interface ListedRule {
  readonly op: Rule | Clean
  readonly opId: string
  readonly by: string
  /** milliseconds since the epoch */
  readonly ts: number
  readonly on: boolean
  /** opId of what an undo takes back to switch it: the rule's own, or that of the undo that switched it off */
  readonly turn: string
}

/** Every rule that was ever made, whether it holds or not, newest first; of those that say the same the newest. */
export function listed(entries: readonly Entry[]): ListedRule[] {
  const gone = takenBack(entries)
  const rules = new Map<string, ListedRule>()
  for (const { opId, op, by, ts } of entries) {
    if (op.kind !== 'rule' && op.kind !== 'clean') continue
    const on = !gone.has(opId)
    const off = entries.findLast(
      (entry) => entry.op.kind === 'undo' && entry.op.target === opId && !gone.has(entry.opId),
    )
    const key = ruleSays(op)
    const before = rules.get(key)
    // Of two that say the same, one that holds tells more than one that does not.
    if (before?.on && !on) continue
    rules.delete(key)
    rules.set(key, { op, opId, by, ts, on, turn: on ? opId : (off?.opId ?? opId) })
  }
  return [...rules.values()].toReversed()
}

/** What tells one rule from another. */
export function ruleSays(op: Rule | Clean): string {
  return op.kind === 'rule'
    ? JSON.stringify([op.kind, op.check, op.phrase])
    : JSON.stringify([op.kind, op.site, op.shape, op.fate])
}

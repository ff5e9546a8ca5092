import type { Entry } from './operation'

/** The entries that count for a version: those of its newest base and after (all of them while nothing is pinned). */
export function sinceBase(entries: readonly Entry[]): readonly Entry[] {
  const base = entries.findLastIndex((entry) => entry.op.kind === 'base')
  return base <= 0 ? entries : entries.slice(base)
}

/**
 * The opIds that are taken back. An undo counts only while it is not undone itself; it can speak only of what came
 * before it, so reading from the end settles each before it is needed.
 */
export function takenBack(entries: readonly Entry[]): ReadonlySet<string> {
  const gone = new Set<string>()
  for (const { opId, op } of entries.toReversed()) {
    if (op.kind === 'undo' && !gone.has(opId)) gone.add(op.target)
  }
  return gone
}

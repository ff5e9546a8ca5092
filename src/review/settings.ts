import { takenBack } from './liveness'
import type { Entry } from './operation'

/** What is set at this desk, by key. */
export type Settings = ReadonlyMap<string, string>

/**
 * What reviewers set (the language, a key of their own): the setting made last holds, for the whole desk.
 *
 * @param entries of the house, in journal order
 */
export function settingsIn(entries: readonly Entry[]): Settings {
  const gone = takenBack(entries)
  const settings = new Map<string, string>()
  for (const { opId, op } of entries) {
    if (op.kind !== 'setting' || gone.has(opId)) continue
    if (op.value === null) settings.delete(op.key)
    else settings.set(op.key, op.value)
  }
  return settings
}

import type { Warning } from '../../engine/analysis'
import type { Say, StringKey } from '../strings'

const NAMES: Record<string, StringKey> = {
  'replacement-character': 'warning.replacement',
  'lone-surrogate': 'warning.surrogate',
  'bidi-control': 'warning.bidi',
  nul: 'warning.nul',
  'zero-width': 'warning.zeroWidth',
}

/** What a warning is called in the window; its code where it has no name. */
export function warningName(t: Say, code: string): string {
  const name = NAMES[code]
  return name === undefined ? code : t(name)
}

/** The places of all warned characters: offsets into the source, with the warning's code. */
export function warnedPlaces(warnings: readonly Warning[]): { readonly at: number; readonly code: string }[] {
  return warnings.flatMap(({ code, at }) => at.map((place) => ({ at: place, code }))).sort((a, b) => a.at - b.at)
}

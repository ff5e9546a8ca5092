import type { Evidence } from '../../../engine/analysis'
import type { Sight } from './seats'

/** Where a finding's place is shown; null where it is nowhere any more. */
export function sightOf({ start, end, cleaned }: Evidence): Sight | null {
  if (start !== null && end !== null) return { source: [start, end] }
  return cleaned === null ? null : { copy: cleaned }
}

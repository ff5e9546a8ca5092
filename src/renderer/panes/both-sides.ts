import type { Span } from '../../engine/analysis'
import type { Copy } from '../../review/review'
import type { Sight } from '../desk/proof/seats'
import { spansOfSource } from './copy-marks'

/**
 * A place in both texts. What a reviewer typed has none in the source: there it is shown behind the nearest character
 * before it, without length. What is not in the copy has none there.
 */
export function bothSides(copy: Copy, place: Sight): { readonly source: Span | null; readonly copy: Span | null } {
  if ('source' in place) {
    const [first] = spansOfSource(copy, ...place.source)
    return { source: place.source, copy: first ?? null }
  }
  const [from, to] = place.copy
  const run = copy.runs.findLast(({ kind, at }) => kind === 'source' && at <= from)
  if (run?.kind !== 'source') return { source: null, copy: place.copy }
  const within = !run.atomic && to <= run.at + run.length
  const start = Math.min(run.end, run.start + from - run.at)
  return { source: within ? [start, start + to - from] : [run.end, run.end], copy: place.copy }
}

import type { Flag, Review } from '../../review/review'
import { warnedPlaces } from '../desk/warned'
import type { Spacers } from './align'
import { spanInReading, type Reading } from './reading'
import type { PairedRow } from './rows'
import { lookOf } from './source-marks'

/** A tick of the ruler. `top` is a share of the panes' height, 0..1. */
export interface Tick {
  readonly top: number
  readonly kind: 'gone' | 'lift' | 'back' | 'doubt' | 'error' | 'query' | 'odd'
  readonly now: boolean
}

const EVERY_LOOK: Record<string, Tick['kind']> = { gone: 'gone', lift: 'lift', back: 'back' }

/** The ticks of a document, one for each struck, lifted or put back block each place of an open flag and each warned character. */
export function ticksOf(
  review: Review,
  flags: readonly Flag[],
  current: string | null,
  reading: Reading,
  layout: Spacers,
  rows: readonly PairedRow[],
): Tick[] {
  if (layout.height === 0) return []
  const topAt = topsOf(reading, layout, rows)
  const ticks: Tick[] = []
  review.blocks.forEach((judged, index) => {
    const kind = EVERY_LOOK[lookOf(judged, false)]
    if (kind !== undefined) ticks.push({ top: topAt(reading.blocks[index]?.at ?? 0), kind, now: false })
  })
  for (const { at } of warnedPlaces(review.draft.warnings)) {
    ticks.push({ top: topAt(spanInReading(reading, [at, at + 1])[0]), kind: 'odd', now: false })
  }
  for (const flag of flags) {
    if (flag.state !== 'open') continue
    const now = flag.id === current
    if (flag.kind === 'block') {
      ticks.push({ top: topAt(reading.blocks[flag.block]?.at ?? 0), kind: 'doubt', now })
      continue
    }
    for (const { start, end } of flag.finding.evidence) {
      if (start === null || end === null) continue
      ticks.push({ top: topAt(spanInReading(reading, [start, end])[0]), kind: flag.finding.tier, now })
    }
  }
  return ticks
}

/** Tells how far down a place of the reading text stands, as a share of the whole: within its row by its letters. */
function topsOf(reading: Reading, layout: Spacers, rows: readonly PairedRow[]): (at: number) => number {
  const stops = rows.flatMap(({ source }, index) => {
    return source === null
      ? []
      : [{ from: source[0], top: layout.tops[index] ?? 0, bottom: layout.tops[index + 1] ?? layout.height }]
  })
  return (at) => {
    let low = 0
    let high = stops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stops[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const stop = stops[low - 1]
    if (stop === undefined) return 0
    const letters = Math.max(1, (stops[low]?.from ?? reading.text.length + 1) - stop.from)
    return (stop.top + ((stop.bottom - stop.top) * (at - stop.from)) / letters) / layout.height
  }
}

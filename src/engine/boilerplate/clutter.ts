import { placeOf, type Run } from './run'
import type { Unit } from './unit'

/** How much stands beside the run of prose, 0 (next to nothing: a pasted article) to 1 (a whole web page). */
export interface Clutter {
  readonly before: number
  readonly after: number
}

const FEW = 3
const MANY = 14

const degree = (lines: number): number => Math.max(0, Math.min(1, (lines - FEW) / (MANY - FEW)))

/** Counts lines that are no credit: on a page with few of them a line that no cue knows is more likely the story's. */
export const measureClutter = (units: readonly Unit[], run: Run): Clutter => {
  const lines = { before: 0, after: 0, inside: 0, nowhere: 0 }
  for (const unit of units) if (!unit.credit && unit.same !== '') lines[placeOf(run, unit.index)] += 1
  return { before: degree(lines.before), after: degree(lines.after) }
}

import type { Span } from '../engine/analysis'
import type { Copy, CopyRun } from './review'

/** The run that holds the character at `offset` of the copy's text, or undefined behind its end. */
export function runAt(copy: Copy, offset: number): CopyRun | undefined {
  const { runs } = copy
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as CopyRun
    if (run.at + run.length > offset) high = middle
    else low = middle + 1
  }
  return runs[low]
}

/**
 * Where the character at `offset` of the copy's text stands in the source; null where it was typed or is a line break.
 * An atomic stretch (an entity) is given whole.
 */
export function toSource(copy: Copy, offset: number): Span | null {
  const run = runAt(copy, offset)
  if (run?.kind !== 'source') return null
  if (run.atomic) return [run.start, run.end]
  const start = run.start + offset - run.at
  return [start, start + 1]
}

/** Index of the block that stands at `offset` of the copy's text, or before it; null in an empty copy. */
export function placedAt({ placed }: Copy, offset: number): number | null {
  return (placed.findLast(({ at }) => at <= offset) ?? placed[0])?.block ?? null
}

/**
 * The place in the copy's text nearest behind a source offset: the character itself where it shows, else where it would
 * stand. Null in a copy without source characters.
 */
export function toCopy(copy: Copy, offset: number): number | null {
  let last: number | null = null
  for (const run of copy.runs) {
    if (run.kind !== 'source') continue
    if (run.start > offset) return last ?? run.at
    if (offset < run.end) return run.at + (run.atomic ? 0 : offset - run.start)
    last = run.at + run.length
  }
  return last
}

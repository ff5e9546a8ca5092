import type { Span } from '../engine/analysis'

/** Joins spans that overlap or touch; the result is ordered. */
export function union(spans: readonly Span[]): Span[] {
  const ordered = spans.filter(([start, end]) => start < end).toSorted((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [start, end] of ordered) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** The index of the first of ordered, disjoint spans that ends behind `offset`. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span)[1] > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** What of [start, end) no span covers; `spans` as `union` gives them. */
export function uncovered(spans: readonly Span[], start: number, end: number): Span[] {
  const rest: Span[] = []
  let from = start
  for (let i = firstEndingAfter(spans, start); i < spans.length && from < end; i++) {
    const [cutFrom, cutTo] = spans[i] as Span
    if (cutFrom >= end) break
    if (cutFrom > from) rest.push([from, cutFrom])
    from = Math.max(from, cutTo)
  }
  if (from < end) rest.push([from, end])
  return rest
}

export function touches(spans: readonly Span[], start: number, end: number): boolean {
  const span = spans[firstEndingAfter(spans, start)]
  return span !== undefined && span[0] < end
}

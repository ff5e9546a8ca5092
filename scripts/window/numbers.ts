/** The value below which `share` of them lie. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Median / 95th of 100. */
export const both = (values: readonly number[]): string =>
  `${at(values, 0.5).toFixed(1)} / ${at(values, 0.95).toFixed(1)}`

/** Of frames: the share above a length in percent, and the worst. */
export function long(frames: readonly number[], above: number): string {
  const share = (100 * frames.filter((length) => length > above).length) / Math.max(1, frames.length)
  return `${share.toFixed(1)} %, ${Math.max(0, ...frames).toFixed(0)}`
}

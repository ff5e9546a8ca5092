import type { Place, Reading } from '../claim'

/**
 * The two points of time that a stretch told in words is likeliest between: the last two before it, the last before and the first
 * behind it, or the first two behind. What stands in another paragraph counts as before.
 */
export function* endsAbout<P extends Pick<Place, 'reading' | 'start' | 'end'>>(
  points: readonly P[],
  reading: Reading,
  { start, end }: Pick<Place, 'start' | 'end'>,
): Iterable<readonly [P, P]> {
  const before = points.filter((one) => one.reading !== reading || one.end <= start)
  const behind = points.filter((one) => one.reading === reading && one.start >= end)
  const [a, b] = before.slice(-2)
  const [c, d] = behind
  if (a !== undefined && b !== undefined) yield [a, b]
  if (before.length === 1 && a !== undefined && c !== undefined) yield [a, c]
  if (before.length === 0 && c !== undefined && d !== undefined) yield [c, d]
}

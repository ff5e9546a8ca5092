import type { Approximator } from './mention'

/** What a number and the words around it allow. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The weight of the last digit that is not zero: 5000 → 1000, 120 → 10, 1.25 → 0.01. `written` is the numeral's value before its scale. */
export function lastPlace(written: number): number {
  if (written === 0 || !Number.isFinite(written)) return 1
  const [mantissa = '', exponent = '0'] = Math.abs(written).toExponential().split('e')
  const digits = mantissa.replace('.', '').length
  return 10 ** (Number(exponent) - digits + 1)
}

/**
 * @param value the value in base units
 * @param rounding half the weight of what was rounded away, in base units; 0 for an exact number
 * @param place the weight of its last digit that is not zero, in base units
 */
export function intervalOf(
  value: number,
  rounding: number,
  place: number,
  approximators: readonly Approximator[],
): Interval {
  let low = value - rounding
  let high = value + rounding
  for (const { sense } of approximators) {
    if (sense === 'near') low = Math.min(low, value - Math.max(place, value * 0.1))
    else if (sense === 'under' || sense === 'atMost' || sense === 'orLess') low = Number.NEGATIVE_INFINITY
    else if (sense === 'surplus') high = Math.max(high, value + place)
    else if (sense === 'over' || sense === 'atLeast' || sense === 'orMore') high = Number.POSITIVE_INFINITY
    else {
      const band = Math.max(place, value * 0.15)
      low = Math.min(low, value - band)
      high = Math.max(high, value + band)
    }
  }
  return { low, high }
}

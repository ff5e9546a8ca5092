/** Numbers by unit, with the mean of any stretch of them in constant time. */
export class Sums {
  readonly #before: Float64Array

  constructor(readonly values: readonly number[]) {
    this.#before = new Float64Array(values.length + 1)
    values.forEach((value, i) => (this.#before[i + 1] = (this.#before[i] ?? 0) + value))
  }

  at(i: number): number {
    return this.values[i] ?? 0
  }

  /** Sum of [from, to], as far as there are values. */
  sum(from: number, to: number): number {
    const [first, end] = [Math.max(0, from), Math.min(this.values.length, to + 1)]
    return first >= end ? 0 : (this.#before[end] ?? 0) - (this.#before[first] ?? 0)
  }

  /** Mean of the values at most `reach` away, without the one in the middle; 0 where there are none. */
  around(i: number, reach: number): number {
    const count = Math.min(this.values.length - 1, i + reach) - Math.max(0, i - reach)
    return count <= 0 ? 0 : (this.sum(i - reach, i + reach) - this.at(i)) / count
  }
}

/** Numbers by unit, with the mean of any stretch of them in constant time. */
export class Sums {
  readonly #before: Float64Array

  constructor(readonly values: Float64Array) {
    const before = new Float64Array(values.length + 1)
    let sum = 0
    for (let i = 0; i < values.length; i += 1) before[i + 1] = sum += values[i] as number
    this.#before = before
  }

  /** Of what is measured of each of `items`. */
  static of<Item>(items: readonly Item[], measure: (item: Item, index: number) => number): Sums {
    const values = new Float64Array(items.length)
    for (let i = 0; i < items.length; i += 1) values[i] = measure(items[i] as Item, i)
    return new Sums(values)
  }

  at(i: number): number {
    return this.values[i] ?? 0
  }

  /** Sum of [from, to], as far as there are values. */
  sum(from: number, to: number): number {
    const first = Math.max(0, from)
    const end = Math.min(this.values.length, to + 1)
    return first >= end ? 0 : (this.#before[end] ?? 0) - (this.#before[first] ?? 0)
  }

  /** Mean of the values at most `reach` away, without the one in the middle; 0 where there are none. */
  around(i: number, reach: number): number {
    const count = Math.min(this.values.length - 1, i + reach) - Math.max(0, i - reach)
    return count <= 0 ? 0 : (this.sum(i - reach, i + reach) - this.at(i)) / count
  }
}

const LEAST = 1e-9

/** Units that share a number, and how much of the others of its group is text. All arrays run by unit. */
export class Groups {
  readonly #counts: Int32Array
  readonly #weights: Float64Array
  readonly #texts: Float64Array
  #total = LEAST

  /** `text` is the weighted share of text, `weights` what it is weighted with. */
  constructor(
    readonly group: readonly number[],
    readonly weights: Float64Array,
    readonly text: Float64Array,
  ) {
    let most = 0
    for (let i = 0; i < group.length; i += 1) most = Math.max(most, group[i] as number)
    this.#counts = new Int32Array(most + 1)
    this.#weights = new Float64Array(most + 1)
    this.#texts = new Float64Array(most + 1)
    for (let i = 0; i < group.length; i += 1) this.#add(group[i] as number, weights[i] as number, text[i] as number)
  }

  #add(group: number, weight: number, text: number): void {
    this.#counts[group] = (this.#counts[group] as number) + 1
    this.#weights[group] = (this.#weights[group] as number) + weight
    this.#texts[group] = (this.#texts[group] as number) + text
    this.#total += text
  }

  #others(unit: number): number {
    return Math.max(0, (this.#texts[this.group[unit] as number] as number) - (this.text[unit] as number))
  }

  /** Mean share of text of the others; 0 where there are none. */
  mean(unit: number): number {
    if (this.isAlone(unit)) return 0
    const weight = this.#weights[this.group[unit] as number] as number
    return this.#others(unit) / Math.max(LEAST, weight - (this.weights[unit] as number))
  }

  /** What the others hold of the page's text, 0..1. */
  share(unit: number): number {
    return this.#others(unit) / this.#total
  }

  isAlone(unit: number): boolean {
    return this.#counts[this.group[unit] as number] === 1
  }
}

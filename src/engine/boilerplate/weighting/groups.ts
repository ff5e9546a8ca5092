const LEAST = 1e-9

/** Units that share a key, and how much of the others of its group is text. All arrays run by unit. */
export class Groups {
  readonly #group: Int32Array
  readonly #counts: number[] = []
  readonly #weights: number[] = []
  readonly #texts: number[] = []
  #total = LEAST

  /** `text` is the weighted share of text, `weights` what it is weighted with. */
  constructor(
    keys: readonly string[],
    readonly weights: Float64Array,
    readonly text: Float64Array,
  ) {
    const known = new Map<string, number>()
    this.#group = new Int32Array(keys.length)
    let group = 0
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] as string
      // Most units stand beside one of their group.
      if (i === 0 || key !== keys[i - 1]) group = known.get(key) ?? this.#counts.length
      if (group === this.#counts.length) {
        known.set(key, group)
        this.#counts.push(0)
        this.#weights.push(0)
        this.#texts.push(0)
      }
      this.#group[i] = group
      this.#add(group, weights[i] as number, text[i] as number)
    }
  }

  #add(group: number, weight: number, text: number): void {
    this.#counts[group] = (this.#counts[group] as number) + 1
    this.#weights[group] = (this.#weights[group] as number) + weight
    this.#texts[group] = (this.#texts[group] as number) + text
    this.#total += text
  }

  #others(unit: number): number {
    return Math.max(0, (this.#texts[this.#group[unit] as number] as number) - (this.text[unit] as number))
  }

  /** Mean share of text of the others; 0 where there are none. */
  mean(unit: number): number {
    if (this.isAlone(unit)) return 0
    const weight = this.#weights[this.#group[unit] as number] as number
    return this.#others(unit) / Math.max(LEAST, weight - (this.weights[unit] as number))
  }

  /** What the others hold of the page's text, 0..1. */
  share(unit: number): number {
    return this.#others(unit) / this.#total
  }

  isAlone(unit: number): boolean {
    return this.#counts[this.#group[unit] as number] === 1
  }
}

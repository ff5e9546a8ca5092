const LEAST = 64
const FREE = -1

/**
 * Whole numbers of 32 bits by whole numbers from 0 up to 2 ** 53: as a Map, in a third of its memory. For the lines and
 * the shingles of a hundred thousand documents.
 */
export class NumberMap {
  #keys = new Float64Array(LEAST).fill(FREE)
  #values = new Int32Array(LEAST)
  #size = 0

  get size(): number {
    return this.#size
  }

  get(key: number): number | undefined {
    const slot = this.#slotOf(key)
    return this.#keys[slot] === key ? this.#values[slot] : undefined
  }

  set(key: number, value: number): void {
    let slot = this.#slotOf(key)
    if (this.#keys[slot] !== key) {
      if (++this.#size * 4 > this.#keys.length * 3) {
        this.#grow()
        slot = this.#slotOf(key)
      }
      this.#keys[slot] = key
    }
    this.#values[slot] = value
  }

  delete(key: number): void {
    let free = this.#slotOf(key)
    if (this.#keys[free] !== key) return
    this.#size--
    const mask = this.#keys.length - 1
    // What was pushed past the slot that is free now moves up.
    for (let slot = (free + 1) & mask; this.#keys[slot] !== FREE; slot = (slot + 1) & mask) {
      const home = this.#homeOf(this.#keys[slot] as number)
      if (((slot - home) & mask) < ((slot - free) & mask)) continue
      this.#keys[free] = this.#keys[slot] as number
      this.#values[free] = this.#values[slot] as number
      free = slot
    }
    this.#keys[free] = FREE
  }

  clear(): void {
    this.#keys = new Float64Array(LEAST).fill(FREE)
    this.#values = new Int32Array(LEAST)
    this.#size = 0
  }

  /** Where the key stands, or may be put. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    let slot = this.#homeOf(key)
    while (this.#keys[slot] !== key && this.#keys[slot] !== FREE) slot = (slot + 1) & mask
    return slot
  }

  #homeOf(key: number): number {
    const mixed = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1), 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.#keys.length - 1)
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values]
    this.#keys = new Float64Array(keys.length * 2).fill(FREE)
    this.#values = new Int32Array(keys.length * 2)
    keys.forEach((key, at) => {
      if (key === FREE) return
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#values[slot] = values[at] as number
    })
  }
}

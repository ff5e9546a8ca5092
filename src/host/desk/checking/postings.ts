import { NumberMap } from '../../../engine/boilerplate/number-map'

/** Which versions are known under each key; mostly one a key. */
export class Postings {
  readonly #most: number
  /** of a key the number of its one version, or -1 - n for the n-th of the lists */
  readonly #held = new NumberMap()
  readonly #lists: number[][] = []
  readonly #versions: string[] = []
  readonly #numbers = new Map<string, number>()

  /** @param most versions held of one key */
  constructor(most: number) {
    this.#most = most
  }

  under(key: number): readonly string[] {
    return this.#under(key).map((number) => this.#versions[number] as string)
  }

  add(key: number, version: string): void {
    const number = this.#numberOf(version)
    const held = this.#held.get(key)
    if (held === undefined) return this.#held.set(key, number)
    if (held < 0) {
      const list = this.#lists[-1 - held] as number[]
      if (list.length < this.#most && !list.includes(number)) list.push(number)
    } else if (held !== number) this.#held.set(key, -this.#lists.push([held, number]))
  }

  remove(key: number, version: string): void {
    const number = this.#numberOf(version)
    const left = this.#under(key).filter((each) => each !== number)
    const held = this.#held.get(key)
    if (held === undefined) return
    if (left.length === 0) this.#held.delete(key)
    else if (held < 0) this.#lists[-1 - held] = left
  }

  clear(): void {
    this.#held.clear()
    this.#numbers.clear()
    this.#lists.length = this.#versions.length = 0
  }

  #under(key: number): readonly number[] {
    const held = this.#held.get(key)
    if (held === undefined) return []
    return held < 0 ? (this.#lists[-1 - held] as number[]) : [held]
  }

  #numberOf(version: string): number {
    const known = this.#numbers.get(version)
    if (known !== undefined) return known
    const number = this.#versions.push(version) - 1
    this.#numbers.set(version, number)
    return number
  }
}

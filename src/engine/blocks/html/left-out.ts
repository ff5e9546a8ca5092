import { LEFT_OUT, NESTING, RAW } from './elements'

const LOWER = 0x20
const LONGEST = 8
const NAME = /^[a-z]{3,8}/i
/** The two letters that the names of elements left out begin with, in one number. */
const BEGINS = new Set(Array.from(LEFT_OUT, (name) => (name.charCodeAt(0) << 8) | name.charCodeAt(1)))

/**
 * Which part of a document is not read. An element that is left out ends with its own end tag; one that has none later
 * on is not left out at all, so that a forgotten end tag never takes the rest of the page with it.
 */
export class LeftOut {
  readonly #lastEnd = new Map<string, number>()
  #level = 0
  /** the outermost element that is being left out, null where text is read */
  name: string | null = null

  constructor(source: string) {
    for (let at = source.indexOf('</'); at >= 0; at = source.indexOf('</', at + 2)) {
      if (!BEGINS.has(((source.charCodeAt(at + 2) | LOWER) << 8) | source.charCodeAt(at + 3) | LOWER)) continue
      const name = NAME.exec(source.slice(at + 2, at + 2 + LONGEST))?.[0].toLowerCase() ?? ''
      if (LEFT_OUT.has(name)) this.#lastEnd.set(name, at)
    }
  }

  /** A start tag at `at`, inside or outside. True when it and what follows is left out. */
  open(name: string, at: number): boolean {
    if (this.name !== null && at > (this.#lastEnd.get(this.name) ?? -1) && !RAW.has(this.name)) this.name = null
    if (this.name !== null) {
      if (name === this.name && NESTING.has(name)) this.#level++
      return true
    }
    if (!LEFT_OUT.has(name)) return false
    if (!RAW.has(name) && at > (this.#lastEnd.get(name) ?? -1)) return false
    this.name = name
    this.#level = 1
    return true
  }

  /** An end tag. True when it belongs to what is left out. */
  close(name: string): boolean {
    if (this.name === null) return false
    if (name === this.name && --this.#level <= 0) this.name = null
    return true
  }
}

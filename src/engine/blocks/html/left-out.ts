import { LEFT_OUT, RAW, RAW_WITH_ENTITIES } from './elements'
import type { Tag } from './tag'

const LOWER = 0x20
const LONGEST = 8
const NAME = /^[a-z]{3,8}/i
/** The two letters that the names of elements left out begin with, in one number. */
const BEGINS = new Set(Array.from(LEFT_OUT, (name) => (name.charCodeAt(0) << 8) | name.charCodeAt(1)))

/** Where the last end tag of each name stands. */
const lastEndsIn = (source: string): Map<string, number> => {
  const ends = new Map<string, number>()
  for (let at = source.indexOf('</'); at >= 0; at = source.indexOf('</', at + 2)) {
    if (!BEGINS.has(((source.charCodeAt(at + 2) | LOWER) << 8) | source.charCodeAt(at + 3) | LOWER)) continue
    const name = NAME.exec(source.slice(at + 2, at + 2 + LONGEST))?.[0].toLowerCase() ?? ''
    if (LEFT_OUT.has(name)) ends.set(name, at)
  }
  return ends
}

/** The tokenizer itself ends these, at the end of the source at the latest. */
const isRaw = (name: string): boolean => RAW.has(name) || RAW_WITH_ENTITIES.has(name)

/**
 * Which part of a document is not read. An element that is left out ends with its own end tag; one that has none later
 * on is not left out at all, so that a forgotten end tag never takes the rest of the page with it.
 */
export class LeftOut {
  #lastEnd: Map<string, number> | null = null
  #level = 0
  /** the outermost element that is being left out, null where text is read */
  name: string | null = null

  constructor(readonly source: string) {}

  #endsBefore(name: string, at: number): boolean {
    return !isRaw(name) && at > ((this.#lastEnd ??= lastEndsIn(this.source)).get(name) ?? -1)
  }

  /** A start tag at `at`, inside or outside. True when it and what follows is left out. */
  open({ name, isLeftOut, nests }: Tag, at: number): boolean {
    if (this.name !== null && this.#endsBefore(this.name, at)) this.name = null
    if (this.name !== null) {
      if (nests && name === this.name) this.#level++
      return true
    }
    if (!isLeftOut || this.#endsBefore(name, at)) return false
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

import type { MarkUp } from '../blocks/page'
import { CAPTION, FOREIGN, OF_STORY, OWN, PULLED, told } from './class-words'

/**
 * The class and id words about a block, outermost first, as a place in the tree of all that a page has: blocks about which
 * the same words stand share one.
 */
export class Address {
  readonly depth: number
  /** what the words tell, together */
  readonly all: number
  #inner: Map<string, Address> | null = null
  #about: About | null = null

  constructor(
    readonly word: string,
    /** what the nearest word tells */
    readonly own: number,
    readonly outer: Address | null,
    /** how many the page had before */
    readonly place: number,
  ) {
    this.depth = outer === null ? 0 : outer.depth + 1
    this.all = outer === null ? 0 : outer.all | own
  }

  inner(word: string): Address | undefined {
    return this.#inner?.get(word)
  }

  add(word: string, place: number): Address {
    const inner = new Address(word, told(word), this, place)
    this.#inner ??= new Map()
    this.#inner.set(word, inner)
    return inner
  }

  get about(): About {
    return (this.#about ??= read(this))
  }

  /** Its words stand about the other as well, the outermost. */
  holds(other: Address): boolean {
    return without(other, other.depth - this.depth) === this
  }
}

/** The place without the nearest words; the page's own where there are no more. */
const without = (address: Address, words: number): Address => {
  let left = address
  for (let i = 0; i < words && left.outer !== null; i += 1) left = left.outer
  return left
}

/** What class and id words and the elements about a block tell. */
export interface About {
  /** the words; without the nearest one; without the nearest three */
  readonly address: Address
  readonly above: Address
  readonly farAbove: Address
  /** one of them names what is around a story; names a story's own place; speaks of a story's place */
  readonly foreign: boolean
  readonly own: boolean
  readonly ofStory: boolean
  /** the same of the nearest four */
  readonly foreignNear: boolean
  readonly ofStoryNear: boolean
  /** one of the nearest two names a caption */
  readonly caption: boolean
  /** one of the nearest four names what is pulled out of the text to be set large */
  readonly pulled: boolean
}

const NEAR = 4
const NEAREST = 2

/** What the nearest words tell, so many of them. */
const toldBy = (address: Address, words: number): number => {
  let bits = 0
  for (let i = 0, at: Address | null = address; i < words && at !== null; i += 1, at = at.outer) bits |= at.own
  return bits
}

const read = (address: Address): About => {
  const { all } = address
  const near = toldBy(address, NEAR)
  return {
    address,
    above: without(address, 1),
    farAbove: without(address, 3),
    foreign: (all & FOREIGN) !== 0,
    own: (all & OWN) !== 0,
    ofStory: (all & OF_STORY) !== 0,
    foreignNear: (near & FOREIGN) !== 0,
    ofStoryNear: (near & OF_STORY) !== 0,
    caption: (toldBy(address, NEAREST) & CAPTION) !== 0,
    pulled: (near & PULLED) !== 0,
  }
}

/** Elements that tell where a block stands, one bit each. */
const ELEMENTS = ['li', 'td', 'article', 'main', 'aside', 'footer', 'nav', 'header', 'form'] as const
export type Telling = (typeof ELEMENTS)[number]
const bitOf = new Map<string, number>(ELEMENTS.map((element, i) => [element, 1 << i]))
/** The bits of some elements, for a unit's `stands`. */
export const elements = (...names: readonly Telling[]): number =>
  names.reduce((bits, name) => bits | (bitOf.get(name) ?? 0), 0)

const bitsOf = (path: readonly string[]): number => {
  let bits = 0
  for (let i = 0; i < path.length; i += 1) bits |= bitOf.get(path[i] as string) ?? 0
  return bits
}

/** Reads what stands about the blocks of one page. Blocks of one element share their lists of words, which are read once. */
export class AboutReader {
  readonly #root = new Address('', 0, null, 0)
  #size = 1
  readonly #abouts = new Map<readonly string[], About>()
  readonly #bits = new Map<readonly string[], number>()
  /** the names asked last, and what they told */
  #names: readonly string[] = []
  #about = this.#root.about
  #path: readonly string[] = []
  #stands = 0

  about(markUp: MarkUp | undefined): About {
    const names = markUp?.names
    if (names === undefined || names.length === 0) return this.#root.about
    // A block's neighbours mostly stand where it stands.
    if (names === this.#names) return this.#about
    let about = this.#abouts.get(names)
    if (!about) this.#abouts.set(names, (about = this.#addressOf(names).about))
    this.#names = names
    return (this.#about = about)
  }

  /** Names come nearest first. */
  #addressOf(names: readonly string[]): Address {
    let address = this.#root
    for (let i = names.length - 1; i >= 0; i -= 1) {
      const word = names[i] as string
      address = address.inner(word) ?? address.add(word, this.#size++)
    }
    return address
  }

  /** In which of the elements that tell something a block stands: their bits. */
  stands(markUp: MarkUp | undefined): number {
    const path = markUp?.path
    if (path === undefined || path.length === 0) return 0
    if (path === this.#path) return this.#stands
    const bits = this.#bits.get(path) ?? bitsOf(path)
    this.#bits.set(path, bits)
    this.#path = path
    return (this.#stands = bits)
  }
}

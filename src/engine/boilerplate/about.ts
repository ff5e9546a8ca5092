import type { MarkUp } from '../blocks/page'
import { CAPTION, FOREIGN, OF_STORY, OWN, told } from './class-words'

/** What class and id words and the elements about a block tell. */
export interface About {
  /** the words in one string, nearest first; without the nearest one; without the nearest three */
  readonly address: string
  readonly above: string
  readonly farAbove: string
  /** one of them names what is around a story; names a story's own place; speaks of a story's place */
  readonly foreign: boolean
  readonly own: boolean
  readonly ofStory: boolean
  /** the same of the nearest four */
  readonly foreignNear: boolean
  readonly ofStoryNear: boolean
  /** one of the nearest two names a caption */
  readonly caption: boolean
}

const NEAR = 4
const NEAREST = 2

const without = (address: string, words: number): string => {
  let at = -1
  for (let i = 0; i < words; i += 1) {
    at = address.indexOf(' ', at + 1)
    if (at < 0) return ''
  }
  return address.slice(at + 1)
}

/** `tells` are what each name tells. */
const read = (names: readonly string[], tells: readonly number[]): About => {
  const address = names.join(' ')
  let [all, near, nearest] = [0, 0, 0]
  for (let i = 0; i < tells.length; i += 1) {
    const bits = tells[i] as number
    all |= bits
    if (i < NEAR) near |= bits
    if (i < NEAREST) nearest |= bits
  }
  return {
    address,
    above: without(address, 1),
    farAbove: without(address, 3),
    foreign: (all & FOREIGN) !== 0,
    own: (all & OWN) !== 0,
    ofStory: (all & OF_STORY) !== 0,
    foreignNear: (near & FOREIGN) !== 0,
    ofStoryNear: (near & OF_STORY) !== 0,
    caption: (nearest & CAPTION) !== 0,
  }
}

const NOTHING = read([], [])

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
  readonly #abouts = new Map<readonly string[], About>()
  readonly #bits = new Map<readonly string[], number>()
  #names: readonly string[] = []
  #about = NOTHING
  /** the names asked last, and what they told */
  #read: readonly string[] = []
  #tells: readonly number[] = []
  #path: readonly string[] = []
  #stands = 0

  about(markUp: MarkUp | undefined): About {
    const names = markUp?.names
    if (names === undefined || names.length === 0) return NOTHING
    // A block's neighbours mostly stand where it stands.
    if (names === this.#names) return this.#about
    let about = this.#abouts.get(names)
    if (!about) this.#abouts.set(names, (about = read(names, this.#tellsOf(names))))
    this.#names = names
    return (this.#about = about)
  }

  /** What each name tells. What stands farther out stood about the block read before as well: it is not asked again. */
  #tellsOf(names: readonly string[]): readonly number[] {
    const [before, toldBefore] = [this.#read, this.#tells]
    const shift = before.length - names.length
    const tells = names.map((name, i) => (name === before[i + shift] ? (toldBefore[i + shift] as number) : told(name)))
    this.#read = names
    return (this.#tells = tells)
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

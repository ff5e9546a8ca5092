import { EDGE, Reader } from './reader'

/**
 * What is looked for in a line before a pattern is tried on it. A line is seen as two streams: its characters beyond ASCII
 * as they are, of which single ones and pairs are looked for; and its ASCII letters and digits in lower case with 0 for
 * all that is none, of which stretches of up to four are.
 */
export type Needle =
  | { readonly kind: 'wide'; readonly first: number; readonly second: number }
  /** `codes` in one number, eight bits each */
  | { readonly kind: 'narrow'; readonly length: number; readonly codes: number }

/** Letters of the longest stretch that is looked for, and bits of each in one number. */
export const [LONGEST, BYTE] = [4, 8]

/** What ASCII characters are in the stream of letters and digits. */
const NARROW = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase()
  return /[a-z\d_]/.test(character) ? character.charCodeAt(0) : 0
})

/** The code of a character in the stream of ASCII letters and digits; also of the long s and the Kelvin sign, which match s and k where case and Unicode are minded. */
export const narrowCode = (code: number): number =>
  code < 128 ? (NARROW[code] as number) : code === 0x17f ? 0x73 : code === 0x212a ? 0x6b : 0

export const isWide = (code: number): boolean => code >= 0x80

/** English letters, the common ones first. */
const LETTERS = 'etaoinsrhldcumfpgwybvkxjqz'
/** What a letter of a stretch costs, by its code. */
const COSTS: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const place = LETTERS.indexOf(String.fromCharCode(code))
  return code === 0 ? 3 : place < 0 ? 6 : 8 - Math.floor(place / 4)
})

/** By length: a short stretch is in many lines. */
const DEARNESS = [Infinity, 4000, 300, 24, 1]
const [WIDE_PAIR, WIDE_ALONE] = [1, 20]

interface Priced {
  readonly needle: string
  readonly cost: number
}

const isLetter = (text: string, at: number): boolean => at < text.length && narrowCode(text.charCodeAt(at)) !== 0

/** An edge beside a character that is no letter says nothing: that character is the edge. */
const streamOf = (text: string): number[] => {
  const codes: number[] = []
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== EDGE) codes.push(narrowCode(text.charCodeAt(i)))
    else if ((i === 0 && isLetter(text, 1)) || (i === text.length - 1 && isLetter(text, i - 1))) codes.push(0)
  }
  return codes
}

const cheapestNarrow = (text: string): Priced | null => {
  const codes = streamOf(text)
  let [from, size, least] = [0, 0, Infinity]
  for (let start = 0; start < codes.length; start += 1) {
    let [sum, letters] = [0, 0]
    for (let length = 1; length <= LONGEST && start + length <= codes.length; length += 1) {
      const code = codes[start + length - 1] as number
      sum += COSTS[code] as number
      if (code !== 0) letters += 1
      const cost = (DEARNESS[length] as number) * sum * (letters === 0 ? Infinity : letters === 1 ? 4 : 1)
      if (cost < least) [from, size, least] = [start, length, cost]
    }
  }
  return size === 0 ? null : { needle: `n${String.fromCharCode(...codes.slice(from, from + size))}`, cost: least }
}

const cheapestWide = (text: string): Priced | null => {
  let best: Priced | null = null
  for (let i = 0; i < text.length; i += 1) {
    if (!isWide(text.charCodeAt(i))) continue
    if (isWide(text.charCodeAt(i + 1))) return { needle: `w${text.slice(i, i + 2)}`, cost: WIDE_PAIR }
    best ??= { needle: `w${text.charAt(i)}`, cost: WIDE_ALONE }
  }
  return best
}

const cheapest = (text: string): Priced | null => {
  const wide = cheapestWide(text)
  const narrow = wide?.cost === WIDE_PAIR ? null : cheapestNarrow(text)
  return wide && narrow ? (narrow.cost < wide.cost ? narrow : wide) : (wide ?? narrow)
}

/** The needles of one pattern after the other: patterns say the same words. */
class Chooser {
  readonly #known = new Map<string, Priced | null>()
  readonly #prices = new Map<string, number>()

  readonly choose = (strings: readonly string[]): readonly string[] | null => {
    const found = new Set<string>()
    for (const text of strings) {
      const best = this.#cheapest(text)
      if (!best) return null
      found.add(best.needle)
    }
    return [...found]
  }

  readonly cost = (needles: readonly string[]): number =>
    needles.reduce((sum, needle) => sum + (this.#prices.get(needle) ?? Infinity), 0)

  #cheapest(text: string): Priced | null {
    if (text === '') return null
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const best = cheapest(text)
    this.#known.set(text, best)
    if (best) this.#prices.set(best.needle, best.cost)
    return best
  }
}

const written = (needle: string): Needle => {
  const codes = Array.from({ length: needle.length - 1 }, (_, i) => needle.charCodeAt(i + 1))
  if (needle.startsWith('w')) return { kind: 'wide', first: codes[0] ?? 0, second: codes[1] ?? 0 }
  return { kind: 'narrow', length: codes.length, codes: codes.reduce((all, code) => (all << BYTE) | code, 0) }
}

/** By pattern, needles one of which is in every line that it matches; null where none can be told. */
export const needlesOf = (patterns: readonly RegExp[]): (readonly Needle[] | null)[] => {
  const { choose, cost } = new Chooser()
  return patterns.map(({ source }) => new Reader(source, choose, cost).needles()?.map(written) ?? null)
}

import { BYTE, isWide, LONGEST, narrowCode, needlesOf, type Needle } from './needles'

/**
 * A line with what it holds of the needles of all gates: 30 of them a number. `hints` are `hintsOf(text)`.
 */
export interface Hinted {
  readonly text: string
  readonly hints: Hints
}

export type Hints = readonly number[]

/** Every gate, for their test. */
export const knownGates = (): readonly Gate[] => gates

const BITS = 30
const gates: Gate[] = []

/**
 * A pattern that is tried only on lines that hold a stretch which each of its matches must hold. Most lines have none:
 * all gates are asked in one pass over a line, and most patterns are never even compiled for a page.
 */
export class Gate {
  readonly #word: number
  readonly #bit: number

  /** Of a pattern with the flag g or y only `isOpen` may be asked: it minds where its last match ended. */
  constructor(readonly pattern: RegExp) {
    this.#word = Math.floor(gates.length / BITS)
    this.#bit = 1 << (gates.length % BITS)
    gates.push(this)
    table = null
  }

  /** False where the line cannot match. */
  isOpen(hints: Hints): boolean {
    return ((hints[this.#word] as number) & this.#bit) !== 0
  }

  test({ text, hints }: Hinted): boolean {
    return this.isOpen(hints) && this.pattern.test(text)
  }

  /** Adds its bit. */
  enter(words: number[]): void {
    words[this.#word] = (words[this.#word] as number) | this.#bit
  }
}

/** Which gates a needle opens, by a hash of the needle; 0 for none. Two needles of one hash open each other's gates. */
interface Table {
  /** one bit a hash: set where it has a row. Small enough to stay at hand while a line is read. */
  readonly seen: Uint32Array
  readonly rows: Uint16Array
  /** by the last letter of a needle: a bit for each length that one has which ends so; few are shorter than the longest */
  readonly ends: Uint8Array
  /** a row's bits, one array for each word of hints */
  readonly bits: readonly number[][]
  /** what every line is given: gates whose patterns have no needles */
  readonly always: readonly number[]
}

let table: Table | null = null

const [HASH_BITS, MIX, MIX_PAIR] = [18, 0x9e3779b1, 0x85ebca6b]
const SHIFT = 32 - HASH_BITS
const hashWide = (first: number, second: number): number =>
  Math.imul(Math.imul(first, MIX) ^ second, MIX_PAIR) >>> SHIFT
const hashNarrow = (codes: number, length: number): number => Math.imul(codes ^ (length << 28), MIX) >>> SHIFT

const hashOf = (needle: Needle): number =>
  needle.kind === 'wide' ? hashWide(needle.first, needle.second) : hashNarrow(needle.codes, needle.length)

const [ONE, TWO, THREE] = [0xff, 0xffff, 0xffffff]

const build = (): Table => {
  const words = Math.max(1, Math.ceil(gates.length / BITS))
  const always = new Array<number>(words).fill(0)
  const rows = new Uint16Array(1 << HASH_BITS)
  const seen = new Uint32Array((1 << HASH_BITS) / 32)
  const ends = new Uint8Array(128)
  const found: number[][] = [new Array<number>(words).fill(0)]
  const needles = needlesOf(gates.map(({ pattern }) => pattern))
  gates.forEach((gate, i) => {
    const own = needles[i] ?? null
    if (own === null) gate.enter(always)
    for (const needle of own ?? []) {
      const hash = hashOf(needle)
      if (needle.kind === 'narrow') {
        const end = needle.codes & ONE
        ends[end] = (ends[end] as number) | (1 << needle.length)
      }
      seen[hash >>> 5] = (seen[hash >>> 5] as number) | (1 << (hash & 31))
      if (rows[hash] === 0) rows[hash] = found.push(new Array<number>(words).fill(0)) - 1
      gate.enter(found[rows[hash] as number] as number[])
    }
  })
  return { seen, rows, ends, bits: always.map((_, word) => found.map((row) => row[word] as number)), always }
}

/** What a line holds, and what the needle of a hash opens; the same where that is nothing new. */
const opened = (hints: Hints, hash: number, { seen, rows, bits, always }: Table): Hints => {
  if ((((seen[hash >>> 5] as number) >>> (hash & 31)) & 1) === 0) return hints
  const row = rows[hash] as number
  // Most lines hold nothing, and share one list.
  const mine = (hints === always ? always.slice() : hints) as number[]
  for (let word = 0; word < mine.length; word += 1)
    mine[word] = (mine[word] as number) | ((bits[word] as readonly number[])[row] as number)
  return mine
}

/** What a line holds of the needles of all gates. `text` is folded. One pass. */
export const hintsOf = (text: string): Hints => {
  const gatesByNeedle = (table ??= build())
  const { ends } = gatesByNeedle
  let hints: Hints = gatesByNeedle.always
  let [codes, before] = [0, 0]
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0
    if (isWide(code)) {
      hints = opened(hints, hashWide(code, 0), gatesByNeedle)
      if (before !== 0) hints = opened(hints, hashWide(before, code), gatesByNeedle)
      before = code
    } else before = 0
    codes = (codes << BYTE) | narrowCode(code)
    const lengths = codes === 0 ? 0 : (ends[codes & ONE] as number)
    if (lengths === 0) continue
    if ((lengths & 2) !== 0) hints = opened(hints, hashNarrow(codes & ONE, 1), gatesByNeedle)
    if ((lengths & 4) !== 0) hints = opened(hints, hashNarrow(codes & TWO, 2), gatesByNeedle)
    if ((lengths & 8) !== 0) hints = opened(hints, hashNarrow(codes & THREE, 3), gatesByNeedle)
    if ((lengths & 16) !== 0) hints = opened(hints, hashNarrow(codes, LONGEST), gatesByNeedle)
  }
  return hints
}

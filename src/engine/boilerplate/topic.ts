import type { Unit } from './unit'

const LONG_WORD = 4
const OTHER_LETTER = /[\p{L}\p{N}]/u

const [FIRST_HAN, HANS] = [0x3400, 0x6c00]
const isHan = (code: number): boolean => code >= FIRST_HAN && code < FIRST_HAN + HANS
const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
/** Dashes, quotation marks, full stops and brackets: the commonest that are no letters. */
const isMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) || (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3020)
const isOtherLetter = (code: number): boolean =>
  code >= 0x80 && !isHan(code) && !isMark(code) && OTHER_LETTER.test(String.fromCharCode(code))

const LOWER = 0x20
const [FIRST_CAPITAL, LAST_CAPITAL] = [0x41, 0x5a]
const MOST = 0x3fffffff
const MIX = 0x9e3779b1
const EMPTY = -1

/** A set of numbers from 0 to 2 ** 30: a story has thousands of pairs of characters. */
class Numbers {
  #slots = new Int32Array(256).fill(EMPTY)
  #size = 0

  has(number: number): boolean {
    return this.#slots[this.#placeOf(number)] === number
  }

  add(number: number): void {
    const place = this.#placeOf(number)
    if (this.#slots[place] === number) return
    this.#slots[place] = number
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#grow()
  }

  /** Where the number is, or would be. */
  #placeOf(number: number): number {
    const slots = this.#slots
    let place = (Math.imul(number, MIX) >>> 8) & (slots.length - 1)
    while (slots[place] !== number && slots[place] !== EMPTY) place = (place + 1) & (slots.length - 1)
    return place
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 4).fill(EMPTY)
    for (const number of before) if (number !== EMPTY) this.#slots[this.#placeOf(number)] = number
  }
}

/** What a story talks about: the pairs of Han characters and the words of four letters and more of its prose. */
export class Topic {
  readonly #pairs = new Numbers()
  readonly #words = new Set<string>()
  /** of the words, so that most of a line's need not be cut out to be known as others */
  readonly #hashes = new Numbers()
  /** what it was read from, with its own share: 1, or 0 where that says nothing */
  readonly #own = new Map<Unit, number>()
  #isOpen = true
  #shared = 0
  #all = 0

  constructor(prose: Iterable<Unit>) {
    for (const unit of prose) {
      this.#read(unit.text)
      this.#own.set(unit, Math.min(1, this.#all))
    }
    this.#isOpen = false
  }

  /** Share of a line's pairs and words that the prose uses too, 0..1. */
  overlap(unit: Unit): number {
    const own = this.#own.get(unit)
    if (own !== undefined) return own
    this.#read(unit.text)
    return this.#all === 0 ? 0 : this.#shared / this.#all
  }

  #read(text: string, isLower = false): void {
    ;[this.#shared, this.#all] = [0, 0]
    let [word, hash, isCased, han] = [-1, 0, false, 0]
    for (let i = 0; i <= text.length; i += 1) {
      const code = i < text.length ? text.charCodeAt(i) : 0x20
      if (isHan(code)) {
        if (han !== 0) this.#pair(han, code)
        han = code
      } else han = 0
      const isOther = isOtherLetter(code)
      if (isOther && !isLower) {
        // Letters beyond English change with their neighbours: such a text is read anew in lower case.
        this.#read(text.toLowerCase(), true)
        return
      }
      if (isOther || isPlain(code)) {
        if (word < 0) [word, hash, isCased] = [i, 0, false]
        if (code <= LAST_CAPITAL && code >= FIRST_CAPITAL) isCased = true
        hash = (Math.imul(hash, 31) + (isOther ? code : code | LOWER)) & MOST
      } else if (word >= 0) {
        if (i - word >= LONG_WORD) this.#word(text, word, i, hash, isCased)
        word = -1
      }
    }
  }

  #pair(first: number, second: number): void {
    const pair = (first - FIRST_HAN) * HANS + second - FIRST_HAN
    this.#all += 1
    if (this.#isOpen) this.#pairs.add(pair)
    else if (this.#pairs.has(pair)) this.#shared += 1
  }

  #word(text: string, start: number, end: number, hash: number, isCased: boolean): void {
    this.#all += 1
    if (!this.#isOpen && !this.#hashes.has(hash)) return
    const written = text.slice(start, end)
    const word = isCased ? written.toLowerCase() : written
    if (!this.#isOpen) {
      if (this.#words.has(word)) this.#shared += 1
      return
    }
    this.#words.add(word)
    this.#hashes.add(hash)
  }
}

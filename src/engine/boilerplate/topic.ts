import type { Unit } from './unit'

/** Two Han characters as one number, or a word of four letters and more: what two texts may share. */
type Term = number | string

const LONG_WORD = 4
const OTHER_LETTER = /[\p{L}\p{N}]/u

const [FIRST_HAN, HANS] = [0x3400, 0x6c00]
const isHan = (code: number): boolean => code >= FIRST_HAN && code < FIRST_HAN + HANS
const isWordy = (code: number): boolean =>
  code < 0x80
    ? (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
    : !isHan(code) && OTHER_LETTER.test(String.fromCharCode(code))

const termsIn = (text: string): Term[] => {
  const lower = text.toLowerCase()
  const terms: Term[] = []
  let word = -1
  for (let i = 0; i <= lower.length; i += 1) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0x20
    if (isHan(code)) {
      const next = lower.charCodeAt(i + 1)
      if (isHan(next)) terms.push((code - FIRST_HAN) * HANS + next - FIRST_HAN)
    }
    if (isWordy(code)) {
      if (word < 0) word = i
    } else if (word >= 0) {
      if (i - word >= LONG_WORD) terms.push(lower.slice(word, i))
      word = -1
    }
  }
  return terms
}

/** What a story talks about: the pairs of Han characters and the words of its prose. */
export class Topic {
  readonly #terms = new Set<Term>()

  constructor(prose: Iterable<Unit>) {
    for (const unit of prose) for (const term of termsIn(unit.text)) this.#terms.add(term)
  }

  /** Share of a line's pairs and words that the prose uses too, 0..1. */
  overlap(text: string): number {
    const terms = termsIn(text)
    if (terms.length === 0) return 0
    let shared = 0
    for (const term of terms) if (this.#terms.has(term)) shared += 1
    return shared / terms.length
  }
}

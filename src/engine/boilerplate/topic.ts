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

/** Tells `visit` each term of a text, in order. */
const eachTerm = (text: string, visit: (term: Term) => void): void => {
  const lower = text.toLowerCase()
  let word = -1
  for (let i = 0; i <= lower.length; i += 1) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0x20
    if (isHan(code)) {
      const next = lower.charCodeAt(i + 1)
      if (isHan(next)) visit((code - FIRST_HAN) * HANS + next - FIRST_HAN)
    }
    if (isWordy(code)) {
      if (word < 0) word = i
    } else if (word >= 0) {
      if (i - word >= LONG_WORD) visit(lower.slice(word, i))
      word = -1
    }
  }
}

/** What a story talks about: the pairs of Han characters and the words of its prose. */
export class Topic {
  readonly #terms = new Set<Term>()

  constructor(prose: Iterable<Unit>) {
    const add = (term: Term): unknown => this.#terms.add(term)
    for (const unit of prose) eachTerm(unit.text, add)
  }

  /** Share of a line's pairs and words that the prose uses too, 0..1. */
  overlap(text: string): number {
    let [shared, all] = [0, 0]
    eachTerm(text, (term) => {
      all += 1
      if (this.#terms.has(term)) shared += 1
    })
    return all === 0 ? 0 : shared / all
  }
}

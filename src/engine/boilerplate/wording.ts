import type { Gate, Hinted } from './gates/gate'

/** How a folded line reads once the words of one family are taken out of it. */
export interface Wording {
  /** words of the family found */
  readonly hits: number
  /** letters and digits left over */
  readonly rest: string
}

/** `words` is a global expression. Null for a line that has none of them. */
export const wordingOf = ({ text, hints }: Hinted, words: Gate): Wording | null => {
  if (!words.isOpen(hints) || text.search(words.pattern) < 0) return null
  let hits = 0
  const rest = text.replace(words.pattern, () => {
    hits += 1
    return ' '
  })
  return { hits, rest: rest.replace(/[^\p{L}\p{N}]+/gu, '') }
}

const LONGEST = 300
const SAID = /[\p{L}\p{N}]/u
const anchored = new WeakMap<RegExp, RegExp>()

/** The same words, matched only where the search stands. */
const anchoredTo = (words: RegExp): RegExp => {
  const known = anchored.get(words)
  if (known) return known
  const sticky = new RegExp(words.source, words.flags.replace('g', 'y'))
  anchored.set(words, sticky)
  return sticky
}

const isSaid = (text: string, at: number, code: number): boolean => {
  if (code < 0x80) return (code | 0x20) >= 0x61 ? (code | 0x20) <= 0x7a : code >= 0x30 && code <= 0x39
  return (code >= 0x3400 && code <= 0x9fff) || SAID.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/**
 * How many words of the family a text consists of; 0 where it says anything else. Stops at the first letter that belongs
 * to no word of it: most lines are answered there. `words` is a global expression.
 */
export const hitsIn = (text: string, words: RegExp): number => {
  if (text.length > LONGEST) return 0
  const sticky = anchoredTo(words)
  let hits = 0
  for (let at = 0; at < text.length;) {
    sticky.lastIndex = at
    if (sticky.test(text)) {
      hits += 1
      at = Math.max(at + 1, sticky.lastIndex)
      continue
    }
    const code = text.charCodeAt(at)
    if (isSaid(text, at, code)) return 0
    at += code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1
  }
  return hits
}

/** The same of a line that is known to hold words of the family or not. */
export const hitsOf = ({ text, hints }: Hinted, words: Gate): number =>
  words.isOpen(hints) ? hitsIn(text, words.pattern) : 0

/** The line says nothing but words of the family, at least `least` of them. */
export const consistsOf = (line: Hinted, words: Gate, least = 1): boolean => hitsOf(line, words) >= least

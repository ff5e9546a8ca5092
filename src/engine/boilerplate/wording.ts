/** How a folded line reads once the words of one family are taken out of it. */
export interface Wording {
  /** words of the family found */
  readonly hits: number
  /** letters and digits left over */
  readonly rest: string
}

/** `words` is a global expression. Null for a line that has none of them. */
export const wordingOf = (text: string, words: RegExp): Wording | null => {
  if (text.search(words) < 0) return null
  let hits = 0
  const rest = text.replace(words, () => {
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

/**
 * The line says nothing but words of the family, at least `least` of them. Stops at the first letter that belongs to no
 * word of it: most lines are answered there.
 */
export const consistsOf = (text: string, words: RegExp, least = 1): boolean => {
  if (text.length > LONGEST) return false
  const sticky = anchoredTo(words)
  let hits = 0
  for (let at = 0; at < text.length;) {
    sticky.lastIndex = at
    if (sticky.test(text)) {
      hits += 1
      at = Math.max(at + 1, sticky.lastIndex)
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (SAID.test(character)) return false
    at += character.length
  }
  return hits >= least
}

import { needlesOf, type Needle } from '../boilerplate/gates/needles'
import { matchesOf } from './matches'

/**
 * A pattern that is tried only on texts that hold a stretch each of its matches must hold. Worth it where many patterns are
 * asked of every passage and few of them match; `words` are read off the pattern, once.
 */
export class Needled {
  #words: readonly string[] | null | undefined

  constructor(readonly pattern: RegExp) {}

  /** Every match, as matchesOf gives them. */
  in(text: string): readonly RegExpExecArray[] {
    this.#words ??= wordsOf(this.pattern)
    const words = this.#words
    if (words.length === 0) return matchesOf(text, this.pattern)
    for (const word of words) if (text.includes(word)) return matchesOf(text, this.pattern)
    return NONE
  }
}

const NONE: readonly RegExpExecArray[] = []
/** Beyond so many words, to look for them takes longer than to try the pattern. */
const MOST = 20

/** Words one of which stands in every text that the pattern matches; none where they are too many or not of Han. */
function wordsOf(pattern: RegExp): readonly string[] {
  const [needles] = needlesOf([pattern])
  if (!needles || needles.length > MOST) return []
  const words = needles.map(wordOf)
  return words.includes('') ? [] : words
}

function wordOf(needle: Needle): string {
  if (needle.kind === 'narrow') return ''
  const { first, second } = needle
  return second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second)
}

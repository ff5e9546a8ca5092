import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'

/** The words that an English headline's figure and a body's figure stand by. */

/** Characters of the title and of the body's clause. */
export function wordsAround(reading: Reading, mention: Mention, length: number): string {
  const { shadow, passage } = reading
  const [from, to] = [Math.max(0, mention.start - length), Math.min(shadow.length, mention.classified + length)]
  const [before, after] = [shadow.slice(from, mention.start), shadow.slice(mention.classified, to)]
  if (passage.role === 'title') return `${before} ${after}`
  return `${before.split(/[;!?]/).at(-1) ?? ''} ${after.split(/[;!?]/)[0] ?? ''}`
}

/** How many English words stand near both. */
export function shared(a: string, b: string): number {
  const words = new Set(b.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  return (a.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => words.has(word)).length
}

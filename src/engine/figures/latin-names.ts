import type { Reading, StoryCopy } from './claim'
import type { Spelling } from './spellings'
import { matchesOf } from './matches'

/** Surnames in Latin letters, and their doubles one letter off. */

const ENGLISH_NAME = /\b[A-Z][a-z]{1,12}\s(?:[A-Z]\.\s)?(?=(?<last>[A-Z][a-z]{4,14})\b)/g
/** A copy of more names is a register. */
const MOST = 200
const ENGLISH_SAID =
  /(?:said|says|told|added)\s(?<a>[A-Z][a-z]{4,14})\b|\b(?<b>[A-Z][a-z]{4,14})\s(?:said|says|told|added)\b/g

/** Helen Marsden … said Marsdon. */
export function* latinNames(copy: StoryCopy): Iterable<readonly [first: Spelling, double: Spelling]> {
  const lasts = new Map<string, Spelling>()
  const counts = wordsOf(copy)
  for (const reading of copy.readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, ENGLISH_NAME)) {
      const last = match.groups?.['last'] ?? ''
      const start = match.index + match[0].length
      if (!lasts.has(last) && lasts.size < MOST) lasts.set(last, { reading, start, words: last })
    }
    yield* alone(reading, lasts, counts)
    for (const match of matchesOf(reading.shadow, ENGLISH_SAID)) {
      const words = match.groups?.['a'] ?? match.groups?.['b'] ?? ''
      const start = match.index + match[0].indexOf(words)
      const like = [...lasts.values()].find((name) => oneLetterOff(name.words, words))
      if (like !== undefined && !lasts.has(words)) yield [like, { reading, start, words }]
    }
  }
}

const CAPITALISED = /\b[A-Z][a-z]{4,14}\b/g

/** How often each word stands in the English copy, as written. */
function wordsOf(copy: StoryCopy): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { shadow, english: isEnglish } of copy.readings) {
    if (isEnglish)
      for (const [word] of matchesOf(shadow, /[A-Z]{5,15}/gi)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** A capitalised word that stands once, one letter off a name the copy introduced, and is no word of the copy otherwise. */
function* alone(
  reading: Reading,
  lasts: ReadonlyMap<string, Spelling>,
  words: ReadonlyMap<string, number>,
): Iterable<readonly [first: Spelling, double: Spelling]> {
  for (const match of matchesOf(reading.shadow, CAPITALISED)) {
    const word = match[0]
    if (words.get(word) !== 1 || words.has(word.toLowerCase())) continue
    const like = [...lasts.values()].find(
      (name) => oneLetterOff(name.words, word) && !name.words.startsWith(word) && !word.startsWith(name.words),
    )
    if (like !== undefined) yield [like, { reading, start: match.index, words: word }]
  }
}

function oneLetterOff(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > 1 || a === b) return false
  let head = 0
  while (head < a.length && a.charAt(head) === b.charAt(head)) head += 1
  if (a.length === b.length) return a.slice(head + 1) === b.slice(head + 1)
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.slice(head + 1) === short.slice(head) && !long.endsWith('s')
}

import type { Reading, StoryCopy } from '../claim'
import type { Spelling } from './spellings'
import { matchesOf } from '../matches'

/** Surnames in Latin letters, and their doubles: one letter off, or two neighbours that changed places. */

const ENGLISH_NAME = /\b[A-Z][a-z]{1,12}\s(?:[A-Z]\.\s)?(?=(?<last>[A-Z][a-z]{3,14})\b)/g
/** A copy of more names is a register. */
const MOST = 200
const ENGLISH_SAID =
  /(?:said|says|told|added)\s(?<a>[A-Z][a-z]{4,14})\b|\b(?<b>[A-Z][a-z]{4,14})\s(?:said|says|told|added)\b/g

type Double = readonly [first: Spelling, double: Spelling]

/** Helen Marsden … said Marsdon; Alan P. Pruitt … Alan R. Pruitt. */
export function* latinNames(copy: StoryCopy): Iterable<Double> {
  const lasts = new Map<string, Spelling>()
  const counts = wordsOf(copy)
  for (const reading of copy.readings) {
    if (!reading.english || isForeign(reading)) continue
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
  yield* turned(copy, counts)
  yield* initials(copy)
  yield* soundAlike(copy)
}

/** German and its like write every noun with a capital: a long copy without one “the” is none of English. */
function isForeign({ shadow }: Reading): boolean {
  return shadow.length > 120 && !/\b(?:the|said|says|with|from|whose|which|their|has|had|were)\b/i.test(shadow)
}

const CAPITALISED = /\b[A-Z][a-z]{4,14}\b/g

/** How often each word stands in the English copy, as written. */
function wordsOf(copy: StoryCopy): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { shadow, english: isEnglish } of copy.readings) {
    if (isEnglish)
      for (const [word] of matchesOf(shadow, /[A-Z]{4,15}/gi)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** A capitalised word that stands once, one letter off a name the copy introduced, and is no word of the copy otherwise. */
function* alone(
  reading: Reading,
  lasts: ReadonlyMap<string, Spelling>,
  words: ReadonlyMap<string, number>,
): Iterable<Double> {
  for (const match of matchesOf(reading.shadow, CAPITALISED)) {
    const word = match[0]
    if (words.get(word) !== 1 || words.has(word.toLowerCase())) continue
    const like = [...lasts.values()].find(
      (name) => oneLetterOff(name.words, word) && !name.words.startsWith(word) && !word.startsWith(name.words),
    )
    if (like !== undefined) yield [like, { reading, start: match.index, words: word }]
  }
}

/** How a surname sounds: MacInnes and McInnis, Sokolowski and Sokolovsky. */
function soundOf(name: string): string {
  const head = name.replace(/^Ma?c(?=[A-Z])/, 'M').toLowerCase()
  const plain = head
    .replace(/ph/g, 'f')
    .replace(/ck|ch|k|q/g, 'c')
    .replace(/[wvu]/g, 'v')
    .replace(/[zs]+/g, 's')
    .replace(/[dt]+h?/g, 't')
    .replace(/y/g, 'i')
  return (
    plain.charAt(0) +
    plain
      .slice(1)
      .replace(/[aeiohv]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}

/** The first two letters behind Mac and Mc: what is misheard seldom begins otherwise. */
const headOf = (name: string): string =>
  name
    .replace(/^Ma?c(?=[A-Z])/, 'M')
    .slice(0, 2)
    .toLowerCase()

const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sgt|PC|Sir|Judge|Cllr|Councillor|Inspector|Captain)\.?\s(?<a>[A-Z][A-Za-z]{4,14})\b(?!\s[A-Z])|\b(?:said|says|added)\s(?<b>[A-Z][A-Za-z]{4,14})\b(?!\s[A-Z])|(?<=[.!?"\u201D,]\s)(?<c>[A-Z][A-Za-z]{4,14})(?=,\s\d\d,|\s(?:said|says|added)\b)/g
/** Dr McInnis introduces nobody. */
const FULL =
  /\b(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sgt|Sir|Judge|Cllr)\b)(?<first>[A-Z][a-z]{1,12})\s(?=(?<last>[A-Z][A-Za-z]{4,14})\b)/g

/** Dr Alasdair MacInnes … Dr McInnis: it sounds like the one name of the story, and nobody is introduced by it. */
function* soundAlike({ readings }: StoryCopy): Iterable<Double> {
  const english = readings.filter((reading) => reading.english && !isForeign(reading))
  const lasts = new Map<string, Spelling>()
  for (const reading of english)
    for (const match of matchesOf(reading.shadow, FULL)) {
      const last = match.groups?.['last'] ?? ''
      const start = match.index + match[0].length
      if (!lasts.has(last) && lasts.size < MOST) lasts.set(last, { reading, start, words: last })
    }
  for (const reading of english)
    for (const { groups, index, 0: words } of matchesOf(reading.shadow, TITLED)) {
      const name = groups?.['a'] ?? groups?.['b'] ?? groups?.['c'] ?? ''
      if (lasts.has(name)) continue
      const sound = soundOf(name)
      const like = [...lasts.values()].filter(
        (one) =>
          soundOf(one.words) === sound &&
          headOf(one.words) === headOf(name) &&
          one.words.toLowerCase() !== name.toLowerCase(),
      )
      const [only, ...more] = like
      if (only !== undefined && more.length === 0 && sound.length > 2)
        yield [only, { reading, start: index + words.lastIndexOf(name), words: name }]
    }
}

function oneLetterOff(a: string, b: string): boolean {
  if (a.length < 5 || a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > 1 || a === b) return false
  let head = 0
  while (head < a.length && a.charAt(head) === b.charAt(head)) head += 1
  if (a.length === b.length) return a.slice(head + 1) === b.slice(head + 1)
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.slice(head + 1) === short.slice(head) && !long.endsWith('s')
}

const PROPER = /(?<![A-Za-z])[A-Z][a-z]{3,14}(?![A-Za-z])/g
/** How often a name must stand before its double is taken for a slip. */
const USUAL = 2

/** Two neighbours changed places, or one of two equal letters is lost: Harris, Haris; Webb, Wbeb. */
function* turned(copy: StoryCopy, counts: ReadonlyMap<string, number>): Iterable<Double> {
  const usual = new Map<string, Spelling>()
  const once: Spelling[] = []
  for (const reading of copy.readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, PROPER)) {
      const words = match[0]
      if (counts.has(words.toLowerCase())) continue
      const spelling = { reading, start: match.index, words }
      if (counts.get(words) === 1) once.push(spelling)
      else if ((counts.get(words) ?? 0) >= USUAL)
        for (const key of keysOf(words)) if (!usual.has(key)) usual.set(key, spelling)
    }
  }
  for (const double of once) {
    const like = keysOf(double.words)
      .map((key) => usual.get(key))
      .find((one) => one !== undefined && isTurned(one.words, double.words))
    if (like !== undefined) yield [like, double]
  }
}

/** Words that may be one another's doubles share a key: their letters, each once. */
const keysOf = (word: string): readonly string[] => [[...new Set(word.toLowerCase())].sort().join('')]

function isTurned(a: string, b: string): boolean {
  if (a.length === b.length) {
    const off = [...a].flatMap((letter, i) => (letter === b.charAt(i) ? [] : [i]))
    const [i, j] = off
    if (off.length !== 2 || i === undefined || j !== i + 1) return false
    if (/[btv](?:er|re)$/.test(a) && j === a.length - 1) return false
    const [x, y] = [a.toLowerCase(), b.toLowerCase()]
    return x.charAt(i) === y.charAt(j) && x.charAt(j) === y.charAt(i)
  }
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  if (long.length !== short.length + 1 || short.length < 4) return false
  let head = 0
  while (head < short.length && long.charAt(head) === short.charAt(head)) head += 1
  return (
    long.slice(head + 1) === short.slice(head) && long.charAt(head) === long.charAt(head - 1) && !long.endsWith('ss')
  )
}

const INITIALLED = /\b(?<first>[A-Z][a-z]{2,12})\s(?<initial>[A-Z])\.\s(?<last>[A-Z][a-z]{2,14})\b/g

/** One first and last name with two initials between. */
function* initials(copy: StoryCopy): Iterable<Double> {
  const known = new Map<string, Spelling>()
  for (const reading of copy.readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, INITIALLED)) {
      const key = `${match.groups?.['first'] ?? ''} ${match.groups?.['last'] ?? ''}`
      const spelling = { reading, start: match.index, words: match[0] }
      const first = known.get(key)
      if (first === undefined) known.set(key, spelling)
      else if (first.words !== spelling.words) yield [first, spelling]
    }
  }
}

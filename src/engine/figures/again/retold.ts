import type { Place, Reading, StoryCopy } from '../claim'
import { singular } from '../lexer/english'
import { differ, type Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { englishApart } from './metric'
import { sentencesOf, type Sentence } from '../sentences'
import { isOneDigitOff, isSlip, isSwapped, significant } from './slips'

/**
 * A figure of English copy that is told again in other words: adds five companies … the six companies. Known by what is
 * counted and by the words that stand near both; whose it is must not differ.
 */

interface Told {
  readonly mention: Mention
  readonly reading: Reading
  readonly sentence: Sentence
  /** what is counted, the last word first: jets, Boeing */
  readonly nouns: readonly string[]
  /** the words near it, ends cut off */
  readonly words: ReadonlySet<string>
  /** the names before it in its sentence */
  readonly names: ReadonlySet<string>
  /** the names among what is counted: Boeing jets */
  readonly makers: ReadonlySet<string>
  /** one study of several */
  readonly indefinite: boolean
  /** the, all, these, out of: it points back */
  readonly definite: boolean
  /** in a title, or in a passage that ends as a sentence does: no line of a list */
  readonly prose: boolean
  readonly apart: string
}

/** Beyond this many figures of one kind a copy is a table or a list of prices. */
const MOST = 70
const NEAR = 70
const STOP =
  /^(?:said|says|that|this|with|from|have|more|than|were|been|their|they|which|when|will|would|could|about|after|before|also|into|over|under|some|other|there|these|those|each|while|where|what|just|only|then|them|your|year|years|percent|million|billion|thousand|first|last|next|time|times|people|most|many|very|such|both|like)$/
const BREAK =
  /^(?:of|in|to|for|from|at|on|with|and|or|who|that|which|were|was|are|is|by|as|a|the|have|had|has|will|would|after|before|when|while|because|but|if|than|during|over|since|this|its|it|per|into|under|out|up|down|off|not|said|says)$/i
const DEFINITE =
  /\b(?:(?:the|all|these|those|both|its|their|his|her)(?:\s(?:first|original|new))?|(?:the|this)\s[a-z]{3,12}\sof|out\sof)\s$/i
/** What leads to a figure and tells nothing of it: songs from her first six albums. */
const LEADS = /\b(?:from|by|including)\s/gi
const MONEY = /^[$\u00A3\u20AC]$/

const stem = (word: string): string => word.toLowerCase().replace(/(?<=[a-z]{4})(?:ing|ed|es|s|e)$/, '')

/** What stands behind the figure to the first word that only links; providers to 14: else what stands before it. */
function nounsOf({ shadow }: Reading, { start, numeral: [, end] }: Mention): string[] {
  const behind = shadow.slice(end, end + 48).split(/[.,;:()!?\u2014\u2013"\u201C\u201D]/)[0] ?? ''
  const nouns: string[] = []
  for (const [word] of matchesOf(behind, /[A-Z\d]+(?:['\u2019-][A-Z]+)*/gi)) {
    if (BREAK.test(word) || nouns.length > 3) break
    if (/^[a-z]/i.test(word) && word.length > 2) nouns.unshift(singular(word))
  }
  if (nouns.length > 0) return nouns
  const before = /\b(?<noun>[A-Z]{4,14})\s(?:to|out\sof)\s$/i.exec(shadow.slice(Math.max(0, start - 26), start))
  const noun = before?.groups?.['noun']
  // by 25 basis points to 3.75%: by how much, and not of what.
  return noun === undefined || /^(?:points?|cents?|percent)$/i.test(noun) ? [] : [singular(noun)]
}

function wordsOf({ shadow }: Reading, from: number, to: number): Set<string> {
  const words = new Set<string>()
  for (const [word] of matchesOf(shadow.slice(from, to), /[A-Z]{4,}/gi))
    if (!STOP.test(word.toLowerCase())) words.add(stem(word))
  return words
}

/** Names: capitalised words behind the sentence's first, or two that begin it. */
const NAMES = /(?<=[a-z,]\s)[A-Z][a-z]{2,}|\b[A-Z][a-z]+(?=\s[A-Z][a-z'])/g
function namesOf({ shadow }: Reading, from: number, to: number, names = NAMES): Set<string> {
  return new Set(matchesOf(shadow.slice(from, to), names).map(([word]) => word))
}

/** Wi-Fi 6, in 2014: a name or a year, no count. */
function isName({ shadow }: Reading, { numeral: [start, end], classifier }: Mention): boolean {
  if (MONEY.test(classifier)) return false
  if (/^(?:19|20)\d\d$/.test(shadow.slice(start, end))) return true
  // Thornbridge 3 Eastmoor 2: a score.
  if (/\b[A-Z][\w-]{0,20}\s$/.test(shadow.slice(0, start).slice(-24)) && /^\s[A-Z][a-z]/.test(shadow.slice(end)))
    return true
  return /(?<![.!?]\s|^)\b[A-Z][\w-]*\s$/.test(shadow.slice(0, start).slice(-24))
}

function toldOf(sentence: Sentence, mention: Mention): Told {
  const { reading } = sentence
  const { shadow, passage } = reading
  const nouns = nounsOf(reading, mention)
  const from = Math.max(sentence.start, mention.start - NEAR)
  return {
    mention,
    reading,
    sentence,
    nouns,
    words: new Set([...wordsOf(reading, from, Math.min(sentence.end, mention.end + NEAR)), ...nouns.map(stem)]),
    names: namesOf(reading, sentence.start, mention.start),
    makers: namesOf(reading, mention.numeral[0], mention.classified + 16, /(?<=[\d\s])[A-Z][a-z]{2,}(?=\s)/g),
    indefinite: INDEFINITE.test(shadow.slice(sentence.start, mention.start)),
    definite: DEFINITE.test(shadow.slice(Math.max(0, mention.start - 26), mention.start)),
    prose: passage.role === 'title' || passage.role === 'subtitle' || /[.!?"\u201D]\s?$/.test(shadow),
    apart: englishApart(shadow.slice(Math.max(sentence.start, mention.start - 30), mention.start).replace(LEADS, '')),
  }
}

const kindOf = ({ kind, classifier }: Mention): string =>
  kind === 'percent' ? '%' : MONEY.test(classifier) ? classifier : 'count'

function toldIn(copy: StoryCopy): Map<string, Told[]> {
  const byKind = new Map<string, Told[]>()
  for (const reading of copy.readings) {
    if (!reading.english || ['table', 'list', 'kicker'].includes(reading.passage.role)) continue
    for (const sentence of sentencesOf(reading)) {
      for (const mention of sentence.mentions) {
        if ((mention.kind !== 'count' && mention.kind !== 'percent') || mention.range !== null) continue
        if (isName(reading, mention) || STRETCH.test(mention.dimension)) continue
        const told = toldOf(sentence, mention)
        if (mention.dimension === '' && !told.definite && reading.passage.role !== 'title' && told.nouns.length === 0)
          continue
        const same = byKind.get(kindOf(mention))
        if (same === undefined) byKind.set(kindOf(mention), [told])
        else same.push(told)
      }
    }
  }
  return byKind
}

/** Stretches of time and ages come again with other figures. */
const STRETCH = /^(?:year|month|week|day|hour|minute|second|age|time|p|a|am|pm|point)$/

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const word of a) if (b.has(word)) count += 1
  return count
}

function sameNoun(a: Told, b: Told): boolean {
  const [x, y] = [a.nouns[0], b.nouns[0]]
  if (x === undefined || y === undefined) return false
  return x === y || a.nouns.includes(y) || b.nouns.includes(x)
}

const sameSize = (a: Mention, b: Mention): boolean => String(a.amount).length === String(b.amount).length

/** A slip of the hand that keeps the size, or one or two more of a few. */
function isNear(a: Mention, b: Mention): boolean {
  if (a.amount < 13 && b.amount < 13) return Math.abs(a.amount - b.amount) <= 2 && a.amount > 1 && b.amount > 1
  const size = a.value / b.value
  return (isSlip(a, b) || isOneDigitOff(a, b)) && size < 9 && size > 1 / 9
}

/** Each tells of people or places of its own. */
const areApart = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
  x.size > 0 && y.size > 0 && shared(x, y) === 0

/** 30 four-bedroom houses and 90 houses: those of one kind, and others. */
const kindIn = ({ reading, mention }: Told): string =>
  /^\s(?<kind>[a-z]+-[a-z]+)\s/i.exec(reading.shadow.slice(mention.numeral[1], mention.numeral[1] + 24))?.groups?.[
    'kind'
  ] ?? ''

function areOthers(a: Told, b: Told): boolean {
  if (kindIn(a) !== kindIn(b)) return true
  return areApart(a.names, b.names) || areApart(a.makers, b.makers) || a.indefinite || b.indefinite
}

/** One study … another study: each found its own. */
const INDEFINITE = /\b(?:one|another|an?)\s(?:[a-z\d-]+\s){0,3}(?:study|survey|review|report|poll|analysis|trial)\b/i

/** The body bears the headline's figure out nowhere, and this is said in its first paragraphs. */
function isHeadlined(all: readonly Told[], a: Told, b: Told): boolean {
  if (b.reading.index > 6 || b.reading.passage.role === 'title') return false
  return all.every((one) => one === a || one.mention.value !== a.mention.value)
}

/** Of this noun others tell other values in as many of the same words: each village has its own. */
function isSeries(all: readonly Told[], a: Told, b: Told): boolean {
  const least = shared(a.words, b.words)
  return all.some(
    (one) =>
      one.mention.value * 4 > a.mention.value &&
      !areApart(one.makers, a.makers) &&
      one.mention.value !== a.mention.value &&
      one.mention.value !== b.mention.value &&
      (sameNoun(one, a) || one.nouns.length === 0) &&
      Math.max(shared(one.words, a.words), shared(one.words, b.words)) >= least,
  )
}

/** Said twice so, and once otherwise, in some of the same words. */
function isOutvoted(all: readonly Told[], a: Told, b: Told): boolean {
  const times = (of: Told, other: Told): number =>
    all.filter((one) => one.mention.value === of.mention.value && shared(one.words, other.words) > 1).length
  const once = (of: Told): boolean => all.filter((one) => one.mention.value === of.mention.value).length === 1
  return (once(a) && times(b, a) > 1) || (once(b) && times(a, b) > 1)
}

/** How many of the words near both must be the same. */
function wanted(all: readonly Told[], a: Told, b: Told): number {
  const digits = Math.min(significant(a.mention), significant(b.mention))
  if (a.reading.passage.role === 'title' && isHeadlined(all, a, b)) return digits >= 3 ? 1 : 2
  const turned = isSwapped(a.mention, b.mention)
  if (turned && digits > 1 && all.length === 2) return 1
  if (isOutvoted(all, a, b)) return sameNoun(a, b) ? 2 : 3
  const size = sameSize(a.mention, b.mention)
  if (digits >= 3 && size) return turned ? 1 : 2
  if (!sameNoun(a, b)) return digits > 1 && size && (a.nouns.length === 0 || b.nouns.length === 0) ? 3 : Infinity
  if (isSeries(all, a, b)) return Infinity
  if (a.mention.amount >= 10) return b.definite ? 1 : a.nouns[0] === b.nouns[0] ? 2 : 3
  return b.definite ? 2 : 3
}

/** 38 miles are none of 31 foundations. */
const MEASURED =
  /^(?:mile|kilomet|metre|meter|foot|feet|yard|inch|hectare|acre|tonne|ton|kilo|litre|gallon|degree|temperature)/

function isRetold(all: readonly Told[], a: Told, b: Told): boolean {
  if (a.sentence === b.sentence || !differ(a.mention, b.mention) || !isNear(a.mention, b.mention)) return false
  if (a.apart !== b.apart || areOthers(a, b) || !(a.prose || b.prose)) return false
  if (MEASURED.test(a.mention.dimension) !== MEASURED.test(b.mention.dimension)) return false
  const words = shared(a.words, b.words)
  // Rates of different things stand at all heights.
  const least = a.mention.kind === 'percent' && !sameNoun(a, b) ? 3 : 1
  return words >= least && words >= wanted(all, a, b)
}

/** Places of figures that tell one thing in other words, earlier first. */
export function* retold(copy: StoryCopy): Iterable<readonly [first: Told, again: Told]> {
  for (const all of toldIn(copy).values()) {
    if (all.length > MOST) continue
    for (const [j, second] of all.entries()) {
      const first = all.slice(0, j).find((one) => isRetold(all, one, second))
      if (first !== undefined) yield [first, second]
    }
  }
}

export const placeOfTold = ({ reading, mention: { start, end, value } }: Told): Place => ({
  reading,
  start,
  end,
  value,
})

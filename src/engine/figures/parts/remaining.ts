import type { Claim } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'
import { isClose } from './rows'
import { ofSum } from './wholes'

/** English parts that end with the rest: Europe accounted for $3.1 billion and Asia contributed the remaining $1.9 billion. */

const REST = /\bthe\s(?:remaining|other)\s$/i
/** A figure that another time or a change gives is no part. */
const APART =
  /\b(?:last|previous|earlier|ago|up|down|rose|fell|grew|than|from|average|each|every|per|by|another|further|ever|expected|forecast)\s(?:\w+\s){0,2}$/i
const CHANGE =
  /\b(?:up|down|rose|fell|grew|growth|increase[ds]?|decrease[ds]?|rise|compared|points?|interest|return)\b/i

/** The rest and the figures of its kind before it in the sentence; null where one of them is something else. */
function partsOf({ reading, mentions, start }: Sentence): Mention[] | null {
  const { shadow } = reading
  const rest = mentions.findIndex((one) => REST.test(shadow.slice(Math.max(start, one.start - 16), one.start)))
  const last = mentions[rest]
  if (last === undefined || last.dimension === '' || last.range !== null) return null
  const parts = mentions
    .slice(0, rest + 1)
    .filter(({ dimension, kind }) => dimension === last.dimension && kind === last.kind)
  const apart = parts.some(
    (one) => one.range !== null || APART.test(shadow.slice(Math.max(start, one.start - 24), one.start)),
  )
  return apart || parts.length < (last.kind === 'percent' ? 2 : 3) || parts.length > 8 ? null : parts
}

/** 46 percent drive, 31 percent take a bus and the remaining 33 percent walk. */
export function* remainingShares(sentence: Sentence): Iterable<Claim> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || !mentions.some(({ kind }) => kind === 'percent')) return
  const parts = partsOf(sentence)
  if (
    parts?.[0]?.kind !== 'percent' ||
    (parts.length < 3 && !/\bhalf of\b/i.test(reading.shadow.slice(start, parts[0].start)))
  )
    return
  if (CHANGE.test(reading.shadow.slice(start, end))) return
  // Half of it goes to schools, 30 percent to roads: said in a word, it is a part too.
  const half = /\bhalf of\b/i.exec(reading.shadow.slice(start, parts[0].start)) === null ? 0 : 50
  const low = half + parts.reduce((sum, part) => sum + part.low, 0)
  const high = half + parts.reduce((sum, part) => sum + part.high, 0)
  const slack = 0.51 * parts.length
  // Far more or less than the whole: they are of several wholes.
  if (low > 125 || high < 75 || (low <= 100 + slack && high >= 100 - slack)) return
  yield ofSum(
    reading,
    parts.map(({ start: from, end: to, value }) => ({ start: from, end: to, value })),
    [...(half > 0 ? [half] : []), ...parts.map(({ value }) => value)],
  )
}

/** Revenue of $9.2 billion. … brought in $4.2 billion, … $3.1 billion and … the remaining $1.9 billion. */
export function* remainingOf(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading } = sentence
  if (!reading.english || before === undefined) return
  const parts = partsOf(sentence)
  const [first] = parts ?? []
  if (parts === null || first === undefined || first.kind !== 'count') return
  const most = Math.max(...parts.map(({ value }) => value))
  const wholes = before.mentions.filter(
    ({ dimension, kind, value }) => kind === 'count' && dimension === first.dimension && value > most,
  )
  const [total, ...more] = wholes
  if (total === undefined || more.length > 0 || sums(reading.shadow, parts.slice(1), first)) return
  if (!sums(reading.shadow, parts, total) && isClose(parts, total))
    yield { reading, total, parts, closed: true, sum: false }
}

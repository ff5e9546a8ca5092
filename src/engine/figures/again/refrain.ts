import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { touches } from '../lexer/mention'
import { parseChinese } from '../lexer/numeral'
import { commonTail } from './same-thing'

/** A statement made twice in the same words around a figure, whatever the figure counts. */

interface Slot extends Place {
  readonly written: string
  /** the number it writes */
  readonly number: number
}

export type Refrain = readonly [first: Slot, again: Slot]

const NUMERAL = /\d[\d,]*(?:\.\d+)?|(?:[二两三四五六七八九十百千]|(?<=第)一)[〇零一二三四五六七八九十百千]{0,6}/g
/** Characters of Han, or letters, that must be the same around both. */
const HAN = 12
const LATIN = 22
const AROUND = 40
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
/** Under one key more figures than this are a table's. */
const MOST = 12

const hanIn = (text: string): number => text.match(/[\u4E00-\u9FFF]/g)?.length ?? 0
const lettersIn = (text: string): number => text.match(/[A-Z]/gi)?.length ?? 0

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length += 1
  return length
}

/** Slots behind the same words; only such can be a refrain's. */
function groupsOf(copy: StoryCopy): Slot[][] {
  const byKey = new Map<string, { reading: Reading; match: RegExpExecArray }[]>()
  for (const reading of copy.readings) {
    if (['table', 'list'].includes(reading.passage.role)) continue
    for (const match of matchesOf(reading.shadow, NUMERAL)) {
      const key = keyOf(reading, match.index)
      const same = byKey.get(key)
      if (same === undefined) byKey.set(key, [{ reading, match }])
      else same.push({ reading, match })
    }
  }
  return [...byKey]
    .filter(([key, { length }]) => length > 1 && length <= MOST && (hanIn(key) > 0 || lettersIn(key) > 1))
    .map(([, all]) => all.flatMap(({ reading, match }) => slotOf(reading, match) ?? []))
}

function slotOf(reading: Reading, match: RegExpExecArray): Slot | null {
  const [start, end] = [match.index, match.index + match[0].length]
  if (touches(reading.times, start, end) || (!reading.english && touches(reading.dates, start, end))) return null
  const written = match[0].replaceAll(',', '')
  if (/^(?:19|20)\d\d$/.test(written)) return null
  const plain = /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? Number.NaN)
  return { reading, start, end, written, number: plain * (SCALES[reading.shadow.charAt(end)] ?? 1) }
}

/** What stands right before: two characters, of Latin six. */
const keyOf = ({ shadow, english }: Reading, start: number): string =>
  shadow.slice(Math.max(0, start - (english ? 6 : 2)), start)

/** The words around both are the same from the beginning of a clause, or for long. */
function isRefrain(a: Slot, b: Slot): boolean {
  const [x, y] = [a, b].map(({ reading: { shadow }, start }) => shadow.slice(Math.max(0, start - AROUND), start)) as [
    string,
    string,
  ]
  const tail = commonTail(x, y)
  const [p, q] = [a, b].map(({ reading: { shadow }, end }) => shadow.slice(end, end + AROUND)) as [string, string]
  const head = commonHead(p, q)
  const words = y.slice(y.length - tail) + q.slice(0, head)
  const most = a.reading.english ? lettersIn(words) - LATIN : (hanIn(words) - HAN) * 2
  if (most < 0 || (a.reading.english && !isProse(a) && !isProse(b))) return false
  const opens = [x, y].filter(
    (one) => tail === one.length || /[^\u4E00-\u9FFFA-Z\d]/i.test(one.charAt(one.length - tail - 1)),
  ).length
  return (
    (most > 24 && !a.reading.english) ||
    ((opens === 2 || (opens === 1 && most > 3) || most > 8) && isNear(a.written, b.written))
  )
}

/** In a passage that ends as a sentence does: no line of a list. */
const isProse = ({ reading: { shadow } }: Slot): boolean => /[.!?"\u201D]\s?$/.test(shadow)

/** One slip of the hand apart: a digit or two of equally many, or one or two more of a few. */
function isNear(a: string, b: string): boolean {
  if (a.length !== b.length) return Math.min(a.length, b.length) > 0 && (drops(a, b) || drops(b, a))
  if (a.length === 1 && /\d/.test(a)) return Number(a) > 1 && Number(b) > 1
  const off = [...a].filter((character, i) => character !== b.charAt(i)).length
  return off === 1 || (off === 2 && [...a].sort().join('') === [...b].sort().join(''))
}

/** Whether `short` is `long` without its first or last character: 十万 for 二十万, 120 for 1200. */
const drops = (short: string, long: string): boolean =>
  short.length + 1 === long.length && (long.startsWith(short) || long.endsWith(short))

/** The places of figures that one refrain gives twice, otherwise. */
export function* refrains(copy: StoryCopy): Iterable<Refrain> {
  for (const slots of groupsOf(copy)) {
    for (const [j, again] of slots.entries()) {
      const alike = slots.filter((one, i) => i !== j && one.reading !== again.reading && isRefrain(one, again))
      const values = new Set([again.number, ...alike.map(({ number }) => number)])
      const first = alike.find(({ number }) => number !== again.number)
      if (first !== undefined && values.size === 2 && slots.indexOf(first) < j) yield [first, again]
    }
  }
}

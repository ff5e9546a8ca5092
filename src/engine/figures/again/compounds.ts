import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** Numbers joined to their noun: an 8-year-old girl, a 12-inch screen, a 180-day cruise. The same one told otherwise. */

interface Compound extends Place {
  readonly number: number
  readonly written: string
  readonly unit: string
  /** the word behind */
  readonly noun: string
  readonly words: ReadonlySet<string>
  readonly early: boolean
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const COMPOUND = new RegExp(
  `(?<![\\w.,-])(?<number>\\d{1,4}(?:\\.\\d)?|${WORDS.slice(1).join('|')})-(?<unit>year-old|inch|day|month|minute|hour|week|mile|foot|page|door|seat|room|story|storey|point|game|man|member|person|acre|date|city|nation)(?![a-z])\\s?(?<noun>[A-Z]{3,})?`,
  'gi',
)
const STOP =
  /^(?:that|this|with|from|have|were|been|their|they|which|when|will|would|about|after|into|over|said|says|year|years)$/

function compoundsOf(copy: StoryCopy): Map<string, Compound[]> {
  const byUnit = new Map<string, Compound[]>()
  for (const reading of copy.readings) {
    if (!reading.english || ['table', 'list'].includes(reading.passage.role)) continue
    for (const match of matchesOf(reading.shadow, COMPOUND)) {
      const { number = '', unit = '', noun = '' } = match.groups ?? {}
      const written = /^\d/.test(number) ? Number(number) : WORDS.indexOf(number.toLowerCase())
      const [start, end] = [match.index, match.index + number.length + 1 + unit.length]
      const one = {
        reading,
        start,
        end,
        number: written,
        written: String(written),
        unit: unit.toLowerCase(),
        noun: noun.toLowerCase(),
        words: wordsNear(reading, start, end),
        early: reading.index < 5,
      }
      byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one])
    }
  }
  return byUnit
}

function wordsNear({ shadow }: Reading, start: number, end: number): Set<string> {
  const near = shadow.slice(Math.max(0, start - 60), start) + shadow.slice(end, end + 60)
  const words = matchesOf(near.toLowerCase(), /[a-z]{4,}/g).map(([word]) => word.replace(/(?:ed|ing|s)$/, ''))
  return new Set(words.filter((word) => !STOP.test(word)))
}

const digitsOf = (written: string): string => written.replace('.', '')

/** Digits of the one are the other's in another order. */
function isTurned(a: Compound, b: Compound): boolean {
  const [x, y] = [digitsOf(a.written), digitsOf(b.written)]
  return x.length === y.length && x.length > 1 && [...x].sort().join('') === [...y].sort().join('')
}

function isOne(all: readonly Compound[], a: Compound, b: Compound): boolean {
  if (a.number === b.number || (a.reading === b.reading && b.start - a.end < 60)) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  const values = new Set(
    all
      .filter(({ noun, unit }) => unit === 'year-old' || noun === a.noun || noun === b.noun)
      .map(({ number }) => number),
  )
  if (values.size > 2) return false
  if (a.unit === 'year-old') return a.reading.passage.role === 'title' && b.early && shared > 1
  return isTurned(a, b) && ((a.noun !== '' && a.noun === b.noun) || shared > (a.written.length > 2 ? 1 : 2))
}

/** Pairs of compounds that tell of one thing. */
export function* partedCompounds(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const all of compoundsOf(copy).values()) {
    if (all.length > 30) continue
    for (const [j, again] of all.entries()) {
      const first = all.slice(0, j).find((one) => isOne(all, one, again))
      if (first !== undefined) yield [first, again]
    }
  }
}

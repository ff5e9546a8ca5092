import type { Claim, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** A stretch of years that would end after the story: 1993年起,历时21年, in a story of 2004. */

const SPAN =
  /(?<from>(?:19|20)\d\d)年(?:起|开始|以?来)?,?(?:[他她]们?)?(?:先后|前后|一共|已经?)?(?:历时|历经|用了|耗时|坚持了?|花了)(?<years>\d{1,2})年/g

const ENGLISH =
  /\b(?<years>\d{1,3}) years,? from (?<from>1[6-9]\d\d|20\d\d) (?:to|until|through) (?<to>1[6-9]\d\d|20\d\d)\b/gi

/** For 16 years, from 1990 to 2004. */
function* parted(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, ENGLISH)) {
      const { years = '', from = '', to = '' } = match.groups ?? {}
      const span = Number(to) - Number(from)
      if (span <= 0 || Math.abs(span - Number(years)) <= 1) continue
      const at = match.index + match[0].indexOf(from)
      yield {
        tier: 'query',
        places: [
          { reading, start: match.index, end: match.index + years.length, value: Number(years) },
          { reading, start: at, end: match.index + match[0].length, value: span },
        ],
        message: {
          zh: zh`${from}至${to}是${span}年,文中写${years}年。请核对。`,
          en: en`From ${from} to ${to} is ${span} years, not ${years}. Check them.`,
        },
        arithmetic: [{ label: '推算', en: 'computed', expr: `${to} - ${from}`, value: span }],
      }
    }
  }
}

/** The last year the story knows of: its own, else the latest it names. */
function latest({ published, readings }: StoryCopy): number | null {
  if (published !== null) return published.year
  const years = readings.flatMap(({ dates }) => dates.flatMap(({ year }) => year ?? []))
  return years.length === 0 ? null : Math.max(...years)
}

export function* futureSpans(copy: StoryCopy): Iterable<Claim> {
  yield* parted(copy)
  const last = latest(copy)
  if (last === null) return
  for (const reading of copy.readings) {
    for (const match of matchesOf(reading.shadow, SPAN)) {
      const { from = '', years = '' } = match.groups ?? {}
      const until = Number(from) + Number(years)
      if (until <= last + 1 || Number(from) >= last) continue
      const end = match.index + match[0].length
      yield {
        tier: 'query',
        places: [
          { reading, start: end - years.length - 1, end, value: Number(years) },
          { reading, start: match.index, end: match.index + from.length + 1, value: Number(from) },
        ],
        message: {
          zh: zh`从${from}年起${years}年要到${until}年,晚于文中最近的${last}年。请核对。`,
          en: en`${years} years from ${from} end in ${until}, later than ${last}, the last year of the story. Check them.`,
        },
        arithmetic: [{ label: '推算', en: 'computed', expr: `${from} + ${years}`, value: until }],
      }
    }
  }
}

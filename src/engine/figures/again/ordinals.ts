import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** Numbers that belong to a name: the 50th anniversary, a 30-date run, 第十四届旅游节. Said twice alike and once otherwise. */

interface Numbered {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  readonly number: number
}

const ENGLISH =
  /\b(?<number>\d{1,3})(?:(?:st|nd|rd|th)[\s-](?<of>anniversary|annual|edition|session|congress|birthday)|-(?<noun>date|member|page|seat|room|bed|storey|story|acre|nation|team|city|stop|week|day|mile)\b)/gi
/** 7th Amsterdam Light Festival, type 2 immune response: by the words behind, and the word before. */
const NAMED =
  /\b(?<number>\d{1,3})(?:st|nd|rd|th)\s(?<of>[A-Z][a-z]+\s[A-Z][a-z]+)|\b(?<kind>type|phase|stage|level|class|grade|category)\s(?<label>\d)\s(?<noun>[a-z]{4,12})/g
const CHINESE = /第(?<number>\d{1,3}|[一二三四五六七八九十百]{1,4})[届个次](?<of>[\u4E00-\u9FFF]{4,8})/g
const DIGITS = '零一二三四五六七八九'

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  const [tens, ones] = written.includes('十') ? written.split('十') : ['零', written]
  return 10 * (tens === '' ? 1 : DIGITS.indexOf(tens ?? '零')) + Math.max(0, DIGITS.indexOf(ones ?? ''))
}

function numberedOf(copy: StoryCopy): Map<string, Numbered[]> {
  const byName = new Map<string, Numbered[]>()
  for (const reading of copy.readings) {
    const patterns = reading.english ? [ENGLISH, NAMED] : [CHINESE]
    for (const match of patterns.flatMap((pattern) => matchesOf(reading.shadow, pattern))) {
      const { number: written = '', of = '', noun = '', kind = '', label = '' } = match.groups ?? {}
      const name = reading.english ? `${kind} ${of || noun}`.trim().toLowerCase() : of.slice(0, 4)
      const [start, end] = [match.index, match.index + match[0].length - (reading.english ? 0 : of.length)]
      const one = { reading, start, end, number: numberOf(written || label) }
      byName.set(name, [...(byName.get(name) ?? []), one])
    }
  }
  return byName
}

/** The usual one and the one that stands alone. */
export function* oddOrdinals(copy: StoryCopy): Iterable<readonly [usual: Place, odd: Place]> {
  for (const all of numberedOf(copy).values()) {
    const numbers = [...new Set(all.map(({ number }) => number))]
    if (numbers.length !== 2 || all.length < 3) continue
    const odd = all.filter(({ number }) => number === numbers[1])
    const [few, many] =
      odd.length === 1 ? [odd, all.filter((one) => !odd.includes(one))] : [all.filter((one) => !odd.includes(one)), odd]
    const [once, usual] = [few[0], many[0]]
    if (few.length !== 1 || once === undefined || usual === undefined) continue
    yield [
      { reading: usual.reading, start: usual.start, end: usual.end, value: usual.number },
      { reading: once.reading, start: once.start, end: once.end, value: once.number },
    ]
  }
}

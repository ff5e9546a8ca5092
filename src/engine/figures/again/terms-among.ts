import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 有期徒刑一年二个月至五年六个月不等 … 主犯崇某有期徒刑七年六个月: a term beyond those that all were sentenced to. */

const NUMERAL = '[一二两三四五六七八九十]{1,3}|\\d{1,2}'
const YEARS = `(?:${NUMERAL})年(?:零?(?:${NUMERAL})个月)?|(?:${NUMERAL})个月`
const RANGE = new RegExp(`有期徒刑(?<low>${YEARS})[至到](?<high>${YEARS})不等`, 'g')
const TERM = new RegExp(`有期徒刑(?<term>${YEARS})(?![至到零一二两三四五六七八九十\\d])`, 'g')
const PARTED =
  /(?:(?<years>[一二两三四五六七八九十]{1,3}|\d{1,2})年)?零?(?:(?<months>[一二两三四五六七八九十]{1,3}|\d{1,2})个月)?/

function monthsOf(written: string): number {
  const { years = '', months = '' } = PARTED.exec(written)?.groups ?? {}
  const value = (text: string): number =>
    text === '' ? 0 : /^\d/.test(text) ? Number(text) : (parseChinese(text) ?? 0)
  return value(years) * 12 + value(months)
}

const placeOf = (reading: Reading, { index, 0: words }: RegExpExecArray): Place => ({
  reading,
  start: index,
  end: index + words.length,
})

export function* termsAmong({ readings }: StoryCopy): Iterable<readonly [range: Place, term: Place]> {
  const courts = readings.filter(({ shadow }) => shadow.includes('有期徒刑'))
  const ranges = courts.flatMap((reading) => matchesOf(reading.shadow, RANGE).map((match) => ({ reading, match })))
  const [range] = ranges
  if (range === undefined || ranges.length > 1) return
  const [low, high] = [range.match.groups?.['low'] ?? '', range.match.groups?.['high'] ?? ''].map(monthsOf)
  if (low === undefined || high === undefined || low >= high) return
  for (const reading of courts.slice(courts.indexOf(range.reading)))
    for (const match of matchesOf(reading.shadow, TERM)) {
      const term = monthsOf(match.groups?.['term'] ?? '')
      if (reading === range.reading && match.index <= range.match.index) continue
      if (term > high || term < low) yield [placeOf(range.reading, range.match), placeOf(reading, match)]
    }
}

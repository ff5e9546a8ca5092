import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'

/** An end after so many years, the beginning and the year of the end told elsewhere in the story: will close after 93 years … founded in 1933. */

const AFTER =
  /\b(?:clos|shut|end|fold|retir|ceas|leav|step|stop|disband)[a-z]*\b[^.;\d]{1,40}?\bafter (?<years>\d{1,3}) years\b(?! ago)/gi
const BEGUN =
  /\b(?:founded|opened|established|started|set up|launched|built|began|begun) (?:[a-z]+ ){0,3}in (?<year>1[5-9]\d\d|20\d\d)\b/gi
const ENDED = /\b(?:clos|shut|retir|ceas)[a-z]*\b[^.;]{1,20}?\bin (?:[a-z]{3,9} )?(?<year>19\d\d|20\d\d)\b/gi

interface Year extends Place {
  readonly year: number
}

function yearsIn(readings: readonly Reading[], pattern: RegExp): Year[] {
  return readings.flatMap((reading) =>
    matchesOf(reading.shadow, pattern).map((match): Year => {
      const year = match.groups?.['year'] ?? ''
      const end = match.index + match[0].length
      return { reading, start: end - year.length, end, value: year, year: Number(year) }
    }),
  )
}

/** The one year that all of them say. */
function only(years: readonly Year[]): Year | null {
  const [first] = years
  return first !== undefined && years.every(({ year }) => year === first.year) ? first : null
}

export function* closures(copy: StoryCopy): Iterable<Claim> {
  const readings = copy.readings.filter(({ english }) => english)
  const said = readings.flatMap((reading) => matchesOf(reading.shadow, AFTER).map((match) => ({ reading, match })))
  const [first, ...more] = said
  if (first === undefined || more.length > 0) return
  const from = only(yearsIn(readings, BEGUN))
  const ended = only(yearsIn(readings, ENDED))
  const to = ended?.year ?? copy.published?.year
  if (from === null || to === undefined || to <= from.year) return
  const years = first.match.groups?.['years'] ?? ''
  const span = to - from.year
  if (Math.abs(span - Number(years)) <= 1) return
  const at = first.match.index + first.match[0].lastIndexOf(years)
  const right = { low: span, high: span, expr: `${to} - ${from.year}`, value: `${span}年`, en: `${span} years` }
  const place = placeIn(first.reading, { start: at, end: at + years.length + ' years'.length })
  yield stretchClaim(ended === null ? [place, from] : [place, from, ended], right, 'query')
}

import type { Claim, Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'

/**
 * An age of now or of death beside the one birth the story tells, where the year stands elsewhere in it: 1990年5月出生,今年34岁 …
 * 2026年11月,他驻村期满. Whoever lives in the last year that the story has lived through is no younger than that.
 */

const BIRTH =
  /(?:(?<!\d)(?<year>19\d\d|20\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:出生|生于|生,)|(?:出生于|生于)(?<after>19\d\d|20\d\d)年)/g
const AGED = /(?:今年|现年|享年|享寿|终年|年仅)(?:已有?|刚满|才)?(?<age>\d{1,3})岁/g
/** A day of the calendar has come or is fixed; a bare year may be a plan's. */
const DAY = /(?<!\d)(?<year>20\d\d)年\d{1,2}月\d{1,2}日/g
const PAST =
  /(?<!\d)(?<year>20\d\d)年(?:\d{1,2}月)?,[^。;]{0,40}?(?:期满|去世|病逝|逝世|离世|获|来到|回到|完成|迎来|退休)/g
const ANY = /(?<!\d)(?<year>19\d\d|20\d\d)年/g
const PLANNED = /计划|预计|力争|将于|到$|前$/

interface Year extends Place {
  readonly year: number
}

function yearsIn(copy: StoryCopy, pattern: RegExp): Year[] {
  return copy.readings.flatMap((reading) =>
    matchesOf(reading.shadow, pattern).flatMap((match): Year[] => {
      const written = match.groups?.['year'] ?? match.groups?.['after'] ?? ''
      const start = match.index + match[0].indexOf(written)
      if (PLANNED.test(reading.shadow.slice(Math.max(0, match.index - 4), match.index)) && pattern === PAST) return []
      return [{ reading, start, end: start + written.length + 1, value: written, year: Number(written) }]
    }),
  )
}

export function* agesNow(copy: StoryCopy): Iterable<Claim> {
  const births = yearsIn(copy, BIRTH)
  const [birth] = births
  if (birth === undefined || births.length > 1) return
  const ages = copy.readings.flatMap((reading) => matchesOf(reading.shadow, AGED).map((match) => ({ reading, match })))
  const [said] = ages
  if (said === undefined || ages.length > 1) return
  const years = [...yearsIn(copy, DAY), ...yearsIn(copy, PAST)].filter(({ year }) => year > birth.year)
  const last = years.reduce<Year | null>((late, one) => (late === null || one.year > late.year ? one : late), null)
  const written = said.match.groups?.['age'] ?? ''
  if (last === null || Number(written) >= last.year - birth.year - 1 || Number(written) < 10) return
  // 1931年生,2011年辞世,享寿80岁: a year of the story bears the age out.
  if (yearsIn(copy, ANY).some(({ year }) => Math.abs(year - birth.year - Number(written)) <= 1)) return
  const span = last.year - birth.year
  const start = said.match.index + said.match[0].lastIndexOf(written)
  const right = { low: span, high: span, expr: `${last.year} - ${birth.year}`, value: `${span}岁`, en: `${span} years` }
  yield stretchClaim([placeIn(said.reading, { start, end: start + written.length + 1 }), birth, last], right, 'query')
}

import type { Claim, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'
import { placeIn, stretchClaim } from './moments'

/** 七十一年前 in the headline, where the body tells of 1945 and that it is 2026: one digit of the stretch is wrong. */

const NOW = /今年是$/
/** As many digits, one of them another or the same in another order: 71 and 81, 68 and 86, 290 and 390. */
export const isDigitOff = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (x.length !== y.length || x.length < 2 || x === y) return false
  const off = [...x].filter((digit, i) => digit !== y.charAt(i)).length
  return off === 1 || [...x].sort().join('') === [...y].sort().join('')
}

interface Year {
  readonly reading: Reading
  readonly date: DateMention
  readonly year: number
}

export function* yearsBefore(copy: StoryCopy): Iterable<Claim> {
  const titles = copy.readings.filter(({ passage, english }) => passage.role === 'title' && !english)
  const said = titles.flatMap((reading) =>
    reading.mentions
      .filter(
        ({ dimension, exact, classified }) =>
          dimension === 'year' && exact && /^前/.test(reading.shadow.slice(classified)),
      )
      .map((mention) => ({ reading, mention })),
  )
  const [only] = said
  // A round number of years is told of what comes near it.
  if (only === undefined || said.length > 1 || only.mention.value < 11 || only.mention.value % 10 === 0) return
  const years = copy.readings.flatMap((reading) =>
    reading.dates.flatMap((date): Year[] => (date.year === null ? [] : [{ reading, date, year: date.year }])),
  )
  const now = years.find(({ reading, date }) => NOW.test(reading.shadow.slice(Math.max(0, date.start - 3), date.start)))
  if (now === undefined) return
  const spans = years.map((one) => ({ ...one, span: now.year - one.year }))
  if (spans.some(({ span }) => Math.abs(span - only.mention.value) <= 1)) return
  const meant = spans.filter(({ span }) => isDigitOff(span, only.mention.value))
  const [then] = meant
  if (then === undefined || new Set(meant.map(({ year }) => year)).size > 1) return
  const { span } = then
  const right = { low: span, high: span, expr: `${now.year} - ${then.year}`, value: `${span}年`, en: `${span} years` }
  yield stretchClaim(
    [placeIn(only.reading, only.mention), placeIn(then.reading, then.date), placeIn(now.reading, now.date)],
    right,
    'query',
  )
}

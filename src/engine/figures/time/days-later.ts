import type { Place, Reading, StoryCopy } from '../claim'
import { dayNumber, type DateMention } from '../lexer/calendar'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 1月4日…两天之后的1月7日: so many days or years behind the day told before, and that day's own name. */

const LATER =
  /(?<number>[一两二三四五六七八九十]{1,3}|\d{1,3})(?<unit>[天日年])[之以]?(?<way>[后前])的?,?(?=[\d一二三四五六七八九十])/g
/** Sentences may stand between. */
const REACH = 120
/** and so many paragraphs. */
const BACK = 2

const dayOf = ({ year, month, day }: DateMention, own: number): number | null =>
  month === null || day === null ? null : dayNumber(year ?? own, month, day)

interface Told {
  readonly reading: Reading
  readonly date: DateMention
}

/** The days or years said before it, near, in the order of the copy. */
function ahead({ readings }: StoryCopy, reading: Reading, at: number): Told[] {
  const here = readings.indexOf(reading)
  const before = at > REACH ? [] : readings.slice(Math.max(0, here - BACK), here)
  return [...before, reading].flatMap((one) =>
    one.dates.filter(({ end }) => one !== reading || end <= at).map((date) => ({ reading: one, date })),
  )
}

function isBorne(dates: readonly DateMention[], told: DateMention, unit: string, by: number): boolean {
  if (unit === '年') return dates.some(({ year }) => year !== null && told.year !== null && year + by === told.year)
  const own = told.year ?? dates.findLast(({ year }) => year !== null)?.year ?? 2023
  const day = dayOf(told, own)
  return dates.some((date) => {
    const from = dayOf(date, own)
    return from === null || day === null || from + by === day
  })
}

const placeOf = (reading: Reading, { start, end }: Pick<DateMention, 'start' | 'end'>): Place => ({
  reading,
  start,
  end,
})

export function* daysLater(copy: StoryCopy): Iterable<readonly [first: Place, later: Place]> {
  for (const reading of copy.readings) {
    if (reading.english || reading.dates.length === 0 || !/[天日年][之以]?[后前]/.test(reading.shadow)) continue
    for (const match of matchesOf(reading.shadow, LATER)) {
      const { number: written = '', unit = '', way = '' } = match.groups ?? {}
      const end = match.index + match[0].length
      const told = reading.dates.find(({ start }) => start === end)
      const number = /^\d/.test(written) ? Number(written) : parseChinese(written)
      if (told === undefined || number === null) continue
      const known = ahead(copy, reading, match.index).filter(({ date }) =>
        unit === '年' ? date.year !== null : date.month !== null && date.day !== null,
      )
      const first = known.at(-1)
      if (first === undefined || (unit === '年' ? told.year === null : told.day === null)) continue
      const dates = known.map(({ date }) => date)
      if (!isBorne(dates, told, unit, way === '后' ? number : -number))
        yield [placeOf(first.reading, first.date), placeOf(reading, { start: match.index, end: told.end })]
    }
  }
}

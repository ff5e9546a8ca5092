import type { Place, Reading, StoryCopy } from '../claim'
import { dayNumber, type DateMention } from '../lexer/calendar'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 1月4日…两天之后的1月7日: so many days or years behind the day told before, and that day's own name. */

const LATER =
  /(?<number>[一两二三四五六七八九十]{1,3}|\d{1,3})(?<unit>[天日年])[之以]?(?<way>[后前])的?,?(?=[\d一二三四五六七八九十])/g
/** Sentences may stand between. */
const REACH = 120

const dayOf = ({ year, month, day }: DateMention, own: number): number | null =>
  month === null || day === null ? null : dayNumber(year ?? own, month, day)

/** The days or years said before it, near, in the order of the copy. */
function ahead({ readings }: StoryCopy, reading: Reading, at: number): DateMention[] {
  const before = readings[readings.indexOf(reading) - 1]
  const near = reading.dates.filter(({ end }) => end <= at)
  return near.length > 0 || before === undefined || at > REACH ? near : [...before.dates]
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
      const dates = ahead(copy, reading, match.index).filter((date) =>
        unit === '年' ? date.year !== null : date.month !== null && date.day !== null,
      )
      const first = dates.at(-1)
      if (first === undefined || (unit === '年' ? told.year === null : told.day === null)) continue
      if (!isBorne(dates, told, unit, way === '后' ? number : -number))
        yield [
          placeOf(reading.dates.includes(first) ? reading : beforeOf(copy, reading), first),
          placeOf(reading, { start: match.index, end: told.end }),
        ]
    }
  }
}

const beforeOf = ({ readings }: StoryCopy, reading: Reading): Reading =>
  readings[readings.indexOf(reading) - 1] ?? reading

import type { StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'

/** The year a story is of. */

const AHEAD = /^[\u4E00-\u9FFF]{0,2}?(?:[将前]|计划|预计|有望|力争|建成后|到期)/
const PLANNED = /预计|计划|将[于在]|到|至|力争|目标|截止|有效期/

/** The latest day a story gives with its month: what is reported had happened by then. What lies ahead is none. */
function latestDay({ readings }: StoryCopy): (DateMention & { readonly year: number }) | null {
  let latest: (DateMention & { readonly year: number }) | null = null
  for (const { dates, shadow } of readings)
    for (const date of dates) {
      const { year, month, start, end } = date
      if (year === null || month === null || (latest !== null && latest.year >= year)) continue
      if (AHEAD.test(shadow.slice(end, end + 6)) || PLANNED.test(shadow.slice(Math.max(0, start - 4), start))) continue
      latest = { ...date, year }
    }
  return latest
}

/** The story's own year: its date's, else that of the latest month it tells of. */
export const ownYearOf = (copy: StoryCopy): number | null => copy.published?.year ?? latestDay(copy)?.year ?? null

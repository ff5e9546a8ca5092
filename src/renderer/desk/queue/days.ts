import type { Tongue } from '../../strings'

const QUARTER = 15 * 60_000
/** A day begins at a quarter of an hour in every zone: what is between two quarters is one day. */
const known = new Map<number, string>()

/** The day of a moment on this machine's clock: `2026-06-18`. */
export function dayOf(ts: number): string {
  const quarter = Math.floor(ts / QUARTER)
  let day = known.get(quarter)
  if (day === undefined) {
    const date = new Date(ts)
    const two = (number: number): string => String(number).padStart(2, '0')
    day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
    known.set(quarter, day)
  }
  return day
}

/** A day as a reader says it: today, yesterday, else month and day; the year where it is another. */
export function dayIn(tongue: Tongue, day: string, now = Date.now()): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const there = new Date(year, month - 1, date)
  const today = new Date(now)
  const back = Math.round((new Date(today.toDateString()).getTime() - there.getTime()) / 86_400_000)
  if (back === 0 || back === 1) {
    const said = new Intl.RelativeTimeFormat(tongue, { numeric: 'auto' }).format(-back, 'day')
    return said.charAt(0).toUpperCase() + said.slice(1)
  }
  const sameYear = year === today.getFullYear()
  return new Intl.DateTimeFormat(tongue, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: tongue === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(there)
}

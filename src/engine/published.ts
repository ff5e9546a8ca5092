const two = (value: string | undefined) => (value ?? '').padStart(2, '0')

const DATE = /(?<![\d.])((?:19|20)\d\d)(?:\s?\u5E74\s?|[-/.])(\d{1,2})(?:\s?\u6708\s?|[-/.])(\d{1,2})(?!\d)\s?\u65E5?/

const TIME =
  /^(?:T|,?\s{0,3})(上午|下午|晚上|中午|凌晨)?\s?(\d{1,2})[:\uFF1A](\d\d)(?:[:\uFF1A](\d\d)(?:\.\d{1,9})?)?\s?(?:([ap])\.?m\b\.?\s?)?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/i

/** The hour of a day of 24: 4 PM and 下午4 are 16, 12 AM is 0. `meridiem`: a, p, or the word before the hour. */
export const hourOfDay = (hour: number, meridiem: string | undefined): number => {
  if (meridiem === undefined || hour > 12) return hour
  if (/^(?:a|上午|凌晨)$/i.test(meridiem)) return hour % 12
  return meridiem === '中午' && hour >= 3 ? hour : (hour % 12) + 12
}

/** RFC 822, as in feeds: Fri, 08 Dec 2023 10:20:00 +0800 */
const FEED = /(?<!\d)(\d{1,2}) ([a-z]{3})[a-z]{0,6},? ((?:19|20)\d\d)(?!\d)/i

/** Nov 20, 2019 and November 20th 2019 */
const MONTH_FIRST = /(?<!\p{L})([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)/iu

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isDay = (year: string, month: string, day: string) => {
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days
}

const zoneOf = (zone: string | undefined) => {
  if (zone === undefined) return ''
  if (!/^[+-]/.test(zone)) return '+00:00'
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

const withTime = (date: string, rest: string): string => {
  const time = TIME.exec(rest)
  const hour = hourOfDay(Number(time?.[2] ?? 0), time?.[1] ?? time?.[5])
  if (!time || hour > 23 || Number(time[3]) > 59 || Number(time[4] ?? 0) > 59) return date
  const seconds = time[4] === undefined ? '' : `:${time[4]}`
  return `${date}T${two(String(hour))}:${time[3] ?? ''}${seconds}${zoneOf(time[6])}`
}

/**
 * A date as meta data and scrapers' fields write it, as `YYYY-MM-DD[THH:mm[:ss]][±hh:mm]`: ISO, 2023年12月8日 10:20,
 * 2023/12/08, RFC 822, Dec 8, 2023, or a time stamp in seconds or milliseconds (then in UTC). Year and zone are never invented: null
 * where there is no full date.
 */
export const publishedFrom = (value: unknown): string | null => {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{10}(?:\d{3})?$/.test(value.trim()))) {
    return fromStamp(Number(value))
  }
  if (typeof value !== 'string') return null
  const text = value.trim().slice(0, 200)
  const date = DATE.exec(text)
  if (date) {
    const [whole, year = '', month = '', day = ''] = date
    if (!isDay(year, month, day)) return null
    return withTime(`${year}-${two(month)}-${two(day)}`, text.slice(date.index + whole.length))
  }
  const feed = FEED.exec(text)
  const [whole = '', day = '', word = '', year = ''] = feed ?? monthFirst(text) ?? []
  const month = String(MONTHS.indexOf(word.toLowerCase()) + 1)
  if (whole === '' || !isDay(year, month, day)) return null
  return withTime(`${year}-${two(month)}-${two(day)}`, text.slice(text.indexOf(whole) + whole.length))
}

const monthFirst = (text: string): readonly (string | undefined)[] | null => {
  const found = MONTH_FIRST.exec(text)
  return found && [found[0], found[2], found[1], found[3]]
}

/** Between 1990 and 2100, in seconds or milliseconds. */
const fromStamp = (stamp: number): string | null => {
  const milliseconds = stamp > 1e11 ? stamp : stamp * 1000
  if (!(milliseconds > 631e9 && milliseconds < 4102e9)) return null
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`
}

import { hourOfDay } from '../published'
import { fold } from './fold'

const CHINESE =
  /(?:(?:发布|更新|发表|编辑|出版)?(?:时间|日期)\s*:\s*)?\b(\d{4})(?:[年\-/.]\s?| (?=\d\d\/\d\d\b))(\d{1,2})[月\-/.]\s?(\d{1,2})(?!\d)日?/g
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH})\\.?,?\\s+(\\d{4})\\b`, 'gi')
const TIME =
  /^[\sT|]*(?:(?:at|,)\s+)?(上午|下午|晚上|中午|凌晨)?\s?(\d{1,2})[:时点](\d{2})(?!\d)(?:(?::|分)(\d{2})(?!\d)秒?)?分?(?:\s?([ap])\.?m\b)?/i

/** A date as it stands in a line. Offsets into the line's folded text. */
export interface DateFound {
  readonly start: number
  readonly end: number
  /** `YYYY-MM-DD[THH:mm[:ss]]`: nothing that the line does not say */
  readonly value: string
}

const two = (digits: string): string => digits.padStart(2, '0')

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)

const valid = (year: string, month: string, day: string): boolean => {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return y >= 1900 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

/** Without a year there is no date: most lines are answered here. */
const YEAR = /(?:19|20)\d\d|2100/
const WEEKDAY = /^\s*(?:星期|周)[一二三四五六日天]/

const timed = (folded: string, start: number, dayEnd: number, day: string): DateFound => {
  const end = dayEnd + (WEEKDAY.exec(folded.slice(dayEnd, dayEnd + 12))?.[0].length ?? 0)
  const time = TIME.exec(folded.slice(end, end + 32))
  const hour = hourOfDay(Number(time?.[2] ?? 0), time?.[1] ?? time?.[5])
  if (!time || hour > 23 || Number(time[3]) > 59 || Number(time[4] ?? 0) > 59) return { start, end, value: day }
  const value = `${day}T${two(String(hour))}:${time[3] ?? ''}${time[4] ? `:${time[4]}` : ''}`
  return { start, end: end + time[0].length, value }
}

const english = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1)

const NONE: readonly DateFound[] = []
/** How every English date has its month: at the beginning of a word. */
const ANY_MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** A line is asked for its dates as a block, and again as a unit. */
let last: { readonly folded: string; readonly dates: readonly DateFound[] } = { folded: '', dates: NONE }

/** Full dates in a folded line, in order. A date without a year is none. */
export const findDates = (folded: string): readonly DateFound[] => {
  if (folded === last.folded) return last.dates
  if (!folded.includes('20') && !folded.includes('19') && !folded.includes('2100')) return NONE
  if (!YEAR.test(folded)) return NONE
  const dates = datesIn(folded)
  last = { folded, dates }
  return dates
}

/** All matches of a global pattern; matchAll would make another pattern of it each time. */
const each = (pattern: RegExp, text: string, visit: (match: RegExpExecArray) => void): void => {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) visit(match)
}

const datesIn = (folded: string): readonly DateFound[] => {
  const found: DateFound[] = []
  const add = (match: RegExpExecArray, year = '', month = '', day = ''): void => {
    if (!valid(year, month, day)) return
    found.push(timed(folded, match.index, match.index + match[0].length, `${year}-${two(month)}-${two(day)}`))
  }
  each(CHINESE, folded, (match) => add(match, match[1], match[2], match[3]))
  if (!ANY_MONTH.test(folded)) return found
  each(MONTH_FIRST, folded, (match) => add(match, match[3], english(match[1] ?? ''), match[2]))
  each(DAY_FIRST, folded, (match) => add(match, match[3], english(match[2] ?? ''), match[1]))
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/

/** A page's own statement of its date (meta tag, JSON field), with its zone where it gives one; null if it is no date. */
export const publishedFrom = (value: string): string | null => {
  const iso = ISO.exec(value.trim())
  if (!iso) return findDates(fold(value))[0]?.value ?? null
  const [, year = '', month = '', day = '', hour, minute, second, zone] = iso
  if (!valid(year, month, day)) return null
  if (hour === undefined || Number(hour) > 23) return `${year}-${month}-${day}`
  const offset = zone === undefined ? '' : zone === 'Z' ? '+00:00' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  return `${year}-${month}-${day}T${hour}:${minute ?? '00'}${second ? `:${second}` : ''}${offset}`
}

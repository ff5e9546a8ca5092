import { digitOf, parseChinese } from './numeral'
import { matchesOf } from '../matches'

/** Days and hours as they are written. Offsets into the passage's text. */

/** A date as written; what is not said is null. month and day may be impossible (13, 32): the date check says so. */
export interface DateMention {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** 今年, 去年 …: the word in place of a year */
  readonly relative: string | null
  readonly start: number
  readonly end: number
}

export interface WeekdayMention {
  /** 0 Sunday … 6 Saturday */
  readonly weekday: number
  readonly word: string
  readonly start: number
  readonly end: number
}

export interface TimeMention {
  readonly hour: number
  readonly minute: number | null
  /** 上午, 下午 …, or '' */
  readonly daypart: string
  readonly start: number
  readonly end: number
}

const TWO = '\\d{1,2}|[一二三四五六七八九十]{1,3}'
const DATE = new RegExp(
  `(?:(?<!\\d)(?<year>\\d{4}|[〇零一二三四五六七八九]{4})|(?<relative>[今去明前当同本次翌]))年(?: ?(?<month>${TWO})月份?(?: ?(?<day>${TWO})[日号])?)?` +
    `|(?<![\\d.个第])(?<month2>${TWO})月(?:份| ?(?<day2>${TWO})[日号])?(?!份)` +
    `|(?<![\\d./-])(?<isoYear>\\d{4})(?<mark>[-/.])(?<isoMonth>\\d{1,2})\\k<mark>(?<isoDay>\\d{1,2})(?![\\d./-])` +
    `|(?<![\\d.第])(?<day3>\\d{1,2})日(?![均元本报游用产])`,
  'g',
)
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const ENGLISH_DATE = new RegExp(
  `\\b(?<name>${MONTH_NAME})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s(?<year>\\d{4})\\b)?` +
    `|\\b(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s(?<name2>${MONTH_NAME})\\b\\.?(?:,?\\s(?<year2>\\d{4})\\b)?` +
    `|\\b(?<name3>${MONTH_NAME})\\.?\\s(?:of\\s)?(?<year3>[12]\\d{3})\\b` +
    `|(?<=\\b(?:in|since|from|until|till|by|of|to)\\s)(?<year4>[12]\\d{3})\\b(?![,.]\\d|\\s[a-z]+s\\b)`,
  'gi',
)

function number(written: string | undefined): number | null {
  if (written === undefined) return null
  return /^\d/.test(written) ? Number(written) : parseChinese(written)
}

/** Dates of the shadow in order. */
/** What every English day and month has. */
const LATIN = /[A-Z]{2}/i

export function datesOf(shadow: string): DateMention[] {
  const dates: DateMention[] = []
  for (const match of matchesOf(shadow, DATE)) {
    const group = match.groups ?? {}
    const year = number(group['year'] ?? group['isoYear'])
    const month = number(group['month'] ?? group['month2'] ?? group['isoMonth'])
    const day = number(group['day'] ?? group['day2'] ?? group['isoDay'] ?? group['day3'])
    const start = match.index
    dates.push({ year, month, day, relative: group['relative'] ?? null, start, end: start + match[0].length })
  }
  for (const match of LATIN.test(shadow) ? matchesOf(shadow, ENGLISH_DATE) : []) {
    const group = match.groups ?? {}
    const name = (group['name'] ?? group['name2'] ?? group['name3'] ?? '').slice(0, 3).toLowerCase()
    const year = number(group['year'] ?? group['year2'] ?? group['year3'] ?? group['year4'])
    const start = match.index
    const day = number(group['day'] ?? group['day2'])
    const month = name === '' ? null : MONTHS.indexOf(name) + 1
    dates.push({ year, month, day, relative: null, start, end: start + match[0].length })
  }
  return dates.sort((a, b) => a.start - b.start)
}

const WEEKDAY = /(?:星期|礼拜|周)([一二三四五六日天])(?!次|天)/g
const ENGLISH_WEEKDAY = /\b(sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day\b|\.?(?=[,)]))/gi
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')

/** Weekdays of the shadow in order. */
export function weekdaysOf(shadow: string): WeekdayMention[] {
  const found: WeekdayMention[] = []
  for (const match of matchesOf(shadow, WEEKDAY)) {
    const written = match[1] ?? ''
    const weekday = written === '日' || written === '天' ? 0 : (digitOf(written) ?? 0)
    found.push({ weekday, word: match[0], start: match.index, end: match.index + match[0].length })
  }
  for (const match of LATIN.test(shadow) ? matchesOf(shadow, ENGLISH_WEEKDAY) : []) {
    const weekday = WEEKDAYS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase())
    found.push({ weekday, word: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found.sort((a, b) => a.start - b.start)
}

const TIME = new RegExp(
  `(?<daypart>上午|下午|凌晨|清晨|早上|早晨|晚上|中午|傍晚|深夜|午夜|夜间|当晚|今晚|昨晚|晚|早)?(?:(?<![\\d.:第])(?<hour>${TWO})(?<unit>[时点])(?![间候代任期节常刻多余位])(?:(?<minute>${TWO})分|(?<half>半))?` +
    `|(?<![\\d.:])(?<hour2>\\d{1,2}):(?<minute2>\\d{2})(?![\\d:]))`,
  'g',
)
const TIME_FOLLOWS = /^(?:[整许钟半前后起至到~\-\u2014]|左右|开始)/
const DAY_BEFORE = /[日号天晚早午晨至到~\-\u2014]\s?$/

/** Times of the shadow in order. 三点 alone may be three points: it needs a daypart, minutes or a day beside it. */
export function timesOf(shadow: string): TimeMention[] {
  const times: TimeMention[] = []
  for (const match of matchesOf(shadow, TIME)) {
    const group = match.groups ?? {}
    const daypart = group['daypart'] ?? ''
    const start = match.index
    const end = start + match[0].length
    const clock = group['hour2'] !== undefined
    const minute = group['half'] === undefined ? number(group['minute'] ?? group['minute2']) : 30
    const hour = number(group['hour'] ?? group['hour2'])
    if (hour === null) continue
    const sure =
      clock ||
      group['unit'] === '时' ||
      daypart !== '' ||
      minute !== null ||
      TIME_FOLLOWS.test(shadow.slice(end, end + 2)) ||
      DAY_BEFORE.test(shadow.slice(Math.max(0, start - 2), start))
    if (sure) times.push({ hour, minute, daypart, start, end })
  }
  return times
}

/** Days of a month; February of an unknown year may have 29. */
export function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 1 January of the year 0, proleptic Gregorian; for differences and weekdays. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const m = month <= 2 ? month + 9 : month - 3
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day + 59
  )
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((dayNumber(year, month, day) - A_SUNDAY) % 7) + 7) % 7
}

const A_SUNDAY = dayNumber(2000, 1, 2)

import type { Claim, Day, Reading } from '../claim'
import { dayNumber, daysIn, weekdayOf, type DateMention, type WeekdayMention } from '../lexer/calendar'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** Weekdays that do not fall on the date beside them. */

const WEEKDAY_ZH = '日一二三四五六'
const WEEKDAY_EN = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

export const OTHER_CALENDAR =
  /农历|阴历|旧历|夏历|古历|正月|腊月|闰|回历|藏历|傣历|伊斯兰历|儒略历|佛历|民国|光绪|康熙|乾隆|并?不存在|没有/

const HOLIDAY =
  /(?<name>元旦|妇女节|植树节|劳动节|五一|青年节|儿童节|六一|建党节|七一|建军节|八一|教师节|国庆|圣诞)节?(?:当[天日]|这一?天|那一?天)?(?=\s?[(,]?\s?是?(?:星期|周|礼拜))/g
const HOLIDAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  元旦: [1, 1],
  妇女节: [3, 8],
  植树节: [3, 12],
  劳动节: [5, 1],
  五一: [5, 1],
  青年节: [5, 4],
  儿童节: [6, 1],
  六一: [6, 1],
  建党节: [7, 1],
  七一: [7, 1],
  建军节: [8, 1],
  八一: [8, 1],
  教师节: [9, 10],
  国庆: [10, 1],
  圣诞: [12, 25],
}

/** Holidays of a fixed day, as dates, where a weekday stands beside them. */
function holidaysOf({ shadow }: Reading): DateMention[] {
  return matchesOf(shadow, HOLIDAY).map((match) => {
    const [month, day] = HOLIDAYS[match.groups?.['name'] ?? ''] ?? [1, 1]
    return { year: null, month, day, relative: null, start: match.index, end: match.index + match[0].length }
  })
}

/** A date may lend its year and month to those after it in its passage. */
interface Dated {
  readonly date: DateMention
  readonly year: number | null
  readonly month: number | null
  /** the year stands in the date itself */
  readonly certain: boolean
}

export function resolve(reading: Reading, published: Day | null): Dated[] {
  let year: number | null = null
  let month: number | null = null
  const dates = [...reading.dates, ...holidaysOf(reading)].sort((a, b) => a.start - b.start)
  return dates.map((date) => {
    const told: number | null = date.year ?? relativeYear(date.relative, published)
    if (told !== null) year = told
    const named = date.month ?? monthNamed(reading, date, published)
    if (named !== null) month = named
    const certain = date.year !== null
    return {
      date,
      year: told ?? year ?? published?.year ?? null,
      month: named ?? (date.day === null ? null : month),
      certain,
    }
  })
}

/** 本月4日, 上月4日. */
function monthNamed({ shadow }: Reading, { day, start }: DateMention, published: Day | null): number | null {
  if (published === null || day === null) return null
  const word = /[本上下当]个?月$/.exec(shadow.slice(Math.max(0, start - 3), start))?.[0].charAt(0)
  if (word === undefined) return null
  const shift = word === '上' ? -1 : word === '下' ? 1 : 0
  return ((published.month - 1 + shift + 12) % 12) + 1
}

function relativeYear(relative: string | null, published: Day | null): number | null {
  if (published === null || relative === null) return null
  const shift = ({ 今: 0, 本: 0, 去: -1, 明: 1, 前: -2 } as Readonly<Record<string, number>>)[relative]
  return shift === undefined ? null : published.year + shift
}

const BESIDE = /^\s?[(,]?\s?(?:即|也就是|正是|适逢|恰逢|是|这天是|当天是)?\s?$/

const FALLS_ON = /(?:[恰正适又]逢|[恰正]好?是|正值)(?:一个)?$/

/** 6月7日是高考首日,恰逢周日. */
function fallsOn({ shadow }: Reading, date: DateMention, { start }: WeekdayMention): boolean {
  if (date.day === null || date.end > start || start - date.end > 24) return false
  const words = shadow.slice(date.end, start)
  return FALLS_ON.test(words) && !/[。;\d]/.test(words)
}

function pairs(reading: Reading, dated: readonly Dated[]): (readonly [Dated, WeekdayMention])[] {
  const found: (readonly [Dated, WeekdayMention])[] = []
  for (const weekday of reading.weekdays) {
    const ahead = reading.shadow.slice(Math.max(0, weekday.start - 4), weekday.start)
    if (/[每逢周]$/.test(ahead) && !FALLS_ON.test(ahead)) continue
    const near =
      dated.findLast(({ date }) => fallsOn(reading, date, weekday)) ??
      dated.find(({ date }) => {
        if (date.day === null) return false
        const between = weekday.start >= date.end ? [date.end, weekday.start] : [weekday.end, date.start]
        const [from = 0, to = 0] = between
        if (from > to || to - from > 6) return false
        const words = reading.shadow.slice(from, to)
        return BESIDE.test(words) && !(weekday.end <= date.start && /^\s?,\s?$/.test(words) && !reading.english)
      })
    if (near !== undefined) found.push([near, weekday])
  }
  return found
}

/** Every weekday with the date it stands beside. */
export const weekdaysBeside = (reading: Reading, published: Day | null): (readonly [Dated, WeekdayMention])[] =>
  pairs(reading, resolve(reading, published))

export function* wrongWeekdays(reading: Reading, published: Day | null): Iterable<Claim> {
  for (const [dated, weekday] of weekdaysBeside(reading, published)) {
    const { date, year, month, certain } = dated
    if (
      month === null ||
      date.day === null ||
      year === null ||
      year < 1900 ||
      month > 12 ||
      date.day > daysIn(year, month)
    )
      continue
    if (OTHER_CALENDAR.test(reading.shadow.slice(Math.max(0, date.start - 6), date.start))) continue
    const right = weekdayOf(year, month, date.day)
    if (right === weekday.weekday) continue
    if (
      !certain &&
      published !== null &&
      [-1, 0, 1].some(
        (shift) =>
          weekdayOf(published.year + shift, month, date.day ?? 1) === weekday.weekday &&
          fits(published, published.year + shift, month),
      )
    ) {
      continue
    }
    yield wrongWeekday(reading, { date, year, month, day: date.day, certain }, weekday, right)
  }
}

/** A date without a year is one of the months around the story's own. */
function fits(published: Day, year: number, month: number): boolean {
  return Math.abs((year - published.year) * 12 + month - published.month) <= 6
}

/** Tuesday, June 3, to Friday, June 7: whatever the year, the days between say otherwise. */
export function* partedWeekdays(reading: Reading, published: Day | null): Iterable<Claim> {
  const dated = weekdaysBeside(reading, published).sort(([a], [b]) => a.date.start - b.date.start)
  for (const [i, [b, second]] of dated.entries()) {
    const [a, first] = dated[i - 1] ?? []
    if (a === undefined || first === undefined || a.date.year !== null || b.date.year !== null) continue
    if (published !== null || a.month === null || b.month === null || a.date.day === null || b.date.day === null)
      continue
    if (/[.。!?]/.test(reading.shadow.slice(Math.max(a.date.end, first.end), Math.min(b.date.start, second.start))))
      continue
    const days = dayNumber(2001, b.month, b.date.day) - dayNumber(2001, a.month, a.date.day)
    const crosses = a.month <= 2 && b.month > 2
    if (days <= 0 || days > 60 || crosses || (days - (second.weekday - first.weekday)) % 7 === 0) continue
    yield {
      tier: 'query',
      places: [first, a.date, second, b.date].map(({ start, end }) => ({ reading, start, end })),
      message: {
        zh: zh`“${reading.text.slice(a.date.start, a.date.end)}”与“${reading.text.slice(b.date.start, b.date.end)}”相隔${days}天,两个星期对不上。请核对日期和星期。`,
        en: en`“${reading.text.slice(a.date.start, a.date.end)}” and “${reading.text.slice(b.date.start, b.date.end)}” are ${days} days apart, their weekdays are not. Check dates and weekdays.`,
      },
      arithmetic: [{ label: '相隔', en: 'apart', expr: `${b.date.day} - ${a.date.day}`, value: days }],
    }
  }
}

function wrongWeekday(
  reading: Reading,
  {
    date,
    year,
    month,
    day,
    certain,
  }: { date: DateMention; year: number; month: number; day: number; certain: boolean },
  weekday: WeekdayMention,
  right: number,
): Claim {
  const name = WEEKDAY_ZH.charAt(right)
  const english = WEEKDAY_EN[right] ?? ''
  const prefix = /^(?:星期|礼拜|周)/.exec(weekday.word)?.[0]
  const text = prefix === undefined ? fullOrShort(weekday.word, english) : prefix + name
  return {
    tier: certain ? 'error' : 'query',
    places: [
      { reading, start: weekday.start, end: weekday.end, value: weekday.word },
      { reading, start: date.start, end: date.end, value: `${year}-${month}-${day}` },
    ],
    message: {
      zh: zh`${year}年${month}月${day}日是星期${name},不是“${reading.text.slice(weekday.start, weekday.end)}”。请核对日期和星期。`,
      en: en`${year}-${month}-${day} is a ${english}, not “${weekday.word}”. Check the date and the weekday.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: reading.text.slice(weekday.start, weekday.end), value: weekday.word },
      { label: '日历', en: 'calendar', expr: `${year}-${month}-${day}`, value: `星期${name}` },
    ],
    fix: { place: { reading, start: weekday.start, end: weekday.end }, text },
  }
}

function fullOrShort(word: string, english: string): string {
  return word.toLowerCase().endsWith('day') ? english : english.slice(0, 3)
}

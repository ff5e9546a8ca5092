import type { Claim, Place, Reading } from '../claim'
import { dayNumber, type DateMention, type TimeMention } from '../lexer/calendar'
import { within, type Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { en, zh } from '../wording'

/** Points in time of a sentence and how long it says lies between them. */

/** A date, a time, or a date with its time. What is not said is taken over from the moment before. */
export interface Moment {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** since midnight */
  readonly minutes: number | null
  readonly start: number
  readonly end: number
}

const AFTERNOON = new Set(['下午', '晚上', '傍晚', '当晚', '今晚', '昨晚', '晚', '深夜'])

function minutesOf({ hour, minute, daypart }: TimeMention): number {
  const late = hour < 12 && AFTERNOON.has(daypart) ? 12 : 0
  return (hour + late) * 60 + (minute ?? 0)
}

/** The moments in order; a date and the time right behind it are one. */
export function momentsOf({ reading, start, end }: Sentence): Moment[] {
  const { shadow, dates, times } = reading
  const all = [...within(dates, start, end), ...within(times, start, end)].sort((a, b) => a.start - b.start)
  const moments: Moment[] = []
  for (const one of all) {
    const last = moments.at(-1)
    if ('hour' in one) {
      const joined = last?.minutes === null && /^[\s,]?(?:当[天日])?$/.test(shadow.slice(last.end, one.start))
      const own = minutesOf(one)
      // 下午2点开始,4点40分结束: the later hour is of the same afternoon.
      const late = one.daypart === '' && one.hour < 12 && (last?.minutes ?? 0) >= 720 && own < (last?.minutes ?? 0)
      const minutes = late ? own + 720 : own
      if (joined) moments[moments.length - 1] = { ...last, minutes, end: one.end }
      else if (!/^期间|^候/.test(shadow.slice(one.end)))
        moments.push({
          year: last?.year ?? null,
          month: last?.month ?? null,
          day: last?.day ?? null,
          minutes,
          start: one.start,
          end: one.end,
        })
    } else if (
      last !== undefined &&
      one.year !== null &&
      'year' in last &&
      /^\($/.test(shadow.slice(last.end, one.start))
    )
      moments[moments.length - 1] = momentOf(one, undefined)
    else if (one.start >= (last?.end ?? 0)) moments.push(momentOf(one, last))
  }
  return moments
}

function momentOf({ year, month, day, relative, start, end }: DateMention, last: Moment | undefined): Moment {
  const carried = relative === null ? (last?.year ?? null) : null
  return {
    year: year ?? (month === null && day === null ? null : carried),
    month: month ?? (day === null ? null : (last?.month ?? null)),
    day,
    minutes: null,
    start,
    end,
  }
}

/** Days from a to b; null where either has no day or they cannot be compared. */
export function daysBetween(a: Moment, b: Moment): number | null {
  if (a.day === null || b.day === null || (a.month === null) !== (b.month === null)) return null
  if (a.year === null && b.year !== null) return null
  const year = a.year ?? 2001
  const days = dayNumber(b.year ?? year, b.month ?? 1, b.day) - dayNumber(year, a.month ?? 1, a.day)
  return days >= 0 && days < 4000 ? days : null
}

/** Minutes from a to b, within a day or over given days. */
export function minutesBetween(a: Moment, b: Moment): number | null {
  if (a.minutes === null || b.minutes === null) return null
  const days = a.day === b.day && a.month === b.month ? 0 : daysBetween(a, b)
  if (days === null) return null
  const minutes = days * 1440 + b.minutes - a.minutes
  return minutes > 0 ? minutes : null
}

/** How long it took, as said: 2小时50分, 15天, 八年. */
export interface Stretch {
  readonly unit: 'minute' | 'day' | 'week' | 'month' | 'year'
  readonly low: number
  readonly high: number
  readonly value: number
  readonly start: number
  readonly end: number
}

const UNITS = { minute: 'minute', day: 'day', week: 'week', month: 'month', year: 'year' } as const

function unitOf(dimension: string): Stretch['unit'] | null {
  return dimension in UNITS ? UNITS[dimension as keyof typeof UNITS] : null
}

/** The stretch that begins with the mention: hours and the minutes behind them are one. */
export function stretchAt({ shadow, mentions }: Reading, mention: Mention): Stretch | null {
  const { dimension, start, classified } = mention
  if (mention.range !== null || mention.kind !== 'count') return null
  if (dimension === 'hour') {
    const more = /^[零又]?(?<minutes>\d{1,2})分钟?/.exec(shadow.slice(classified, classified + 7))
    const half = shadow.startsWith('半', classified)
    const written = mentions.find(
      ({ start: at, dimension: kind }) => kind === 'minute' && at >= classified && at - classified < 2,
    )
    const extra = Number(more?.groups?.['minutes'] ?? written?.amount ?? (half ? 30 : 0))
    const end = more === null ? (written?.classified ?? classified + (half ? 1 : 0)) : classified + more[0].length
    const exact = more !== null || written !== undefined
    const [low, high] = [mention.low * 60 + extra, mention.high * 60 + extra]
    const slack = exact ? 1 : 20
    return { unit: 'minute', low: low - slack, high: high + slack, value: mention.amount * 60 + extra, start, end }
  }
  // 3个半小时: the classifier stands before the half.
  const half = dimension === '个' ? /^半(?:小时|钟头)/.exec(shadow.slice(classified, classified + 3)) : null
  if (half !== null) {
    const value = mention.amount * 60 + 30
    return { unit: 'minute', low: value - 1, high: value + 1, value, start, end: classified + half[0].length }
  }
  const unit = unitOf(dimension)
  if (unit === null) return null
  // 五年半; 三年半载 is no stretch.
  const more =
    unit === 'year' &&
    mention.exact &&
    /^半(?!载|时|[^\u4E00-\u9FFF]?[天月])/.test(shadow.slice(classified, classified + 3))
      ? 0.5
      : 0
  const [low, high, value] = [mention.low + more, mention.high + more, mention.amount + more]
  return {
    unit,
    low: unit === 'minute' ? low - 1 : low,
    high: unit === 'minute' ? high + 1 : high,
    value,
    start,
    end: more > 0 ? classified + 1 : mention.end,
  }
}

/** What the two ends allow a stretch to be. */
export interface Allowed {
  readonly low: number
  readonly high: number
  readonly expr: string
  readonly value: string
  readonly en: string
}

/** The first place says how long; the others are the two ends. */
export function stretchClaim(places: readonly Place[], right: Allowed, tier: 'error' | 'query'): Claim {
  const [said, ...points] = places
  const quote = (place: Place | undefined): string => place?.reading.text.slice(place.start, place.end) ?? ''
  return {
    tier,
    places,
    message: {
      zh: zh`从“${quote(points[0])}”到“${quote(points[1])}”应是${right.value},文中写“${quote(said)}”。请核对起止与长短。`,
      en: en`From “${quote(points[0])}” to “${quote(points[1])}” is ${right.en}, not “${quote(said)}”. Check the dates and the stretch.`,
    },
    arithmetic: [
      { label: '推算', en: 'computed', expr: right.expr, value: right.value },
      { label: '宣称', en: 'announced', expr: quote(said), value: quote(said) },
    ],
  }
}

export const placeIn = (reading: Reading, { start, end }: { start: number; end: number }): Place => ({
  reading,
  start,
  end,
})

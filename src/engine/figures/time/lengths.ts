import { endsAbout } from './ends'
import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { dayNumber, type DateMention } from '../lexer/calendar'
import type { Mention } from '../lexer/mention'
import { placeIn, stretchClaim, type Allowed } from './moments'

/**
 * Days and months of a paragraph and how long it is said to have lasted: 去年11月20日起封闭 … 3月12日恢复通车,历时112天. Any two of the
 * paragraph's days that bear the figure out clear it; one that is a digit from what the nearest two give is asked about.
 */

interface Point extends Place {
  /** days, on one calendar */
  readonly day: number
  /** months, with the part of the month that is gone */
  readonly months: number
  /** neither year is said, so it may be of the year before */
  readonly open: boolean
}

const SHIFT: Readonly<Record<string, number>> = { 去: -1, 前: -2, 明: 1, 今: 0, 本: 0, 当: 0 }

function pointsOf(reading: Reading, published: number | null): Point[] {
  const points: Point[] = []
  let [year, month]: [number | null, number | null] = [null, null]
  for (const date of reading.dates) {
    const told = yearOf(date, published)
    if (told !== null) year = told
    if (date.month !== null) month = date.month
    if (date.day === null || month === null || month > 12 || date.day > 31) continue
    const own = year ?? published ?? 2023
    const day = dayNumber(own, month, date.day)
    const months = own * 12 + month + date.day / 31
    points.push({
      ...placeIn(reading, date),
      value: reading.text.slice(date.start, date.end),
      day,
      months,
      open: told === null,
    })
  }
  return points
}

function yearOf({ year, relative }: DateMention, published: number | null): number | null {
  if (year !== null) return year
  const shift = relative === null ? undefined : SHIFT[relative]
  return shift === undefined || published === null ? null : published + shift
}

/** Days from a to b; over the end of a year where no year is said of the later. */
function daysBetween(a: Point, b: Point): number {
  const days = b.day - a.day
  if (days < 0 && a.open && !b.open) return -days
  return days < 0 && b.open && days > -366 ? days + 365 : days
}

const TOOK =
  /(?:历时|历经|为期|为时|用时|耗时|长达|持续|连续|前后|整整|足足|总共|一共|[共经]|展期|会期|赛期|工期|假期|行程|失联|被困|失踪|封[闭控桥路]|停[产运工航业]|滞留|住院|抢修|[走跑守等找忙干用花住躺关停封修建开下连][了过])[了约共近达为有是]{0,2}$/
const TOLD = /^的[\u4E00-\u9FFF]{2}|^(?:展期|会期|赛期|假期|时间|后[,，])/
const OTHER =
  /[每第各另再提晚迟多少前近约]$|提前|推迟|延[误迟长]|缩短|增加|不超过|预计|原[定计]|计划|比[^,。]{1,8}$|至少|最[多长短]|满/
const LATER = /^(?:前|以[内上下]|之前|一[班趟次轮个]|左右|内)/

interface Told {
  readonly mention: Mention
  readonly place: Place
  readonly unit: 'day' | 'month'
}

function toldIn(reading: Reading): Told[] {
  const { shadow } = reading
  return reading.mentions.flatMap((mention): Told[] => {
    const { dimension, kind, range, approximators, amount } = mention
    if ((dimension !== 'day' && dimension !== 'month') || kind !== 'count' || range !== null) return []
    if (approximators.length > 0 || amount < 1) return []
    const ahead = shadow.slice(Math.max(0, mention.start - 8), mention.start)
    const behind = shadow.slice(mention.classified, mention.classified + 4)
    if (OTHER.test(ahead) || LATER.test(behind) || (!TOOK.test(ahead) && !TOLD.test(behind))) return []
    if (/^半|^零|^多/.test(behind)) return []
    return [{ mention, place: placeIn(reading, mention), unit: dimension }]
  })
}

const fits = ({ mention: { amount }, unit }: Told, a: Point, b: Point): boolean =>
  unit === 'day' ? Math.abs(daysBetween(a, b) - amount) <= 1 : Math.abs(daysBetween(a, b) / 30.4 - amount) <= 0.6

/** A digit off, or of small numbers another one. */
function isSlip(said: number, right: number): boolean {
  const [x, y] = [String(said), String(right)]
  if (x === y || said > 4 * right || right > 4 * said) return false
  if (x.length === 1 || y.length === 1) return right < 20
  if (x.length !== y.length) return false
  const off = [...x].filter((digit, i) => digit !== y.charAt(i)).length
  return off === 1 || [...x].sort().join('') === [...y].sort().join('')
}

function rightOf({ unit }: Told, a: Point, b: Point): Allowed {
  const days = daysBetween(a, b)
  const months = Math.round(days / 30.4)
  const expr = `${a.value ?? ''} → ${b.value ?? ''}`
  return unit === 'day'
    ? { low: days, high: days + 1, expr, value: `${days}天(含首尾${days + 1}天)`, en: `${days} or ${days + 1} days` }
    : { low: months, high: months, expr, value: `${months}个月`, en: `${months} months` }
}

function isOff(told: Told, a: Point, b: Point): boolean {
  const days = daysBetween(a, b)
  if (days <= 1 || days > 2000) return false
  const { amount } = told.mention
  if (told.unit === 'day') return isSlip(amount, days) || isSlip(amount, days + 1)
  return Math.abs(days / 30.4 - Math.round(days / 30.4)) < 0.12 && isSlip(amount, Math.round(days / 30.4))
}

const NEAR = 150
const MOST = 10

const ELSE = /去年|上年|上[次届]|往年|历年|首次|另|分别/

/** The two stand near, and nothing tells of another time between. */
function isNear({ place: { reading, start, end } }: Told, [a, b]: readonly [Point, Point]): boolean {
  if (b.reading !== reading || Math.max(b.end, end) - Math.min(start, a.reading === reading ? a.start : b.start) > NEAR)
    return false
  if (ELSE.test(reading.shadow.slice(Math.min(b.end, start), start))) return false
  return !reading.dates.some((one) => one.day === null && one.month !== null && one.start > b.end && one.end < start)
}

export function* lengthsTold({ readings, published }: StoryCopy): Iterable<Claim> {
  let earlier: readonly Point[] = []
  for (const reading of readings) {
    if (reading.english || reading.dates.length > MOST) {
      earlier = []
      continue
    }
    const own = pointsOf(reading, published?.year ?? null)
    const points = [...earlier, ...own]
    if (own.length > 0 && points.length > 1) yield* lengthsIn(reading, points)
    earlier = own.length < 3 ? own : []
  }
}

function* lengthsIn(reading: Reading, points: readonly Point[]): Iterable<Claim> {
  for (const told of toldIn(reading)) {
    if (points.some((b, j) => points.slice(0, j).some((a) => fits(told, a, b)))) continue
    const pair = [...endsAbout(points, told.place.reading, told.place)].find(
      (one) => isOff(told, ...one) && isNear(told, one),
    )
    if (pair !== undefined) yield stretchClaim([told.place, ...pair], rightOf(told, ...pair), 'query')
  }
}

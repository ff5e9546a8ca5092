import { endsAbout } from './ends'
import type { Claim, Reading, StoryCopy } from '../claim'
import { dayNumber, type TimeMention } from '../lexer/calendar'
import type { Mention } from '../lexer/mention'
import { placeIn, stretchAt, stretchClaim, type Stretch } from './moments'

/**
 * Two hours of a paragraph and how long it is said to have taken, in whatever order and words: 21时35分接警 … 于次日0时50分救出,整个救援
 * 历时3小时15分钟. Spoken of where the minutes agree and the hours do not, or the other way about; a figure that any two
 * hours of the paragraph bear out is believed.
 */

interface Point {
  readonly reading: Reading
  /** days since some day; the same number for hours of one day */
  readonly day: number
  /** since midnight */
  readonly minutes: number
  /** may be half a day later: 下午2点40分出发,5点10分抵达 */
  readonly bare: boolean
  /** its day is said */
  readonly dated: boolean
  readonly start: number
  readonly end: number
}

const AFTERNOON = new Set(['下午', '晚上', '傍晚', '当晚', '今晚', '昨晚', '晚', '深夜', '夜间'])
const NEXT = /次日|翌日|第二[天日]|隔[天日]|次晨/

function minutesOf({ hour, minute, daypart }: TimeMention): number {
  return (hour + (hour < 12 && AFTERNOON.has(daypart) ? 12 : 0)) * 60 + (minute ?? 0)
}

function dayOf(reading: Reading, from: number, time: TimeMention, last: Point | undefined): readonly [number, boolean] {
  const date = reading.dates.findLast(({ start, end, day }) => day !== null && start >= from && end <= time.start)
  if (date?.day != null) {
    const month = date.month ?? reading.dates.findLast((one) => one.month !== null && one.end <= date.start)?.month ?? 1
    return [dayNumber(date.year ?? 2023, month, date.day), true]
  }
  const next = NEXT.test(reading.shadow.slice(from, time.start))
  return [(last?.day ?? 0) + (next ? 1 : 0), next]
}

/** The hours of a paragraph, behind those of the one before it. */
function pointsOf(reading: Reading, earlier: readonly Point[]): Point[] {
  const points: Point[] = []
  for (const time of reading.times) {
    if (/^期间|^候/.test(reading.shadow.slice(time.end, time.end + 2))) continue
    const last = points.at(-1)
    const [day, dated] = dayOf(reading, last?.end ?? 0, time, last ?? earlier.at(-1))
    const bare = time.daypart === '' && time.hour < 12
    const date = reading.dates.find(({ end }) => end === time.start)
    points.push({
      reading,
      day,
      minutes: minutesOf(time),
      bare,
      dated,
      start: date?.start ?? time.start,
      end: time.end,
    })
  }
  return points
}

/** Every length in minutes that may lie between the two. */
function lengthsOf(a: Point, b: Point): number[] {
  const plain = (b.day - a.day) * 1440 + b.minutes - a.minutes
  const all = [plain]
  if (b.bare && a.minutes >= 720 && b.day === a.day) all.unshift(plain + 720)
  if (plain < 0 && !b.dated) all.push(plain + 1440)
  return all.filter((one) => one > 0 && one < 20_000)
}

const fits = ({ low, high }: Stretch, minutes: number): boolean => low - 2 <= minutes && high + 2 >= minutes

/** The hours agree and the minutes are a digit apart, or the other way about; how much that weighs. */
function slipOf({ value }: Stretch, minutes: number): number {
  const [h, m, hours, rest] = [Math.floor(value / 60), value % 60, Math.floor(minutes / 60), minutes % 60]
  if (m === rest) return h === hours || Math.abs(h - hours) > 12 ? 0 : m === 0 ? 1 : m === 30 ? 2 : 3
  const [x, y] = [m, rest].map((one) => String(one).padStart(2, '0')) as [string, string]
  const off = [0, 1].filter((i) => x.charAt(i) !== y.charAt(i)).length
  return h === hours && h > 0 && (off === 1 || (x.charAt(0) === y.charAt(1) && x.charAt(1) === y.charAt(0))) ? 2 : 0
}

/** It is told as the length of something. */
const TOOK =
  /(?:历时|用时|耗时|为时|时长|片长|全程|[总合共]计?|一共|经过|历经|[经用花睡]|持续|长达|整整|足足|前后|仅用|只用|停[水电气航运]|断[水电]|封[闭控路航]|被困|滞留|失联|救援|飞行|行驶|航行|连续|苦战|奋战|鏖战|激战|等待?|[走跑飞开漂游站坐聊谈干忙做讲打等找搜][了过])[了约共近达为有是]{0,2}$/
const TOLD = /^(?:[的中间,。]|之?[后里内]|时间|多的)/
/** Of another length: a rate, a limit, a difference. */
const OTHER =
  /[每各另再又提早晚迟快慢多少]$|平均|提前|推迟|延[误迟长后]|缩短|增加|不超过|预计|原[定计]|此前|之前|比[^,。]{1,8}$|黄金|限[时速]|至少|前$/
const LATER = /^(?:前|以[内上下]|之前|一[班趟次轮])/

interface Told {
  readonly stretch: Stretch
  readonly led: boolean
}

function toldIn(reading: Reading, mention: Mention): Told | null {
  const stretch = stretchAt(reading, mention)
  if (stretch?.unit !== 'minute' || mention.approximators.length > 0) return null
  const ahead = reading.shadow.slice(Math.max(0, mention.start - 8), mention.start)
  const behind = reading.shadow.slice(stretch.end, stretch.end + 3)
  if (OTHER.test(ahead) || LATER.test(behind)) return null
  return { stretch, led: TOOK.test(ahead) || (TOLD.test(behind) && /[\u4E00-\u9FFF,。(]$/.test(ahead)) }
}

/** Hours further off are of something else. */
const NEAR = 160
const MOST = 12

export function* elapsed({ readings }: StoryCopy): Iterable<Claim> {
  let earlier: readonly Point[] = []
  for (const reading of readings) {
    if (reading.english || reading.times.length > MOST) {
      earlier = []
      continue
    }
    const points = pointsOf(reading, earlier)
    if (points.length > 0 && points.length + earlier.length > 1) yield* elapsedIn(reading, [...earlier, ...points])
    earlier = points.length < 3 ? points : []
  }
}

function* elapsedIn(reading: Reading, points: readonly Point[]): Iterable<Claim> {
  // Of several whole hours each is of another part of the way.
  const alone = reading.mentions.filter(({ dimension }) => dimension === 'hour').length === 1
  for (const mention of reading.mentions) {
    const told = ['hour', 'minute', '个'].includes(mention.dimension) ? toldIn(reading, mention) : null
    if (told === null || /^分/.test(reading.shadow.slice(mention.classified)) || isTail(reading, mention)) continue
    const { stretch, led } = told
    const borne = points.some((b, j) =>
      points.slice(0, j).some((a) => lengthsOf(a, b).some((length) => fits(stretch, length))),
    )
    if (borne) continue
    const least = led ? (alone ? 0 : 1) : 2
    for (const [a, b] of endsAbout(points, reading, stretch)) {
      if (
        b.reading !== reading ||
        Math.max(b.end, stretch.end) - Math.min(...startsOf([a, b, { ...stretch, reading }], reading)) > NEAR
      )
        continue
      const length = lengthsOf(a, b).find((one) => slipOf(stretch, one) > least)
      if (length === undefined) continue
      yield stretchClaim(
        [placeIn(reading, stretch), placeIn(a.reading, a), placeIn(b.reading, b)],
        rightOf(length),
        'query',
      )
      break
    }
  }
}

/** Where those of this paragraph begin. */
const startsOf = (all: readonly { readonly reading: Reading; readonly start: number }[], reading: Reading): number[] =>
  all.flatMap((one) => (one.reading === reading ? [one.start] : []))

/** The minutes of 3小时15分钟 are no length of their own. */
function isTail({ shadow, mentions }: Reading, mention: Mention): boolean {
  const before = mentions[mentions.indexOf(mention) - 1]
  return (
    before?.dimension === 'hour' && mention.dimension === 'minute' && mention.start - before.end < 2 && shadow !== ''
  )
}

function rightOf(minutes: number): { low: number; high: number; expr: string; value: string; en: string } {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const value = `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`
  return { low: minutes, high: minutes, expr: value, value, en: `${hours} h ${rest} min` }
}

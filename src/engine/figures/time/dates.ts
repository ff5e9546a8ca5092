import type { Claim, Reading } from '../claim'
import { daysIn, type DateMention, type TimeMention } from '../lexer/calendar'
import { en, zh } from '../wording'

/** Spans of days that run backwards, and hours the clock lacks. */

const TO =
  /^(?:[至到~-]|(?:开始|起|启动|开幕|开赛|开工)?,?(?:一直)?(?:持续|延续|延长|延期|展出)?[到至]|\u2014{1,2}|\s(?:to|until|till|through)\s)(?:同年)?$/

function order(date: DateMention): number {
  return (date.year ?? 0) * 1e4 + (date.month ?? 0) * 100 + (date.day ?? 0)
}

/** The second date with what it takes from the first; null where the two cannot be compared. */
function completed(first: DateMention, second: DateMention, english: boolean): DateMention | null {
  if (first.relative !== null || second.relative !== null) return null
  if (first.year !== null && second.year !== null) return second
  if (first.year === null && second.year !== null) {
    // from 14 May to 2 April 2026: the year said once is both's.
    const both = english && first.month !== null && second.month !== null && !crossesYear(first.month, second.month)
    return both ? { ...second, year: null } : null
  }
  if (second.month !== null && second.month !== first.month) {
    return crossesYear(first.month, second.month) ? null : { ...second, year: first.year }
  }
  if (first.day === null || second.day === null) return null
  return { ...second, year: first.year, month: second.month ?? first.month }
}

/** 11月至3月 runs into the next year; 6月至5月 would take eleven months to. */
function crossesYear(first: number | null, second: number): boolean {
  return first === null || first - second > 3
}

/** The tax year runs from 6 April to 5 April: to the day before, a year on. */
const isYear = ({ english }: Reading, first: DateMention, second: DateMention): boolean =>
  english &&
  second.month !== null &&
  second.year === null &&
  second.month === first.month &&
  first.day !== null &&
  second.day === first.day - 1

/** Between 14 May and 2 April has no word of its own for to. */
function leadsTo({ shadow }: Reading, first: DateMention, second: DateMention): boolean {
  const link = shadow.slice(first.end, second.start)
  return TO.test(link) || (link === ' and ' && /\bbetween $/i.test(shadow.slice(0, first.start).slice(-8)))
}

/** 5月20日至5月10日, 6月20日至10日, 2021年至2018年. Across a new year only where both years are given. */
export function* reversedRanges(reading: Reading): Iterable<Claim> {
  const { shadow, dates } = reading
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1]
    if (second === undefined || !leadsTo(reading, first, second)) continue
    const end = completed(first, second, reading.english)
    if (end === null || order(end) >= order(first) || (end.month ?? 1) > 12) continue
    if (isYear(reading, first, second)) continue
    if (end.day !== null && end.month !== null && end.day > daysIn(end.year, end.month)) continue
    if (
      /[由从自]$/.test(shadow.slice(0, first.start).slice(-1)) &&
      /提前/.test(shadow.slice(first.end, second.end + 8))
    )
      continue
    if (/距今|公元前|前$/.test(shadow.slice(Math.max(0, first.start - 6), first.start))) continue
    if (/提前|倒|追溯|回溯/.test(shadow.slice(Math.max(0, first.start - 10), second.end + 8))) continue
    const monthsOnly = end.year === first.year && second.year === null && second.month !== first.month
    const quote = reading.text.slice(first.start, second.end)
    yield {
      tier: monthsOnly ? 'query' : 'error',
      places: [{ reading, start: first.start, end: second.end }],
      message: {
        zh: zh`“${quote}”:终点早于起点。请核对起止日期。`,
        en: en`“${quote}”: the end lies before the beginning. Check both dates.`,
      },
      arithmetic: [
        { label: '起', en: 'from', expr: reading.text.slice(first.start, first.end), value: order(first) },
        { label: '止', en: 'to', expr: reading.text.slice(second.start, second.end), value: order(end) },
      ],
    }
  }
}

const MORNING = new Set(['上午', '清晨', '凌晨', '早上', '早晨'])

function whyImpossible({ hour, minute, daypart }: TimeMention): { zh: string; en: string } | null {
  if (minute !== null && minute >= 60) return { zh: zh`一小时只有60分`, en: 'an hour has sixty minutes' }
  if (hour > 24 || (hour === 24 && (minute ?? 0) > 0)) return { zh: zh`一天只有24小时`, en: 'a day has 24 hours' }
  if (MORNING.has(daypart) && hour > 12)
    return { zh: zh`“${daypart}”没有${hour}时`, en: `${hour}:00 is not in the morning` }
  return null
}

/** 上午8时75分, 上午14时. A figure before 时 or 点 that is no hour is only taken beside a daypart, minutes or a day. */
export function* impossibleTimes(reading: Reading): Iterable<Claim> {
  for (const time of reading.times) {
    const why = whyImpossible(time)
    if (why === null) continue
    const { start, end } = time
    const before = reading.shadow.slice(Math.max(0, start - 2), start)
    const clock = reading.shadow.slice(start, end).includes(':')
    if ((clock && time.daypart === '') || (time.daypart === '' && time.minute === null && !/[日号天晚]$/.test(before)))
      continue
    if (
      time.daypart === '' &&
      /点/.test(reading.shadow.slice(start, end)) &&
      !/[日号天晚]$/.test(before) &&
      time.hour > 24
    )
      continue
    yield {
      tier: 'error',
      places: [{ reading, start, end }],
      message: {
        zh: zh`“${reading.text.slice(start, end)}”:${why.zh}。请核对时间。`,
        en: en`“${reading.text.slice(start, end)}”: ${why.en}. Check the time.`,
      },
      arithmetic: [
        { label: '宣称', en: 'announced', expr: reading.text.slice(start, end), value: reading.text.slice(start, end) },
      ],
    }
  }
}

export const BEGINS =
  /^[\u4E00-\u9FFF]{0,3}(?:开工|动工|开建|奠基|破土|出生|入学|入职|成立|创办|开始|启动|开幕|开展|开赛|开馆|开机|开镜|开营|启程|出发|立案|受理|起诉|入院|入伍|参军|上任|就任|播种|开门|开场|开讲|开播|发车|起飞|起航|开船|开考|开会)/
export const ENDS =
  /^[\u4E00-\u9FFF]{0,3}(?:竣工|建成|完工|落成|通车|投用|结束|去世|病逝|逝世|毕业|退休|闭幕|落幕|闭馆|杀青|收官|闭营|返程|撤展|开庭|宣判|判决|审结|结案|出院|退伍|离任|卸任|收割|投产|验收|交付|颁奖|散场|散会|关门|打烊|返航|抵达|到达|靠岸|降落|收卷)/

/** Both years are given; or neither, and it is not the end of the one and the beginning of the next. */
function isEarlier(second: DateMention, first: DateMention): boolean {
  if (first.year !== null && second.year !== null) return order(second) < order(first)
  if (first.year !== null || second.year !== null || first.relative !== null || second.relative !== null) return false
  if (first.month === null || first.day === null || second.day === null) return false
  const month = second.month ?? first.month
  return first.month - month < 4 && month * 100 + second.day < first.month * 100 + first.day
}

/** 2021年6月开工,2020年9月竣工; 9月14日开幕,9月4日闭幕. One clause follows the other. */
export function* reversedEvents(reading: Reading): Iterable<Claim> {
  const { shadow, text, dates } = reading
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1]
    if (second === undefined || !isEarlier(second, first)) continue
    const between = shadow.slice(first.end, second.start)
    if (TO.test(between) || !BEGINS.test(between) || !/^[^,。;]{0,12}[,、]?[^,。;]{0,2}$/.test(between)) continue
    if (!ENDS.test(shadow.slice(second.end, second.end + 8))) continue
    if (first.year === second.year && (first.month === null || second.month === null)) continue
    yield {
      tier: 'error',
      places: [first, second].map(({ start, end }) => ({ reading, start, end })),
      message: {
        zh: zh`“${text.slice(second.start, second.end)}”在“${text.slice(first.start, first.end)}”之前,结束早于开始。请核对两个日期。`,
        en: en`“${text.slice(second.start, second.end)}” lies before “${text.slice(first.start, first.end)}”: the end before the beginning. Check both dates.`,
      },
      arithmetic: [
        { label: '起', en: 'from', expr: text.slice(first.start, first.end), value: order(first) },
        { label: '止', en: 'to', expr: text.slice(second.start, second.end), value: order(second) },
      ],
    }
  }
}

import type { Claim, Reading } from '../claim'
import type { TimeMention } from '../lexer/calendar'
import { BEGINS, ENDS } from './dates'
import { en, zh } from '../wording'

/** Spans of hours that run backwards. */

const TO = /^\s?(?:[至到~\uFF5E\-\u2013]|\u2014{1,2}|开始,?到)\s?$/
/** Whoever closes on the next day says so. */
const OVERNIGHT = /次日|翌日|第二天|隔天|凌晨|通宵|夜/
const DAY = { from: 6 * 60, to: 16 * 60 }

const minutesOf = ({ hour, minute }: TimeMention): number => hour * 60 + (minute ?? 0)

/** 9时开赛,8时40分颁奖: the one clause begins what the next ends. */
function follows({ shadow }: Reading, first: TimeMention, second: TimeMention): boolean {
  const between = shadow.slice(first.end, second.start)
  return (
    BEGINS.test(between) &&
    /^[^,。;]{0,12},[^,。;]{0,2}$/.test(between) &&
    ENDS.test(shadow.slice(second.end, second.end + 8))
  )
}

/** 上午8时至7时, 14:30-13:00: both by day, the end not behind the beginning. What begins at night may end on the next day. */
export function* reversedHours(reading: Reading): Iterable<Claim> {
  const { shadow, text, times } = reading
  for (const [i, first] of times.entries()) {
    const second = times[i + 1]
    if (second === undefined) continue
    const apart = follows(reading, first, second)
    if (!apart && !TO.test(shadow.slice(first.end, second.start))) continue
    // 凌晨5时至1时: what begins before dawn ends before it, unless another word stands there.
    const dawn = first.daypart === '凌晨' && first.hour <= 6
    if (OVERNIGHT.test(shadow.slice(dawn ? first.start + 2 : Math.max(0, first.start - 4), second.end + 2))) continue
    const sameHalf =
      first.daypart === second.daypart || (second.daypart === '' && (dawn || /^[上下]午$/.test(first.daypart)))
    const [from, to] = [minutesOf(first), minutesOf(second)]
    const inHalf = first.daypart !== '' && first.hour <= 12 && second.hour <= 12
    const byClock = first.daypart === '' && from >= DAY.from && from <= DAY.to && to >= DAY.from
    if (apart && from - to > 180) continue
    if (!sameHalf || to >= from || !(inHalf || byClock) || first.hour === 12) continue
    const quote = text.slice(first.start, second.end)
    yield {
      tier: 'query',
      places: [{ reading, start: first.start, end: second.end }],
      message: {
        zh: zh`“${quote}”:结束早于开始。请核对起止时间。`,
        en: en`“${quote}”: the end lies before the beginning. Check both times.`,
      },
      arithmetic: [
        { label: '起', en: 'from', expr: text.slice(first.start, first.end), value: clock(from) },
        { label: '止', en: 'to', expr: text.slice(second.start, second.end), value: clock(to) },
      ],
    }
  }
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

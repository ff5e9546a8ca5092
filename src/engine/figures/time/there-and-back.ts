import type { Claim, Reading } from '../claim'
import { within, type Mention } from '../lexer/mention'
import type { DateMention } from '../lexer/calendar'
import { sentencesOf, type Sentence } from '../sentences'
import { daysBetween, placeIn, stretchClaim, type Moment } from './moments'

/** A start, the days it takes and the return, each with its own verb: 4月10日起驾,历时八天七夜,于4月17日回銮. */

const START = /^[\u4E00-\u9FFF]{0,6}?(?:起驾|启程|出发|动身|开幕|启动|开始|开赛|起航|开机|开营)/
const END = /^[\u4E00-\u9FFF]{0,6}?(?:回銮|返程|返回|回程|闭幕|落幕|结束|收官|收工|返航|杀青|闭营)/
const TAKES = /(?:历时|为期|共|全程|活动|时间)$/

const momentOf = ({ year, month, day, start, end }: DateMention): Moment => ({
  year,
  month,
  day,
  minutes: null,
  start,
  end,
})

function daysIn({ reading, mentions, start }: Sentence): Mention | undefined {
  return mentions.find(
    ({ dimension, exact, start: at }) =>
      dimension === 'day' && exact && TAKES.test(reading.shadow.slice(Math.max(start, at - 3), at)),
  )
}

/** 为期三天,5月1日至5月3日: the days right before both ends. */
const AHEAD = /(?:为期|一连)$/
const BETWEEN = /^(?:[至到~-]|\u2014{1,2})$/

function isAhead({ reading, start }: Sentence, said: Mention, from: DateMention, to: DateMention): boolean {
  const { shadow } = reading
  return (
    AHEAD.test(shadow.slice(Math.max(start, said.start - 2), said.start)) &&
    /^,[自从于]?$/.test(shadow.slice(said.classified, from.start)) &&
    BETWEEN.test(shadow.slice(from.end, to.start))
  )
}

export function* thereAndBack(reading: Reading): Iterable<Claim> {
  if (reading.english || reading.dates.length < 2) return
  for (const sentence of sentencesOf(reading)) {
    const dates = within(reading.dates, sentence.start, sentence.end).filter(
      ({ month, day }) => month !== null && day !== null,
    )
    const [from, to] = dates
    const said = dates.length === 2 ? daysIn(sentence) : undefined
    if (from === undefined || to === undefined || said === undefined) continue
    const verbs = START.test(reading.shadow.slice(from.end)) && END.test(reading.shadow.slice(to.end))
    if (!verbs && !isAhead(sentence, said, from, to)) continue
    const days = daysBetween(momentOf(from), momentOf(to))
    if (days !== null && said.value >= days && said.value <= days + 1) continue
    // 12月30日 … 1月3日: over the end of the year.
    if (days === null && (to.month ?? 0) < (from.month ?? 0)) continue
    const value = days === null ? '倒过来的日子' : `${days}天(含首尾${days + 1}天)`
    const right = {
      low: 0,
      high: 0,
      expr: '',
      value,
      en: days === null ? 'a reversed stretch' : `${days} or ${days + 1} days`,
    }
    yield stretchClaim(
      [said, from, to].map((one) => placeIn(reading, one)),
      right,
      'query',
    )
  }
}

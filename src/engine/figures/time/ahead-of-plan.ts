import { dayNumber, type DateMention } from '../lexer/calendar'
import type { Claim } from '../claim'
import { placeIn, stretchClaim } from './moments'
import type { Sentence } from '../sentences'
import { within } from '../lexer/mention'

/** The day planned, the day it came, and by how many days it came before or after: 原计划11月12日,最终11月9日,提前了3天. */

const PLANNED = /原[本先]?(?:计划|定|拟)[于在]?$/
const SHIFTED = /(?:提前|推迟|延后|延迟|滞后|早|晚)了?(?:整整|足足)?$/
/** Other days between: of another stage, or counted from elsewhere. */
const ELSE = /[;:又再]|分别|第[二三]/

const daysOf = (date: DateMention, month: number | null): number | null => {
  const own = date.month ?? month
  return own === null || date.day === null || date.relative !== null
    ? null
    : dayNumber(date.year ?? 2001, own, date.day)
}

/** The plan may stand in the sentence before. */
export function* aheadOfPlan(
  { reading, mentions, start: own, end }: Sentence,
  before: Sentence | undefined,
): Iterable<Claim> {
  const start = before?.start ?? own
  const { shadow } = reading
  if (reading.english || !/原[本先]?(?:计划|定|拟)/.test(shadow.slice(start, end))) return
  for (const said of mentions) {
    if (said.dimension !== 'day' || said.range !== null || !said.exact) continue
    if (!SHIFTED.test(shadow.slice(Math.max(start, said.start - 7), said.start))) continue
    const dates = within(reading.dates, start, said.start)
    const at = dates.findIndex((date) => PLANNED.test(shadow.slice(Math.max(start, date.start - 6), date.start)))
    const [planned, came, ...more] = at < 0 ? [] : dates.slice(at)
    if (planned === undefined || came === undefined || more.length > 0) continue
    if (ELSE.test(shadow.slice(planned.end, said.start)) || (planned.year === null) !== (came.year === null)) continue
    const [a, b] = [daysOf(planned, dates[at - 1]?.month ?? null), daysOf(came, planned.month)]
    if (a === null || b === null || Math.abs(a - b) > 120) continue
    const days = Math.abs(a - b)
    if (said.low <= days && said.high >= days) continue
    const right = {
      low: days,
      high: days,
      expr: `|${planned.month ?? ''}.${planned.day ?? ''} - ${came.month ?? planned.month ?? ''}.${came.day ?? ''}|`,
      value: `${days}天`,
      en: `${days} days`,
    }
    yield stretchClaim([placeIn(reading, said), placeIn(reading, planned), placeIn(reading, came)], right, 'query')
  }
}

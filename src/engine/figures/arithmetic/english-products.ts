import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** What each of them gets and what all of it comes to: Each of the 48 families will receive $2,500, a total of $120,000. */

const MONEY = '[$\\u00A3\\u20AC]\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:\\s(?:thousand|million|billion))?'
const TOTAL = `[^.;\\d]{0,50}, (?:for )?a (?:total|sum) of (?:about |nearly |almost |more than )?(?<total>${MONEY})`
const BRINGS =
  '(?:bring in|brings in|brought in|cost|costs|come to|comes to|came to|raise|raises|raised|be worth|is worth|yield)'
const EACH = [
  new RegExp(
    `\\bat (?<each>${MONEY}) (?:a|per|each|for each) ?[a-z]{0,14}, (?:the |its |all )?(?<count>${FIGURE}) [a-z]{3,14} (?:would |will |could )?${BRINGS} (?:about |nearly |almost |more than )?(?<total>${MONEY})`,
    'dgi',
  ),
  new RegExp(
    `\\beach of (?:the |its |their )?(?<count>${FIGURE}) [^.;\\d$\\u00A3\\u20AC]{3,50}?(?<each>${MONEY})${TOTAL}`,
    'dgi',
  ),
  new RegExp(`(?<each>${MONEY}) (?:to|for) each of (?:the |its |their )?(?<count>${FIGURE}) ${TOTAL}`, 'dgi'),
]
/** Paid again and again: the total is of all the times. */
const OFTEN =
  /\b(?:a|per|each|every) (?:month|week|year|day|quarter|night|hour)\b|\b(?:monthly|weekly|yearly|annually|daily|up to|at least)\b/i

export function* eachAndAll({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 3) return
  for (const match of EACH.flatMap((pattern) => matchesOf(reading.shadow.slice(start, end), pattern))) {
    const [count, each, total] = ['count', 'each', 'total'].map((name) => mentionAt(mentions, match, name, start))
    if (count?.kind !== 'count' || each === undefined || total === undefined || OFTEN.test(match[0])) continue
    if (count.dimension === each.dimension || each.dimension !== total.dimension) continue
    yield {
      said: total,
      from: [count, each],
      low: count.low * each.low,
      high: count.high * each.high,
      value: count.value * each.value,
      expr: `${figure(count.amount)} \u00D7 ${figure(each.amount)}`,
      sure: true,
    }
  }
}

export const productExamples: readonly Example[] = [
  { wrong: 'Each of the [[48 families]] will receive [[$2,500]] from the fund, a total of [[$102,000]].' },
  { wrong: 'It paid [[$300]] to each of its [[40 drivers]] at New Year, a total of [[$14,000]].' },
  { wrong: 'At [[$85]] a ticket, the [[1,400 seats]] would bring in [[$191,000]] if all were sold.' },
  {
    silent:
      'Each of the 48 families will receive $2,500 from the fund, a total of $120,000. Each of the 20 pupils gets $50 a month, a total of $12,000. Each of the 12 towns will pay up to $5,000, a total of $48,000.',
  },
]

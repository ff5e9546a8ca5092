import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** What each costs, said behind the sum and the count: spent $36,000 on 45 guitars, or $800 apiece. */

const EACH = /^\s(?:apiece|each|a head|(?:per|for each|for every|a)\s[a-z]{3,14})\b/i
const OR = /,\s(?:or|that is|which is)\s(?:an average of\s)?(?:about |roughly |nearly |almost |just over |some )?$/i
const MEAN = /,\s(?:or\s|for\s)?(?:an average of|averaging)\s(?:about |roughly |nearly |almost )?$/i
const MONEY = new Set(['$', '\u00A3', '\u20AC'])

/** What a rounded price leaves open: half of its last place, a hundredth where it is hedged. */
function slackOf(each: Mention): number {
  const decimals = String(each.amount).split('.')[1]?.length ?? 0
  const last = decimals > 0 ? 10 ** -decimals : each.amount % 100 === 0 ? 100 : each.amount % 10 === 0 ? 10 : 1
  return each.approximators.length > 0 ? each.value * 0.1 : Math.min(last, each.value * 0.02)
}

export function* apieceOf({ reading, mentions }: Sentence): Iterable<Derivation> {
  if (!reading.english) return
  const { shadow } = reading
  for (const [i, each] of mentions.entries()) {
    if (!MONEY.has(each.dimension)) continue
    const ahead = shadow.slice(Math.max(0, each.numeral[0] - 36), each.numeral[0])
    if (!MEAN.test(ahead) && !(OR.test(ahead) && EACH.test(shadow.slice(each.classified, each.classified + 24))))
      continue
    const [total, ...totals] = mentions.slice(0, i).filter(({ dimension }) => dimension === each.dimension)
    const [count, ...counts] = mentions
      .slice(0, i)
      .filter(({ dimension, kind, classifier }) => kind === 'count' && !MONEY.has(dimension) && classifier !== '')
    if (total === undefined || count === undefined || totals.length > 0 || counts.length > 0 || count.low <= 0) continue
    const slack = slackOf(each)
    yield {
      said: each,
      from: [total, count],
      low: total.low / count.high - slack,
      high: total.high / count.low + slack,
      value: total.value / count.value,
      expr: `${figure(total.amount)} ÷ ${figure(count.amount)}`,
    }
  }
}

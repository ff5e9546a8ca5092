import type { Derivation } from './changes'
import { singular } from '../lexer/english'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** So much each, so many of them, so much in all: At $26 a ticket, the 25 seats bring in $650. */

const PER = /^\s(?:a|an|per|each|every)\b(?:\s(?<unit>[a-z]{3,14}))?/i
/** What makes the third figure the product of the two. */
const MAKES =
  /\b(?:br(?:ing|ings|inging|ought) in|cost(?:s|ing)?|earn(?:s|ed|ing)?|rais(?:es?|ed|ing)|total(?:s|ed|ing)?|c(?:o|a)mes? to|add(?:s|ed)? up to|makes?|made|pay(?:s|ing)?|paid|spen(?:ds?|t|ding)|collect(?:s|ed|ing)?|nett?(?:s|ed|ing)|gross(?:es|ed|ing)|worth|for a total of|yield(?:s|ed)?|generat(?:es?|ed|ing)|in all)\b[^.;]{0,20}$/i
const TIMES = new Set('year month week day hour minute second mile kilometer kilometre percent time'.split(' '))
const MONEY = new Set(['$', '\u00A3', '\u20AC'])
/** The product of other figures than these is more than one slip away. */
const FAR = 3

/** The one count of the sentence that the price may be of. */
function counted(mentions: readonly Mention[], unit: string | undefined): Mention | null {
  const counts = mentions.filter(({ kind, dimension }) => kind === 'count' && !MONEY.has(dimension))
  const [count, ...more] = counts
  if (count === undefined || more.length > 0 || !/^[a-z]/i.test(count.classifier) || !count.exact) return null
  const per = unit === undefined ? '' : singular(unit)
  return TIMES.has(per) || TIMES.has(count.classifier) ? (per === count.classifier ? count : null) : count
}

export function* takingsOf({ reading, mentions }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length !== 3) return
  const { shadow } = reading
  const money = mentions.filter(({ dimension, kind }) => kind === 'count' && MONEY.has(dimension))
  const [each, total, ...more] = money
  if (each === undefined || total === undefined || more.length > 0 || each.dimension !== total.dimension) return
  const per = PER.exec(shadow.slice(each.classified, each.classified + 24))
  const count = per === null ? null : counted(mentions, per.groups?.['unit'])
  if (count === null || count.start > total.start || total.value <= each.value) return
  if (!MAKES.test(shadow.slice(Math.max(each.end, count.end), total.start))) return
  const value = each.value * count.value
  if (total.value > value * FAR || total.value < value / FAR) return
  yield {
    said: total,
    from: [each, count],
    low: each.low * count.low,
    high: each.high * count.high,
    value,
    expr: `${figure(each.amount)} × ${figure(count.amount)}`,
  }
}

import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** So many at so much each, and what they come to: sold 8,500 season tickets at £320 apiece, banking £2.72 million. */

const MONEY = /^[$\u00A3\u20AC]$/
/** of each of them; not a month, not a year */
const EACH_BEHIND =
  /^\s(?:apiece|each|a head|a piece|(?:a|per)\s(?!year|month|week|day|night|hour|quarter|annum)[a-z]{3,14})\b/i
const EACH_AHEAD = /\b(?:at|each(?: [a-z]+){0,5}|charg(?:ed|ing)(?: [a-z]+){0,4}|sold for|costing|worth|price of)\s$/i
/** What the whole of it is told by; nothing is taken off, nothing comes to it. */
const COMES_TO =
  /(?:,\s(?:[a-z]{3,14}\s){0,4}?(?:banking|rais(?:ing|ed)|bringing in|earning|netting|generating|worth|making|taking(?: in)?|yielding|costing|collecting|grossing|spending|paying(?: out)?|for|or|a (?:total|sum|bill|haul) of|which (?:came|comes|adds up) to|totall?ing|in all|amounting to|pulling in|pocketing)|\b(?:for|to|a total(?: cost| price| bill)? of|brought in|raised|bringing in|made|earned|total(?:s|led)?|came to|comes to))\s(?:it |them |the (?:club|city|town|council|charity|firm|company|state|school|church|fund)\s)?(?:a (?:total|sum) of |total )?$/i
const OFTEN =
  /\b(?:(?:a|per|each|every) (?:month|week|year|day|quarter|night|hour|annum)|monthly|weekly|yearly|annual(?:ly)?|daily|up to|at least|after|minus|less|deposit|discount(?:ed)?|plus|including|fees?|tax|average|between|from|profit|more than|another|already|so far|first|half)\b/i

const isMoney = ({ classifier, kind, range }: Mention): boolean =>
  kind === 'count' && MONEY.test(classifier) && range === null

const isCount = ({ kind, classifier, exact, value }: Mention): boolean =>
  kind === 'count' && classifier.length > 2 && exact && value > 1

export function* takingsSaid({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  if (!reading.english || mentions.length < 3 || OFTEN.test(shadow.slice(start, end))) return
  const money = mentions.filter(isMoney)
  const [each, total, ...more] = money
  const counts = mentions.filter((one) => !isMoney(one) && isCount(one))
  const [count, ...others] = counts
  if (each === undefined || total === undefined || count === undefined || more.length + others.length > 0) return
  if (count.start > total.start || each.approximators.length > 0 || total.value <= each.value) return
  const priced =
    EACH_BEHIND.test(shadow.slice(each.numeral[1], each.numeral[1] + 24)) ||
    EACH_AHEAD.test(shadow.slice(Math.max(start, each.start - 60), each.start))
  if (!priced || !COMES_TO.test(shadow.slice(each.numeral[1], total.start))) return
  const value = count.value * each.value
  // Far apart, they are of other things.
  if (total.value > 2 * value || value > 2 * total.value) return
  yield {
    said: total,
    from: [count, each],
    low: value * 0.995,
    high: value * 1.005,
    value,
    expr: `${figure(count.amount)} \u00D7 ${figure(each.amount)}`,
    sure: true,
  }
}

export const takingExamples: readonly Example[] = [
  {
    wrong:
      'The club sold [[8,500 season tickets]] at [[£320]] apiece, banking [[£2.27 million]] before a ball was kicked.',
  },
  { wrong: 'The school bought [[24 laptops]] at [[$450]] each for [[$18,000]].' },
  {
    silent:
      'The club sold 8,500 season tickets at £320 apiece, banking £2.72 million. It bought 24 laptops at $450 each for $10,800 and 12 desks. It let 40 flats at £900 a month, taking £420,000.',
  },
]

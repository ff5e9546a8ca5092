import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/**
 * A quantity, its price and its cost, and the cost at another price: 80平方米,每平方米24元,要交1920元;现在单价降到21元,同样的房子只需交1680元.
 * The first three must bear one another out, so that it is known what is multiplied.
 */

const PRICE = /(?:每[个名]?[\u4E00-\u9FFF]{1,3}|单价|均价)[\u4E00-\u9FFF]{0,3}$/
const AGAIN = /(?:单价|价格|每[\u4E00-\u9FFF]{1,3})[^,。;\d]{0,4}[到至为]$/
const SAME = /(?:同样|同等|相同|一样)[^,。;\d]{1,10}(?:[交付花卖收缴掏给得]|需要?|只要)[出到]?$/

const money = ({ kind, range, dimension }: Mention): boolean =>
  kind === 'count' && range === null && dimension === 'money'

export function* repricedOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 5 || mentions.length > 10) return
  if (!/同样|同等|相同|一样/.test(reading.shadow.slice(sentence.start, sentence.end))) return
  const [a, b, price, said, ...more] = mentions.filter(money)
  if (a === undefined || b === undefined || price === undefined || said === undefined || more.length > 0) return
  if (!AGAIN.test(aheadOf(sentence, price, 10)) || !SAME.test(aheadOf(sentence, said, 16))) return
  const [cost, each] = PRICE.test(aheadOf(sentence, b, 8)) ? [a, b] : [b, a]
  if (!PRICE.test(aheadOf(sentence, each, 8)) || each.value === cost.value) return
  const count = mentions.find(
    ({ kind, amount, dimension, end }) =>
      kind === 'count' &&
      dimension !== 'money' &&
      end <= price.start &&
      amount > 1 &&
      amount * each.value === cost.value,
  )
  if (count === undefined) return
  const value = count.amount * price.value
  yield {
    said,
    from: [count, price],
    low: value,
    high: value,
    value,
    expr: `${figure(count.amount)} × ${figure(price.amount)}`,
  }
}

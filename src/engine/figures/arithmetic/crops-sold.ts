import type { Derivation } from './changes'
import { slipOf } from './finger'
import { aheadOf } from '../labels'
import type { Sentence } from '../sentences'
import { amount, figure } from '../wording'

/** A harvest, its price and what it is worth: 产量16万吨,按每公斤3.5元计算,产值约5.6亿元. */

const PRICE = /(?:每|一)(?<unit>公斤|千克|斤|吨)[\u4E00-\u9FFF]{0,6}$/
const KILOS: Readonly<Record<string, number>> = { 公斤: 1, 千克: 1, 斤: 0.5, 吨: 1000 }
const WORTH = /(?:产值|销售额|销售收入|总收入|货值|价值|总价|收入|卖了?)(?:[约近为]|达到?|可达|有望达到?|超过?)*$/
/** Prices and harvests are rounded, and some is lost: only what is far off is asked about. */
const LOOSE = 0.2
const TIGHT = 0.005

export function* cropsSold(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 3 || mentions.length > 8) return
  const plain = mentions.filter(({ kind, range }) => kind === 'count' && range === null)
  const weights = plain.filter(({ dimension }) => dimension === 'weight')
  const money = plain.filter(({ dimension }) => dimension === 'money')
  const [weight] = weights
  const prices = money.filter((one) => PRICE.test(aheadOf(sentence, one, 10)))
  const worths = money.filter((one) => WORTH.test(aheadOf(sentence, one, 14)))
  const [price, worth] = [prices[0], worths[0]]
  if (weight === undefined || price === undefined || worth === undefined || weights.length > 1) return
  if (prices.length > 1 || worths.length > 1 || worth === price || worth.start < price.start) return
  const per = KILOS[PRICE.exec(aheadOf(sentence, price, 10))?.groups?.['unit'] ?? '']
  if (per === undefined || /每(?!亩)|[日月年]均/.test(aheadOf(sentence, weight, 10))) return
  const areas = plain.filter(({ dimension }) => dimension === 'mu')
  const [area] = areas
  // 15亩,亩产4000斤,每斤1.5元: the harvest is that of a mu.
  const ofMu = /亩产|单产|每亩/.test(aheadOf(sentence, weight, 10))
  if (ofMu && (area === undefined || areas.length > 1)) return
  const value = (weight.value / per) * price.value * (ofMu ? (area?.amount ?? 1) : 1)
  // A slip of three digits is no rounding.
  const open = slipOf(reading.shadow, worth, value) > 2 ? TIGHT : LOOSE
  yield {
    said: worth,
    from: ofMu && area !== undefined ? [area, weight, price] : [weight, price],
    low: value * (1 - open),
    high: value * (1 + open),
    value,
    expr: `${ofMu ? `${figure(area?.amount ?? 1)} × ` : ''}${amount(weight.amount)} × ${figure(price.amount)}`,
  }
}

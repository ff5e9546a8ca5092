import type { Derivation } from './changes'
import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { amount } from '../wording'

/** Area, yield of a mu and the whole crop: 178万亩…总产量73万吨,平均亩产410公斤. */

const EACH = /(?:亩产量?|单产|每亩产?)[\u4E00-\u9FFF]{0,4}$/
const AREA = /面积|播种|种植|收获|栽[种植]|种了?/
const CROP = /^[\u4E00-\u9FFF]{0,4}(?:[粮麦稻棉薯菜果茶]|玉米|大豆|油菜|花生)/
const WHOLE = /总产量?|(?<![亩单])产量|共[收产]/
const OTHER = /[比较增减多少高低][^,。;]{0,8}$/
/** A yield is rounded to whole kilograms, the crop to a digit or two. */
const LOOSE = 0.005

function only(mentions: readonly Mention[]): Mention | null {
  const [first] = mentions
  return mentions.length === 1 && first !== undefined ? first : null
}

/** 种植8.2万亩,挂果5.6万亩,产量6.7万吨: what bears is what yields. */
function bears({ dimension, low, high }: Mention, each: Mention, total: Mention): boolean {
  return dimension === 'mu' && low * each.low * (1 - LOOSE) <= total.high && high * each.high * (1 + LOOSE) >= total.low
}

export function* yieldsOf(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  if (reading.english || mentions.length < 3 || mentions.length > 14) return
  const plain = mentions.filter(
    (mention) => mention.kind === 'count' && mention.range === null && !OTHER.test(aheadOf(sentence, mention, 10)),
  )
  const weights = plain.filter(({ dimension }) => dimension === 'weight')
  const each = only(weights.filter((mention) => EACH.test(aheadOf(sentence, mention, 12))))
  const total = only(
    weights.filter(
      (mention) =>
        mention !== each && WHOLE.test(aheadOf(sentence, mention, 12)) && !EACH.test(aheadOf(sentence, mention, 12)),
    ),
  )
  const area = only(
    plain.filter(
      (mention) =>
        mention.dimension === 'mu' &&
        (AREA.test(aheadOf(sentence, mention, 12)) || CROP.test(behindOf(sentence, mention, 8))),
    ),
  )
  if (
    each === null ||
    total === null ||
    area === null ||
    mentions.filter(({ dimension }) => dimension === 'mu').length > 2 ||
    plain.some((mention) => bears(mention, each, total))
  )
    return
  yield {
    said: total,
    from: [area, each],
    low: area.low * each.low * (1 - LOOSE),
    high: area.high * each.high * (1 + LOOSE),
    value: area.value * each.value,
    expr: `${amount(area.amount)} × ${amount(each.amount)}`,
  }
}

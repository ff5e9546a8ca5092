import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** So many to a room, so many rooms, so many places: 36间寝室,每间安排25人,合计900个床位. */

const EACH = /每(?<unit>[间室桌排车班栋层节辆趟艘])[\u4E00-\u9FFF]{0,6}$/
const PLACES = /^[个张处]?(?:床位|座位|铺位|工位|席位|座席|坐席|餐位)/
const FOR_ONE = new Set(['人', '名', '位', '张', '个'])

export function* seatsOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 3 || mentions.length > 12) return
  const plain = mentions.filter(({ kind, range }) => kind === 'count' && range === null)
  for (const each of plain) {
    const unit = EACH.exec(aheadOf(sentence, each, 10))?.groups?.['unit']
    if (unit === undefined || !FOR_ONE.has(each.dimension)) continue
    const counts = plain.filter(({ dimension, end }) => dimension === unit && end <= each.start)
    const totals = plain.filter(
      ({ start, numeral }) => start > each.end && PLACES.test(reading.shadow.slice(numeral[1])),
    )
    const [count, total] = [counts[0], totals[0]]
    if (count === undefined || total === undefined || counts.length > 1 || totals.length > 1) continue
    if (/每|;/.test(reading.shadow.slice(each.end, total.start)) || total.start - each.end > 16) continue
    if (!/[共总合][\u4E00-\u9FFF]{0,4}$/.test(aheadOf(sentence, total, 8))) continue
    yield {
      said: total,
      from: [each, count],
      low: each.low * count.low,
      high: each.high * count.high,
      value: each.value * count.value,
      expr: `${figure(each.amount)} × ${figure(count.amount)}`,
    }
  }
}

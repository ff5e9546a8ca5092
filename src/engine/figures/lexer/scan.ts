import type { Span } from '../../analysis'
import { approximatorsBefore, boundAt, surplusAt, unitSurplusAt } from './approximators'
import { classifierAt } from './classifiers'
import { intervalOf, lastPlace } from './interval'
import type { Approximator, Mention, MentionKind } from './mention'
import { parseChinese } from './numeral'
import { arabicAt, chineseAt, type Quantity } from './quantity'
import { joinRanges } from './ranges'
import { matchesOf } from '../matches'

/** Numbers in Chinese copy: Arabic, Chinese and mixed. */

const NUMERAL = /\d+(?:,\d{3})*(?:\.\d+)?|[几数](?=[十百千万亿])|[〇零一二两三四五六七八九十百千万亿半]+/g

const TENTH = /成(?![立功为熟长员本果都年效人交品语就绩分形型群套批千百因色])/y

/** 四成五: 45 %. */
const TENTH_MORE = /^半(?![年月天日夜个数])|^[一二三四五六七八九](?![十百千万亿成个名户家人年月天点分至到、])/

/** What stands behind the number: a percent sign, 成, a classifier. */
interface Tail {
  kind: MentionKind
  classifier: string
  dimension: string
  factor: number
  measure: boolean
  end: number
}

function tailAt(shadow: string, at: number, value: number): Tail {
  const space = shadow.charAt(at) === ' ' ? at + 1 : at
  const sign = shadow.charAt(space)
  const plain = { factor: 1, measure: false }
  if (sign === '%' || sign === '\u2030') {
    const factor = sign === '%' ? 1 : 0.1
    return { kind: 'percent', classifier: sign, dimension: '%', factor, measure: true, end: space + 1 }
  }
  const points = shadow.startsWith('个百分点', space) ? 4 : shadow.startsWith('百分点', space) ? 3 : 0
  if (points > 0) return { kind: 'point', classifier: '个百分点', dimension: 'point', ...plain, end: space + points }
  TENTH.lastIndex = at
  if (value >= 1 && value < 10 && TENTH.test(shadow)) {
    return { kind: 'percent', classifier: '成', dimension: '%', factor: 10, measure: true, end: at + 1 }
  }
  const classifier = classifierAt(shadow, space)
  if (classifier === null) return { kind: 'count', classifier: '', dimension: '', ...plain, end: at }
  const { word, dimension, factor, measure } = classifier
  if (word === '个' && /^个多?月/.test(shadow.slice(space, space + 3))) {
    const length = shadow.charAt(space + 1) === '多' ? 3 : 2
    return { kind: 'count', classifier: '个月', dimension: 'month', factor: 1, measure: true, end: space + length }
  }
  // 210亿度: power, not an angle.
  const own = word === '度' && value >= 10_000 ? 'energy' : dimension
  return { kind: 'count', classifier: word, dimension: own, factor, measure, end: space + word.length }
}

const OF = /^([〇零一二两三四五六七八九十百千万\d.点]{1,12})/

/** 百分之五, 四分之三: the denominator stands before. */
function fractionAt(shadow: string, start: number, end: number): Mention | null {
  if (!shadow.startsWith('分之', end)) return null
  const of = shadow.slice(start, end)
  const written = OF.exec(shadow.slice(end + 2, end + 14))?.[1]
  if (written === undefined) return null
  const denominator = parseChinese(of) ?? Number(of)
  const numerator = /^\d/.test(written) ? Number(written) : parseChinese(written)
  if (numerator === null || !Number.isFinite(numerator) || !(denominator > 0)) return null
  const percent = of === '百' || of === '千' || of === '万'
  const value = percent ? (numerator / denominator) * 100 : numerator / denominator
  const decimals = (written.split(/[.点]/)[1] ?? '').length
  const rounding = decimals > 0 ? ((10 ** -decimals / denominator) * (percent ? 100 : 1)) / 2 : 0
  const stop = end + 2 + written.length
  const form = /\d/.test(written) ? 'mixed' : 'chinese'
  return finish(
    shadow,
    {
      value,
      low: value,
      high: value,
      rounding,
      scale: 1,
      form,
      end: stop,
      surplus: surplusAt(shadow, stop),
      needsClassifier: false,
    },
    start,
    {
      kind: percent ? 'percent' : 'fraction',
      classifier: percent ? '%' : '',
      dimension: percent ? '%' : 'fraction',
      factor: 1,
      measure: true,
      end: stop,
    },
  )
}

function finish(shadow: string, quantity: Quantity, start: number, tail: Tail): Mention {
  const { factor } = tail
  const numeralEnd = quantity.surplus?.start ?? quantity.end
  const before = approximatorsBefore(shadow, start, numeralEnd)
  const behind: Approximator[] = quantity.surplus === null ? [] : [quantity.surplus]
  if (/^个多(?:月|小时|钟头|星期)/.test(shadow.slice(quantity.end, quantity.end + 4))) {
    behind.push({ sense: 'surplus', word: '多', start: quantity.end + 1, end: quantity.end + 2 })
  }
  let end = Math.max(tail.end, quantity.end)
  const unitSurplus = tail.measure && quantity.surplus === null ? unitSurplusAt(shadow, end) : null
  if (unitSurplus !== null) {
    behind.push(unitSurplus)
    end = unitSurplus.end
  }
  const bound = boundAt(shadow, end)
  if (bound !== null) behind.push(bound)
  const approximators = [...before, ...behind]
  const value = quantity.value * factor
  const rounding = quantity.rounding * factor
  const place = lastPlace(quantity.value / quantity.scale) * quantity.scale * factor
  const { low, high } = intervalOf(
    value,
    rounding,
    unitSurplus === null ? place : Math.max(place, factor),
    approximators,
  )
  return {
    kind: tail.kind,
    value,
    amount: quantity.value,
    low: Math.min(low, quantity.low * factor),
    high: Math.max(high, quantity.high * factor),
    exact: approximators.length === 0 && rounding === 0 && quantity.high === quantity.low,
    classifier: tail.classifier,
    dimension: tail.dimension,
    approximators,
    form: quantity.form,
    start: before[0]?.start ?? start,
    end: bound?.end ?? end,
    numeral: [start, numeralEnd],
    classified: end,
    range: null,
  }
}

/** Half: 一半, 半数. */
function halfAt(shadow: string, start: number, written: string): Mention | null {
  const end = start + written.length
  const half = written === '一半' ? end : written === '半' && shadow.charAt(end) === '数' ? end + 1 : null
  if (half === null) return null
  const quantity: Quantity = {
    value: 50,
    low: 50,
    high: 50,
    rounding: 0,
    scale: 1,
    form: 'chinese',
    end: half,
    surplus: null,
    needsClassifier: false,
  }
  return finish(shadow, quantity, start, {
    kind: 'percent',
    classifier: '半',
    dimension: '%',
    factor: 1,
    measure: false,
    end: half,
  })
}

function mentionAt(shadow: string, start: number, written: string): Mention | null {
  const end = start + written.length
  const special = fractionAt(shadow, start, end) ?? halfAt(shadow, start, written)
  if (special !== null) return special
  const quantity = /^\d/.test(written) ? arabicAt(shadow, start, written) : chineseAt(shadow, start, written)
  if (quantity === null) return null
  const tail = tailAt(shadow, quantity.end, quantity.value)
  if (tail.classifier === '成' && TENTH_MORE.test(shadow.slice(tail.end, tail.end + 2))) {
    const more = (shadow.charAt(tail.end) === '半' ? 5 : (parseChinese(shadow.charAt(tail.end)) ?? 0)) / 10
    for (const bound of ['value', 'low', 'high'] as const) quantity[bound] += more
    tail.end += 1
  }
  if (/^[百千万亿]$/.test(written) && finish(shadow, quantity, start, tail).approximators.length === 0) return null
  const ranged =
    /^[至到~-]/.test(shadow.charAt(quantity.end)) &&
    /[\d〇零一二两三四五六七八九十百千]/.test(shadow.charAt(quantity.end + 1))
  if (quantity.needsClassifier && tail.dimension === '' && quantity.surplus === null && !ranged) return null
  if (shadow.charAt(start - 1) === '第')
    return { ...finish(shadow, quantity, start, tail), kind: 'ordinal', start: start - 1, approximators: [] }
  return finish(shadow, quantity, start, tail)
}

/**
 * Mentions of the shadow in order.
 * @param taken spans that are no numbers (masks, dates, times), ordered by start
 */
export function scan(shadow: string, taken: readonly Span[]): Mention[] {
  const mentions: Mention[] = []
  let next = 0
  let reach = 0
  for (const match of matchesOf(shadow, NUMERAL)) {
    const start = match.index
    const end = start + match[0].length
    while (next < taken.length && (taken[next]?.[0] ?? end) < end) reach = Math.max(reach, taken[next++]?.[1] ?? 0)
    if (reach > start || start < (mentions.at(-1)?.numeral[1] ?? 0)) continue
    const mention = mentionAt(shadow, start, match[0])
    if (mention !== null) mentions.push(mention)
  }
  return joinRanges(shadow, mentions)
}

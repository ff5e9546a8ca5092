import type { Derivation } from './changes'
import type { Reading, StoryCopy } from '../claim'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { evenly, unlike } from './plain'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { titledGrowth } from './titled-growth'
import { baseOf, DOWN, UP } from './shifts'
import { windowOf } from './window'
import { amount } from '../wording'

/**
 * A change whose two values stand elsewhere: in the headline over a body that gives both (用电量增长8% over 280.8亿千瓦时,上年同期为
 * 260亿千瓦时), or in the paragraph that speaks of the year it is measured from (2020年只有6.8万元 … 比2020年增长了4倍).
 */

/** A derivation with the passages of its places. */
export interface FarDerivation {
  readonly derivation: Derivation
  readonly reading: Reading
  /** where the values stand */
  readonly homes: readonly Reading[]
}

const TITLE_CUE =
  /(?<name>[\u4E00-\u9FFF]{2})(?:同比|环比|[比较][^,。;\d]{1,6}|年均)?(?<cue>增长|成长|增加|[增涨降跌]|上升|提高|上涨|下降|下滑|减少|减)[幅了超逾近约达到]{0,2}$/
const TITLE_DOUBLED =
  /(?<name>[\u4E00-\u9FFF]{2})[\u4E00-\u9FFF\d]{0,3}(?:年|月)?(?:实现|再)?翻了?(?<twice>[一两二三四])?番/
const ELSE = /其中|[人户亩日月]均|平均|每|可比|GDP|生产总值|增加值|累计|预计|计划|目标|力争/
const NOT_TOLD = /^(?:个百分点|以上|左右)/

/** By how many times the later is the earlier; with what rounding leaves open. */
function timesOf(from: Mention, to: Mention): readonly [value: number, low: number, high: number] {
  const [x, y] = evenly([from, to]) as [Mention, Mention]
  return [to.value / from.value, y.low / x.high, y.high / x.low]
}

function changed(said: Mention, from: Mention, to: Mention): Derivation | null {
  if (said.kind === 'count' && said.dimension !== 'times')
    return kindOf(said) === kindOf(to) ? moved(said, from, to) : null
  const [times, low, high] = timesOf(from, to)
  const unit = said.dimension === 'times' ? 1 : 100
  const [a, b] = [Math.abs(low - 1) * unit, Math.abs(high - 1) * unit]
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  const trial = {
    from: [to, from],
    value: Math.abs(times - 1) * unit,
    low: Math.min(a, b),
    high: Math.max(a, b),
    expr: `(${amount(more.amount)} - ${amount(less.amount)}) ÷ ${amount(from.amount)}`,
  }
  if (unit === 100) return unlike('', said, [trial])
  const half = 0.45
  return said.value - half > trial.high || said.value + half < trial.low ? { said, ...trial } : null
}

/** 产量增加5万吨 over 46万吨, 去年为41万吨. */
function moved(said: Mention, from: Mention, to: Mention): Derivation | null {
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  const [x, y] = evenly([more, less, said]) as [Mention, Mention, Mention]
  const [low, high] = [x.low - y.high, x.high - y.low]
  const value = more.value - less.value
  return unlike('', said, [
    { from: [to, from], value, low, high, expr: `${amount(more.amount)} - ${amount(less.amount)}` },
  ])
}

/** The body's windows with just two figures of one kind, the one from the other, both called by the name. */
function pairsOf(copy: StoryCopy, name: string): (readonly [Reading, from: Mention, to: Mention])[] {
  return copy.readings.flatMap((reading) => {
    if (reading.passage.role === 'title' || !reading.shadow.includes(name)) return []
    const sentences = sentencesOf(reading)
    return sentences.flatMap((own, i) => {
      const window = windowOf(sentences, i, 1, 10)
      const pair = window === null ? null : twoOf(window, own, name)
      return pair === null ? [] : [[reading, ...pair] as const]
    })
  })
}

const counts = ({ kind, range, dimension, low }: Mention): boolean =>
  kind === 'count' &&
  range === null &&
  dimension !== '' &&
  low > 0 &&
  !['year', 'month', 'day', 'times', '次'].includes(dimension)

function twoOf(window: Sentence, own: Sentence, name: string): readonly [Mention, Mention] | null {
  const values = window.mentions.filter(counts)
  const first = values.find((one) => aheadOf(window, one).includes(name))
  if (first === undefined) return null
  const same = values.filter((one) => kindOf(one) === kindOf(first))
  const [a, b] = same
  if (a === undefined || b === undefined || same.length > 2 || b.start < own.start || a !== first) return null
  if (same.some((one) => ELSE.test(aheadOf(window, one, 14)))) return null
  if (/[增减]|[比较][^,。;]{1,10}[多少]/.test(aheadOf(window, b, 14).replace(/[增减][至到为加]/, ''))) return null
  return baseOf(window, [a, b])
}

/** What the headline says of a change, and the body's values deny. */
function* titled(copy: StoryCopy): Iterable<FarDerivation> {
  const title = copy.readings.find(({ passage }) => passage.role === 'title')
  if (title === undefined || title.english || !/[增涨升降减跌番]|下滑|成长/.test(title.shadow)) return
  for (const [i, own] of sentencesOf(title).entries()) {
    for (const said of own.mentions) {
      if (said.range !== null || said.kind === 'point' || said.kind === 'ordinal' || said.value === 1 || i > 1) continue
      const groups = TITLE_CUE.exec(aheadOf(own, said, 16))?.groups
      if (groups === undefined || NOT_TOLD.test(title.shadow.slice(said.classified))) continue
      const { name = '', cue = '' } = groups
      const pairs = pairsOf(copy, name).filter(
        ([, from, to]) => UP.test(cue) === to.value > from.value && UP.test(cue) !== DOWN.test(cue),
      )
      const found = pairs.map(([reading, from, to]) => ({
        derivation: changed(said, from, to),
        reading: title,
        homes: [reading, reading],
      }))
      const [first] = found
      if (first?.derivation && found.every(({ derivation }) => derivation !== null))
        yield { ...first, derivation: first.derivation }
    }
  }
}

/** 翻两番 over 25万元 … 80万元: said of the later value. */
function* titledDoubled(copy: StoryCopy): Iterable<FarDerivation> {
  const title = copy.readings.find(({ passage }) => passage.role === 'title')
  const groups =
    title === undefined || !title.shadow.includes('番') ? undefined : TITLE_DOUBLED.exec(title.shadow)?.groups
  if (groups === undefined || /[再将]|力争|目标|计划/.test(title?.shadow ?? '')) return
  const factor = 2 ** ('一两三四'.indexOf((groups['twice'] ?? '一').replace('二', '两')) + 1)
  const pairs = pairsOf(copy, groups['name'] ?? '').filter(([, from, to]) => to.value > from.value)
  const [first] = pairs
  if (first === undefined || pairs.length > 1) return
  const [reading, from, to] = first
  const [times] = timesOf(from, to)
  if (times > factor * 0.85 && times < factor * 1.4) return
  const value = from.value * factor
  const derivation = {
    said: to,
    from: [from],
    value,
    low: value,
    high: value,
    expr: `${amount(from.amount)} × ${factor}`,
  }
  yield { derivation, reading, homes: [reading] }
}

const SINCE =
  /[比较]起?(?<year>(?:19|20)\d\d)年[\u4E00-\u9FFF]{0,4}?(?:增长|增加|提高|上升|增|翻|下降|减少|降低)了?[约近]?$/
const YEAR = /(?:19|20)\d\d年/g

/** 到2024年达34万元,比2020年增长了4倍: what it was in 2020 another paragraph says. */
function* sinceYear(copy: StoryCopy): Iterable<FarDerivation> {
  for (const reading of copy.readings) {
    if (reading.english || !/[比较]起?(?:19|20)\d\d年/.test(reading.shadow)) continue
    for (const own of sentencesOf(reading)) {
      for (const said of own.mentions) {
        if (said.range !== null || (said.kind !== 'percent' && said.dimension !== 'times')) continue
        const year = SINCE.exec(aheadOf(own, said, 22))?.groups?.['year']
        const to = own.mentions[own.mentions.indexOf(said) - 1]
        if (year === undefined || to === undefined || !counts(to)) continue
        const found = baseIn(copy, own, to, year)
        const derivation = found === null ? null : changed(said, found[1], to)
        if (found !== null && derivation !== null) yield { derivation, reading, homes: [reading, found[0]] }
      }
    }
  }
}

const NAME = /(?<name>[\u4E00-\u9FFF]{2})(?:已经?|就)?(?:达到?|[为是有]|增至|升至|突破|增加到|提高到)?[了约近]?$/

/** The one figure of its kind told of that year, called as the later is. */
function baseIn(copy: StoryCopy, own: Sentence, to: Mention, year: string): readonly [Reading, Mention] | null {
  const name = NAME.exec(aheadOf(own, to, 16))?.groups?.['name']
  if (name === undefined) return null
  const found = copy.readings.flatMap((reading) =>
    sentencesOf(reading).flatMap((sentence) =>
      sentence.mentions
        .filter((one) => one !== to && counts(one) && kindOf(one) === kindOf(to))
        .filter((one) => {
          const ahead = reading.shadow.slice(Math.max(sentence.start, one.start - 40), one.start)
          return (
            (ahead.match(YEAR) ?? []).at(-1) === `${year}年` && ahead.includes(name) && !/[比较自]\d{4}年/.test(ahead)
          )
        })
        .map((one) => [reading, one] as const),
    ),
  )
  const [first, ...more] = found
  return first === undefined || more.length > 0 ? null : first
}

/** Every change whose values stand in other passages, and deny it. */
export function* farApart(copy: StoryCopy): Iterable<FarDerivation> {
  yield* titled(copy)
  yield* titledDoubled(copy)
  yield* sinceYear(copy)
  yield* titledGrowth(copy)
}

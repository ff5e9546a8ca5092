import type { StoryCopy } from '../claim'
import { periodsOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { metricOf, type Metric } from './metric'
import { kindOf, sentencesOf } from '../sentences'
import { significant } from './slips'

/** A figure with what stands near it: read once, however often it is compared. */

export interface Echo {
  readonly metric: Metric
  readonly mention: Mention
  /** the figures right before and right behind in the sentence */
  readonly previous: Mention | null
  readonly next: Mention | null
  /** digits behind the point */
  readonly decimals: number
  /** the words near it, those of time and share before it, the periods before it, once they were asked for */
  words: ReadonlySet<string> | null
  telling: string | null
  periods: string | null
}

/** Things are counted in more than one word: 23座城市, 23个城市. */
const THINGS = new Set('个 座 家 处 所 项 种 款 件 支 条'.split(' '))

export const unitOf = (mention: Mention): string => (THINGS.has(mention.dimension) ? 'thing' : kindOf(mention))

export function echoesOf(copy: StoryCopy): Map<string, Echo[]> {
  const byUnit = new Map<string, Echo[]>()
  for (const reading of copy.readings) {
    if (['table', 'list'].includes(reading.passage.role)) continue
    for (const sentence of sentencesOf(reading)) {
      for (const [i, mention] of sentence.mentions.entries()) {
        const metric = metricOf(sentence, mention, i)
        if (metric === null || significant(mention) === 0) continue
        const [previous, next] = [sentence.mentions[i - 1] ?? null, sentence.mentions[i + 1] ?? null]
        const unit = unitOf(mention)
        const same = byUnit.get(unit)
        const echo = {
          metric,
          mention,
          previous,
          next,
          decimals: decimalsOf(mention),
          words: null,
          telling: null,
          periods: null,
        }
        if (same === undefined) byUnit.set(unit, [echo])
        else same.push(echo)
      }
    }
  }
  return byUnit
}

const GRAM = /[\u4E00-\u9FFF]{2}|[a-z]{4,}/g
const COMMON =
  /^(?:亿元|万元|公里|平方|达到|完成|实现|增长|下降|同比|环比|其中|累计|截至|今年|去年|年度|目前|比上|全年|分别|超过|占比|said|that|with|from|have|more|than|were|year|this)$/

/** The words near a figure: pairs of Han characters, English words. */
function wordsOf(echo: Echo): ReadonlySet<string> {
  echo.words ??= wordsNear(echo)
  return echo.words
}

function wordsNear({ metric: { reading, sentence, mention } }: Echo): ReadonlySet<string> {
  const { shadow, english } = reading
  const words = new Set<string>()
  const take = (text: string): void => {
    if (english) {
      for (const [word] of matchesOf(text.toLowerCase(), GRAM)) words.add(word)
      return
    }
    for (let at = 0; at + 2 <= text.length; at += 1) {
      const pair = text.slice(at, at + 2)
      if (/^[\u4E00-\u9FFF]{2}$/.test(pair)) words.add(pair)
    }
  }
  take(shadow.slice(Math.max(sentence.start, mention.start - 40), mention.start))
  take(shadow.slice(mention.classified, Math.min(sentence.end, mention.classified + 16)))
  for (const word of words) if (COMMON.test(word)) words.delete(word)
  return words
}

export function shared(a: Echo, b: Echo): number {
  const known = wordsOf(b)
  let count = 0
  for (const word of wordsOf(a)) if (known.has(word)) count += 1
  return count
}

/** The finer figure as the coarser one is written: 578.42 beside 587. */
export function alignedOf(a: Echo, b: Echo): readonly [Mention, Mention] {
  const [x, y] = [a.decimals, b.decimals]
  if (x === y) return [a.mention, b.mention]
  const to = Math.min(x, y)
  return [a.mention, b.mention].map((one) => ({ ...one, amount: Number(one.amount.toFixed(to)) })) as unknown as [
    Mention,
    Mention,
  ]
}

const decimalsOf = ({ amount }: Mention): number => String(amount).split('.')[1]?.length ?? 0

/** The noun a figure stands before, over what tells of it: 23个实际投运的城市, 23座城市. */
function headOf({ metric: { reading, mention } }: Echo): string {
  return /^[\u4E00-\u9FFF]{0,14}/.exec(reading.shadow.slice(mention.classified, mention.classified + 14))?.[0] ?? ''
}

export function sameHead(a: Echo, b: Echo): boolean {
  const [x, y] = [headOf(a), headOf(b)]
  for (const [one, other] of [
    [x, y],
    [y, x],
  ] as const) {
    const noun = one.slice(0, 2)
    if (noun.length === 2 && !COMMON.test(noun) && other.includes(noun)) return true
  }
  return false
}

/** Words of time and share that tell two figures apart; 从 and 的 before the later one only point back. */
const TELLING = /去年|上年|前年|明年|同期|同比|其中|[每另首第]|平均|人均|计划|目标|预计|新增|剩余|其余|累计|截至/g

export function tellingOf(echo: Echo): string {
  echo.telling ??= [...new Set(echo.metric.lead.slice(-30).match(TELLING) ?? [])].sort().join(' ')
  return echo.telling
}

export function samePeriods(a: Echo, b: Echo): boolean {
  a.periods ??= periodsOf(a.metric.lead)
  b.periods ??= periodsOf(b.metric.lead)
  return a.periods === b.periods
}

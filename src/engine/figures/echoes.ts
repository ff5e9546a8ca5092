import type { StoryCopy } from './claim'
import { periodsOf } from './labels'
import { meet, type Mention } from './lexer/mention'
import { metricOf, type Metric } from './metric'
import { agrees, commonTail, type SamePair } from './same-thing'
import { kindOf, sentencesOf } from './sentences'
import { isOneDigitOff, isSlip, isSwapped, significant } from './slips'
import { matchesOf } from './matches'

/**
 * A figure said again elsewhere in the story, known by its company: the figure beside it stands, or its digits are the
 * same in another order, or the story says it twice and once otherwise.
 */

/** Beyond this many figures of one unit a copy is a table, and its rows differ. */
const MOST = 80
/** Between a figure and the one it goes with. */
const NEAR = 14

interface Echo {
  readonly metric: Metric
  readonly mention: Mention
  /** the figures right before and right behind in the sentence */
  readonly previous: Mention | null
  readonly next: Mention | null
  /** the words near it, once they were asked for */
  words: ReadonlySet<string> | null
}

/** Things are counted in more than one word: 23座城市, 23个城市. */
const THINGS = new Set('个 座 家 处 所 项 种 款 件 支 条'.split(' '))

const unitOf = (mention: Mention): string => (THINGS.has(mention.dimension) ? 'thing' : kindOf(mention))

function echoesOf(copy: StoryCopy): Map<string, Echo[]> {
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
        const echo = { metric, mention, previous, next, words: null }
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

function shared(a: Echo, b: Echo): number {
  const known = wordsOf(b)
  let count = 0
  for (const word of wordsOf(a)) if (known.has(word)) count += 1
  return count
}

/** The finer figure as the coarser one is written: 578.42 beside 587. */
function alignedOf(a: Mention, b: Mention): readonly [Mention, Mention] {
  const [x, y] = [decimalsOf(a), decimalsOf(b)]
  if (x === y) return [a, b]
  const to = Math.min(x, y)
  return [a, b].map((one) => ({ ...one, amount: Number(one.amount.toFixed(to)) })) as unknown as [Mention, Mention]
}

const decimalsOf = ({ amount }: Mention): number => String(amount).split('.')[1]?.length ?? 0

/** The gap's words before the next figure, without marks. */
function gap({ metric }: Echo, from: Mention, to: Mention): string {
  return metric.reading.shadow.slice(from.classified, to.start).replace(/[^\u4E00-\u9FFFA-Z ]/gi, '')
}

function stands(a: Mention | null, b: Mention | null): boolean {
  return a !== null && b !== null && a.value === b.value && unitOf(a) === unitOf(b) && significant(a) >= 3
}

/** 13.81万亿元,同比增长5.7% … 13.18万亿元、同比增长5.7%: the one beside it stands, behind the same words. */
function inCompany(a: Echo, b: Echo): boolean {
  if (stands(a.previous, b.previous) && a.previous !== null && b.previous !== null) {
    const [x, y] = [gap(a, a.previous, a.mention), gap(b, b.previous, b.mention)]
    if (x.length <= NEAR && x === y && x !== '') return true
  }
  if (a.next === null || b.next === null) return false
  if (a.next.value !== b.next.value || significant(a.next) < 2 || unitOf(a.next) !== unitOf(b.next)) return false
  const [x, y] = [gap(a, a.mention, a.next), gap(b, b.mention, b.next)]
  return x.length <= NEAR && x === y && x.length > 1 && isSlip(...alignedOf(a.mention, b.mention))
}

/** Not one right behind the other: neighbours of one build tell of two things. */
function areApart({ metric: a }: Echo, { metric: b }: Echo): boolean {
  return a.reading !== b.reading || b.sentence.start > a.sentence.end
}

/** 外贸总值 … 邻市外贸总值: behind the same words, of somewhere the other sentence does not speak of. */
function isElsewhere({ metric: a }: Echo, { metric: b }: Echo): boolean {
  const length = commonTail(a.before, b.before)
  if (length < 2 || a.reading.english) return false
  return [
    [a, b],
    [b, a],
  ].some(([one, other]) => {
    if (one === undefined || other === undefined) return false
    const { reading, sentence } = other
    return !agrees(one.before.slice(0, -length), reading.shadow.slice(sentence.start, sentence.end))
  })
}

/** 0.328元 … 0.382元: the same digits in another order, beside some of the same words. */
function isTurned(a: Echo, b: Echo): boolean {
  if (a.mention.kind === 'percent' || !sameSize(a, b) || !areApart(a, b)) return false
  const [x, y] = alignedOf(a.mention, b.mention)
  const digits = Math.min(significant(x), significant(y))
  if (digits < 3 || !isSwapped(x, y)) return false
  if (isElsewhere(a, b) || periodsOf(a.metric.lead) !== periodsOf(b.metric.lead)) return false
  return shared(a, b) >= (digits > 3 ? 1 : 2)
}

/** The noun a figure stands before, over what tells of it: 23个实际投运的城市, 23座城市. */
function headOf({ metric: { reading, mention } }: Echo): string {
  return /^[\u4E00-\u9FFF]{0,14}/.exec(reading.shadow.slice(mention.classified, mention.classified + 14))?.[0] ?? ''
}

function sameHead(a: Echo, b: Echo): boolean {
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

/** Said twice of one noun, and once otherwise of it. */
function isOutvoted(all: readonly Echo[], a: Echo, b: Echo): boolean {
  for (const [most, one] of [
    [a, b],
    [b, a],
  ] as const) {
    const again = all.filter(({ mention }) => mention.value === most.mention.value)
    const once = all.filter(({ mention }) => mention.value === one.mention.value)
    if (again.length < 2 || once.length > 1) continue
    if (again.every((other) => sameHead(other, one)) && shared(most, one) > 1) return true
  }
  return false
}

/** Words of time and share that tell two figures apart; 从 and 的 before the later one only point back. */
const TELLING = /去年|上年|前年|明年|同期|同比|其中|[每另首第]|平均|人均|计划|目标|预计|新增|剩余|其余|累计|截至/g

function tellingOf({ metric: { lead } }: Echo): string {
  return [...new Set(lead.slice(-30).match(TELLING) ?? [])].sort().join(' ')
}

/** 90多个城市发布了规划 … 从80多个发布规划的城市: no third figure stands before that noun, and much of what is said is the same. */
function isAlone(all: readonly Echo[], a: Echo, b: Echo): boolean {
  if (!areApart(a, b) || tellingOf(a) !== tellingOf(b)) return false
  if (periodsOf(a.metric.lead) !== periodsOf(b.metric.lead) || shared(a, b) < 4) return false
  return all.every((one) => one === a || one === b || !(sameHead(one, a) && sameHead(one, b)))
}

/** The same unit, much of the same words, no third figure among as many of them. */
const MUCH = 4

function isToldAgain(all: readonly Echo[], a: Echo, b: Echo): boolean {
  if (a.metric.reading.english || !areApart(a, b) || tellingOf(a) !== tellingOf(b)) return false
  if (significant(a.mention) < 2 || isElsewhere(a, b) || periodsOf(a.metric.lead) !== periodsOf(b.metric.lead))
    return false
  const words = shared(a, b)
  if (words < MUCH) return false
  return all.every((one) => one === a || one === b || Math.max(shared(one, a), shared(one, b)) * 2 < words)
}

/** A slip of the hand keeps the size of a figure. */
function sameSize({ mention: a }: Echo, { mention: b }: Echo): boolean {
  return a.value <= 3 * b.value && b.value <= 3 * a.value
}

function isEcho(all: readonly Echo[], a: Echo, b: Echo): boolean {
  if (a.metric.sentence === b.metric.sentence || meet(a.mention, b.mention)) return false
  if (inCompany(a, b) || isTurned(a, b)) return true
  if (!sameSize(a, b) || a.mention.amount < 10) return false
  if (!isSlip(a.mention, b.mention) && !isOneDigitOff(a.mention, b.mention)) return false
  if (isToldAgain(all, a, b)) return true
  if (!sameHead(a, b)) return false
  return (a.metric.apart === b.metric.apart && isOutvoted(all, a, b)) || isAlone(all, a, b)
}

/** Pairs of figures that speak of one thing by their company; a third value makes them a series. */
export function* echoes(copy: StoryCopy): Iterable<SamePair> {
  for (const all of echoesOf(copy).values()) {
    if (all.length > MOST) continue
    const found: SamePair[] = []
    for (const [j, second] of all.entries()) {
      for (let i = 0; i < j; i += 1) {
        const first = all[i]
        if (first !== undefined && isEcho(all, first, second))
          found.push({ first: first.metric, second: second.metric })
      }
    }
    const values = new Set(found.flatMap(({ first, second }) => [first.mention.value, second.mention.value]))
    const [pair] = found
    if (pair !== undefined && values.size === 2) yield pair
    else if (values.size > 2 && values.size === 2 * found.length) yield* found
  }
}

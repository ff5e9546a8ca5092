import type { StoryCopy } from '../claim'
import { alignedOf, echoesOf, samePeriods, sameHead, shared, tellingOf, unitOf, type Echo } from './echo'
import { meet, type Mention } from '../lexer/mention'
import { agrees, commonTail, type SamePair } from './same-thing'
import { isOneDigitOff, isSlip, isSwapped, significant } from './slips'

/**
 * A figure said again elsewhere in the story, known by its company: the figure beside it stands, or its digits are the
 * same in another order, or the story says it twice and once otherwise.
 */

/** Beyond this many figures of one unit a copy is a table, and its rows differ. */
const MOST = 80
/** Between a figure and the one it goes with. */
const NEAR = 14

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
  return x.length <= NEAR && x === y && x.length > 1 && isSlip(...alignedOf(a, b))
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
  const [x, y] = alignedOf(a, b)
  const digits = Math.min(significant(x), significant(y))
  if (digits < 3 || !isSwapped(x, y)) return false
  if (isElsewhere(a, b) || !samePeriods(a, b)) return false
  return shared(a, b) >= (digits > 3 ? 1 : 2)
}

/** 20家企业中,12家…,15家…: both are some of a number not much larger. */
function holdsBoth(whole: Echo, a: Echo, b: Echo): boolean {
  const most = Math.max(a.mention.value, b.mention.value)
  return whole.mention.value > most && whole.mention.value < 2 * most && (sameHead(whole, a) || sameHead(whole, b))
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
    if (!isSwapped(most.mention, one.mention) && all.some((whole) => holdsBoth(whole, most, one))) continue
    if (again.every((other) => sameHead(other, one)) && shared(most, one) > 1) return true
  }
  return false
}

/** 90多个城市发布了规划 … 从80多个发布规划的城市: no third figure stands before that noun, and much of what is said is the same. */
function isAlone(all: readonly Echo[], a: Echo, b: Echo): boolean {
  if (!areApart(a, b) || tellingOf(a) !== tellingOf(b)) return false
  if (!samePeriods(a, b) || shared(a, b) < 4) return false
  return all.every((one) => one === a || one === b || !(sameHead(one, a) && sameHead(one, b)))
}

/** The same unit, much of the same words, no third figure among as many of them. */
const MUCH = 4
/** The same digits in another order need fewer. */
const SOME = 2

function isToldAgain(all: readonly Echo[], a: Echo, b: Echo): boolean {
  if (a.metric.reading.english || !areApart(a, b) || tellingOf(a) !== tellingOf(b)) return false
  if (significant(a.mention) < 2 || isElsewhere(a, b) || !samePeriods(a, b)) return false
  const words = shared(a, b)
  if (words < (isSwapped(a.mention, b.mention) ? SOME : MUCH)) return false
  return all.every((one) => one === a || one === b || Math.max(shared(one, a), shared(one, b)) * 2 < words)
}

/** A slip of the hand keeps the size of a figure, unless it turns its first digits. */
function sameSize({ mention: a }: Echo, { mention: b }: Echo): boolean {
  const most = a.value > 3 * b.value || b.value > 3 * a.value ? 9 : 3
  return a.value <= most * b.value && b.value <= most * a.value && (most === 3 || isSwapped(a, b))
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

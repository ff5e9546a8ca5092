import type { Derivation } from './changes'
import { fine, fits, type Trial } from './finger'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'

/**
 * A figure that is not what the only others near it give. Where no third figure can be meant, the digits need not bear out
 * that they belong together, as they must where others stand around (see finger.ts).
 */

/** A stretch that something took, a rank, a one: labels of other figures. */
const LABELS = new Set(['year', 'month', 'day', 'week', 'age', 'hour', 'minute', '届', '期', '轮', '次', '号'])

/** How many figures of the window count anything else. */
function othersIn({ mentions }: Sentence, own: readonly Mention[]): number {
  const starts = new Set(own.map(({ start }) => start))
  return mentions.filter(
    (one) =>
      !starts.has(one.start) &&
      one.kind !== 'ordinal' &&
      one.value !== 1 &&
      !(one.dimension === '' && one.kind === 'count') &&
      !LABELS.has(one.dimension),
  ).length
}

/** Nothing else of the kind of those it comes from, and at most so many other figures. */
export function areAlone(
  window: Sentence,
  said: Mention,
  from: readonly Mention[],
  most: number,
  between = 0,
): boolean {
  const own = [said, ...from]
  const kinds = new Set(from.map(kindOf))
  const last = Math.max(...from.map(({ end }) => end))
  if (
    othersIn({ ...window, mentions: window.mentions.filter(({ start }) => start >= last && start < said.start) }, own) >
    between
  )
    return false
  const third = window.mentions.some(
    (one) =>
      kinds.has(kindOf(one)) && one.kind === 'count' && one.value !== 1 && !own.some((x) => x.start === one.start),
  )
  return !third && othersIn(window, own) <= most
}

/** Nothing else of any kind that is counted among them. */
export function areOnly({ mentions }: Sentence, own: readonly Mention[]): boolean {
  return !mentions.some(
    (one) => !own.includes(one) && one.kind === 'count' && own.some((other) => kindOf(other) === kindOf(one)),
  )
}

/** As fine as the finest of them is told: 5万亩 beside 4.5万亩 is 5.0. */
export function evenly(mentions: readonly Mention[]): Mention[] {
  const half = ({ low, high }: Mention): number => (high - low) / 2
  const told = mentions.filter((one) => half(one) > 0 && one.approximators.length === 0).map(half)
  const least = Math.min(...told)
  return mentions.map((one) =>
    one.approximators.length > 0 || half(one) <= least
      ? one
      : { ...one, low: one.value - least, high: one.value + least },
  )
}

const TENTHS = 4

/** How far a figure may be below and above what is reckoned: tenths are said of what comes near, whole percents may be cut off. */
function openOf({ kind, classifier, amount, value, approximators }: Mention): readonly [below: number, above: number] {
  const rough = approximators.length > 0 ? value * 0.05 : 0
  if (kind !== 'percent') return [rough + value * 0.004, rough + value * 0.004]
  // 四成半 is told to the twentieth.
  if (classifier === '成' || classifier === '半') {
    const open = value % 10 === 0 ? TENTHS : TENTHS / 2
    return [rough + open, rough + open]
  }
  return Number.isInteger(amount) ? [rough + 1, rough + 0.55] : [rough + 0.12, rough + 0.12]
}

/** So far apart, they have nothing to do with each other. */
const FAR = 3

/** The figure where it is none of what the trials give; the first is the one it should be. */
export function unlike(shadow: string, told: Mention, trials: readonly Trial[]): Derivation | null {
  const [first] = trials
  const said = fine(told) ?? told
  if (first === undefined || said.range !== null || first.value <= 0 || said.value <= 0) return null
  if (said.kind === 'percent' && said.classifier === '半') return null
  const [below, above] = openOf(said)
  const meets = ({ low, high }: Trial): boolean => said.low - above <= high && said.high + below >= low
  if (trials.some((one) => meets(one) || (said.kind !== 'percent' && fits(shadow, said, one)))) return null
  const times = said.value / first.value
  return times <= FAR && times >= 1 / FAR ? { said, ...first } : null
}

/** The words between the last of them and the figure, and right before it. */
export function wordsTo(window: Sentence, from: readonly Mention[], said: Mention): string {
  const last = Math.max(
    ...from.filter(({ end }) => end <= said.start).map(({ classified }) => classified),
    window.start,
  )
  return window.reading.shadow.slice(last, said.start) || aheadOf(window, said)
}

import type { StoryCopy } from '../claim'
import { meet, within } from '../lexer/mention'
import { isFine, metricOf, type Metric } from './metric'
import { isSame, sameDigits, type SamePair } from './same-thing'
import { kindOf, sentencesOf } from '../sentences'
import { isOneDigitOff, isSlip, tensApart } from './slips'

/** Every two figures of one unit that speak of one thing with values a slip of the hand apart. */

/** The days said before the figure in its sentence. */
function datesOf({ reading, sentence, mention }: Metric): string {
  return within(reading.dates, sentence.start, mention.start)
    .map((date) => `${date.year ?? ''}/${date.month ?? ''}/${date.day ?? ''}/${date.relative ?? ''}`)
    .join(' ')
}

/** Two figures behind different days speak of different states. */
const samePeriod = (a: string, b: string): boolean => a === '' || b === '' || a === b

/** Beyond this many figures of one unit a copy is a table, and its rows differ. */
const MOST = 60

function metricsOf(copy: StoryCopy): Map<string, Metric[]> {
  const byKind = new Map<string, Metric[]>()
  for (const reading of copy.readings) {
    if (['title', 'subtitle', 'kicker', 'table', 'list'].includes(reading.passage.role)) continue
    for (const sentence of sentencesOf(reading)) {
      for (const [i, mention] of sentence.mentions.entries()) {
        const metric = metricOf(sentence, mention, i)
        if (metric === null) continue
        const kind = kindOf(mention)
        const same = byKind.get(kind)
        if (same === undefined) byKind.set(kind, [metric])
        else same.push(metric)
      }
    }
  }
  return byKind
}

/** Whether a figure is said again: then it is no slip. */
function isSaidAgain(metrics: readonly Metric[], { mention }: Metric): boolean {
  return metrics.filter(({ mention: other }) => other.value === mention.value).length > 1
}

/** 前场篮板14个 … 那14个: told before, it is of that, not of 13个篮板. */
function isOfEarlier(metrics: readonly Metric[], { mention }: Metric): boolean {
  return metrics
    .slice(
      0,
      metrics.findIndex((one) => one.mention === mention),
    )
    .some((one) => one.mention.value === mention.value)
}

interface Among {
  readonly metrics: readonly Metric[]
  /** the days before each */
  readonly days: readonly string[]
}

/** Whether the two speak of one thing with values that cannot meet. */
function isPair({ metrics, days }: Among, i: number, j: number): boolean {
  const [first, second] = [metrics[i], metrics[j]]
  if (first === undefined || second === undefined || meet(first.mention, second.mention)) return false
  if (!samePeriod(days[i] ?? '', days[j] ?? '')) return false
  if (first.sentence === second.sentence && !sameDigits(first, second)) return false
  return isSame(j === i + 1, first, second)
}

/** Three values under one name are a series: every quarter, every village has its own. */
function isSeries(among: Among, i: number, j: number): boolean {
  const { metrics } = among
  const values = [metrics[i]?.mention.value, metrics[j]?.mention.value]
  return metrics.some(
    ({ mention }, k) =>
      !values.includes(mention.value) &&
      [i, j].some((one) => (k < one ? isPair(among, k, one) : isPair(among, one, k))),
  )
}

/** 18个乡镇 … 15个乡镇已通气: fewer, and no slip but another digit: a part of them, unless the words point back. */
function mayBePart({ mention: a }: Metric, { mention: b, lead, before }: Metric): boolean {
  return (
    b.value < a.value && !isSlip(a, b) && isOneDigitOff(a, b) && before === '' && !/(?:[这该此那的]|上述)$/.test(lead)
  )
}

/** Most pairs are told apart by their digits, before a word is read. */
function isNear({ mention: a }: Metric, { mention: b }: Metric): boolean {
  return isSlip(a, b) || isOneDigitOff(a, b) || tensApart(a, b) !== null
}

function* pairsAmong(metrics: readonly Metric[]): Iterable<SamePair> {
  const among = { metrics, days: metrics.map(datesOf) }
  for (const [j, second] of metrics.entries()) {
    for (let i = 0; i < j; i += 1) {
      const first = metrics[i]
      if (
        first !== undefined &&
        isNear(first, second) &&
        !mayBePart(first, second) &&
        isPair(among, i, j) &&
        !isSeries(among, i, j)
      )
        yield { first, second }
    }
  }
}

function* pairsOf(copy: StoryCopy): Iterable<SamePair> {
  for (const all of metricsOf(copy).values()) {
    const metrics = all.filter(({ mention }) => isFine(mention))
    if (metrics.length > MOST) continue
    for (const pair of pairsAmong(metrics))
      if (!isOfEarlier(all, pair.second) && (!isSaidAgain(all, pair.first) || !isSaidAgain(all, pair.second)))
        yield pair
  }
}

const read = new WeakMap<StoryCopy, readonly SamePair[]>()

/** Such pairs of one story; headline figures are another check's. Every check reads the same. */
export function samePairs(copy: StoryCopy): readonly SamePair[] {
  const known = read.get(copy)
  if (known !== undefined) return known
  const pairs = [...pairsOf(copy)]
  read.set(copy, pairs)
  return pairs
}

import type { StoryCopy } from '../claim'
import { meet } from '../lexer/mention'
import { metricOf, type Metric } from './metric'
import type { SamePair } from './same-thing'
import { kindOf, sentencesOf } from '../sentences'

/**
 * Figures that go together: 2人死亡、7人受伤. Where both are said again with the same words and one of them stands, the
 * other ought to stand too, however small it is.
 */

interface Couple {
  readonly first: Metric
  readonly second: Metric
}

const NEAR = 8

function keyOf({ first, second }: Couple): string {
  return [first, second].map(({ mention, after }) => `${kindOf(mention)} ${after.slice(0, 2)}`).join(' + ')
}

function couplesOf(copy: StoryCopy): Map<string, Couple[]> {
  const couples = new Map<string, Couple[]>()
  for (const reading of copy.readings) {
    if (['table', 'list'].includes(reading.passage.role)) continue
    for (const sentence of sentencesOf(reading)) {
      let last: Metric | null = null
      for (const [i, mention] of sentence.mentions.entries()) {
        const metric = metricOf(sentence, mention, i)
        const first = last
        last = metric
        if (first === null || metric === null || first.after.length < 2 || metric.after.length < 2) continue
        if (mention.start - first.mention.classified > NEAR || first.apart !== '' || metric.apart !== '') continue
        const couple = { first, second: metric }
        const key = keyOf(couple)
        const same = couples.get(key)
        if (same === undefined) couples.set(key, [couple])
        else same.push(couple)
      }
    }
  }
  return couples
}

const stands = (a: Metric, b: Metric): boolean => a.mention.value === b.mention.value && a.mention.value > 1

/** Couples said twice, of which one figure stands and the other cannot meet. */
export function* partedCompanions(copy: StoryCopy): Iterable<SamePair> {
  for (const couples of couplesOf(copy).values()) {
    const [a, b, ...more] = couples
    if (a === undefined || b === undefined || a.first.sentence === b.first.sentence) continue
    if (more.some(({ first, second }) => !stands(first, a.first) || !stands(second, a.second))) continue
    if (stands(a.first, b.first) && !meet(a.second.mention, b.second.mention))
      yield { first: a.second, second: b.second }
    if (stands(a.second, b.second) && !meet(a.first.mention, b.first.mention)) yield { first: a.first, second: b.first }
  }
}

import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf } from '../sentences'
import { significant } from './slips'

/**
 * Two figures side by side of two units: 212户、698人 … 这个212户、689人的小村. Where they come again side by side and one of them
 * stands, the other ought to stand too.
 */

interface Couple {
  readonly reading: Reading
  readonly sentence: number
  readonly first: Mention
  readonly second: Mention
}

const NEAR = 4
const APART = /其中|[每各另首第余]|去年|上年|同期|新增|累计|截至/
const PASSING = /^(?:year|month|day|hour|minute|second|age|times|degree|temperature|point|[%届期号])?$/

const counts = ({ kind, range, dimension }: Mention): boolean =>
  kind === 'count' && range === null && !PASSING.test(dimension)

function couplesOf(copy: StoryCopy): Map<string, Couple[]> {
  const couples = new Map<string, Couple[]>()
  for (const reading of copy.readings) {
    if (reading.english || ['table', 'list'].includes(reading.passage.role) || reading.mentions.length < 2) continue
    for (const sentence of sentencesOf(reading))
      for (let i = 0; i + 1 < sentence.mentions.length; i += 1) {
        const [first, second] = [sentence.mentions[i], sentence.mentions[i + 1]]
        if (first === undefined || second === undefined || !counts(first) || !counts(second)) continue
        const [a, b] = [kindOf(first), kindOf(second)]
        const gap = reading.shadow.slice(first.classified, second.start)
        if (a === b || gap.length > NEAR || /[。;:]/.test(gap)) continue
        const ahead = reading.shadow.slice(Math.max(sentence.start, first.start - 10), first.start)
        if (APART.test(ahead)) continue
        const key = `${a} ${b}`
        const same = couples.get(key)
        const couple = { reading, sentence: sentence.start, first, second }
        if (same === undefined) couples.set(key, [couple])
        else same.push(couple)
      }
  }
  return couples
}

const stands = (a: Mention, b: Mention): boolean => a.value === b.value && a.exact && b.exact && significant(a) > 1

/** One of one size, and exact. */
function isOther(a: Mention, b: Mention): boolean {
  return a.value !== b.value && a.exact && b.exact && a.value < 10 * b.value && b.value < 10 * a.value
}

const placeOf = ({ reading }: Couple, { start, end, value }: Mention): Place => ({ reading, start, end, value })

export function* coupledParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const couples of couplesOf(copy).values()) {
    const [a, b, ...more] = couples
    if (a === undefined || b === undefined || more.length > 0) continue
    if (a.reading === b.reading && a.sentence === b.sentence) continue
    if (stands(a.first, b.first) && isOther(a.second, b.second)) yield [placeOf(a, a.second), placeOf(b, b.second)]
    if (stands(a.second, b.second) && isOther(a.first, b.first)) yield [placeOf(a, a.first), placeOf(b, b.first)]
  }
}

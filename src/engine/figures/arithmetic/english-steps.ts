import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** A step with both its ends, a figure with what it is twice of: up by $300, from $1,200 to $1,500; 320 loaves, twice the 160 it sells. */

const BY = new RegExp(
  `\\bby (?<step>${FIGURE})(?<cents> cents)?(?: [a-z]{3,12})?, from (?<from>${FIGURE})(?: [a-z]{3,12}){0,2}? to (?<to>${FIGURE})(?!%| percent| per cent)`,
  'dgi',
)
const TWICE = new RegExp(
  `\\b(?<many>${FIGURE})(?: [a-z]{2,14}| [A-Z][a-z]{2,9}){0,4}, (?:(?<two>twice|double)|(?<three>three times|triple)|(?<four>four times)) the (?<one>${FIGURE})(?: [a-z]{3,14})? (?:it|he|she|they|sold|seen|made|that|in|of|a year|last)\\b`,
  'dgi',
)

export function* stepsOf({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 2) return
  const text = reading.shadow.slice(start, end)
  for (const match of matchesOf(text, BY)) {
    const [step, from, to] = ['step', 'from', 'to'].map((name) => mentionAt(mentions, match, name, start))
    if (step?.kind !== 'count' || from?.kind !== 'count' || to?.kind !== 'count') continue
    if (step.approximators.length + from.approximators.length + to.approximators.length > 0) continue
    const cents = match.groups?.['cents'] === undefined ? 1 : 100
    const value = Math.abs(to.value - from.value) * cents
    const slack = Math.max(1e-6 * to.value, (to.high - to.low + from.high - from.low) * cents * (cents > 1 ? 0 : 0.25))
    const [more, less] = [Math.max(from.amount, to.amount), Math.min(from.amount, to.amount)]
    yield {
      said: step,
      from: [from, to],
      low: value - slack,
      high: value + slack,
      value,
      expr: `${figure(more)} - ${figure(less)}`,
    }
  }
  for (const match of matchesOf(text, TWICE)) {
    const [many, one] = ['many', 'one'].map((name) => mentionAt(mentions, match, name, start))
    const { two, three } = match.groups ?? {}
    const times = two === undefined ? (three === undefined ? 4 : 3) : 2
    if (many?.kind !== 'count' || one?.kind !== 'count' || (one.dimension !== '' && one.dimension !== many.dimension))
      continue
    const value = many.value / times
    yield {
      said: one,
      from: [many],
      low: value * 0.92,
      high: value * 1.08,
      value,
      expr: `${figure(many.amount)} ÷ ${times}`,
    }
  }
}

export const stepExamples: readonly Example[] = [
  { wrong: 'The fare will rise by [[40 cents]], from [[$2.35]] to [[$2.95]], on Monday.' },
  { wrong: 'The shop sold [[320 loaves]] on Saturday, twice the [[180]] it sells on a weekday.' },
  {
    silent:
      'The fare will rise by 40 cents, from $2.35 to $2.75, on Monday. The shop sold 320 loaves on Saturday, twice the 160 it sells on a weekday. The staff grew by 300, from about 1,200 to 1,600.',
  },
]

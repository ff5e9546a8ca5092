import type { Example, Reading, StoryCopy } from '../claim'
import { sentencesOf } from '../sentences'
import { chainFrom, isEnded, isMoney } from './english-chain'
import { restOfBefore } from './english-rest'
import { sums, type Partition } from './partition'

/** Those who were counted in the paragraph before, by kinds: deaths rose to 214 … The dead were 97 people in cars, 52 motorcyclists, 41 pedestrians and 24 cyclists. */

const LEAD =
  /^\s*(?:The|These|They|Those) ?(?:dead|victims?|injured|wounded|missing|arrested|winners?|medals?|[a-z]{3,12}s)?(?: [a-z]{4,10})? (?:were|are|comprised?|consist(?:ed)? of|were made up of) (?:the )?$/
const PASSING = new Set('year month week day hour minute second age point'.split(' '))

export function* toldByKind(copy: StoryCopy, reading: Reading): Iterable<Partition> {
  yield* restOfBefore(copy, reading)
  yield* kindsOfBefore(copy, reading)
}

function* kindsOfBefore({ readings }: StoryCopy, reading: Reading): Iterable<Partition> {
  const [sentence] = sentencesOf(reading)
  const home = readings[reading.index - 1]
  if (!reading.english || sentence === undefined || home?.english !== true || home.passage.role !== 'body') return
  const parts = chainFrom(sentence, 0)
  const [first] = parts
  if (first === undefined || parts.length < 3 || parts.length !== sentence.mentions.length) return
  if (!LEAD.test(reading.shadow.slice(sentence.start, first.start)) || !isEnded(sentence, parts) || parts.some(isMoney))
    return
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const wholes = home.mentions.filter(
    (one) =>
      one.kind === 'count' &&
      one.exact &&
      one.range === null &&
      !PASSING.has(one.classifier) &&
      !isMoney(one) &&
      parts.every(({ value }) => value < one.value),
  )
  const [total, ...more] = wholes
  if (total === undefined || more.length > 0 || Math.abs(sum - total.value) > total.value / 5) return
  const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
  if (!sums(reading.shadow, own, total, home.shadow))
    yield { reading, home, total, parts: own, closed: true, sum: false }
}

export const toldByKindExamples: readonly Example[] = [
  {
    wrong:
      'Road deaths rose to [[214]] last year, police figures show.\nThe dead were [[97 people]] in cars, [[52 motorcyclists]], [[41 pedestrians]] and [[34 cyclists]].',
  },
  {
    silent:
      'Road deaths rose to 214 last year, police figures show.\nThe dead were 97 people in cars, 52 motorcyclists, 41 pedestrians and 24 cyclists.\nThe clubs sent 40 players.\nThe referees were 3 Danes, 2 Swedes and 1 Finn.',
  },
]

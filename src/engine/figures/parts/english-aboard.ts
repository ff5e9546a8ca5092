import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'

/** All who were aboard and who they were, a sentence later: All 47 people on board were saved. … 41 passengers and six crew members. */

const ABOARD = new RegExp(
  `\\b(?:all|carrying|with|the) (?<whole>${FIGURE}) (?:people|persons) (?:who (?:were|had been) )?(?:on board|aboard)\\b`,
  'dgi',
)
const KINDS = new RegExp(
  `\\b(?<first>${FIGURE}) (?:passengers|tourists|students|children|migrants|guests) and (?:its |a crew of )?(?<second>${FIGURE})(?: crew members?| crew\\b| teachers| guides| staff\\b|(?=[.,;]))`,
  'dgi',
)
/** The kinds are of others: another vessel, another time, only some. */
const OTHERS =
  /\b(?:another|second|other|sister|last|earlier|previous|including|among them|at least|capacity|licensed)\b/i

/** `behind` is the sentence itself and the next two. */
export function* peopleAboard(sentence: Sentence, behind: readonly Sentence[]): Iterable<Partition> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english) return
  const [whole, ...more] = matchesOf(reading.shadow.slice(start, end), ABOARD)
  const total = whole === undefined ? undefined : mentionAt(mentions, whole, 'whole', start)
  if (total === undefined || more.length > 0 || !total.exact) return
  for (const next of behind) {
    const text = reading.shadow.slice(next.start, next.end)
    const [match, ...others] = matchesOf(text, KINDS)
    if (match === undefined || others.length > 0 || OTHERS.test(text)) continue
    const parts = ['first', 'second'].flatMap((name) => mentionAt(next.mentions, match, name, next.start) ?? [])
    if (parts.length !== 2 || !parts.every(({ exact, start: at }) => exact && at > total.start)) continue
    const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
    if (!sums(reading.shadow, own, total)) yield { reading, total, parts: own, closed: true, sum: false }
    return
  }
}

export const aboardExamples: readonly Example[] = [
  {
    wrong:
      'All [[49 people]] on board a ferry were taken off safely. The coast guard said [[41 passengers]] and [[six crew members]] were moved to lifeboats.',
  },
  {
    silent:
      'All 47 people on board a ferry were taken off safely. The coast guard said 41 passengers and six crew members were moved to lifeboats.',
  },
  {
    silent: 'All 49 people on board were taken off. They included 20 passengers and two crew members of another boat.',
  },
]

import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import type { Partition } from './partition'

/** Two states that exclude each other, of people or things counted before: 31 people, 24 of them alive and nine dead, are 33. */

const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:alive|survived|unhurt)\b/i, /\b(?:dead|died|killed|drowned)\b/i],
  [/\b(?:for|in favou?r|supported)\b/i, /\b(?:against|opposed)\b/i],
  [
    /\b(?:approved|accepted|passed|granted|allowed)\b/i,
    /\b(?:rejected|denied|failed|refused|turned (?:down|away)|dismissed)\b/i,
  ],
  [
    /\b(?:went home|(?:were|was) (?:discharged|released|sent home))\b/i,
    /\b(?:(?:were|was) (?:kept|admitted|held)|stayed|remain(?:ed)?|still in)\b/i,
  ],
  [/\b(?:have|are) (?:reopened|open)\b/i, /\b(?:remain|are|stay) (?:closed|shut)\b/i],
]
const WHOLES =
  /^(?:person|voter|member|delegate|resident|passenger|worker|patient|pupil|student|ballot|vote|application|request|appeal|claim|case|complaint|school|shop|store|road|bridge|bill|proposal|permit|survivor|victim|miner|sailor|migrant)$/
const APART =
  /\b(?:another|further|others?|last|earlier|previous|average|about|than|from|the|by|at|in|on|after)\s(?:the\s)?$/i
const BEHIND = 32

function clauseOf({ shadow }: Sentence['reading'], part: Mention, to: number): string {
  return shadow.slice(part.numeral[1], Math.min(part.numeral[1] + BEHIND, to))
}

function isPart({ reading, start }: Sentence, part: Mention): boolean {
  const ahead = reading.shadow.slice(Math.max(start, part.start - 14), part.start)
  return part.kind === 'count' && part.exact && part.range === null && !APART.test(ahead)
}

/** The count that both parts are of: the only one that is larger than either, in the sentence or the one before. */
function wholeOf(
  sentence: Sentence,
  before: Sentence | undefined,
  [a, b]: readonly [Mention, Mention],
): Mention | null {
  for (const { mentions } of before === undefined ? [sentence] : [sentence, before]) {
    const counted = mentions.filter(
      ({ start, classifier, kind }) => start < a.start && kind === 'count' && WHOLES.test(classifier),
    )
    const [whole, ...more] = counted
    if (whole !== undefined)
      return more.length === 0 && whole.exact && whole.value >= Math.max(a.value, b.value) ? whole : null
  }
  return null
}

export function* exclusiveStates(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, end, mentions } = sentence
  if (!reading.english || mentions.length < 2) return
  for (const [i, a] of mentions.entries()) {
    const b = mentions[i + 1]
    if (b === undefined || !isPart(sentence, a) || !isPart(sentence, b)) continue
    const [x, y] = [clauseOf(reading, a, b.start), clauseOf(reading, b, mentions[i + 2]?.start ?? end)]
    if (!PAIRS.some(([one, other]) => (one.test(x) && other.test(y)) || (other.test(x) && one.test(y)))) continue
    const total = wholeOf(sentence, before, [a, b])
    // Fewer leave some of whom nothing is said.
    if (total === null || a.value + b.value <= total.value) continue
    const parts = [a, b].map((part) => ({ ...part, dimension: total.dimension }))
    yield { reading, total, parts, closed: false, sum: false }
  }
}

export const stateExamples: readonly Example[] = [
  { wrong: 'Rescuers pulled [[31 people]] from the rubble, [[24]] of them alive and [[nine dead]].' },
  { wrong: 'In all [[1,204 people]] voted, [[655]] for the merger and [[594]] against, the clerk said.' },
  {
    wrong: 'It admitted [[64 people]] after the leak. [[Fifty-one]] went home the same night and [[23]] were kept in.',
  },
  {
    silent:
      'Rescuers pulled 31 people from the rubble, 24 of them alive and seven dead. In all 1,204 members voted, 655 for the merger and 549 against.',
  },
  {
    silent:
      'The quake killed 40 people. Of the injured, 300 were sent home and 25 were kept in. The board heard 12 appeals and approved nine; last year 15 were approved and six were rejected.',
  },
]

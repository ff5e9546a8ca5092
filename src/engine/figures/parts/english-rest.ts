import type { Example, Reading, StoryCopy } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import { chainFrom, closesWithRest, isMoney } from './english-chain'
import { sums, type Partition } from './partition'

/** What is left of a whole, and games by how they ended: the state pays $2.6 million, leaving $500,000; 50 games, of which he won 14, drew 13 and lost 23. */

const LEAVING =
  /\bleav(?:ing|es)\s(?:(?:the|a|only|just|some|another|balance|remainder|remaining|rest|of|to|be|final|last|other|shortfall|gap|still)\s){0,5}$/i
const isPart = ({ kind, range, approximators }: Mention): boolean =>
  kind === 'count' && range === null && approximators.length === 0
const PASSING = new Set('year month week day hour minute second age point mile percent'.split(' '))

const near = (parts: readonly Mention[], total: Mention): boolean =>
  Math.abs(parts.reduce((all, { value }) => all + value, 0) - total.value) <= total.value / 4

/** What is left is reckoned from the figures as they are written. */
const written = (one: Mention): Mention => ({ ...one, low: one.value, high: one.value })

function partition(reading: Reading, home: Reading, total: Mention, parts: readonly Mention[]): Partition[] {
  const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
  if (!near(own, total) || parts.some(({ value }) => value >= total.value)) return []
  if (sums(reading.shadow, own, total, home.shadow)) return []
  return [{ reading, ...(home === reading ? {} : { home }), total, parts: own, closed: true, sum: false }]
}

/** The whole opens the sentence, or is the only figure of its kind in the one before. */
export function* leftOver(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, mentions, start } = sentence
  if (!reading.english) return
  const { shadow } = reading
  const at = mentions.findIndex((one) => LEAVING.test(shadow.slice(Math.max(start, one.start - 60), one.start)))
  const left = mentions[at]
  if (left === undefined || at < 1 || !isPart(left) || PASSING.has(left.classifier)) return
  const parts = mentions.slice(0, at)
  if (!parts.every((one) => isPart(one) && isMoney(one) === isMoney(left) && !PASSING.has(one.classifier))) return
  const wholes = (before?.mentions ?? []).filter((one) => isPart(one) && isMoney(one) === isMoney(left))
  const [only, ...more] = wholes
  const [first, ...rest] = parts
  // 48 buses, of which 12 were sold: the first of them may be the whole.
  if (first !== undefined && rest.length > 0 && first.value > Math.max(left.value, ...rest.map(({ value }) => value))) {
    if (only !== undefined && sums(shadow, [...parts, left].map(written), written(only))) return
    const inside = partition(reading, reading, written(first), [...rest, left].map(written))
    if (rest.length > 1 || only === undefined) return yield* inside
  }
  if (only !== undefined && more.length === 0 && parts.length > 1)
    yield* partition(reading, reading, written(only), [...parts, left].map(written))
}

const GAMES = new RegExp(
  `\\b(?<n>${FIGURE}) (?:[a-z]{2,12} ){0,3}?(?:games|matches|fixtures|outings|bouts|fights|tests|meetings|races|contests|starts)\\b[^.;\\d]{0,44}\\bw[io]n(?:ning)? (?<w>${FIGURE})(?:,| and|, and) (?:dr[ae]w(?:n|ing)?|tied|tying|lost|losing) (?<d>${FIGURE})(?:,? and (?:dr[ae]w(?:n|ing)?|tied|tying|lost|losing) (?<l>${FIGURE}))?`,
  'dgi',
)

/** Won, drawn and lost are all of them; won and lost are no more than all. */
export function* gamesPlayed({ reading, mentions, start, end }: Sentence): Iterable<Partition> {
  if (!reading.english || mentions.length < 3) return
  for (const match of matchesOf(reading.shadow.slice(start, end), GAMES)) {
    const [total, ...parts] = ['n', 'w', 'd', 'l'].flatMap((name) => mentionAt(mentions, match, name, start) ?? [])
    if (total === undefined || parts.length < 2 || !parts.every(isPart) || !isPart(total)) continue
    const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
    const sum = parts.reduce((all, { value }) => all + value, 0)
    if (parts.length === 3 ? sum !== total.value : sum > total.value)
      yield { reading, total, parts: own, closed: true, sum: false }
  }
}

/** Roads will take £5.1m of it, schools £4.6m and parks the other £2.7m: the whole in the paragraph before. */
export function* restOfBefore({ readings }: StoryCopy, reading: Reading): Iterable<Partition> {
  const home = readings[reading.index - 1]
  const [sentence] = sentencesOf(reading)
  if (!reading.english || sentence === undefined || home?.english !== true || home.passage.role !== 'body') return
  const parts = chainFrom(sentence, 0)
  if (parts.length < 3 || parts.length !== sentence.mentions.length || !closesWithRest(sentence, parts)) return
  const wholes = home.mentions.filter(
    (one) =>
      isPart(one) &&
      isMoney(one) === parts.every(isMoney) &&
      parts.every(({ value }) => value < one.value) &&
      !PASSING.has(one.classifier),
  )
  const [total, ...more] = wholes
  if (total !== undefined && more.length === 0) yield* partition(reading, home, total, parts)
}

export const restExamples: readonly Example[] = [
  {
    wrong:
      'The footbridge will cost [[$4.2 million]] in all. The state is paying [[$2.6 million]] and the county [[$1.1 million]], leaving the balance of [[$600,000]] to be met by the railroad.',
  },
  { wrong: 'He leaves after [[50 league games]] in charge, of which he won [[14]], drew [[15]] and lost [[23]].' },
  {
    wrong:
      'Councillors have approved a programme of [[£12.9m]] after a long meeting.\nRoads will take [[£5.1m]] of it, schools [[£4.6m]] and parks the other [[£2.7m]].',
  },
  {
    silent:
      'The footbridge will cost $4.2 million in all. The state is paying $2.6 million and the county $1.1 million, leaving the balance of $500,000 to the railroad. He leaves after 50 games, of which he won 14, drew 13 and lost 23. They played 12 games, winning five and losing four.',
  },
]

import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** A figure and the round one beside it: 4,870 people, just under 5,000; 48.6 percent, just under half. */

const UNDER = 'under|below|short of|shy of|less than|fewer than'
const OVER = 'over|above|more than'
const ROUNDS: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 100 / 3,
  'a quarter': 25,
  'two-thirds': 200 / 3,
  'three-quarters': 75,
}
const ROUND = new RegExp(
  `\\b(?<exact>${FIGURE})(?:%| percent| per cent)?(?: [a-z]{3,14}){0,2}, (?<word>(?:just|slightly|a little|a bit) (?:${UNDER}|${OVER})|nearly|almost) ` +
    `(?<round>${FIGURE}|half|a third|a quarter|two-thirds|three-quarters)(?: (?!more|less|fewer)[a-z]{3,14})?(?=[,.;]|$)`,
  'dgi',
)

/** What the words say: the figure is over or under the round one. */
const isOver = (word: string): boolean => /\b(?:over|above|more)\b/i.test(word)

export function* apposedDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length === 0) return
  for (const match of matchesOf(reading.shadow.slice(start, end), ROUND)) {
    const exact = mentionAt(mentions, match, 'exact', start)
    const round = mentionAt(mentions, match, 'round', start)
    const { word = '', round: said = '' } = match.groups ?? {}
    const limit = round?.value ?? (exact?.kind === 'percent' ? ROUNDS[said.toLowerCase()] : undefined)
    const [from, to] = [match.indices?.groups?.['word']?.[0], match.indices?.groups?.['round']?.[1]]
    if (
      exact === undefined ||
      limit === undefined ||
      from === undefined ||
      to === undefined ||
      exact.approximators.length > 0
    )
      continue
    if (round !== undefined && round.dimension !== '' && round.dimension !== exact.dimension) continue
    // Too far apart to be one figure said twice.
    if (Math.abs(exact.value - limit) > 0.15 * limit) continue
    if (isOver(word) ? exact.value >= limit : exact.value <= limit) continue
    const quote = reading.text.slice(start + from, start + to)
    yield {
      tier: 'query',
      places: [
        placeOf(sentence, { start: start + from, end: start + to }, limit),
        placeOf(sentence, exact, exact.value),
      ],
      zh: zh`“${quote}”与前面的${figure(exact.amount)}不合。请核对说法和数字。`,
      en: en`“${quote}” is said of ${figure(exact.amount)}. Check the wording and the figure.`,
      arithmetic: [
        { label: '数字', en: 'figure', expr: reading.text.slice(exact.start, exact.end), value: figure(exact.amount) },
      ],
    }
  }
}

export const apposedExamples: readonly Example[] = [
  { wrong: 'The rally drew [[4,870 people]], [[just over 5,000]], and ended early.' },
  { wrong: 'Turnout was [[51.2 percent]], [[just under half]].' },
  {
    silent:
      'The rally drew 4,870 people, just under 5,000, and ended early. Turnout was 48.6 percent, just under half. The club has 48 members, nearly 50 counting juniors. It drew 5,100 people, nearly 5,000 more than hoped.',
  },
]

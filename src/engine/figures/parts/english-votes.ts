import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'

/** A whole said first and everything that became of it: Of the 312 ballots cast, 187 were against, 98 in favor; the other 27 were blank. */

const OF = new RegExp(
  `\\b(?:of (?:the |its |all |a total of )?)(?<whole>${FIGURE}) (?<noun>[a-z]{4,14})\\b[^.;\\d]{0,40}?,\\s`,
  'dgi',
)
const REST = /\bthe (?:other|remaining) $/i
const BALLOTS = /^(?:ballots?|votes?|members?|delegates?)$/i
/** Nothing is left beside what was told. */
const NONE =
  /\b(?:no (?:ballots?|votes?|one|members?|delegates?)|none|nobody)(?: (?:was|were|had been))? (?:spoiled|spoilt|blank|invalid|rejected|abstained|abstaining)\b|\bno abstentions\b|\bno (?:spoiled|spoilt|blank|invalid) (?:ballots|votes)\b/i
/** A figure behind these is of others, of another time, or a part of a part. */
const APART =
  /\b(?:including|among them|of (?:whom|which|them|those)|up from|down from|than|about|last|average|each|every|per|needed|required|by|to|from|within|after|before|in|another|at|on)\s(?:the\s)?$/i

function partsOf({ reading, mentions }: Sentence, whole: Mention, from: number): Mention[] | null {
  const parts = mentions.filter(({ start }) => start >= from)
  const sound = parts.every(
    (part) =>
      part.kind === 'count' &&
      part.range === null &&
      part.approximators.length === 0 &&
      Number.isInteger(part.value) &&
      !['$', '\u00A3', '\u20AC', 'year', 'day', 'hour', 'minute', 'month', 'week'].includes(part.classifier) &&
      part.value < whole.value &&
      !/^ (?:of (?:them|whom|which|those)|more|fewer|years?)\b/i.test(reading.shadow.slice(part.numeral[1])) &&
      !APART.test(reading.shadow.slice(Math.max(0, part.start - 16), part.start)),
  )
  return sound && parts.length > 1 && parts.length < 7 ? parts : null
}

function isClosed({ reading, start, end }: Sentence, last: Mention, noun: string, next: Sentence | undefined): boolean {
  const { shadow } = reading
  if (REST.test(shadow.slice(Math.max(start, last.start - 14), last.start))) return true
  return BALLOTS.test(noun) && NONE.test(shadow.slice(start, next?.end ?? end))
}

/** `next` may say that nothing is left. */
export function* ofTheCast(sentence: Sentence, next: Sentence | undefined): Iterable<Partition> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length < 3) return
  for (const match of matchesOf(reading.shadow.slice(start, end), OF)) {
    const total = mentionAt(mentions, match, 'whole', start)
    if (total?.kind !== 'count' || !total.exact) continue
    const parts = partsOf(sentence, total, start + match.index + match[0].length)
    const last = parts?.at(-1)
    if (parts === null || last === undefined || !isClosed(sentence, last, match.groups?.['noun'] ?? '', next)) continue
    const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
    if (!sums(reading.shadow, own, total)) yield { reading, total, parts: own, closed: true, sum: false }
  }
}

export const castExamples: readonly Example[] = [
  {
    wrong:
      'Of the [[312 ballots]] cast, [[187]] were against and [[98]] in favor; the other [[17]] were left blank or spoiled.',
  },
  { wrong: 'Of the [[212 ballots]] cast, Ms. Rao took [[118]] and Mr. Brandt [[84]]. No ballots were spoiled.' },
  {
    wrong:
      'Of the [[90 goats]] on the island, [[51]] were caught, [[30]] were moved and the remaining [[19]] are at large.',
  },
  {
    silent: 'Of the 312 ballots cast, 187 were against and 98 in favor; the other 27 were left blank.',
  },
  {
    silent: 'Of the 212 ballots cast, Ms. Rao took 118 and Mr. Brandt 84.',
  },
  {
    silent:
      'Of the 90 goats, 51 were caught, 30 of them in May, and the remaining 39 hid. Of the 40 members, 22 voted for it and 15 against; no one abstained after 3 had left.',
  },
]

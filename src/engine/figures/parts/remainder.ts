import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { someSum, sums, type Partition } from './partition'

/** English wholes whose last part is said to be the rest: of the 11 villages, two …, seven … and the remaining two …. */

const REMAINDER = /\b(?:remaining|other|last)\s$/i

export function* withRemainder(sentence: Sentence): Iterable<Partition> {
  const { reading, start } = sentence
  const addends = englishAddends(sentence)
  for (const [i, rest] of addends.entries()) {
    if (!REMAINDER.test(reading.shadow.slice(Math.max(start, rest.start - 12), rest.start))) continue
    const [total, ...parts] = addends.slice(0, i + 1)
    if (total === undefined || parts.length < 2) continue
    const holds = reading.shadow.slice(start, rest.start).includes('(') ? someSum : sums
    if (!holds(reading.shadow, parts, total)) yield { reading, total, parts, closed: true, sum: false }
  }
}

/** In English the parts go without the noun: of the 11 villages, two … */
function englishAddends({ reading, mentions }: Sentence): Mention[] {
  const total = mentions.find((mention) => mention.kind === 'count' && mention.classifier !== '' && mention.exact)
  if (
    total === undefined ||
    !/\bof\s(?:the|its|their|these|those)?\s?$/i.test(reading.shadow.slice(Math.max(0, total.start - 10), total.start))
  ) {
    return []
  }
  const follow = /^\s(?:of them\s)?(?:have|had|has|were|was|are|is|will|went|did|got|do|can|[a-z]{1,12}ed)\b/
  const rest = mentions.find(({ start }) => REMAINDER.test(reading.shadow.slice(Math.max(0, start - 12), start)))
  const bare = mentions.filter(
    ({ start, kind, classifier }) =>
      start > total.start &&
      start <= (rest?.start ?? start) &&
      kind === 'count' &&
      (/ed$|^$/.test(classifier) || classifier === total.classifier),
  )
  const parts = bare.filter(({ numeral, classifier, classified }) =>
    follow.test(reading.shadow.slice(classifier === total.classifier ? classified : numeral[1], classified + 16)),
  )
  if (parts.length < bare.length) return []
  return [total, ...parts].map((mention) => ({ ...mention, dimension: total.dimension }))
}

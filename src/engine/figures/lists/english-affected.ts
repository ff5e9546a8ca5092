import type { Example, Reading } from '../claim'
import type { CountedList } from './counted'
import { matchesOf } from '../matches'
import { sentencesOf } from '../sentences'

/** A count and, a sentence or two later, all their names: five train operators … The companies affected are A, B, C, D and E. */

const NAME = "[A-Z][\\w'\\u2019&-]{1,20}(?:\\s[A-Z][\\w'\\u2019&-]{1,20}){0,3}"
const THE = new RegExp(
  `\\bThe (?:[a-z]+ )?[a-z]{3,14}s (?:affected|involved|concerned|chosen|selected|named) (?:are|were) (?:the )?(?<list>${NAME}(?:, ${NAME}){1,14},? and ${NAME})(?=[.;]|$)`,
  'dg',
)
const MEASURES = new Set(
  'year month week day hour minute second time point mile foot percent dollar pound $ \u00A3 \u20AC'.split(' '),
)
/** Behind which stands a noun of many: five train operators. */
const MANY = /^(?: [a-z-]{3,14}){0,2}? [a-z]{3,14}s\b/

export function* affectedLists(reading: Reading): Iterable<CountedList> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, THE)) {
    const [from, to] = match.indices?.groups?.['list'] ?? [0, 0]
    const before = sentencesOf(reading)
      .filter(({ end }) => end <= match.index + 1)
      .slice(-2)
    const counts = before
      .flatMap(({ mentions }) => mentions)
      .filter(
        ({ kind, exact, value, classifier, numeral }) =>
          kind === 'count' &&
          exact &&
          value > 1 &&
          value <= 16 &&
          !MEASURES.has(classifier) &&
          MANY.test(reading.shadow.slice(numeral[1], numeral[1] + 44)),
      )
    const [count, ...more] = counts
    if (count === undefined || more.length > 0) continue
    const list = reading.shadow.slice(from, to)
    const parts = list.split(/,\sand\s|,\s|\sand\s/)
    const items = parts.map((part) => {
      const start = reading.shadow.indexOf(part, from)
      return { start, end: start + part.length }
    })
    yield {
      reading,
      announced: count.value,
      numeral: count.numeral,
      phrase: [count.numeral[0], count.classified],
      list: [from, to],
      enumeration: { items, counts: new Set([parts.length]), open: false },
      closed: true,
      sure: false,
    }
  }
}

export const affectedExamples: readonly Example[] = [
  {
    wrong:
      'Staff at [[six train operators]] will walk out on Monday. The companies affected are [[Northline, Vale Rail, Coastway, MetroWest and Border Trains]].',
  },
  {
    silent:
      'Staff at five train operators will walk out on Monday. The companies affected are Northline, Vale Rail, Coastway, MetroWest and Border Trains. Four towns and six villages lost power. The towns affected were Hale, Vale, Dale and Ware.',
  },
]

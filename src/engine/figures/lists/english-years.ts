import type { Example, Reading } from '../claim'
import type { CountedList } from './counted'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'

/** How often, and the years: won it three times, in 2009, 2014 and 2018. */

const YEAR = '(?:18|19|20)\\d\\d'
const TIMES = new RegExp(
  `\\b(?<count>${FIGURE}) (?:times|titles|championships|medals|wins|terms|elections|droughts|floods|visits|editions|cups|crowns)(?:,? in | \\(|: |, )(?<list>${YEAR}(?:, ${YEAR}){0,11},? and ${YEAR})(?=[,.;)]|$)`,
  'dgi',
)

export function* yearLists(reading: Reading): Iterable<CountedList> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, TIMES)) {
    const at = match.indices?.groups?.['count']?.[0]
    const [from, to] = match.indices?.groups?.['list'] ?? [0, 0]
    const count = reading.mentions.find(({ numeral }) => numeral[0] === at)
    if (count === undefined || !count.exact || count.value > 12 || count.value < 2) continue
    const items = matchesOf(reading.shadow.slice(from, to), /\d{4}/g).map(({ index }) => ({
      start: from + index,
      end: from + index + 4,
    }))
    yield {
      reading,
      announced: count.value,
      numeral: count.numeral,
      phrase: [count.numeral[0], count.classified],
      list: [from, to],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: true,
      sure: true,
    }
  }
}

export const yearListExamples: readonly Example[] = [
  { wrong: 'She has won the race [[three times]], in [[2009, 2014, 2018 and 2022]], and finished second twice.' },
  {
    silent:
      'She has won the race three times, in 2009, 2014 and 2018, and served four terms, most lately in 2016 and 2020.',
  },
]

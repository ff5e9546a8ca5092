import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** Years said against the story's own year: joined in 1994, retired last week after 31 years; nine when it began in 2011, now 23. */

const YEAR = '(?:19|20)\\d\\d'
const RETIRED = new RegExp(
  `\\b(?:joined|took over|took|started|began|became|arrived|came)\\b[^.;\\d]{0,40}? in (?<from>${YEAR}),? [^.;\\d]{0,12}?(?:retires|retired|is retiring|steps down|stepped down|is leaving|will retire) (?:this|last) (?:week|month|year|spring|summer|fall|autumn|winter) after (?<years>${FIGURE}) years\\b`,
  'dgi',
)
const THEN = new RegExp(
  `\\b(?:was|were) (?<then>${FIGURE}) when [^.;\\d]{3,50} in (?<from>${YEAR}), (?:is|are) now (?<now>${FIGURE})(?=[,.;])`,
  'dgi',
)

/** The story's own year: when it came out, else the one it names last and within which it was told (in an interview in 2025). */
function nowOf({ published }: StoryCopy, { reading, from }: { reading: Reading; from: number }): number | null {
  if (published !== null) return published.year
  const years = reading.dates.flatMap(({ year, start }) => (year === null || start <= from ? [] : [year]))
  return years.length === 1 ? (years[0] ?? null) : null
}

function* ofForm(copy: StoryCopy, reading: Reading, pattern: RegExp): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, pattern)) {
    const [years, then, now] = ['years', 'then', 'now'].map((name) => mentionAt(reading.mentions, match, name, 0))
    const said = years ?? now
    const [at, to] = match.indices?.groups?.['from'] ?? [0, 0]
    const year = nowOf(copy, { reading, from: at })
    if (said === undefined || year === null || (now !== undefined && then === undefined)) continue
    const span = year - Number(match.groups?.['from'] ?? '') + (then?.value ?? 0)
    if (span <= 0 || !said.exact || Math.abs(said.value - span) <= 1) continue
    const place = ({ start, end }: { start: number; end: number }): Place => ({ reading, start, end })
    const right = {
      low: span,
      high: span,
      expr: `${year} - ${match.groups?.['from'] ?? ''}${then === undefined ? '' : ` + ${then.value}`}`,
      value: `${span}年`,
      en: `${span} years`,
    }
    yield stretchClaim(
      [
        place({ start: said.numeral[0], end: said.numeral[1] }),
        place({ start: at, end: to }),
        place({ start: match.index, end: match.index + match[0].length }),
      ],
      right,
      'query',
    )
  }
}

export function* yearsUntilNow(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    if (!reading.english || reading.dates.length === 0) continue
    yield* ofForm(copy, reading, RETIRED)
    yield* ofForm(copy, reading, THEN)
  }
}

export const yearExamples: readonly Example[] = [
  {
    published: '2025-06-06',
    wrong: 'Judge Reyes, who joined the bench in [[1994]], retired last week after [[21]] years.',
  },
  {
    published: '2025-06-06',
    wrong: 'The twins, who were nine when the war began in [[2011]], are now [[32]], their aunt said.',
  },
  {
    published: '2025-06-06',
    silent:
      'Judge Reyes, who joined the bench in 1994, retired last week after 31 years. The twins, who were nine when the war began in 2011, are now 23, their aunt said. She joined the firm in 2001 and, after a spell abroad, retired last week after 12 years as its head.',
  },
]

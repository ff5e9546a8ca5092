import type { Claim, Example, Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** So many days of an event against its only two dates: runs from July 3 to July 14 … the 16-day festival. */

const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const SPAN = new RegExp(
  `\\b(?:from|between) (?:(?<m>${MONTHS})\\.? (?<d>\\d{1,2})|(?<d2>\\d{1,2}) (?<m2>${MONTHS})) (?:to|until|through|and) (?:(?:(?<n>${MONTHS})\\.? )?(?<e>\\d{1,2})|(?<e2>\\d{1,2}) (?<n2>${MONTHS}))\\b(?!,? \\d)`,
  'dg',
)
const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const DAYS = new RegExp(
  `\\b(?<days>\\d{1,2}|${WORDS.join('|')})-day (?:[a-z]+ ){0,2}?(?:festival|fair|event|tournament|show|exhibition|sale|conference|summit|visit|tour|trip|strike|walkout|course|camp|expo|congress|meeting|carnival|season|series|programme|program|celebration|regatta|rally|market)\\b`,
  'dgi',
)
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const KEYS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function dayOfYear(month: string, day: string): number {
  const index = KEYS.indexOf(month.slice(0, 3).toLowerCase())
  return LENGTHS.slice(0, index).reduce((sum, days) => sum + days, 0) + Number(day)
}

/** The only run of dates and the only number of days of the story. */
export function* runsTold({ readings }: Pick<StoryCopy, 'readings'>): Iterable<Claim> {
  const english = readings.filter((reading) => reading.english)
  const days = english.flatMap((reading) => matchesOf(reading.shadow, DAYS).map((match) => ({ reading, match })))
  const [said, ...others] = days
  if (said === undefined || others.length > 0) return
  const spans = english.flatMap((reading) => matchesOf(reading.shadow, SPAN).map((match) => ({ reading, match })))
  const [span, ...more] = spans
  if (span === undefined || more.length > 0) return
  const { m, m2, d, d2, n, n2, e, e2 } = span.match.groups ?? {}
  const from = dayOfYear(m ?? m2 ?? '', d ?? d2 ?? '')
  const to = dayOfYear(n ?? n2 ?? m ?? m2 ?? '', e ?? e2 ?? '')
  const long = to - from + 1
  const word = said.match.groups?.['days'] ?? ''
  const told = /^\d/.test(word) ? Number(word) : WORDS.indexOf(word.toLowerCase()) + 2
  // The last of them may be left out, and a day of February.
  if (long < 2 || long > 60 || told === long || told === long - 1 || told === long + 1) return
  const place = ({ reading, match }: typeof said, name?: string): Place => {
    const [start, end] = (name === undefined ? undefined : match.indices?.groups?.[name]) ?? [
      match.index,
      match.index + match[0].length,
    ]
    return { reading, start, end }
  }
  yield stretchClaim(
    [place(said, 'days'), place(span, d === undefined ? 'd2' : 'm'), place(span, e === undefined ? 'e2' : 'e')],
    { low: long, high: long, expr: `${span.match[0]}`, value: `${long}天`, en: `${long} days` },
    'query',
  )
}

export const runExamples: readonly Example[] = [
  {
    wrong:
      'The jazz festival runs from [[July]] 3 to July [[14]]. Organisers of the [[16]]-day festival have booked 85 acts.',
  },
  {
    silent:
      'The jazz festival runs from July 3 to July 14. Organisers of the 12-day festival have booked 85 acts. The fair, from May 4 to 6, is a new one.',
  },
]

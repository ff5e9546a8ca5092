import type { Claim, Example, Reading } from '../claim'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** A term in years and the months or years it runs between; two hours of the clock and the hours and minutes told of them. */

const NUMBER = '\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten'
const WORDS = 'zero one two three four five six seven eight nine ten'.split(' ')
const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const KEYS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const TERM = new RegExp(
  `\\b(?<n>${NUMBER})-year (?:[a-z]+ ){0,2}?[a-z]{3,12}(?:,| that| which)? (?:[a-z]{3,9} ){0,2}?(?:from|between) (?<from>(?:${MONTHS})\\.? (?:19|20)\\d\\d) (?:to|until|through|till|and) (?<to>(?:${MONTHS})\\.? (?:19|20)\\d\\d)\\b`,
  'dg',
)
const CLOCK = /(?<![\d:.])(?<h>1[0-2]|[1-9])[.:](?<m>[0-5]\d) ?(?<half>[ap])\.?m\b/dgi
const LONG = new RegExp(
  `\\b(?:the |for |in |after )(?<long>(?<h>${NUMBER}|one|an) hours?(?: and|,) (?<m>[1-5]?\\d) minutes)\\b`,
  'dgi',
)

const numberOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : word === 'an' ? 1 : WORDS.indexOf(word.toLowerCase())

/** July 2024 in months. */
const monthOf = (words: string): number => Number(words.slice(-4)) * 12 + KEYS.indexOf(words.slice(0, 3).toLowerCase())

/** From the first month to the last, with it or without. */
function* terms(reading: Reading): Iterable<Claim> {
  for (const { groups, indices } of matchesOf(reading.shadow, TERM)) {
    const months = monthOf(groups?.['to'] ?? '') - monthOf(groups?.['from'] ?? '')
    const said = numberOf(groups?.['n'] ?? '') * 12
    if (months <= 0 || Math.abs(months + 0.5 - said) < 3) continue
    const places = ['n', 'from', 'to'].map((name) => {
      const [start, end] = indices?.groups?.[name] ?? [0, 0]
      return { reading, start, end }
    })
    const years = Math.round((months + 0.5) / 1.2) / 10
    yield stretchClaim(
      places,
      {
        low: years,
        high: years,
        expr: `${groups?.['to'] ?? ''} - ${groups?.['from'] ?? ''}`,
        value: `${years}年`,
        en: `${years} years`,
      },
      'query',
    )
  }
}

/** 9.20am … 11.10am … the two hours and 50 minutes: the only two hours and the only stretch of the paragraph. */
function* clocks(reading: Reading): Iterable<Claim> {
  const [from, to, ...more] = matchesOf(reading.shadow, CLOCK)
  const [long, ...others] = matchesOf(reading.shadow, LONG)
  if (from === undefined || to === undefined || long === undefined || more.length + others.length > 0) return
  const [a, b] = [from, to].map(({ groups }) => {
    const { h = '', m = '', half = '' } = groups ?? {}
    return (Number(h) % 12) * 60 + Number(m) + (half.toLowerCase() === 'p' ? 720 : 0)
  })
  const span = ((b ?? 0) - (a ?? 0) + 1440) % 1440
  const said = numberOf(long.groups?.['h'] ?? '') * 60 + Number(long.groups?.['m'] ?? '')
  // An hour off, or some minutes: what is farther off is of something else.
  if (span === said || Math.abs(span - said) > 60 || long.index < to.index) return
  const [start, end] = long.indices?.groups?.['long'] ?? [0, 0]
  const places = [
    { reading, start, end },
    ...[from, to].map(({ index, 0: words }) => ({ reading, start: index, end: index + words.length })),
  ]
  const en = `${Math.floor(span / 60)} hours ${span % 60} minutes`
  yield stretchClaim(
    places,
    { low: span, high: span, expr: `${to[0]} - ${from[0]}`, value: `${Math.floor(span / 60)}小时${span % 60}分`, en },
    'query',
  )
}

export function* termsHeld(reading: Reading): Iterable<Claim> {
  yield* terms(reading)
  yield* clocks(reading)
}

export const termHeldExamples: readonly Example[] = [
  { wrong: 'She has signed a [[four]]-year contract that runs from [[July 2024]] to [[June 2027]].' },
  {
    wrong:
      'The lift stuck at [[9.20am]] and was freed at [[11.10am]]. They spent the [[two hours and 50 minutes]] in between singing.',
  },
  {
    silent:
      'She has signed a three-year contract that runs from July 2024 to June 2027. The lift stuck at 9.20am and was freed at 11.10am. They spent the one hour and 50 minutes singing.',
  },
]

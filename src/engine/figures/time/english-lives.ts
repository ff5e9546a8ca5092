import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf } from '../sentences'
import { stretchClaim } from './moments'

/** Ages of English copy against the year of birth, and years of work against their first and last. */

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** May 2, 1938; 2 May 1938 */
const DATE = `(?:(?<month>${MONTHS}) (?<day>\\d{1,2}), |(?<first>\\d{1,2}) (?<second>${MONTHS}) )?(?<year>(?:18|19|20)\\d\\d)`
const BORN = new RegExp(`\\b(?:[Bb]orn|birth) (?:(?:in|at|near) [A-Z][A-Za-z, .]{1,40}? )?(?:in|on) ${DATE}`, 'g')
const DIED = new RegExp(`\\bdied (?:[^.;\\d]{1,40} )?(?:in|on) ${DATE}`, 'g')
const AGED = new RegExp(
  `\\bdied (?:[^.;\\d]{1,40} )?(?:in|on) ${DATE},? (?:aged|at|at the age of) (?<age>\\d{1,3})\\b`,
  'g',
)
const SHE_WAS = /(?:^|[.!?]["\u201D]?\s)(?:He|She) was (?<age>\d{1,3})\.(?=\s|$)/g

interface Said {
  readonly place: Place
  readonly year: number
  /** month and day as one number that grows over the year; null where only the year is said */
  readonly inYear: number | null
}

function saidIn(reading: Reading, pattern: RegExp): Said[] {
  return matchesOf(reading.shadow, pattern).map((match) => {
    const { first, second, month = second, day = first, year = '', age } = match.groups ?? {}
    const end = match.index + (age === undefined ? match[0].length : match[0].lastIndexOf(year) + year.length)
    const ahead = month === undefined ? 0 : `${month} ${day ?? ''}`.length + (second === undefined ? 2 : 1)
    const written = ahead + year.length
    return {
      place: { reading, start: end - written, end },
      year: Number(year),
      inYear: month === undefined ? null : MONTHS.split('|').indexOf(month) * 31 + Number(day),
    }
  })
}

/** died on November 14, 2026. She was 84. Born on May 2, 1938: in one paragraph, of one person. */
export function* obituaries(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  const [was, ...ages] = matchesOf(reading.shadow, SHE_WAS)
  if (was === undefined || ages.length > 0) return
  const [[born, ...births], [died, ...deaths]] = [saidIn(reading, BORN), saidIn(reading, DIED)]
  if (born === undefined || died === undefined || births.length > 0 || deaths.length > 0) return
  const age = was.groups?.['age'] ?? ''
  const end = was.index + was[0].length - 1
  yield* livedOf(reading, age, end, born, died)
}

/** died on 3 February 2026, aged 84 … He was born at Ludstone on 14 April 1941: the one life that the story tells both ends of. */
export function* livesTold({ readings }: StoryCopy): Iterable<Claim> {
  const english = readings.filter((reading) => reading.english)
  const [[aged, ...deaths], [born, ...births]] = [
    english.flatMap((reading) => matchesOf(reading.shadow, AGED).map((match) => ({ reading, match }))),
    english.flatMap((reading) => saidIn(reading, BORN)),
  ]
  if (aged === undefined || born === undefined || deaths.length + births.length > 0) return
  const [died] = saidIn(aged.reading, AGED)
  const { reading, start } = born.place
  const own = /(?:^|[.!?]["\u201D]?\s)(?:He was |She was )?$/.test(
    reading.shadow.slice(0, start).replace(/\b[Bb]orn [^.;]{0,60}$/, ''),
  )
  if (died !== undefined && own)
    yield* livedOf(aged.reading, aged.match.groups?.['age'] ?? '', aged.match.index + aged.match[0].length, born, died)
}

const AGE =
  /\b(?:aged|at the age of|died at(?: age)?|dead at) (?<age>\d{1,3})(?=[.,;:)]|$|\s(?:when|at|after|on|in)\b)/g

/** who was born on May 12, 1948, died on March 3, 2024, aged 75: one sentence with one birth, one death and one age, in any order. */
export function* livesInOneSentence(reading: Reading): Iterable<Claim> {
  if (!reading.english || !/\b[Bb]orn\b/.test(reading.shadow)) return
  for (const { start, end } of sentencesOf(reading)) {
    const own = ({ place }: Said): boolean => place.start >= start && place.end <= end
    const births = saidIn(reading, BORN).filter(own)
    const deaths = saidIn(reading, DIED).filter(own)
    const ages = matchesOf(reading.shadow.slice(start, end), AGE)
    const [born, died, aged] = [births[0], deaths[0], ages[0]]
    if (born === undefined || died === undefined || aged === undefined) continue
    if (births.length + deaths.length + ages.length > 3) continue
    yield* livedOf(reading, aged.groups?.['age'] ?? '', start + aged.index + aged[0].length, born, died)
  }
}

/** The age that ends at `end` against the two dates. */
function* livedOf(reading: Reading, age: string, end: number, born: Said, died: Said): Iterable<Claim> {
  const span = died.year - born.year
  const exact = born.inYear !== null && died.inYear !== null
  const high = exact && died.inYear < born.inYear ? span - 1 : span
  const low = exact ? high : span - 1
  if (span <= 0 || (Number(age) >= low && Number(age) <= high)) return
  const right = { low, high, expr: `${died.year} - ${born.year}`, value: `${high}岁`, en: `${high} years` }
  yield stretchClaim([{ reading, start: end - age.length, end }, born.place, died.place], right, 'query')
}

const AGED_BORN = new RegExp(`, (?<age>\\d{1,3}), (?:who was )?born (?:in|on) ${DATE}`, 'g')

/** Gerald Thompson, 67, who was born in 1957: the story's own year is the other end. */
export function* agesBorn({ published }: StoryCopy, reading: Reading): Iterable<Claim> {
  if (!reading.english || published === null) return
  for (const match of matchesOf(reading.shadow, AGED_BORN)) {
    const { age = '', year = '' } = match.groups ?? {}
    const span = published.year - Number(year)
    if (Number(age) >= span - 1 && Number(age) <= span) continue
    const end = match.index + match[0].length
    const at = match.index + 2
    const right = {
      low: span - 1,
      high: span,
      expr: `${published.year} - ${year}`,
      value: `${span}岁`,
      en: `${span} years`,
    }
    const places = [
      { reading, start: at, end: at + age.length },
      { reading, start: end - year.length, end },
    ]
    yield stretchClaim([...places, { reading, start: at, end: at + age.length }], right, 'query')
  }
}

const YEAR = '(?:18|19|20)\\d\\d'
const CLOSED = new RegExp(
  `\\b(?:shut|closed|closes|ended|folded|retired|stepped down|ceased) (?:[a-z]+ ){0,3}?in (?<to>${YEAR}) after (?<years>\\d{1,3}) years\\b[^.;]{0,60}[.;,] (?:It|it|He|he|She|she|They|they) (?:had |was |were |been |had been )?(?:opened|founded|begun|began|started|joined|established|launched|built)[^.;\\d]{0,24} in (?<from>${YEAR})`,
  'dg',
)

/** The mill shut in 1986 after 84 years; it had opened in 1902. */
export function* closedAfter(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, CLOSED)) {
    const { years = '', from = '', to = '' } = match.groups ?? {}
    const span = Number(to) - Number(from)
    if (span <= 0 || Math.abs(span - Number(years)) <= 1) continue
    const place = (name: string): Place => {
      const [start, end] = match.indices?.groups?.[name] ?? [0, 0]
      return { reading, start, end }
    }
    const right = { low: span, high: span, expr: `${to} - ${from}`, value: `${span}年`, en: `${span} years` }
    yield stretchClaim([place('years'), place('from'), place('to')], right, 'query')
  }
}

export const lifeExamples: readonly Example[] = [
  {
    wrong:
      'Margaret Lind died on [[November 14, 2026]]. She was [[84]]. Born in Duluth on [[May 2, 1938]], she had three daughters.',
  },
  {
    wrong:
      'Bernard Tully, an engineer, died on [[3 February 2026]], aged [[86]].\nHe was born at Ludstone on [[14 April 1941]], the son of a signalman.',
  },
  {
    silent:
      'Bernard Tully, an engineer, died on 3 February 2026, aged 84.\nHe was born at Ludstone on 14 April 1941. His daughter Ann, born in 1969, survives him.',
  },
  { wrong: 'The novelist Edith Marrow, who was born on [[May 12, 1948]], died on [[March 3, 2024]], aged [[77]].' },
  { silent: 'The novelist Edith Marrow, who was born on May 12, 1948, died on March 3, 2024, aged 75.' },
  {
    published: '2024-09-20',
    wrong: 'Gerald Thompson, [[67]], who was born in [[1967]] on a farm, has been chairman since 1999.',
  },
  { wrong: 'The mill shut in [[1986]] after [[94]] years of weaving; it had opened in [[1902]] with 60 looms.' },
  {
    published: '2024-09-20',
    silent:
      'Margaret Lind died on November 14, 2026. She was 88. Born in Duluth on May 2, 1938, she had three daughters.',
  },
  {
    published: '2024-09-20',
    silent: 'Gerald Thompson, 67, who was born in 1957 on a farm, has been chairman since 1999.',
  },
  {
    silent:
      'Ann Rao died on March 3, 2020. Born on May 2, 1938, she was his second wife. The mill shut in 1986 after 84 years of weaving; it had opened in 1902. The shop closed in 2001 after 12 years; the chain was founded in 1960.',
  },
]

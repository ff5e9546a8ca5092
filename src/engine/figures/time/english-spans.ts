import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import { stretchClaim } from './moments'

/** English stretches against the two ends the sentence names: opened in 1886, burned down in 1975, had stood for 89 years. */

const YEAR =
  /(?<![\d.,$\u00A3\u20AC-])(?:1[5-9]\d\d|20\d\d)(?![\d,.]\d|-|%|['\u2019]?s\b)(?!\s(?:people|homes|votes|jobs|metres|meters|tonnes|seats|pupils|members|dollars|pounds|workers|acres|hectares|cars))/g
const LEADS =
  /\b(?:for|after|of|lasted|took|spent|spanning|over (?:the|those|these)|in (?:all|those|these|the)|those|these|survived)\s(?:[a-z]{2,10}\s)?$/i
const BEHIND = /^\s(?:later|on\b|earlier|in all|in total|afterwards|after\b)/i
const RATE =
  /\b(?:every|each|except|except for|past|last|next|another|first|first of|aged|age of|sentence of|term of|jailed for|sentenced to|least|than)\s(?:[a-z]{2,8}\s)?$/i

const placeIn = (reading: Reading, start: number, end: number): Place => ({ reading, start, end })

/** One digit slipped in the tens, or a short stretch miscounted: other differences are of other stretches. */
const isSlip = (said: number, span: number): boolean =>
  said !== span &&
  (Math.abs(said - span) % 10 === 0 || (span <= 12 && Math.abs(said - span) >= 2 && Math.abs(said - span) <= 3))

function* yearsBetween(sentence: Sentence): Iterable<Claim> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  const years = matchesOf(shadow.slice(start, end), YEAR).map((match) => ({
    year: Number(match[0]),
    at: start + match.index,
  }))
  const [first, second, ...more] = years
  if (first === undefined || second === undefined || more.length > 0 || first.year >= second.year) return
  for (const said of mentions) {
    if (
      said.classifier !== 'year' ||
      !said.exact ||
      said.range !== null ||
      /^[\s-](?:old|ago)/.test(shadow.slice(said.classified))
    )
      continue
    const ahead = shadow.slice(Math.max(start, said.start - 30), said.start)
    if (RATE.test(ahead) || !(LEADS.test(ahead) || BEHIND.test(shadow.slice(said.classified, said.classified + 14))))
      continue
    const span = second.year - first.year
    const loose = /(?:for|after|of) $/i.test(ahead) && !BEHIND.test(shadow.slice(said.classified, said.classified + 14))
    if (!isSlip(said.value, span) || (loose && Math.abs(said.value - span) % 10 !== 0)) continue
    const right = {
      low: span,
      high: span,
      expr: `${second.year} - ${first.year}`,
      value: `${span}年`,
      en: `${span} years`,
    }
    yield stretchClaim(
      [
        placeIn(reading, said.start, said.end),
        placeIn(reading, first.at, first.at + 4),
        placeIn(reading, second.at, second.at + 4),
      ],
      right,
      'query',
    )
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_YEAR =
  /\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December) (?<year>(?:19|20)\d\d)\b/g
const LONG = new RegExp(`\\b(?<years>${FIGURE}) years? and (?<months>${FIGURE}) months?\\b`, 'dgi')

/** between June 2019 and March 2022 … Over those two years and nine months: the months of this sentence or the one before. */
function* monthsBetween(sentence: Sentence, before: Sentence | undefined): Iterable<Claim> {
  const { reading, start, end } = sentence
  const [said] = matchesOf(reading.shadow.slice(start, end), LONG)
  if (said === undefined) return
  const from = before?.start ?? start
  const months = matchesOf(reading.shadow.slice(from, end), MONTH_YEAR).map(({ index, 0: words, groups }) => ({
    at: from + index,
    words,
    count: Number(groups?.['year']) * 12 + MONTHS.indexOf((groups?.['month'] ?? '').slice(0, 3).toLowerCase()),
  }))
  const [first, second, ...more] = months
  if (first === undefined || second === undefined || more.length > 0 || second.count <= first.count) return
  const valueOf = (name: string): number =>
    reading.mentions.find(({ numeral }) => numeral[0] === start + (said.indices?.groups?.[name]?.[0] ?? -1))?.value ??
    Number.NaN
  const span = second.count - first.count
  const told = valueOf('years') * 12 + valueOf('months')
  if (Number.isNaN(told) || Math.abs(told - span) <= 1) return
  const en = `${Math.floor(span / 12)} years ${span % 12} months`
  const right = {
    low: span,
    high: span,
    expr: `${second.words} - ${first.words}`,
    value: `${Math.floor(span / 12)}年${span % 12}个月`,
    en,
  }
  const at = start + said.index
  yield stretchClaim(
    [
      placeIn(reading, at, at + said[0].length),
      placeIn(reading, first.at, first.at + first.words.length),
      placeIn(reading, second.at, second.at + second.words.length),
    ],
    right,
    'query',
  )
}

const CLOCK = /(?<![\d.,:])(?<h>1[0-2]|[1-9])(?:[:.](?<m>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?/gi
const HOURS = new RegExp(
  `\\b(?<hours>${FIGURE})(?<and> and a half)? hours?(?:,? (?:and )?(?<minutes>${FIGURE}) minutes?)?`,
  'dgi',
)
const CUE =
  /\b(?:running time of|lasts?|lasted|lasting|for|took|takes|taking|journey of|a total of|after|trip of|flight of|in)\s$/i
const LATER = /^\s(?:later|long|after|in all|journey|trip|flight)\b/i

/** left at 8.15am and docked at 11.45am, three and a half hours later */
function* clocksBetween({ reading, start, end }: Sentence): Iterable<Claim> {
  const text = reading.shadow.slice(start, end)
  const clocks = matchesOf(text, CLOCK)
  const [first, second, ...more] = clocks
  const [said, ...others] = matchesOf(text, HOURS)
  if (first === undefined || second === undefined || said === undefined || more.length + others.length > 0) return
  if (
    !CUE.test(text.slice(Math.max(0, said.index - 20), said.index)) &&
    !LATER.test(text.slice(said.index + said[0].length))
  )
    return
  const minutesOf = ({ groups }: RegExpExecArray): number =>
    (Number(groups?.['h']) % 12) * 60 + Number(groups?.['m'] ?? 0) + (groups?.['half']?.toLowerCase() === 'p' ? 720 : 0)
  const valueOf = (name: string): number =>
    reading.mentions.find(({ numeral }) => numeral[0] === start + (said.indices?.groups?.[name]?.[0] ?? -1))?.value ?? 0
  const precise = said.groups?.['and'] !== undefined || said.groups?.['minutes'] !== undefined
  const told = valueOf('hours') * 60 + (said.groups?.['and'] === undefined ? 0 : 30) + valueOf('minutes')
  const span = (minutesOf(second) - minutesOf(first) + 1440) % 1440
  if (told === 0 || span === 0 || Math.abs(told - span) <= (precise ? 5 : 34)) return
  const right = {
    low: span,
    high: span,
    expr: `${second[0]} - ${first[0]}`,
    value: `${Math.floor(span / 60)}小时${span % 60}分`,
    en: `${Math.floor(span / 60)} h ${span % 60} min`,
  }
  const place = (match: RegExpExecArray): Place =>
    placeIn(reading, start + match.index, start + match.index + match[0].length)
  yield stretchClaim([place(said), place(first), place(second)], right, 'query')
}

const AGES =
  /\b(?:at|aged|was) (?<a>\d{1,2}) in (?<from>(?:19|20)\d\d)\b[^.;]{1,60}?\bin (?<to>(?:19|20)\d\d)\b[^.;\d]{1,12}?(?:aged|at the age of|at) (?<b>\d{1,2})\b/dg
const BORN =
  /\b[Bb]orn (?:in|on) (?:[A-Za-z\d]{1,9},? ){0,2}?(?<from>(?:18|19|20)\d\d)\b[^.;]{1,60}?\b(?:was|aged|at) (?<b>\d{1,2}) when\b[^.;]{1,60}?\b(?<to>(?:18|19|20)\d\d)\b/dg

/** joined at 19 in 1988 and retired in 2018, aged 49; born in 1960, she was 56 when she won the seat in 2016 */
function* agesBetween(reading: Reading): Iterable<Claim> {
  for (const match of [...matchesOf(reading.shadow, AGES), ...matchesOf(reading.shadow, BORN)]) {
    const { a = '0', b = '', from = '', to = '' } = match.groups ?? {}
    const right = Number(a) + Number(to) - Number(from)
    if (right <= 0 || Math.abs(Number(b) - right) <= 1) continue
    const place = (name: string): Place => placeIn(reading, ...(match.indices?.groups?.[name] ?? [0, 0]))
    const expr = `${to} - ${from}${a === '0' ? '' : ` + ${a}`}`
    yield stretchClaim(
      [place('b'), place('from'), place('to')],
      { low: right, high: right, expr, value: `${right}岁`, en: `${right} years` },
      'query',
    )
  }
}

const NTH =
  /\b(?<said>\d{1,3})(?:st|nd|rd|th) (?:wedding )?(?:anniversary|birthday)\b(?: in (?<now>20\d\d)\b)?(?! (?:next|last)\b)/dg
const SINCE =
  /\b(?:[Ff]ounded|[Ff]ormed|[Ee]stablished|[Oo]pened|incorporated|[Bb]uilt|[Ll]aunched|[Ss]tarted|[Cc]reated|begun|began|born|married|dates? (?:from|back to)|first [a-z]{3,14})(?: by [a-z ]{3,30})?,? (?:in|on) (?:[A-Z][a-z]{2,8} (?:\d{1,2},? )?)?(?<from>1[6-9]\d\d|20\d\d)\b/dg
const SEASON = /\b(?<year>20\d\d) season\b/g

/** An anniversary and the one year it is counted from, wherever the story names them. */
function* anniversaryTold({ published, readings }: StoryCopy): Iterable<Claim> {
  const english = readings.filter((reading) => reading.english)
  const nths = english.flatMap((reading) => matchesOf(reading.shadow, NTH).map((match) => ({ reading, match })))
  const froms = english.flatMap((reading) => matchesOf(reading.shadow, SINCE).map((match) => ({ reading, match })))
  const [nth] = nths
  const [from, ...others] = froms
  const season = english.flatMap((reading) =>
    matchesOf(reading.shadow, SEASON).map(({ groups }) => Number(groups?.['year'])),
  )
  const named = nth?.match.groups?.['now']
  const now = named === undefined ? (published?.year ?? season[0]) : Number(named)
  if (nth === undefined || from === undefined || others.length > 0 || now === undefined) return
  const said = Number(nth.match.groups?.['said'])
  const year = Number(from.match.groups?.['from'])
  const span = now - year
  if (span <= 0 || said === span || Math.abs(said - span) % 10 !== 0) return
  // marks its 115th anniversary: in one sentence it is asked of elsewhere.
  if (
    nth.reading === from.reading &&
    /\b(?:marks|celebrates|turns|marking|celebrating|observing)\b/.test(nth.reading.shadow)
  )
    return
  const place = ({ reading, match }: typeof nth, name: string): Place =>
    placeIn(reading, ...(match.indices?.groups?.[name] ?? [0, 0]))
  const whole = placeIn(nth.reading, nth.match.index, nth.match.index + nth.match[0].length)
  yield stretchClaim(
    [place(nth, 'said'), place(from, 'from'), whole],
    { low: span, high: span, expr: `${now} - ${year}`, value: `${span}周年`, en: `${span} years` },
    'query',
  )
}

export function* spansInEnglish(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    if (!reading.english) continue
    yield* agesBetween(reading)
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      yield* yearsBetween(sentence)
      yield* monthsBetween(sentence, sentencesOf(reading)[i - 1])
      yield* clocksBetween(sentence)
    }
  }
  yield* anniversaryTold(copy)
}

export const spanExamples: readonly Example[] = [
  { wrong: 'The pier, which opened in [[1886]] and burned down in [[1975]], had stood for [[99 years]].' },
  {
    wrong:
      'She moved money between [[June 2019]] and [[March 2022]]. Over those [[three years and nine months]] she bought a horse.',
  },
  { wrong: 'The ferry left at [[8.15am]] and docked at [[11.45am]], [[two and a half hours]] later.' },
  { wrong: 'She joined the police at 19 in [[1988]] and retired in [[2018]], aged [[59]].' },
  {
    published: '2026-04-18',
    wrong:
      '# Choir marks [[65]]th birthday\nIt is a long way from its first concert in [[1951]], when 19 singers came.',
  },
  {
    wrong:
      'The band will mark its [[135]]th anniversary in 2024 with a concert.\nFounded in [[1899]] by 16 miners, it outlived the pit.',
  },
  {
    published: '2026-04-18',
    silent:
      'The pier, which opened in 1886 and burned down in 1975, had stood for 89 years. He joined in 1990, became head in 2001 and stayed for six years. She was jailed for 14 years in 2015 for a murder in 2011. The ferry left at 8.15am and docked at 11.45am, three and a half hours later.',
  },
]

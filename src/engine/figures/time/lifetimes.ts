import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { placeIn, stretchClaim } from './moments'
import { isDigitOff } from './years-before'

/** An age beside its year, where the story tells of one birth: 1917年出生 … 1949年,42岁的他; an anniversary beside both its years. */

const BIRTH =
  /(?:出生[于在]|(?<![\u4E00-\u9FFF])生于)(?<after>1[89]\d\d|20\d\d)年|(?<before>1[89]\d\d|20\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:出生|诞生|[在于][\u4E00-\u9FFF]{2,12}(?:出生|诞生)|,?[他她]?生于|,?生[,。])|[\u4E00-\u9FFF]\((?<life>1[89]\d\d)(?:\.\d{1,2}\.\d{1,2}|年[\d月日]{0,6})?[\u2014\u2013-]{1,2}(?:1[89]|20)\d\d/g
const AGED =
  /(?<year>1[89]\d\d|20\d\d)年(?:\d{1,2}月)?,?(?:[^,。;\d]{0,30}[。,;])?(?:那一?年|当时|时年|年仅|[他她您][^,。\d]{0,3})?,?[他她您]?[已才刚年]{0,2}(?<age>\d{1,2})岁/g
const THEN = /(?<year>1[89]\d\d|20\d\d)年[^。\d]{2,60}。那一?年,?[^。\d]{0,6}(?<age>\d{1,2})岁/g
/** Another's age. */
const OTHER = /[儿女妻父母哥姐弟妹孙][^,。]{0,6}$|平均|已有|距今/

interface Year extends Place {
  readonly year: number
}

function birthsIn(reading: Reading): Year[] {
  return matchesOf(reading.shadow, BIRTH).flatMap((match): Year[] => {
    const { after, before, life } = match.groups ?? {}
    const written = after ?? before ?? life ?? ''
    const start = match.index + match[0].indexOf(written)
    return [
      {
        reading,
        start,
        end: start + written.length + (life === undefined ? 1 : 0),
        value: written,
        year: Number(written),
      },
    ]
  })
}

function* aged(copy: StoryCopy): Iterable<Claim> {
  const readings = copy.readings.filter(({ english }) => !english)
  const births = readings.flatMap(birthsIn)
  const [birth] = births
  if (birth === undefined || births.some(({ year }) => year !== birth.year)) return
  for (const reading of readings)
    for (const match of [...matchesOf(reading.shadow, AGED), ...matchesOf(reading.shadow, THEN)]) {
      const { year = '', age = '' } = match.groups ?? {}
      const span = Number(year) - birth.year
      const at = match.index + match[0].lastIndexOf(age)
      if (span < 3 || Math.abs(span - Number(age)) <= 1) continue
      if (
        OTHER.test(reading.shadow.slice(match.index, at)) ||
        /^的?[儿女妻父母弟妹]/.test(reading.shadow.slice(at + age.length + 1))
      )
        continue
      const right = { low: span, high: span, expr: `${year} - ${birth.year}`, value: `${span}岁`, en: `${span} years` }
      yield stretchClaim(
        [
          placeIn(reading, { start: at, end: at + age.length + 1 }),
          birth,
          placeIn(reading, { start: match.index, end: match.index + 5 }),
        ],
        right,
        'query',
      )
    }
}

const DIED = /(?<year>19\d\d|20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?,?[^,。;\d]{0,14}(?:去世|逝世|病逝|辞世|离世|仙逝)/g
const LIVED = /(?:享年|终年)(?<age>\d{2,3}|[一二三四五六七八九十百零]{2,4})岁?/g

/** 享年77岁 in the headline; 1951年出生, 2026年去世 in the body: said beside neither year, by one year older as the old count goes. */
function* lived(copy: StoryCopy): Iterable<Claim> {
  const readings = copy.readings.filter(({ english }) => !english)
  const ages = readings.flatMap((reading) => matchesOf(reading.shadow, LIVED).map((match) => ({ reading, match })))
  const [said] = ages
  if (said === undefined || ages.length > 1) return
  const births = readings.flatMap(birthsIn)
  const deaths = readings.flatMap((reading) => matchesOf(reading.shadow, DIED).map((match) => ({ reading, match })))
  const [birth, death] = [births[0], deaths[0]]
  if (birth === undefined || death === undefined || births.length > 1 || deaths.length > 1) return
  const written = said.match.groups?.['age'] ?? ''
  const age = /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)
  const year = Number(death.match.groups?.['year'])
  const span = year - birth.year
  // In one sentence with both years it is another relation's.
  const [first, last] = [birth.start, said.match.index].sort((a, b) => a - b) as [number, number]
  const beside =
    said.reading === birth.reading &&
    said.reading === death.reading &&
    !said.reading.shadow.slice(first, last).includes('\u3002')
  // 1937年去世 may be told of another: only a slip of the one digit is spoken of.
  if (beside || !isDigitOff(span, age) || Math.abs(span - age) <= 1) return
  const at = said.match.index + 2
  const right = { low: span, high: span, expr: `${year} - ${birth.year}`, value: `${span}岁`, en: `${span} years` }
  const end = said.match.index + said.match[0].length
  const died = { start: death.match.index, end: death.match.index + 5 }
  yield stretchClaim([placeIn(said.reading, { start: at, end }), birth, placeIn(death.reading, died)], right, 'query')
}

const FOUNDED =
  /\b(?:founded|opened|established|launched|begun|started|built|created|formed) in (?<from>1[5-9]\d\d|20\d\d)\b[^.;]{1,80}?\b(?<years>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday|year)\b[^.;]{0,24}?\sin (?<to>1[5-9]\d\d|20\d\d)\b/gi

/** The bridge, opened in 1931, turned 95 in 2026; Born in 1940, she was 85 when she died in 2025. */
const TURNED =
  /\b(?:born|founded|opened|established|launched|built|started) (?:in|on) (?:[A-Z]{3,9} (?:\d{1,2}, )?)?(?<from>1[89]\d\d|20\d\d)\b[^.;]{1,60}?\b(?:turned|turns|was|aged|died at|at age|at the age of) (?<years>\d{2,3})(?=[,.]| when\b| years? old| in \d)[^.;]{0,40}?\sin (?<to>19\d\d|20\d\d)\b/gi

function* founded(reading: Reading): Iterable<Claim> {
  for (const match of [...matchesOf(reading.shadow, FOUNDED), ...matchesOf(reading.shadow, TURNED)]) {
    const { from = '', years = '', to = '' } = match.groups ?? {}
    const span = Number(to) - Number(from)
    const turned = !/\d(?:st|nd|rd|th) /.test(match[0])
    if (span <= 0 || Math.abs(span - Number(years)) <= (turned ? 1 : 0)) continue
    const at = (word: string, start: number): Place => placeIn(reading, { start, end: start + word.length })
    const middle = match.index + match[0].search(new RegExp(`\\b${years}(?:st|nd|rd|th|\\b)`))
    const right = { low: span, high: span, expr: `${to} - ${from}`, value: `${span}周年`, en: `${span} years` }
    const places = [
      at(years, middle),
      at(from, match.index + match[0].indexOf(from)),
      at(to, match.index + match[0].length - to.length),
    ]
    yield stretchClaim(places, right, 'query')
  }
}

export function* lifetimes(copy: StoryCopy): Iterable<Claim> {
  yield* aged(copy)
  yield* lived(copy)
  for (const reading of copy.readings) if (reading.english) yield* founded(reading)
}

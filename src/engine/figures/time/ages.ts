import type { Claim, Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { momentsOf, placeIn, stretchClaim, type Moment } from './moments'
import { ownYearOf } from './own-year'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import { matchesOf } from '../matches'

/** Ages and anniversaries beside the year somebody was born, something was founded. */

const FOUNDED =
  /^[\u4E00-\u9FFF\d]{0,2}[,，]?(?:建成|建立|成立|创办|创立|创建|创刊|开办|开业|建厂|建校|建馆|设立|始建|通车)|^$/
const FOUNDED_BEFORE = /(?:建于|立于|办于|刊于|创于|始于|开办于|设于|诞生于|成立于|開業於|立於|建於)$/
const BORN = /^[\u4E00-\u9FFF]{0,2}月?(?:出生|生人|生于)|^生/
const BORN_BEFORE = /(?:生于|生於|出生于|出生在|\bborn (?:in|on)\s)$/i

interface Beginning {
  readonly kind: 'age' | 'anniversary'
  readonly moment: Moment
}

/** The year somebody was born, something was founded. */
function beginningOf({ reading, start }: Sentence, moments: readonly Moment[]): Beginning | null {
  for (const moment of moments) {
    if (moment.year === null) continue
    const before = reading.shadow.slice(Math.max(start, moment.start - 8), moment.start)
    const behind = reading.shadow.slice(moment.end, moment.end + 8)
    if (BORN_BEFORE.test(before) || BORN.test(behind)) return { kind: 'age', moment }
    if (FOUNDED_BEFORE.test(before) || (behind !== '' && FOUNDED.test(behind))) return { kind: 'anniversary', moment }
  }
  return null
}

/** 今年 and its like say the story's own year. */
function yearOf(copy: StoryCopy, { reading }: Sentence, moment: Moment): number | null {
  if (moment.year !== null) return moment.year
  return reading.shadow.startsWith('今年', moment.start) ? ownYearOf(copy) : null
}

function yearsIn(sentence: Sentence, mention: Mention, kind: Beginning['kind']): boolean {
  const { shadow } = sentence.reading
  const before = shadow.slice(Math.max(sentence.start, mention.start - 6), mention.start)
  const behind = shadow.slice(mention.classified, mention.classified + 3)
  if (kind === 'age') {
    if (sentence.reading.english)
      return /\b(?:aged|lived to|at|is|was|turned)\s$/i.test(
        shadow.slice(Math.max(0, mention.start - 9), mention.start),
      )
    return mention.dimension === 'age'
  }
  return (
    mention.classifier === '周年' ||
    /^(?:周年|週年)/.test(shadow.slice(mention.numeral[1])) ||
    (mention.dimension === 'year' && /^(?:校庆|华诞|庆典)/.test(behind) && before !== '')
  )
}

/** The other end of a stretch of years, and where the copy says it. */
interface End {
  readonly year: number
  readonly place: { readonly start: number; readonly end: number }
}

const NOW = /[昨今][天日]|今年|日前|近日|现年|迎来|迎接/
const ENGLISH_NOW = /\b(?:marks|marking|celebrates|celebrating)\b(?=[^.;]{0,12}$)/i
const THIS_YEAR = /^[^.;]{0,24}?\bthis year\b/i

/** The story's own year, where the words speak of now: 昨天迎来建校90周年, 现年63岁. */
function nowOf(copy: StoryCopy, { reading, start }: Sentence, mention: Mention): End | null {
  const year = reading.english ? (copy.published?.year ?? null) : ownYearOf(copy)
  const from = Math.max(start, mention.start - (reading.english ? 24 : 14))
  const ahead = reading.shadow.slice(from, mention.start)
  const said = (reading.english ? ENGLISH_NOW : NOW).exec(ahead)
  if (year === null) return null
  if (said !== null) return { year, place: { start: from + said.index, end: from + said.index + said[0].length } }
  const behind = reading.english ? THIS_YEAR.exec(reading.shadow.slice(mention.classified)) : null
  const end = mention.classified + (behind?.[0].length ?? 0)
  return behind === null ? null : { year, place: { start: end - 'this year'.length, end } }
}

/** The one moment behind the beginning, else now. */
function endOf(copy: StoryCopy, sentence: Sentence, beginning: Moment, mention: Mention): End | null {
  const later = momentsOf(sentence).filter(({ start, end }) => start > beginning.start && end <= mention.start + 1)
  const [point] = later
  if (point === undefined) return nowOf(copy, sentence, mention)
  const year = later.length === 1 ? yearOf(copy, sentence, point) : null
  return year === null ? null : { year, place: point }
}

/** 建于1952年,2022年迎来60周年; 1921年生,2009年去世,享年78岁; 创办于1934年,昨天迎来90周年. */
export function* anniversaries(copy: StoryCopy, sentence: Sentence): Iterable<Claim> {
  const { reading, mentions } = sentence
  const beginning = beginningOf(sentence, momentsOf(sentence))
  if (beginning === null) return
  const { kind, moment } = beginning
  for (const mention of mentions) {
    if (mention.start < moment.end || mention.range !== null || !yearsIn(sentence, mention, kind)) continue
    const until = endOf(copy, sentence, moment, mention)
    if (until === null || moment.year === null || until.year <= moment.year) continue
    if (until.place.start >= until.place.end && copy.published === null) continue
    // 2007年出生的有4776人;…2010年5月出生,刚满15岁: another's birth is no now.
    if (/^[^,。;]{0,8}出?生/.test(reading.shadow.slice(until.place.end, until.place.end + 10)) && kind === 'age')
      continue
    const span = until.year - moment.year
    const slack = kind === 'age' || copy.published === null ? 1 : 0
    if (mention.low <= span + slack && mention.high >= span - slack) continue
    const right = {
      low: span,
      high: span,
      expr: `${until.year} - ${moment.year}`,
      value: `${span}${kind === 'age' ? '岁' : '周年'}`,
      en: `${figure(span)} years`,
    }
    yield stretchClaim(
      [placeIn(reading, mention), placeIn(reading, moment), placeIn(reading, until.place)],
      right,
      'query',
    )
  }
}

const ENGLISH_LIFE =
  /\bborn (?:in|on) (?:[A-Z\d]{1,9},? ){0,2}(?<born>\d{4})\b[^.;]{1,80}?\b(?:died (?:in|on)|until) (?:[A-Z\d]{1,9},? ){0,2}(?<died>\d{4})\b[^.;]{1,30}?(?:lived to|aged|at the age of) (?<age>\d{1,3})\b/gi

/** Born in 1950, he died in 2020, aged 60. */
export function* lives(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, ENGLISH_LIFE)) {
    const { born = '', died = '', age = '' } = match.groups ?? {}
    const span = Number(died) - Number(born)
    if (span <= 0 || Math.abs(Number(age) - span) <= 1) continue
    const end = match.index + match[0].length
    const at = (word: string, from: number): Place => {
      const start = reading.shadow.indexOf(word, from)
      return { reading, start, end: start + word.length }
    }
    const right = { low: span, high: span, expr: `${died} - ${born}`, value: `${span}岁`, en: `${span} years` }
    yield stretchClaim([at(age, end - age.length), at(born, match.index), at(died, match.index)], right, 'query')
  }
}

const WEDDINGS: Readonly<Record<string, number>> = { 银婚: 25, 珍珠婚: 30, 红宝石婚: 40, 金婚: 50, 钻石婚: 60 }
const WEDDING = /今年[\u4E00-\u9FFF]{0,8}?(?<name>银婚|珍珠婚|红宝石婚|金婚|钻石婚)/

/** 1974年结婚、今年步入金婚: the year of the story is the other end. */
export function* weddings(copy: StoryCopy, { reading, start, end }: Sentence): Iterable<Claim> {
  const match = WEDDING.exec(reading.shadow.slice(start, end))
  const years = WEDDINGS[match?.groups?.['name'] ?? '']
  if (match === null || years === undefined || copy.published === null) return
  const married = reading.dates.find(
    (date) =>
      date.start >= start &&
      date.end <= end &&
      date.year !== null &&
      /^[\u4E00-\u9FFF]{0,2}结婚|^[\u4E00-\u9FFF]{0,2}成婚/.test(reading.shadow.slice(date.end)),
  )
  if (married?.year == null || Math.abs(copy.published.year - married.year - years) <= 1) return
  const span = copy.published.year - married.year
  const at = start + match.index
  const right = {
    low: span,
    high: span,
    expr: `${copy.published.year} - ${married.year}`,
    value: `${span}年`,
    en: `${span} years`,
  }
  yield stretchClaim(
    [
      placeIn(reading, {
        start: at + match[0].length - (match.groups?.['name']?.length ?? 0),
        end: at + match[0].length,
      }),
      placeIn(reading, married),
      placeIn(reading, { start: at, end: at + 2 }),
    ],
    right,
    'query',
  )
}

const AGO = /^(?:年前|载前)/

/** 今年78岁,二十年前,58岁的她: an age now, an age then, and the years between. */
export function* agesAgo({ reading, mentions }: Sentence): Iterable<Claim> {
  for (const [i, ago] of mentions.entries()) {
    const { shadow } = reading
    const years = ago.dimension === 'year' && shadow.startsWith('前', ago.classified)
    if (!years && !AGO.test(shadow.slice(ago.numeral[1]))) continue
    const [now, then] = [mentions[i - 1], mentions[i + 1]]
    if (now?.dimension !== 'age' || then?.dimension !== 'age' || then.start - ago.end > 8 || ago.start - now.end > 12)
      continue
    const span = now.amount - ago.amount
    if (![now, ago, then].every(({ exact }) => exact) || Math.abs(span - then.amount) <= 1) continue
    const right = {
      low: span,
      high: span,
      expr: `${figure(now.amount)} - ${figure(ago.amount)}`,
      value: `${figure(span)}岁`,
      en: `${figure(span)} years`,
    }
    yield stretchClaim([placeIn(reading, then), placeIn(reading, ago), placeIn(reading, now)], right, 'query')
  }
}

import type { Example } from '../claim'
import type { Denial } from './denial'
import { placeOf } from './denial'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'

/** A share in words beside the count that gives it: More than two-thirds of the 90 delegates, 64, …; A majority of the board, six of its 11 members. */

const N = '\\d{1,3}(?:,\\d{3})+|\\d+|[a-z]+(?:-[a-z]+)?'
const WORDS =
  '(?<sense>more than|over|at least|fewer than|less than|under|nearly|almost|only|just|about|some|roughly)?\\s?' +
  '(?:(?<count>a|one|two|three|four)(?:\\s|-)(?<part>third|quarter|fifth|tenth)s?|(?<half>half)|(?<most>a majority|most))'
const OF_THE = new RegExp(
  `\\b(?<said>${WORDS}) of (?:the|its|their|all|those|these) (?<whole>${N}) [^.;,\\d]{2,40}, (?<count2>${N})(?=[,.;])`,
  'dgi',
)
const OF_ITS = new RegExp(
  `\\b(?<said>${WORDS}) of (?:the|its|their|all|those|these) [^.;,\\d]{2,40}, (?:or )?(?<count2>${N}) (?:out )?of (?:the |its |their |all )?(?<whole>${N})\\b`,
  'dgi',
)
const PARTS: Readonly<Record<string, number>> = { third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 }
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 }
/** Of what is said in so round a word. */
const LOOSE = 0.06

/** What the words allow the share to be. */
function boundsOf(groups: Readonly<Record<string, string | undefined>>): readonly [low: number, high: number] {
  const share =
    groups['part'] === undefined
      ? 0.5
      : (COUNTS[groups['count']?.toLowerCase() ?? ''] ?? 1) * (PARTS[groups['part'].toLowerCase()] ?? 0)
  const sense = groups['sense']?.toLowerCase() ?? ''
  if (groups['most'] !== undefined || /more than|over|at least/.test(sense)) return [share - 1e-9, 1]
  if (/fewer|less|under/.test(sense)) return [0, share + 1e-9]
  if (/nearly|almost/.test(sense)) return [share - 0.12, share + 0.01]
  return [share - LOOSE, share + LOOSE]
}

const APPOSED = /^[^.;:\d]{0,44}?(?:,|\s-|\s\u2014|\s\()\s?(?:or |just |only |some )?$/i
const CLOSED = /^(?:\s(?:per cent|percent|points?)|%|\s[a-z-]{3,12}){0,2}?(?:[.,;)]|\s[-\u2014]|\sof\b|\sin all\b|$)/
const FRACTION =
  /\b(?:(?<sense>more than|over|at least|fewer than|less than|under|nearly|almost|only|just|about|some|roughly|just over|just under|a little under|a little over)\s)?(?:(?<count>a|one|two|three|four)(?:\s|-)(?<part>third|quarter|fifth|tenth)s?|(?<half>half)|(?<most>a (?:clear |slim |narrow |large )?majority|most(?= of\b))|(?<all>all)|(?<few>a minority)|(?<one>one) in (?<of>two|three|four|five|six|eight|ten|10))\b(?! (?:an? |hour|century|time|past|year|likely|recent|important|of all))/dgi
const OF: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, 10: 10 }

function spreadOf(groups: Readonly<Record<string, string | undefined>>): readonly [low: number, high: number] {
  const { sense = '', one, of = '', all, few } = groups
  if (one !== undefined) return [1 / (OF[of.toLowerCase()] ?? 1) - LOOSE, 1 / (OF[of.toLowerCase()] ?? 1) + LOOSE]
  if (few !== undefined) return [0, 0.5]
  if (all !== undefined) return /almost|nearly/i.test(sense) ? [0.85, 1] : [0, 1]
  const [low, high] = boundsOf(groups)
  if (/little under/i.test(sense)) return [0.4, 0.501]
  return /nearly|almost/i.test(sense) ? [high - 0.08, high] : [low, high]
}

const isYear = ({ classifier, value }: Mention): boolean => classifier === '' && value > 1500 && value < 2100

interface Spelled {
  readonly said: Mention
  readonly whole: Mention | undefined
}

/** The figure in apposition to the words, and the count it is a part of where it is no percentage. */
function spelledBy(
  { reading: { shadow }, end, mentions }: Sentence,
  at: { start: number; end: number },
): Spelled | null {
  const behind = mentions.filter(
    (one) => one.start >= at.end - 1 && one.range === null && one.approximators.length === 0,
  )
  const [near] = behind
  const said = behind.find((one) =>
    APPOSED.test(shadow.slice(near === one ? at.end : (near?.numeral[1] ?? 0), one.start)),
  )
  if (said === undefined || behind.indexOf(said) > 1 || !CLOSED.test(shadow.slice(said.numeral[1], end))) return null
  if (shadow.charAt(said.numeral[0] - 1) === '-' || shadow.charAt(said.numeral[1]) === '-') return null
  const own = said === near ? undefined : near
  if (own !== undefined && !/\bof (?:the|its|their|all|those|these) $/.test(shadow.slice(at.end, own.start)))
    return null
  const next = behind[behind.indexOf(said) + 1]
  const isOf = next !== undefined && /^\s(?:out )?of (?:the |its )?$/.test(shadow.slice(said.numeral[1], next.start))
  const first = mentions.find(
    (one) =>
      one.end <= at.start &&
      /\b(?:of|among) (?:the |its )?$/i.test(shadow.slice(Math.max(0, one.start - 10), one.start)),
  )
  return { said, whole: isOf ? next : (own ?? first) }
}

/** The share that the figures give; null where they give none. */
function shareOf({ said, whole }: Spelled): number | null {
  if (said.kind === 'percent') return said.value / 100
  if (said.kind !== 'count' || whole?.kind !== 'count') return null
  return whole.value < said.value || whole.value < 5 || isYear(whole) ? null : said.value / whole.value
}

/** More than half of staff, 46 per cent; of the 80 drivers, more than half, 38, …; almost all the seats, 430 of 600. */
export function* spelledDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length === 0 || mentions.length > 10) return
  for (const match of matchesOf(reading.shadow.slice(start, end), FRACTION)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length }
    const spelled = spelledBy(sentence, at)
    const share = spelled === null ? null : shareOf(spelled)
    const { most, few } = match.groups ?? {}
    if (spelled === null || share === null) continue
    const { said, whole } = spelled
    // A majority and its percentage are asked of elsewhere.
    if (said.kind === 'percent' && (most ?? few) !== undefined) continue
    const [low, high] = spreadOf(match.groups ?? {})
    if (share >= low - 0.001 && share <= high + 0.001) continue
    const shown = `${figure(Number((share * 100).toFixed(1)))}%`
    const quote = reading.text.slice(at.start, at.end)
    const counts = said.kind === 'count' && whole !== undefined ? [whole] : []
    const expr = [said, ...counts].map(({ amount }) => figure(amount)).join(' ÷ ')
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), ...[said, ...counts].map((one) => placeOf(sentence, one, one.value))],
      zh: zh`“${quote}”,文中的数字却是${shown}。请核对说法和数字。`,
      en: en`“${quote}” is said, but the figures give ${shown}. Check the wording and the figures.`,
      arithmetic: [{ label: '数字', en: 'figure', expr, value: shown }],
    }
  }
}

export const fractionExamples: readonly Example[] = [
  { wrong: '[[More than half]] of staff, [[46 per cent]], said they had thought of leaving.' },
  { wrong: 'Of the [[80 drivers]] who voted, [[more than half]], [[38]], were for walking out.' },
  { wrong: '[[Two-thirds]] of the [[90 seats]], [[70]], are reserved for members.' },
  { wrong: '[[Almost all]] the seats, [[430]] of [[600]], had been sold by noon.' },
  {
    silent:
      'More than half of staff, 56 per cent, said they had thought of leaving. Of the 80 drivers who voted, more than half, 42, were for walking out. Two-thirds of the 90 seats, 60, are reserved. Half an hour later, 12 of the 40 left. Most of the trees, planted in 40 rows, are oaks.',
  },
]

export function* fractionsDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length < 2) return
  for (const match of [OF_THE, OF_ITS].flatMap((pattern) => matchesOf(reading.shadow.slice(start, end), pattern))) {
    const of = (name: string) => {
      const at = match.indices?.groups?.[name]?.[0]
      return at === undefined ? undefined : mentions.find(({ numeral }) => numeral[0] === start + at)
    }
    const [whole, part] = [of('whole'), of('count2')]
    const span = match.indices?.groups?.['said']
    if (whole?.kind !== 'count' || part?.kind !== 'count' || span === undefined || part.value > whole.value) continue
    const [low, high] = boundsOf(match.groups ?? {})
    const share = part.value / whole.value
    if (whole.value < 5 || (share >= low && share <= high)) continue
    const at = { start: start + span[0], end: start + span[1] }
    const shown = `${figure(Number((share * 100).toFixed(1)))}%`
    const quote = reading.text.slice(at.start, at.end)
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), placeOf(sentence, part, part.value), placeOf(sentence, whole, whole.value)],
      zh: zh`“${quote}”,文中的数字却是${shown}。请核对说法和数字。`,
      en: en`“${quote}” is said, but the figures give ${shown}. Check the wording and the figures.`,
      arithmetic: [
        { label: '数字', en: 'figure', expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`, value: shown },
      ],
    }
  }
}

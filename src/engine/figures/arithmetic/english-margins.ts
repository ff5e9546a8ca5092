import type { Claim, Example, Place, StoryCopy } from '../claim'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'
import { en, figure, zh } from '../wording'

/** Two votes and how far apart they lie, told next to them or right behind: 9,862 votes to his 8,545. The margin of 1,317 …; by 388 votes to 211, a majority of 177. */

const WHOSE =
  "(?:(?:his|her|their|the) |(?:for )?(?:Mrs?\\.? |Ms\\.? )?[A-Z][A-Za-z'\\u2019-]{1,14} (?:[A-Z][A-Za-z'\\u2019-]{1,14} )?)?"
const VOTES = new RegExp(
  `\\b(?<a>${FIGURE}) votes,? (?:to|against) (?:${WHOSE})(?<b>${FIGURE})\\b|\\b(?<c>${FIGURE}) (?:to|against) (?:${WHOSE})(?<d>${FIGURE}) votes\\b`,
  'dg',
)
const MARGIN = new RegExp(
  `\\b(?:margin|majority|lead|gap|difference) (?:of|was|is) (?:just |only )?(?<m>${FIGURE})(?! (?:percent|per cent|points?)\\b|%)|\\b(?:won|lost|prevailed|carried it|held on|victory|win) by (?:just |only )?(?<n>${FIGURE})(?! (?:percent|per cent|points?)\\b|%)`,
  'dg',
)
/** The margin of another vote. */
const OTHER = /\b(?:last|previous|earlier|four years|in (?:19|20)\d\d|before|then)\b/i
/** The margin that opens the next sentence. */
const NEXT = /^[^.!?;]*[.!?]["\u201D]?\s(?:The|Her|His|Its|That) $/
const FAR = 200

/** A figure of the story at a group of the match, `at` its place in the copy from there on. */
function figureAt(copy: StoryCopy, index: number, at: number): Place | null {
  const reading = copy.readings[index]
  const mention = reading?.mentions.find(({ numeral }) => numeral[0] === at)
  if (reading === undefined || mention?.kind !== 'count' || !mention.exact) return null
  return { reading, start: mention.numeral[0], end: mention.numeral[1], value: mention.value }
}

/** The one margin told right behind the votes, in their paragraph or the next. */
function marginBehind(copy: StoryCopy, index: number, from: number): Place | null {
  for (const i of [index, index + 1]) {
    const reading = copy.readings[i]
    if (reading?.english !== true || reading.passage.role !== 'body') return null
    const start = i === index ? from : 0
    const [match, ...more] = matchesOf(reading.shadow.slice(start, start + FAR), MARGIN)
    if (match === undefined) continue
    const groups = match.indices?.groups
    const at = (groups?.['m'] ?? groups?.['n'])?.[0] ?? 0
    const around = reading.shadow.slice(start, start + at + 40)
    const between = reading.shadow.slice(start, start + match.index)
    const bound =
      i === index ? !/[.!?;]/.test(between) || NEXT.test(between) : /^(?:The|Her|His|Its|That) $/.test(between)
    return more.length > 0 || !bound || OTHER.test(around) ? null : figureAt(copy, i, start + at)
  }
  return null
}

export function* votesApart(copy: StoryCopy): Iterable<Claim> {
  const all = copy.readings.flatMap((reading, index) =>
    reading.english && reading.mentions.length > 1
      ? matchesOf(reading.shadow, VOTES).map((match) => ({ index, match }))
      : [],
  )
  const [first, ...others] = all
  if (first === undefined || others.length > 0) return
  const groups = first.match.indices?.groups
  const [a, b] = [groups?.['a'] ?? groups?.['c'], groups?.['b'] ?? groups?.['d']].map((span) =>
    span === undefined ? null : figureAt(copy, first.index, span[0]),
  )
  const said = marginBehind(copy, first.index, first.match.index + first.match[0].length)
  if (a == null || b == null || said === null) return
  const [x, y, told] = [a, b, said].map(({ value }) => Number(value)) as [number, number, number]
  const right = Math.abs(x - y)
  if (told === right || right === 0) return
  const expr = `${figure(Math.max(x, y))} - ${figure(Math.min(x, y))}`
  yield {
    tier: 'query',
    places: [said, a, b],
    message: {
      zh: zh`按${expr}相差${figure(right)},文中写“${figure(told)}”。请核对票数和差距。`,
      en: en`By ${expr} the margin is ${figure(right)}, not “${figure(told)}”. Check the votes and their margin.`,
    },
    arithmetic: [
      { label: '推算', en: 'computed', expr, value: right },
      { label: '宣称', en: 'announced', expr: figure(told), value: told },
    ],
  }
}

const TARGET = new RegExp(
  `\\b(?:set out to (?:raise|sell|find|collect)|(?:target|goal|aim) (?:of|was|had been)|(?:aimed|hoped|wanted) to (?:raise|sell|find|collect)) (?<t>${FIGURE})`,
  'dg',
)
const GOT = new RegExp(`\\b(?:taken|raised|collected|brought in|reached|sold|found) (?<g>${FIGURE})`, 'dg')
const BEAT =
  /\b(?:beat|beaten|beating|exceeded|exceeding|surpassed|topped|smashed|passed) (?:our|its|the|their|her|his|that|a) (?:target|goal|aim)s? by (?<p>\d{1,4}(?:\.\d)?) ?(?:per cent|percent|%)/dg

/** set out to raise $40,000 and had taken $40,800 … beat our target by 102 per cent: that is two. */
export function* targetsBeaten(copy: StoryCopy): Iterable<Claim> {
  const find = (pattern: RegExp): (readonly [number, RegExpExecArray])[] =>
    copy.readings.flatMap((reading, i) =>
      reading.english ? matchesOf(reading.shadow, pattern).map((match) => [i, match] as const) : [],
    )
  const [[beat, ...beats], [target, ...targets], got] = [find(BEAT), find(TARGET), find(GOT)]
  if (beat === undefined || target === undefined || beats.length + targets.length > 0) return
  const aim = figureAt(copy, target[0], target[1].indices?.groups?.['t']?.[0] ?? -1)
  const sums = got.flatMap(([i, match]) => figureAt(copy, i, match.indices?.groups?.['g']?.[0] ?? -1) ?? [])
  const [sum, ...more] = sums.filter(({ value }) => Number(value) > Number(aim?.value ?? 0))
  const reading = copy.readings[beat[0]]
  if (aim === null || sum === undefined || more.length > 0 || reading === undefined) return
  const [x, y, told] = [Number(sum.value), Number(aim.value), Number(beat[1].groups?.['p'])]
  const right = Number((((x - y) * 100) / y).toPrecision(3))
  if (Math.abs(told - right) <= 1) return
  const expr = `(${figure(x)} - ${figure(y)}) \u00F7 ${figure(y)}`
  const [start, end] = beat[1].indices?.groups?.['p'] ?? [0, 0]
  yield {
    tier: 'query',
    places: [{ reading, start, end, value: told }, sum, aim],
    message: {
      zh: zh`按${expr}应是超出${figure(right)}%,文中写“${figure(told)}%”。请核对。`,
      en: en`By ${expr} it is ${figure(right)} percent over, not “${figure(told)}”. Check the figures.`,
    },
    arithmetic: [
      { label: '推算', en: 'computed', expr, value: `${figure(right)}%` },
      { label: '宣称', en: 'announced', expr: `${figure(told)}%`, value: told },
    ],
  }
}

export const votesApartExamples: readonly Example[] = [
  {
    wrong:
      'Solis won with [[9,862]] votes to his [[8,545]].\nThe margin of [[1,713]] was wider than any poll had shown.',
  },
  { wrong: 'It passed by [[388]] votes to [[211]], a majority of [[187]].' },
  { wrong: 'She took [[1,204]] votes to Mr. Lund\u2019s [[1,021]] and won by [[138]].' },
  {
    wrong:
      'The appeal set out to raise [[$40,000]] and had taken [[$40,800]].\n“We beat our target by [[102]] per cent,” she said.',
  },
  {
    silent:
      'Solis won with 9,862 votes to his 8,545.\nThe margin of 1,317 was wider than any poll had shown. The appeal set out to raise $40,000 and had taken $40,800. “We beat our target by 2 per cent,” she said.',
  },
  { silent: 'It passed by 388 votes to 211. In the ward next door the margin was 40.' },
  { silent: 'It passed by 388 votes to 211; last time the majority was 92. It won by 18 points.' },
]

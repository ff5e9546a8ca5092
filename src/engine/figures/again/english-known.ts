import type { Example, Place, Reading, StoryCopy } from '../claim'
import { FIGURE } from '../groups'
import { singular } from '../lexer/english'
import { matchesOf } from '../matches'

/** The only two figures of one noun, the second of all that are known: 412 households will be rehoused … each of the 421 households to be rehoused; employs 2,640 workers … whose workforce numbers 2,460. */

interface Told {
  readonly place: Place
  readonly value: number
  readonly key: string
  /** of them all: all 430 pages, the number of burglaries */
  readonly all: boolean
}

const PASSING =
  /^(?:year|month|week|day|hour|minute|second|age|point|mile|percent|time|foot|metre|meter|kilomet(?:re|er)|inch|pound|dollar|euro|ton|tonne|degree|acre|hectare|gallon|litre|liter|goal|run|vote|game|match|win|km|million|billion|thousand|cent|old)$/
const HYPHENED = /(?<![\w.,$-])(?<n>\d{1,3}(?:,\d{3})*|\d{2,6})-(?<noun>[a-z]{3,12})\b/dg
const NUMBER_OF = new RegExp(
  `\\b(?:number|total|tally|count) of (?<noun>[a-z]{3,14})\\b(?:\\s[\\w'\\u2019-]{1,16}){0,9}?\\s(?:at|was|is|were|stands at|stood at|reached|came to)\\s(?<n>${FIGURE})`,
  'dg',
)
/** What a place or a firm has in all, by whichever of its words. */
const IN_ALL: readonly (readonly [key: string, pattern: RegExp])[] = [
  [
    'workforce',
    new RegExp(
      `\\b(?:(?:workforce|staff|payroll)(?: of| numbers| numbered| is| was| stands at| totals)|(?:now )?employs?|employed|employing)\\s(?<n>${FIGURE})(?!\\s(?:more|fewer|extra|new|other|of)\\b)`,
      'dg',
    ),
  ],
  [
    'population',
    new RegExp(
      `\\b(?:population(?: of| numbers| is| was| stands at)|(?:town|village|city|island|parish|community|hamlet) of)\\s(?<n>${FIGURE})`,
      'dg',
    ),
  ],
]
const KNOWN = /\b(?:all|each of the|every one of the|all of the|the full|all the)\s$/i
const THE = /\b(?:the|these|those|its|their|his|her)\s$/i
const OTHER = /\b(?:other|more|new|extra|further|additional|remaining|first|last)\b/i

/** Of another time, or a change. */
const OTHERWISE =
  /\b(?:last year|a year (?:ago|earlier)|previous(?:ly)?|earlier|formerly|used to|until|since|once|rose|fell|grew|up from|down from|from|cut|increased?|reduced|will (?:have|employ|rise|fall|grow)|compared|than|in (?:19|20)\d\d|if|another|rival)\b/i

const around = ({ reading: { shadow }, start, end }: Place): string => {
  const ahead = shadow.slice(Math.max(0, start - 60), start)
  return ahead.slice(ahead.search(/[.;][^.;]*$/) + 1) + (/^[^.;]{0,40}/.exec(shadow.slice(end, end + 40))?.[0] ?? '')
}

const valueOf = (words: string): number => Number(words.replaceAll(',', ''))

function byPattern(reading: Reading, pattern: RegExp, key: string | null): Told[] {
  return matchesOf(reading.shadow, pattern).flatMap(({ indices, groups }): Told[] => {
    const [start, end] = indices?.groups?.['n'] ?? [0, 0]
    const value = valueOf(groups?.['n'] ?? '')
    const noun = key ?? singular(groups?.['noun'] ?? '')
    return Number.isNaN(value) || PASSING.test(noun)
      ? []
      : [{ place: { reading, start, end, value }, value, key: noun, all: key !== null || pattern === NUMBER_OF }]
  })
}

function counted(reading: Reading): Told[] {
  const { shadow } = reading
  return reading.mentions.flatMap((one): Told[] => {
    const { kind, classifier, start, value, range } = one
    if (kind !== 'count' || range !== null || classifier.length < 3 || PASSING.test(classifier)) return []
    const ahead = shadow.slice(Math.max(0, start - 20), start)
    const other = OTHER.test(shadow.slice(one.numeral[1], one.classified))
    const all = !other && one.exact && (KNOWN.test(ahead) || THE.test(ahead))
    return [{ place: { reading, start: one.numeral[0], end: one.numeral[1], value }, value, key: classifier, all }]
  })
}

/** The same digits in another order, three at least or two. */
function isTurned(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)]
  return a !== b && x.length > 1 && x.length === y.length && [...x].sort().join('') === [...y].sort().join('')
}

export function* knownAgain({ readings }: StoryCopy): Iterable<readonly [Place, Place]> {
  const english = readings.filter((reading) => reading.english && reading.passage.role === 'body')
  if (english.length > 200) return
  const told = new Map<string, Told[]>()
  for (const reading of english) {
    const all = [
      ...counted(reading),
      ...byPattern(reading, HYPHENED, null),
      ...byPattern(reading, NUMBER_OF, null),
      ...IN_ALL.flatMap(([key, pattern]) => byPattern(reading, pattern, key)),
    ].sort((a, b) => a.place.start - b.place.start)
    for (const one of all) told.set(one.key, [...(told.get(one.key) ?? []), one])
  }
  for (const pair of told.values()) {
    const [first, second, ...more] = pair
    if (first === undefined || second === undefined || more.length > 0) continue
    if ([first, second].some(({ place }) => OTHERWISE.test(around(place)))) continue
    if (second.all && isTurned(first.value, second.value)) yield [first.place, second.place]
  }
}

export const knownExamples: readonly Example[] = [
  {
    wrong:
      'A total of [[412]] households will be rehoused.\nEach of the [[421]] households to be rehoused is to receive a plot.',
  },
  {
    wrong:
      'The inspector\u2019s [[340]]-page report took two years to write. Ministers were handed all [[430]] pages of it on Monday.',
  },
  {
    wrong:
      'Police recorded [[47]] burglaries in Arcadia in May. A report puts the number of burglaries recorded in Arcadia in May at [[74]].',
  },
  {
    wrong:
      'The plant employs [[2,640]] workers. The plant, whose workforce numbers [[2,460]], will close for two weeks.',
  },
  {
    silent:
      'A total of 412 households will be rehoused. Each of the 412 households is to receive a plot. The plant employs 2,640 workers and has 24 lorries. Another 42 lorries came. The 214 pupils sat down with 241 other pupils.',
  },
]

import type { Example, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { areReversed } from './slips'

/** How long a sentence, a contract or a ban is, said twice: jailed for six years … his five-year sentence; a profit of 37 million … the profit of 73 million. */

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const N = `(?<n>\\d{1,2}|${WORDS.join('|')})`
const UNIT = '(?<unit>year|month|week|day|game|match)'
const KINDS: readonly (readonly [kind: string, behind: string, ahead: string])[] = [
  [
    'sentence',
    '(?:jail |prison )?(?:sentence|term|jail term)',
    '(?:jailed for|jailed|sentenced to|imprisoned for|locked up for|given)',
  ],
  ['contract', '(?:contract|deal)', '(?:signed (?:up )?for|signed on for|tied down for)'],
  ['ban', '(?:ban|suspension)', '(?:banned for|suspended for|barred for)'],
]
const TERMS = KINDS.map(
  ([kind, behind, ahead]) =>
    [
      kind,
      new RegExp(`\\b${N}-${UNIT} ${behind}\\b`, 'dgi'),
      new RegExp(`\\b${ahead} ${N} ${UNIT}s?\\b(?! ago| later)`, 'dgi'),
    ] as const,
)
/** Another's, an earlier one, one that was asked for or may be given. */
const OTHER =
  /\b(?:another|suspended|previous|earlier|first|second|old|maximum|minimum|co-defendant|accomplice|up to|could|faces?|facing|asked|sought|demanded|wanted|appeal|reduced|cut|extended|extension|increased|originally|initially|expires?|brother|wife|husband|respectively|each|both)\b/i

interface Term {
  readonly place: Place
  readonly value: number
  readonly unit: string
}

const valueOf = (n: string): number => (/^\d/.test(n) ? Number(n) : WORDS.indexOf(n.toLowerCase()) + 1)

function termsIn(reading: Reading, patterns: readonly RegExp[]): Term[] {
  return patterns.flatMap((pattern) =>
    matchesOf(reading.shadow, pattern).map((match) => {
      const [start, end] = match.indices?.groups?.['n'] ?? [0, 0]
      const { n = '', unit = '' } = match.groups ?? {}
      return { place: { reading, start, end }, value: valueOf(n), unit: unit.toLowerCase() }
    }),
  )
}

/** The only two terms of their kind in the story, and no word of another one. */
export function* termsParted({ readings }: Pick<StoryCopy, 'readings'>): Iterable<readonly [Place, Place]> {
  const english = readings.filter((reading) => reading.english)
  if (!english.some(({ shadow }) => /-(?:year|month|week|day|game|match) /i.test(shadow))) return
  for (const [, ...patterns] of TERMS) {
    const [first, second, ...more] = english.flatMap((reading) => termsIn(reading, patterns))
    if (first === undefined || second === undefined || more.length > 0) continue
    if (first.unit !== second.unit || first.value === second.value) continue
    const said = [first, second].map(({ place: { reading, start, end } }) =>
      reading.shadow.slice(Math.max(0, start - 60), end + 50),
    )
    const pair = inOrder(first.place, second.place)
    if (isKnown(pair) && !said.some((words) => OTHER.test(words))) yield pair
  }
}

/** his five-year sentence: the one told before; or the headline tells the first. */
const isKnown = ([first, second]: readonly [Place, Place]): boolean =>
  (first.reading.passage.role === 'title' && first.reading !== second.reading) ||
  /\b(?:his|her|their|its|the|that|this) $/i.test(
    second.reading.shadow.slice(Math.max(0, second.start - 6), second.start),
  )

const inOrder = (a: Place, b: Place): readonly [Place, Place] =>
  a.reading.index < b.reading.index || (a.reading === b.reading && a.start < b.start) ? [a, b] : [b, a]

const SUM =
  /\b(?<noun>[a-z]{3,12} (?:profit|loss|revenue|turnover|income|sales|debt|deficit|surplus|dividend|fine|grant|loan|budget|bill|price|cost|crowd|audience)) of (?<n>[$\u00A3\u20AC]?\d+(?:\.\d+)?) (?<scale>million|billion|thousand|people)\b/dgi

/** The only two sums of one name in the story, their digits turned. */
export function* sumsTurned({ readings }: StoryCopy): Iterable<readonly [Place, Place]> {
  const sums = readings
    .filter(({ english }) => english)
    .flatMap((reading) =>
      matchesOf(reading.shadow, SUM).map((match) => {
        const [start, end] = match.indices?.groups?.['n'] ?? [0, 0]
        const { noun = '', n = '', scale = '' } = match.groups ?? {}
        return {
          place: { reading, start, end },
          key: `${noun} ${scale}`.toLowerCase(),
          value: Number(n.replace(/^\D/, '')),
        }
      }),
    )
  for (const key of new Set(sums.map((sum) => sum.key))) {
    const [first, second, ...more] = sums.filter((sum) => sum.key === key)
    if (first === undefined || second === undefined || more.length > 0 || first.value === second.value) continue
    if (areReversed(first.value, second.value)) yield [first.place, second.place]
  }
}

export const termExamples: readonly Example[] = [
  {
    wrong:
      'Builder Ross Timmins was jailed for [[six]] years on Monday. He showed no emotion as he was led away to begin his [[five]]-year sentence.',
  },
  {
    wrong:
      'The company made a net profit of [[37]] million euros last year.\nIts head said last year\u2019s net profit of [[73]] million euros would buy a ship.',
  },
  {
    silent:
      'Timmins was jailed for six years on Monday. He had served an earlier five-year sentence. Hale signed a three-year contract; his old four-year deal ends in May. It made a net profit of 37 million euros, up from a net profit of 35 million.',
  },
]

import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import { asWritten } from '../parts/partition'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** The step first, then both levels: rose 15 percent last season, to 3.45 million cartons from 3 million. */

const ROSE =
  '(?<verb>rose|grew|climbed|jumped|increased|surged|gained|fell|dropped|declined|decreased|slipped|shrank|sank|tumbled|rise|increase|drop|decline)'
const STEP = `(?<share>\\d+(?:\\.\\d+)?)(?:%| percent| per cent)`
const FORM = new RegExp(
  `\\b${ROSE} (?:by |of )?(?:about |nearly |almost |more than |just over )?${STEP}[^.;\\d$\\u00A3\\u20AC]{0,40}?,? to (?:about |nearly )?(?<to>${FIGURE})[^.;\\d]{0,30}? from (?:about |nearly )?(?<from>${FIGURE})(?!\\s(?:percent|per cent)|%)`,
  'dgi',
)
const DOWN = /^(?:fell|dropped|declined|decreased|slipped|shrank|sank|tumbled|drop|decline)$/i

export function* risesToFrom({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 3) return
  for (const match of matchesOf(reading.shadow.slice(start, end), FORM)) {
    const [share, to, from] = ['share', 'to', 'from'].map((name) => mentionAt(mentions, match, name, start))
    if (share?.kind !== 'percent' || to?.kind !== 'count' || from?.kind !== 'count' || from.value <= 0) continue
    if (from.dimension !== '' && from.dimension !== to.dimension) continue
    if (from.dimension === '' && !/[a-z]/i.test(to.dimension)) continue
    // Years are no levels: to 2024 from 2019.
    if ([to, from].every(({ value }) => Number.isInteger(value) && value > 1800 && value < 2100)) continue
    const [a, b] = [from, to].map((one) => asWritten(reading.shadow, one))
    if (a === undefined || b === undefined) continue
    const sign = DOWN.test(match.groups?.['verb'] ?? '') ? -1 : 1
    const slack = share.approximators.length > 0 ? 3 : Number.isInteger(share.value) ? 1 : 0.2
    const of = (level: number, base: number): number => (sign * (level - base) * 100) / base
    const bounds = [of(b.low, a.high), of(b.high, a.low), of(b.low, a.low), of(b.high, a.high)]
    yield {
      said: share,
      from: [from, to],
      low: Math.min(...bounds) - slack,
      high: Math.max(...bounds) + slack,
      value: of(to.value, from.value),
      expr: `(${figure(to.amount)} - ${figure(from.amount)}) ÷ ${figure(from.amount)}`,
    }
  }
}

const HALVES: Readonly<Record<string, number>> = {
  'a quarter': 1 / 4,
  'a third': 1 / 3,
  half: 1 / 2,
  'two-thirds': 2 / 3,
  'three-quarters': 3 / 4,
}
const BY_WORD = new RegExp(
  `\\b(?:fell|dropped|declined|shrank|were cut|was cut|slipped) by (?<share>half|a third|a quarter|two-thirds|three-quarters), from (?<from>${FIGURE})[^.;\\d]{0,30}?(?: in (?:19|20)\\d\\d)? to (?<to>${FIGURE})`,
  'dgi',
)

/** fell by half, from $640,000 in 2007 to $320,000 in 2011. */
export function* fallsByWord({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 2) return
  for (const match of matchesOf(reading.shadow.slice(start, end), BY_WORD)) {
    const [from, to] = ['from', 'to'].map((name) => mentionAt(mentions, match, name, start))
    const share = HALVES[match.groups?.['share']?.toLowerCase() ?? '']
    if (from?.kind !== 'count' || to?.kind !== 'count' || share === undefined) continue
    if (to.dimension !== '' && to.dimension !== from.dimension) continue
    const value = from.value * (1 - share)
    const slack = 0.06 * from.value
    const expr = `${figure(from.amount)} - ${figure(from.amount)} \u00D7 ${figure(share)}`
    yield { said: to, from: [from], low: value - slack, high: value + slack, value, expr }
  }
}

export const riseExamples: readonly Example[] = [
  {
    wrong:
      'Exports of apples rose [[25 percent]] last season, to [[3.45 million cartons]] from [[3 million]] the year before.',
  },
  { wrong: 'Enrollment fell [[20 percent]], to [[1,800 pupils]] from [[2,000]].' },
  { wrong: 'House prices fell by half, from [[$640,000]] in 2007 to [[$230,000]] in 2011.' },
  {
    silent:
      'House prices fell by half, from $640,000 in 2007 to $310,000 in 2011; rents fell by a third, from $900 to $610.',
  },
  {
    silent:
      'Exports of apples rose 15 percent last season, to 3.45 million cartons from 3 million the year before. Enrollment fell 10 percent, to 1,800 pupils from 2,000. Sales rose 12 percent, to $4.1 million from 2,000 shops. Thefts rose 8 percent from 2019 to 2024.',
  },
]

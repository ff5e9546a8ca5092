import type { Claim, Example, Reading } from '../claim'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** Two hours of one day and how long it runs: starts at 7:30 p.m. and ends at 9:45 p.m., runs for two hours and 15 minutes. */

const HOUR = (name: string): string => `(?<${name}>(?:1[0-2]|[1-9])(?::[0-5]\\d)?(?: ?[ap]\\.?m\\.?)|noon|midnight)`
const RUNS = new RegExp(
  `\\b(?:starts|started|begins|began|opens|opened|runs|ran|from)(?: from| at)? ${HOUR('from')},? (?:and (?:ends|ended|finishes|finished|closes|closed) at|to|until|till) ${HOUR('to')},? ` +
    `(?:and )?(?:(?:runs|ran|lasts|lasted|goes on)(?: for)?|a total of) (?<long>(?<hours>${FIGURE}) hours?(?: and (?<minutes>${FIGURE}) minutes)?)(?! a | each| per)`,
  'dgi',
)
/** An hour of the clock in minutes. */
function minutesOf(hour: string): number {
  if (/^noon/i.test(hour)) return 720
  if (/^midnight/i.test(hour)) return 1440
  const { h = '', m = '0', half = '' } = /^(?<h>\d+)(?::(?<m>\d+))? ?(?<half>[ap])/i.exec(hour)?.groups ?? {}
  return (Number(h) % 12) * 60 + Number(m) + (half.toLowerCase() === 'p' ? 720 : 0)
}

export function* clockRuns(reading: Reading): Iterable<Claim> {
  if (!reading.english) return
  for (const match of matchesOf(reading.shadow, RUNS)) {
    const groups = match.indices?.groups
    const [long, from, to] = ['long', 'from', 'to'].map((name) => {
      const [start, end] = groups?.[name] ?? [0, 0]
      return { reading, start, end }
    })
    const valueAt = (name: string): number =>
      reading.mentions.find(({ numeral }) => numeral[0] === (groups?.[name]?.[0] ?? -1))?.value ?? 0
    if (long === undefined || from === undefined || to === undefined) continue
    const said = valueAt('hours') * 60 + valueAt('minutes')
    const between = minutesOf(match.groups?.['to'] ?? '') - minutesOf(match.groups?.['from'] ?? '')
    const span = between > 0 ? between : between + 1440
    // Whole hours may be rounded.
    if (said === 0 || Math.abs(said - span) <= (groups?.['minutes'] === undefined ? 30 : 0)) continue
    const value = `${Math.floor(span / 60)}小时${span % 60}分`
    const right = {
      low: span,
      high: span,
      expr: `${match.groups?.['to'] ?? ''} - ${match.groups?.['from'] ?? ''}`,
      value,
      en: `${Math.floor(span / 60)} hours ${span % 60} minutes`,
    }
    yield stretchClaim([long, from, to], right, 'query')
  }
}

export const clockExamples: readonly Example[] = [
  {
    wrong: 'The film, which starts at [[7:30 p.m.]] and ends at [[9:45 p.m.]], runs for [[two hours and 25 minutes]].',
  },
  {
    silent:
      'The film starts at 7:30 p.m. and ends at 9:45 p.m., and runs for two hours and 15 minutes. The fair runs from 10 a.m. to 4:30 p.m. and lasts six hours. The play ran from 11 p.m. to 1 a.m. and lasted two hours.',
  },
]

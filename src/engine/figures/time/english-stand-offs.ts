import type { Claim, Example, Place, StoryCopy } from '../claim'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** A stretch of hours and minutes and the only two hours of the story: a stand-off of two hours and 50 minutes, from 9.20am … to 11.10am: the minutes hold, the hours do not. */

const CLOCK = /(?<![\d.,:$\u00A3])(?<h>1[0-2]|[1-9])(?:[:.](?<m>[0-5]\d))? ?(?<half>[ap])\.?m\b\.?/gi
const LONG = new RegExp(`\\b(?<hours>${FIGURE}) hours?,? (?:and )?(?<minutes>${FIGURE}) minutes?\\b`, 'dgi')

const EVENT =
  /\b(?:stand-?off|siege|ordeal|black-?out|outage|power cut|search|rescue|operation|delay|closure|meeting|hearing|debate|session|flight|journey|trip|crossing|voyage|lockdown|blaze|fire|wait|walk|swim|climb|chase|strike|talks|count|it lasted|it took)\b/i

const minutesOf = ({ groups }: RegExpExecArray): number =>
  (Number(groups?.['h']) % 12) * 60 + Number(groups?.['m'] ?? 0) + (groups?.['half']?.toLowerCase() === 'p' ? 720 : 0)

export function* standOffs({ readings }: StoryCopy): Iterable<Claim> {
  const english = readings.filter((reading) => reading.english && /\bhours?\b/.test(reading.shadow))
  const said = english.flatMap((reading) => matchesOf(reading.shadow, LONG).map((match) => ({ reading, match })))
  const [long, ...others] = said
  if (long === undefined || others.length > 0) return
  const clocks = readings.flatMap((reading) =>
    reading.english ? matchesOf(reading.shadow, CLOCK).map((match) => ({ reading, match })) : [],
  )
  const [first, second, ...more] = clocks
  if (first === undefined || second === undefined || more.length > 0) return
  const valueOf = (name: string): number =>
    long.reading.mentions.find(({ numeral }) => numeral[0] === long.match.indices?.groups?.[name]?.[0])?.value ?? NaN
  const told = valueOf('hours') * 60 + valueOf('minutes')
  const span = (minutesOf(second.match) - minutesOf(first.match) + 1440) % 1440
  const off = Math.abs(told - span)
  const { shadow } = long.reading
  const around = shadow.slice(Math.max(0, long.match.index - 48), long.match.index + long.match[0].length + 14)
  if (!EVENT.test(around)) return
  // Minutes that agree say that the two are of one thing.
  if (Number.isNaN(told) || off === 0 || off % 60 !== 0 || off > 120 || span % 60 === 0) return
  const place = ({ reading, match }: typeof long): Place => ({
    reading,
    start: match.index,
    end: match.index + match[0].length,
  })
  const right = {
    low: span,
    high: span,
    expr: `${second.match[0]} - ${first.match[0]}`,
    value: `${Math.floor(span / 60)}小时${span % 60}分`,
    en: `${Math.floor(span / 60)} h ${span % 60} min`,
  }
  yield stretchClaim([long, first, second].map(place), right, 'query')
}

export const standOffExamples: readonly Example[] = [
  {
    wrong:
      'A man gave himself up after a stand-off that lasted [[two hours and 50 minutes]].\nOfficers were called at [[9.20am]] by a greenkeeper.\nHe walked out at [[11.10am]] and was arrested.',
  },
  {
    wrong:
      'The power went at [[7:15 p.m.]] and the screens went dark.\nIt was back at [[10:50 p.m.]]\nThe council said a blackout of [[2 hours 35 minutes]] was no disaster.',
  },
  {
    silent:
      'A man gave himself up after a stand-off that lasted one hour and 50 minutes.\nOfficers were called at 9.20am by a greenkeeper.\nHe walked out at 11.10am and was arrested.',
  },
  {
    silent: 'The bus left at 2.10pm. It was back at 4.35pm. The film lasts one hour and 25 minutes.',
  },
  {
    silent: 'The film lasts two hours and 50 minutes. Doors open at 6pm and the film starts at 7.30pm.',
  },
]

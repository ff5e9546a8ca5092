import type { Claim, Example, Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** founded in 1899, marks its 125th anniversary this year: the story's own year is the other end. */

const MARKS =
  /\b(?:founded|established|opened|incorporated|built|launched|started|created) in (?<from>1[6-9]\d\d|20\d\d),? (?:[a-z]+ ){0,3}?(?:marks|is marking|celebrates|is celebrating|turns|is observing) (?:its |the |their )?(?<said>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b(?! (?:next|last)\b)/dg

export function* ordinalAnniversaries({ published, readings }: StoryCopy): Iterable<Claim> {
  if (published === null) return
  for (const reading of readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, MARKS)) {
      const { from = '', said = '' } = match.groups ?? {}
      const span = published.year - Number(from)
      if (span <= 0 || Math.abs(span - Number(said)) <= 1) continue
      const place = (name: string): Place => {
        const [start, end] = match.indices?.groups?.[name] ?? [0, 0]
        return { reading, start, end }
      }
      const right = {
        low: span,
        high: span,
        expr: `${published.year} - ${from}`,
        value: `${span}周年`,
        en: `${span} years`,
      }
      const marks = match[0].lastIndexOf('its')
      const at = match.index + Math.max(marks, 0)
      yield stretchClaim(
        [place('said'), place('from'), { reading, start: at, end: match.index + match[0].length }],
        right,
        'query',
      )
    }
  }
}

export const anniversaryExamples: readonly Example[] = [
  {
    published: '2024-05-17',
    wrong: 'The Tilden Library, founded in [[1899]], marks its [[115]]th anniversary this year.',
  },
  {
    published: '2024-05-17',
    silent:
      'The Tilden Library, founded in 1899, marks its 125th anniversary this year. The club, founded in 1950, marks its 75th anniversary next year.',
  },
]

import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'

/** Games won, drawn and lost, and how many were played: won 14, drew six and lost 10 of its 30 games. */

const GAMES = '(?:games|matches|fixtures|contests|meetings|bouts|fights|tests|outings)'
const WON = `(?:won|winning) (?<won>${FIGURE})(?: ${GAMES})?`
const DRAWN = `(?:,? (?:drew|drawn|drawing|tied|tying) (?<drawn>${FIGURE})(?: ${GAMES})?)?`
const LOST = `,?(?: and)? (?:lost|losing) (?<lost>${FIGURE})(?: ${GAMES})?${DRAWN.replace('drawn>', 'tied>').replace('(?:,? ', '(?:,? (?:and )?')}`
const FORMS = [
  new RegExp(
    `\\b${WON}${DRAWN}${LOST} (?:of|in|from|out of) (?:its|their|his|her|the) (?:(?:first|last|opening|past) )?(?<all>${FIGURE})\\b`,
    'dgi',
  ),
  new RegExp(
    `\\b(?:of (?:its|their|his|her|the) (?:(?:first|last|opening|past) )?|played |from )(?<all>${FIGURE})(?: ${GAMES})?[^.;\\d]{0,30}?,? ${WON}${DRAWN}${LOST}`,
    'dgi',
  ),
]

export function* seasons({ reading, mentions, start, end }: Sentence): Iterable<Partition> {
  if (!reading.english || mentions.length < 3) return
  for (const match of FORMS.flatMap((form) => matchesOf(reading.shadow.slice(start, end), form))) {
    const total = mentionAt(mentions, match, 'all', start)
    const parts = ['won', 'drawn', 'lost', 'tied'].flatMap((name) => mentionAt(mentions, match, name, start) ?? [])
    if (total === undefined || parts.length < 2 || ![total, ...parts].every(({ exact }) => exact)) continue
    const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
    if (sums(reading.shadow, own, total)) continue
    // Without its draws a record may be short of them.
    yield { reading, total, parts: own, closed: parts.length > 2, sum: false }
  }
}

export const seasonExamples: readonly Example[] = [
  { wrong: 'The team won [[14 matches]], drew [[6]] and lost [[12]] of its [[30 games]] to finish ninth.' },
  { wrong: 'Of their [[20 games]] they have won [[12]], lost [[six]] and drawn [[four]].' },
  {
    silent:
      'The team won 14 matches, drew 6 and lost 10 of its 30 games to finish ninth. Of their 30 games they have won 14 and lost ten.',
  },
]

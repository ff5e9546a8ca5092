import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** A count and its share of a whole said before: Of the 400 residents surveyed, 252, or 63 percent, said no. */

const SHARE = `(?:about |nearly |almost |roughly |just over |just under |more than )?(?<share>\\d+(?:\\.\\d+)?)(?:%| percent| per cent)(?! points?)`
const FORMS = [
  new RegExp(
    `\\bof (?:the |its |all )?(?<whole>${FIGURE}) [^.;\\d]{3,50}?,? (?<part>${FIGURE})(?: of them)?, or ${SHARE}`,
    'dgi',
  ),
  new RegExp(
    `\\b(?<part>${FIGURE}) (?:out )?of (?:the |its |their |all |those )?(?<whole>${FIGURE}) [^.;,\\d(]{3,40}(?:, or| \\() ?${SHARE}`,
    'dgi',
  ),
]

export function* sharesSaid({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || !mentions.some(({ kind }) => kind === 'percent')) return
  for (const match of FORMS.flatMap((pattern) => matchesOf(reading.shadow.slice(start, end), pattern))) {
    const [whole, part, share] = ['whole', 'part', 'share'].map((name) => mentionAt(mentions, match, name, start))
    if (whole?.kind !== 'count' || part?.kind !== 'count' || share?.kind !== 'percent') continue
    if (part.value > whole.value || whole.low <= 0 || (part.dimension !== '' && part.dimension !== whole.dimension))
      continue
    const slack = share.approximators.length > 0 ? 3 : Number.isInteger(share.value) ? 1 : 0.11
    const value = (part.value / whole.value) * 100
    yield {
      said: share,
      from: [part, whole],
      low: (part.low / whole.high) * 100 - slack,
      high: (part.high / whole.low) * 100 + slack,
      value,
      expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`,
    }
  }
}

export const shareExamples: readonly Example[] = [
  { wrong: 'Of the [[400 residents]] surveyed, [[252]], or [[36 percent]], said they opposed the bypass.' },
  { wrong: '[[Nine]] of the [[45 bridges]] in the county, or [[25 percent]], are shut.' },
  {
    silent:
      'Of the 400 residents surveyed, 252, or 63 percent, said no. Nine of the 45 bridges in the county, or 20 percent, are shut. Of the 900 jobs, 200 vanished in May, or 3 percent of the payroll were on leave.',
  },
]

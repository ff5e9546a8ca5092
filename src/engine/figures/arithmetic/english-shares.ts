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

const RATE =
  /^[^.;\d]{0,70}?(?:,|\s-|\s\u2014|\s\()\s?(?:or |about |just |only |equivalent to |representing |a (?:[a-z-]+ ){0,2}?(?:rate|take-up|uptake|turnout|share|proportion|attendance|response|success)(?: rate)?(?: of)? ){0,2}$/i
const NAMED = /\b(?:rate|take-up|uptake|turnout|share|proportion|attendance|response)\b/i
const PART_OF =
  /^\s(?:[a-z-]{2,12}\s){0,2}?(?:out )?of (?:the |its |their |all |those |our |a total of |some )?(?:[a-z-]+ )?$/i

/** 640 of the 800 pupils, a take-up of 80 per cent; 90 sat the test and 54 passed, a success rate of 60 percent. */
export function* ratesSaid({ reading, mentions }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 3) return
  const { shadow } = reading
  for (const [i, share] of mentions.entries()) {
    const [a, b] = [mentions[i - 2], mentions[i - 1]]
    if (share.kind !== 'percent' || a?.kind !== 'count' || b?.kind !== 'count' || a.value <= 0 || b.value <= 0) continue
    const link = shadow.slice(b.numeral[1], share.start)
    if (![a, b].every(({ approximators, range }) => approximators.length === 0 && range === null) || !RATE.test(link))
      continue
    const of = PART_OF.test(shadow.slice(a.numeral[1], b.start)) && a.value <= b.value
    const named = NAMED.test(link) && /^[^.;\d]{3,50}$/.test(shadow.slice(a.numeral[1], b.start))
    if (!of && !named) continue
    const [part, whole] = a.value <= b.value ? [a, b] : [b, a]
    const slack = share.approximators.length > 0 ? 3 : Number.isInteger(share.value) ? 1 : 0.11
    const value = (part.value / whole.value) * 100
    const expr = `${figure(part.amount)} ÷ ${figure(whole.amount)}`
    yield { said: share, from: [part, whole], low: value - slack, high: value + slack, value, expr }
  }
}

export const shareExamples: readonly Example[] = [
  { wrong: 'Of the [[400 residents]] surveyed, [[252]], or [[36 percent]], said they opposed the bypass.' },
  { wrong: '[[Nine]] of the [[45 bridges]] in the county, or [[25 percent]], are shut.' },
  { wrong: 'The vaccine was given to [[640]] of the [[800 pupils]], a take-up of [[90 per cent]].' },
  { wrong: '[[Ninety people]] sat the test and [[54]] passed, a success rate of [[70 percent]].' },
  {
    silent:
      'Of the 400 residents surveyed, 252, or 63 percent, said no. Nine of the 45 bridges in the county, or 20 percent, are shut. Of the 900 jobs, 200 vanished in May, or 3 percent of the payroll were on leave.',
  },
]

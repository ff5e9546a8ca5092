import type { Example } from '../claim'
import { FIGURE } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** One's figure between those of the others: third with 11 medals, behind Finland with 14 and Sweden with 12. */

const ONE = `(?:the )?[A-Z][\\w.'\\u2019 -]{1,30}? with (?:${FIGURE})(?: [a-z]{3,12})?`
const LIST = new RegExp(
  `(?:, |\\s)(?<side>[Bb]ehind|[Aa]head of) (?<list>${ONE}(?:, ${ONE}){0,6}(?:,? and ${ONE}))`,
  'dg',
)
/** What is won by the lowest figure, or is no standing. */
const LOWEST = new Set('second minute hour stroke shot day point-off'.split(' '))

export function* rivalsDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length < 3) return
  for (const match of matchesOf(reading.shadow.slice(start, end), LIST)) {
    const from = start + match.index
    const to = from + match[0].length
    const own = mentions.filter((one) => one.end <= from).at(-1)
    const others = mentions.filter((one) => one.start >= from && one.start < to && one.kind === own?.kind)
    if (own === undefined || from - own.end > 24 || LOWEST.has(own.classifier) || others.length < 2) continue
    const isAhead = /ahead/i.test(match.groups?.['side'] ?? '')
    const wrong = others.filter(({ value }) => (isAhead ? value > own.value : value < own.value))
    // Where all stand on the other side, the lowest is the best.
    const [odd, ...more] = wrong
    if (odd === undefined || more.length > 0) continue
    const quote = reading.text.slice(odd.start, odd.end)
    yield {
      tier: 'query',
      places: [placeOf(sentence, odd, odd.value), placeOf(sentence, own, own.value)],
      zh: zh`按名次,“${quote}”应${isAhead ? '不多于' : '不少于'}${figure(own.amount)}。请核对名次和数字。`,
      en: en`By the standing “${quote}” should be ${isAhead ? 'at most' : 'at least'} ${figure(own.amount)}. Check the standing and the figures.`,
      arithmetic: [{ label: '数字', en: 'figure', expr: quote, value: figure(odd.amount) }],
    }
  }
}

export const rivalExamples: readonly Example[] = [
  { wrong: 'Norway finished third with [[11 medals]], behind Finland with 14 and Sweden with [[10]].' },
  {
    wrong:
      'Riverside had the best average, [[87.5]], ahead of Oakdale with [[89.1]], Hale with 84.2 and Vale with 80.7.',
  },
  {
    silent:
      'Norway finished third with 11 medals, behind Finland with 14 and Sweden with 12. Riverside had the best average, 87.5, ahead of Oakdale with 85.9, Hale with 84.2 and Vale with 80.7. She won on 271, ahead of Ortiz with 274 and Webb with 275.',
  },
]

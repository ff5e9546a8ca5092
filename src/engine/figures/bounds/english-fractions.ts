import type { Denial } from './denial'
import { placeOf } from './denial'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'

/** A share in words beside the count that gives it: More than two-thirds of the 90 delegates, 64, …; A majority of the board, six of its 11 members. */

const N = '\\d{1,3}(?:,\\d{3})+|\\d+|[a-z]+(?:-[a-z]+)?'
const WORDS =
  '(?<sense>more than|over|at least|fewer than|less than|under|nearly|almost|only|just|about|some|roughly)?\\s?' +
  '(?:(?<count>a|one|two|three|four)(?:\\s|-)(?<part>third|quarter|fifth|tenth)s?|(?<half>half)|(?<most>a majority|most))'
const OF_THE = new RegExp(
  `\\b(?<said>${WORDS}) of (?:the|its|their|all|those|these) (?<whole>${N}) [^.;,\\d]{2,40}, (?<count2>${N})(?=[,.;])`,
  'dgi',
)
const OF_ITS = new RegExp(
  `\\b(?<said>${WORDS}) of (?:the|its|their|all|those|these) [^.;,\\d]{2,40}, (?:or )?(?<count2>${N}) (?:out )?of (?:the |its |their |all )?(?<whole>${N})\\b`,
  'dgi',
)
const PARTS: Readonly<Record<string, number>> = { third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10 }
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 }
/** Of what is said in so round a word. */
const LOOSE = 0.06

/** What the words allow the share to be. */
function boundsOf(groups: Readonly<Record<string, string | undefined>>): readonly [low: number, high: number] {
  const share =
    groups['part'] === undefined
      ? 0.5
      : (COUNTS[groups['count']?.toLowerCase() ?? ''] ?? 1) * (PARTS[groups['part'].toLowerCase()] ?? 0)
  const sense = groups['sense']?.toLowerCase() ?? ''
  if (groups['most'] !== undefined || /more than|over|at least/.test(sense)) return [share - 1e-9, 1]
  if (/fewer|less|under/.test(sense)) return [0, share + 1e-9]
  if (/nearly|almost/.test(sense)) return [share - 0.12, share + 0.01]
  return [share - LOOSE, share + LOOSE]
}

export function* fractionsDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length < 2) return
  for (const match of [OF_THE, OF_ITS].flatMap((pattern) => matchesOf(reading.shadow.slice(start, end), pattern))) {
    const of = (name: string) => {
      const at = match.indices?.groups?.[name]?.[0]
      return at === undefined ? undefined : mentions.find(({ numeral }) => numeral[0] === start + at)
    }
    const [whole, part] = [of('whole'), of('count2')]
    const span = match.indices?.groups?.['said']
    if (whole?.kind !== 'count' || part?.kind !== 'count' || span === undefined || part.value > whole.value) continue
    const [low, high] = boundsOf(match.groups ?? {})
    const share = part.value / whole.value
    if (whole.value < 5 || (share >= low && share <= high)) continue
    const at = { start: start + span[0], end: start + span[1] }
    const shown = `${figure(Number((share * 100).toFixed(1)))}%`
    const quote = reading.text.slice(at.start, at.end)
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), placeOf(sentence, part, part.value), placeOf(sentence, whole, whole.value)],
      zh: zh`“${quote}”,文中的数字却是${shown}。请核对说法和数字。`,
      en: en`“${quote}” is said, but the figures give ${shown}. Check the wording and the figures.`,
      arithmetic: [
        { label: '数字', en: 'figure', expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`, value: shown },
      ],
    }
  }
}

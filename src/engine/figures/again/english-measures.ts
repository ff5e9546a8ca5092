import type { Example, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { agesParted, ageExamples } from './english-ages'
import { sumsTurned, termExamples, termsParted } from './english-terms'

/** A size or a time said again with other digits: a 118-acre stand … the whole of the 181-acre wood; 13 hours 52 minutes … her time of 11 hours and 52 minutes. */

const SIZE =
  /(?<ahead>\b(?:a|an|the|its|this|that|of the)\s)(?<n>\d{2,4})-(?<unit>acre|mile|foot|bed|seat|page|unit|room|mile-long|metre|meter|kilometre|kilometer|ton|tonne|space|home|turbine)\b/dgi
const TIME = /(?<ahead>\btime of )?\b(?<h>\d{1,2}) hours?,?(?: and)? (?<m>\d{1,2}) minutes?\b/dgi

interface Said {
  readonly place: Place
  readonly ahead: string
  readonly key: string
  readonly digits: string
}

function saidBy(
  { readings }: StoryCopy,
  pattern: RegExp,
  read: (groups: Readonly<Record<string, string | undefined>>) => readonly [key: string, digits: string],
): Said[] {
  return readings
    .filter((reading: Reading) => reading.english && reading.passage.role === 'body')
    .flatMap((reading) =>
      matchesOf(reading.shadow, pattern).map((match) => {
        const [key, digits] = read(match.groups ?? {})
        const ahead = match.groups?.['ahead'] ?? ''
        return {
          place: { reading, start: match.index + ahead.length, end: match.index + match[0].length, value: digits },
          ahead,
          key,
          digits,
        }
      }),
    )
}

const turned = (a: string, b: string): boolean => a !== b && [...a].sort().join() === [...b].sort().join()

/** Two sizes of one unit in the story, the second one known, its digits turned. */
function* sizes(copy: StoryCopy): Iterable<readonly [Place, Place]> {
  const all = saidBy(copy, SIZE, ({ unit = '', n = '' }) => [unit.toLowerCase(), n])
  for (const unit of new Set(all.map(({ key }) => key))) {
    const [first, second, ...more] = all.filter(({ key }) => key === unit)
    if (first === undefined || second === undefined || more.length > 0 || !/^(?:a|an|its)\s/i.test(first.ahead))
      continue
    if (/the|this|that/i.test(second.ahead) && turned(first.digits, second.digits)) yield [first.place, second.place]
  }
}

const NAMED =
  /\b(?<ahead>an? |the |its |this |that )(?<n>\d{1,4}(?:\.\d{1,2})?)-(?<unit>acre|hectare|mile|foot|bed|seat|page|room|metre|meter|kilomet(?:re|er)|tonne|ton|space|home|minute|hour|day|week|month|year) (?<noun>[a-z]{3,14})\b/dgi

/** The 7.4-kilometre bypass … the 4.7-kilometre bypass: the only two sizes of one noun, the second known, their digits the same. */
function* sizesNamed(copy: StoryCopy): Iterable<readonly [Place, Place]> {
  const all = saidBy(copy, NAMED, ({ unit = '', noun = '', n = '' }) => [`${unit} ${noun}`.toLowerCase(), n])
  for (const key of new Set(all.map((one) => one.key))) {
    const [first, second, ...more] = all.filter((one) => one.key === key)
    if (first === undefined || second === undefined || more.length > 0) continue
    const digits = [first, second].map((one) => one.digits.replace('.', ''))
    if (first.digits === second.digits || !/the|this|that/i.test(second.ahead)) continue
    if (turned(digits[0] ?? '', digits[1] ?? '') || digits[0] === digits[1]) yield [first.place, second.place]
  }
}

/** Two times in the story, the second one known; one of hours and minutes stays. */
function* times(copy: StoryCopy): Iterable<readonly [Place, Place]> {
  const all = saidBy(copy, TIME, ({ h = '', m = '' }) => [h, m])
  const [first, second, ...more] = all
  if (first === undefined || second === undefined || more.length > 0 || first.place.reading !== second.place.reading)
    return
  const { shadow } = second.place.reading
  const own = /\b(?:Her|His|Their|The|Its)\stime of\s$/.test(
    shadow.slice(Math.max(0, second.place.start - 16), second.place.start),
  )
  if (own && (first.key === second.key) !== (first.digits === second.digits)) yield [first.place, second.place]
}

export function* measuredAgain(copy: StoryCopy): Iterable<readonly [Place, Place]> {
  if (!copy.readings.some(({ english }) => english)) return
  yield* sizes(copy)
  yield* sizesNamed(copy)
  yield* agesParted(copy)
  yield* times(copy)
  yield* termsParted(copy)
  yield* sumsTurned(copy)
}

export const measureExamples: readonly Example[] = [
  ...termExamples,
  ...ageExamples,
  { wrong: 'The [[7.4-kilometre bypass]] opened on Monday. She said the [[4.7-kilometre bypass]] would save time.' },
  { silent: 'The 7.4-kilometre bypass opened on Monday. Work on a 4.7-kilometre bypass begins in May.' },
  { wrong: 'The trust has bought a [[118-acre]] stand near Lydd.\nThe whole of the [[181-acre]] wood will stay open.' },
  {
    wrong:
      'Lena swam the Channel, [[13 hours 52 minutes]] after wading in. Her time of [[11 hours and 52 minutes]] was a club record.',
  },
  {
    silent:
      'The trust has bought a 118-acre stand near Lydd.\nThe whole of the 118-acre wood will stay open. It owns a 12-bed ward and a 21-bed ward. Lena swam it 11 hours 52 minutes after wading in. Her time of 11 hours and 52 minutes was a record.',
  },
]

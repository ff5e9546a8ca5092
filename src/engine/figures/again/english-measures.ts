import type { Example, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
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
  yield* times(copy)
  yield* termsParted(copy)
  yield* sumsTurned(copy)
}

export const measureExamples: readonly Example[] = [
  ...termExamples,
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

import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** The how-manieth it is, and how many there were: 第十二届茶文化节 … 已连续举办十二届. */

const NTH = /第(?<nth>\d{1,3}|[一二三四五六七八九十]{1,4})(?<unit>[届次季])[\u4E00-\u9FFF]{2}/g
const HELD =
  /(?:已经?|连续|成功|累计|先后)(?:连续|成功|累计|先后)?(?:举[办行]|开展|承办|主办)[了过]?(?<held>\d{1,3}|[一二三四五六七八九十]{1,4})(?<unit>[届次季])(?![,、]?第)/g

const numberOf = (written: string): number => (/^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0))

function placesIn(reading: Reading, pattern: RegExp, group: string): (Place & { unit: string; number: number })[] {
  return matchesOf(reading.shadow, pattern).map((match) => {
    const { [group]: written = '', unit = '' } = match.groups ?? {}
    const nth = match[0].startsWith('第')
    const start = nth ? match.index : match.index + match[0].lastIndexOf(`${written}${unit}`)
    return {
      reading,
      start,
      end: start + (nth ? 1 : 0) + written.length + 1,
      value: numberOf(written),
      unit,
      number: numberOf(written),
    }
  })
}

/** So many were held as the number of this one says, or one less. A story of several meetings is left alone. */
export function* sessionsParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const readings = copy.readings.filter(({ english, shadow }) => !english && shadow.includes('第'))
  if (readings.length === 0) return
  const nths = readings.flatMap((reading) => placesIn(reading, NTH, 'nth'))
  const [first] = nths
  if (first === undefined || nths.some(({ number, unit }) => number !== first.number || unit !== first.unit)) return
  const held = copy.readings.flatMap((reading) => (reading.english ? [] : placesIn(reading, HELD, 'held')))
  for (const one of held)
    if (one.unit === first.unit && one.number !== first.number && one.number !== first.number - 1 && one.number > 1)
      yield [first, one]
}

import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** A few that the words point back to: 采用上述两种办法 … 采用上述三种办法; 五个社区 … 这六个社区. */

interface Few extends Place {
  readonly number: number
  readonly unit: string
  readonly noun: string
  readonly points: boolean
}

const FEW =
  /(?<points>上述|前述|[这那该此]|[他她它我]们?的)?(?<number>[两二三四五六七八九十]|\d{1,2})(?<unit>[个种项类家所座名位条部支大本间栋张台辆艘只头棵株件处幅首册组扇盏块段])(?<noun>[\u4E00-\u9FFF]{2,6})/g
const NUMBERED = /[第每各另其]$/
/** What counts anything. */
const ANY = /^(?:方面|问题|地方|时候|小时|月[的来内以间前后]|月|人[的都也是在]|层面|环节|阶段|部分|数字|字)/

function fewIn(reading: Reading): Few[] {
  return matchesOf(reading.shadow, FEW).flatMap((match): Few[] => {
    const { points, number: written = '', unit = '', noun = '' } = match.groups ?? {}
    const start = match.index + (points?.length ?? 0)
    const ahead = reading.shadow.slice(Math.max(0, match.index - 1), match.index)
    const number = /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)
    if (number < 2 || NUMBERED.test(ahead) || /[\d一二三四五六七八九十百千万几数]/.test(ahead) || ANY.test(noun))
      return []
    return [
      {
        reading,
        start,
        end: start + written.length + unit.length,
        value: number,
        number,
        unit,
        noun,
        points: points !== undefined,
      },
    ]
  })
}

/** Between the two: as far as a reader remembers. */
const NEAR = 3
const FAR = 40
/** Beyond this many a copy is a table. */
const MOST = 600

/** What the words point at with another number than it was given, where nothing else of that name is counted. */
export function* pointedFew(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.filter(({ english }) => !english).flatMap(fewIn)
  if (all.length > MOST) return
  for (const [j, b] of all.entries()) {
    if (!b.points) continue
    const head = b.noun.slice(0, 2)
    const same = all.slice(0, j).filter((one) => one.unit === b.unit && one.noun.includes(head))
    const a = same.at(-1)
    if (
      a === undefined ||
      b.reading.index - a.reading.index > (a.points ? FAR : NEAR) ||
      same.some(({ number }) => number === b.number)
    )
      continue
    if (same.length === 1 || (same.every(({ number }) => number === a.number) && a.points)) yield [a, b]
  }
}

import type { Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { isSwapped, significant } from './slips'

/**
 * One noun with two figures whose digits are the same, two of them swapped: 480名跑者从城下出发 … 参赛的840名跑者; 隧道全长3.4公里 …
 * 这条4.3公里长的隧道. Each figure is told once of the noun: what stands in a row or table of its own has its own figure.
 */

interface Counted {
  readonly reading: Reading
  readonly mention: Mention
  readonly nouns: readonly string[]
  /** the noun stands behind the figure, right after it */
  readonly behind: boolean
}

const ANY = /^(?:人[员次民大]|群众|居民|左右|以[上下内]|[的和及与等])|[的了在是和及与]/
const LONG = /(?<noun>[\u4E00-\u9FFF]{2})(?:全长|总长|长度?|总?面积)[约达为]{0,2}$/
const OF = /^(?:[长宽高]?的)?(?<noun>[\u4E00-\u9FFF]{2})/
/** Another time, part or place, and so another figure. */
const OTHER = /去年|上年|前年|往年|上[届季月周]|其中|另[有外]?|其[他余它]|此前|原[有来先]|[每比较增减占]|首批|分别/

function countedIn(reading: Reading): Counted[] {
  const { shadow, mentions } = reading
  return mentions.flatMap((mention): Counted[] => {
    const { kind, range, approximators, dimension, amount, start, classified } = mention
    if (kind !== 'count' || range !== null || approximators.length > 0 || dimension === '') return []
    const measured = dimension === 'length' || dimension === 'area'
    if (significant(mention) < 2 || (!measured && amount < 100) || /year|month|day|money|age/.test(dimension)) return []
    if (OTHER.test(shadow.slice(Math.max(0, start - 10), start))) return []
    const behind = OF.exec(shadow.slice(classified, classified + 4))?.groups?.['noun'] ?? ''
    const ahead = measured ? (LONG.exec(shadow.slice(Math.max(0, start - 8), start))?.groups?.['noun'] ?? '') : ''
    const nouns = [behind, ahead].filter((noun) => noun !== '' && !ANY.test(noun))
    return nouns.length === 0 ? [] : [{ reading, mention, nouns, behind: behind !== '' }]
  })
}

/** Beyond so many a copy is a table. */
const MOST = 200

const placeOf = ({ reading, mention: { start, end, value } }: Counted): Place => ({ reading, start, end, value })

export function* swappedOf(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings
    .filter(({ english, passage }) => !english && passage.role !== 'table' && passage.role !== 'list')
    .flatMap(countedIn)
  if (all.length > MOST) return
  for (const [j, again] of all.entries()) {
    const same = all.filter(
      (one) =>
        one !== again &&
        one.mention.dimension === again.mention.dimension &&
        one.nouns.some((noun) => again.nouns.includes(noun)),
    )
    const [first] = same
    if (first === undefined || same.length > 1 || all.indexOf(first) > j) continue
    if (!isSwapped(first.mention, again.mention)) continue
    const between =
      first.reading === again.reading ? first.reading.shadow.slice(first.mention.end, again.mention.start) : '。'
    if (between.includes('。')) yield [placeOf(first), placeOf(again)]
  }
}

import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** The title of a work with a number in it, written otherwise: 《悲壮的两小时》 … 《悲壮的四小时》. */

interface Titled extends Place {
  readonly number: string
  /** the title without the number */
  readonly rest: string
}

const WORK =
  /《(?<head>[^《》\d零一二两三四五六七八九十百千]{0,30})(?<number>\d{1,6}|[零一二两三四五六七八九十百千]{1,4})(?<tail>[^《》\d零一二两三四五六七八九十百千]{1,30})》/g
/** Each part of a series has a number, each year its paper. */
const SERIES = /第$|[(·:]$/
const COUNTED = /^(?:[集季期版卷册辑部章届号月日年)·:]|世纪|大$|大[^\u4E00-\u9FFF])/
const LEAST = 4

function worksIn(reading: Reading): Titled[] {
  if (!reading.shadow.includes('》')) return []
  return matchesOf(reading.shadow, WORK).flatMap((match): Titled[] => {
    const { head = '', number = '', tail = '' } = match.groups ?? {}
    const han = `${head}${tail}`.match(/[\u4E00-\u9FFF]/g)?.length ?? 0
    if (han < LEAST || SERIES.test(head) || COUNTED.test(tail) || /^(?:19|20)\d\d$/.test(number)) return []
    const start = match.index + 1
    const end = match.index + match[0].length - 1
    return [{ reading, start, end, value: head + number + tail, number, rest: `${head} ${tail}` }]
  })
}

export function* worksParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const byRest = new Map<string, Titled[]>()
  for (const work of copy.readings.flatMap(worksIn)) byRest.set(work.rest, [...(byRest.get(work.rest) ?? []), work])
  for (const works of byRest.values()) {
    const [first] = works
    if (first === undefined || new Set(works.map(({ number }) => number)).size !== 2) continue
    const others = works.filter(({ number }) => number !== first.number)
    const odd = others.length === 1 || others.length * 2 < works.length ? others[0] : undefined
    const again = odd ?? (works.length - others.length === 1 ? others[0] : undefined)
    if (again !== undefined) yield [first, again]
  }
}

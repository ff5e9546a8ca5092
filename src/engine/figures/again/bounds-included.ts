import type { Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** A bound said once more in brackets, to say that it is in: 低于100万元(含100万元). */

const INCLUDED =
  /(?<![\d.])(?<bound>\d{1,12}(?:\.\d{1,4})?|[零一二两三四五六七八九十百千]{1,8})(?<unit>(?![零一二两三四五六七八九十百千])[\u4E00-\u9FFF%]{1,3}?)(?:以[上下内])?\(包?含(?<again>\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]{1,8})\k<unit>(?:以[上下内])?\)/g

export function* includedParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  for (const reading of copy.readings) {
    if (!reading.shadow.includes('含')) continue
    for (const match of matchesOf(reading.shadow, INCLUDED)) {
      const { bound = '', unit = '', again = '' } = match.groups ?? {}
      if (bound === again) continue
      const at = match.index + match[0].lastIndexOf(again)
      yield [
        { reading, start: match.index, end: match.index + bound.length + unit.length, value: bound },
        { reading, start: at, end: at + again.length + unit.length, value: again },
      ]
    }
  }
}

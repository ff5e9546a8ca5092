import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** A range given twice by the same word: one of its ends stands, the other does not. 年轻10岁至15岁 … 年轻10-25岁. */

interface Range extends Place {
  readonly low: number
  readonly high: number
  /** what it counts */
  readonly unit: string
  /** the words right before it (Han), or right behind it */
  readonly words: string
}

const HAN =
  /(?<range>(?<low>\d{1,4})(?<one>[\u4E00-\u9FFF]{0,2})[至到~\-\u2013\u2014](?<high>\d{1,4}))(?<unit>[岁天年倍元亩度人名公小分厘毫米升克斤千瓦吨]{1,2})/g
const ENGLISH =
  /\b(?<range>(?<low>\d{1,4}) (?:to|and) (?<high>\d{1,4})) (?<unit>times|percent|years|days|hours|minutes|miles|feet|pounds) (?<behind>[a-z]+ [a-z]+ [a-z]+)/g
/** Ranges of a class of people or of a table stand side by side. */
const ROWS = /[、;]$/
const SMALL = new Set(['the', 'your', 'their', 'his', 'her', 'its', 'our', 'a', 'an', 'of', 'in', 'on', 'at', 'for'])

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '' && !SMALL.has(word))

function rangesIn(reading: Reading): Range[] {
  const { shadow, english, mentions } = reading
  if (mentions.length < 2) return []
  return matchesOf(shadow, english ? ENGLISH : HAN).flatMap((match): Range[] => {
    const { behind = '', range = '', low = '', high = '', one = '', unit = '' } = match.groups ?? {}
    if (Number(low) >= Number(high) || (one !== '' && !unit.startsWith(one))) return []
    const start = match.index
    const ahead = shadow.slice(Math.max(0, start - 2), start)
    if (ROWS.test(shadow.charAt(start - 3))) return []
    if (!english && !/^[\u4E00-\u9FFF]{2}$/.test(ahead)) return []
    const words = english ? behind : ahead
    return [
      { reading, start, end: start + range.length, value: range, low: Number(low), high: Number(high), unit, words },
    ]
  })
}

function sameWords(a: Range, b: Range): boolean {
  if (!a.reading.english) return a.words === b.words
  const known = wordsOf(b.words)
  return wordsOf(a.words).filter((word) => known.includes(word)).length > 0
}

/** Two ranges of one unit in the whole story, and no third. */
export function* rangesAgain(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.filter(({ passage }) => passage.role !== 'table').flatMap(rangesIn)
  for (const unit of new Set(all.map((range) => range.unit))) {
    const [first, again, ...more] = all.filter((range) => range.unit === unit)
    if (first === undefined || again === undefined || more.length > 0) continue
    if (first.reading.english !== again.reading.english || first.reading === again.reading) continue
    if ((first.low === again.low) !== (first.high === again.high) && sameWords(first, again)) yield [first, again]
  }
}

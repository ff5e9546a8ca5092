import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** A name with a number in it, said again: “三十工程” … 纬三路的“四十工程”. Said twice and more so, and once otherwise. */

interface Named extends Place {
  readonly number: string
  readonly noun: string
}

const NAMED =
  /(?<quote>“)?(?<number>[一二两三四五六七八九十百千]{1,4}|\d{1,4})(?<noun>(?![一二两三四五六七八九十百千])[\u4E00-\u9FFF]{2,5})”/g
/** What is counted, and no name. */
const COUNTED = /^[个位名条项种件家座次年月日天人岁元万亿届期大点级号]/
const MOST = 200

function namedIn(reading: Reading): Named[] {
  if (reading.english || !reading.shadow.includes('”')) return []
  return matchesOf(reading.shadow, NAMED).flatMap((match): Named[] => {
    const { quote, number = '', noun = '' } = match.groups ?? {}
    if (quote === undefined || COUNTED.test(noun)) return []
    const start = match.index + 1
    return [{ reading, start, end: start + number.length + noun.length, value: number + noun, number, noun }]
  })
}

export function* namedParted(copy: StoryCopy): Iterable<readonly [usual: Place, odd: Place]> {
  const all = copy.readings.flatMap(namedIn)
  if (all.length > MOST) return
  for (const noun of new Set(all.map((one) => one.noun))) {
    const same = all.filter((one) => one.noun === noun)
    const numbers = [...new Set(same.map(({ number }) => number))]
    const [x, y] = numbers.map((number) => same.filter((one) => one.number === number))
    if (numbers.length !== 2 || x === undefined || y === undefined || x.length + y.length < 3) continue
    const [usual, odd] = x.length > y.length ? [x, y] : [y, x]
    if (odd.length === 1 && usual[0] !== undefined && odd[0] !== undefined) yield [usual[0], odd[0]]
  }
}

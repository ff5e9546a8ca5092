import type { Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** 前4个月, said so three times and more, and once 前5个月: a report is of one period. */

interface Period extends Place {
  readonly number: string
  readonly unit: string
}

const PERIOD = /前(?<number>[二两三四五六七八九十]{1,2}|1?\d)(?<unit>个?月|个?季度)(?![前后内来底末\d])/g
const COMPARED = /[比较从由至到于]$|去年|上年|此前|同期|预计/
const USUAL = 3

function periodsIn(copy: StoryCopy): Period[] {
  return copy.readings.flatMap((reading) => {
    if (!reading.shadow.includes('前')) return []
    return matchesOf(reading.shadow, PERIOD).map((match): Period => {
      const { number = '', unit = '' } = match.groups ?? {}
      const [start, end] = [match.index, match.index + match[0].length]
      return { reading, start, end, value: match[0], number, unit: unit.replace('个', '') }
    })
  })
}

export function* periodsOutvoted(copy: StoryCopy): Iterable<readonly [usual: Place, odd: Place]> {
  const all = periodsIn(copy)
  for (const unit of new Set(all.map((one) => one.unit))) {
    const same = all.filter((one) => one.unit === unit)
    const numbers = [...new Set(same.map(({ number }) => number))]
    const [x, y] = numbers.map((number) => same.filter((one) => one.number === number))
    if (numbers.length !== 2 || x === undefined || y === undefined) continue
    const [usual, odd] = x.length > y.length ? [x, y] : [y, x]
    const [first, one] = [usual[0], odd[0]]
    if (odd.length > 1 || usual.length < USUAL || first === undefined || one === undefined) continue
    if (!COMPARED.test(one.reading.shadow.slice(Math.max(0, one.start - 6), one.start))) yield [first, one]
  }
}

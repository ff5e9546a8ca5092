import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 建党90周年 … 献礼建党百年: one anniversary, told in two ways. A town's own may be another's. */

interface Anniversary extends Place {
  readonly number: number
  readonly of: string
}

const TOLD =
  /(?<of>建[党国军]|改革开放|抗战胜利|香港回归|澳门回归)(?<number>\d{1,3}|[一二三四五六七八九十]{0,4}百?[一二三四五六七八九十零]{0,4})(?:周年|年华诞|华诞|年庆|年(?=[》”,。]))/g

function toldIn(reading: Reading): Anniversary[] {
  if (reading.english || !/周年|华诞|百年|年庆/.test(reading.shadow)) return []
  return matchesOf(reading.shadow, TOLD).flatMap((match): Anniversary[] => {
    const { of = '', number: written = '' } = match.groups ?? {}
    const plain = written === '百' ? 100 : /^\d/.test(written) ? Number(written) : parseChinese(written)
    if (plain === null || plain < 2) return []
    return [{ reading, start: match.index, end: match.index + match[0].length, number: plain, value: plain, of }]
  })
}

/** Behind a year of its own it is another year's. */
const isDated = ({ reading, start }: Anniversary): boolean =>
  reading.dates.some(({ year, end }) => year !== null && end <= start && start - end < 16)

export function* anniversariesAgain(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.flatMap(toldIn)
  for (const of of new Set(all.map((one) => one.of))) {
    const same = all.filter((one) => one.of === of)
    const [first] = same
    const others = same.filter(({ number }) => number !== first?.number)
    const [again] = others
    if (first === undefined || again === undefined || new Set(same.map(({ number }) => number)).size > 2) continue
    if (!isDated(first) && !isDated(again) && Math.min(others.length, same.length - others.length) === 1)
      yield [first, again]
  }
}

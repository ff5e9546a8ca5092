import type { Place, Reading, StoryCopy } from '../claim'
import { dayNumber, type DateMention } from '../lexer/calendar'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** 从2019年1月1日到2021年12月31日 … 政策5年执行期满: a term of years, and the days it ran from and to. */

const TERM =
  /(?<number>[一两二三四五六七八九十]{1,3}|\d{1,2})年的?(?:[\u4E00-\u9FFF]{2})?(?:期满|期限|期内|有效期|到期)/g
const BETWEEN = /^起?[至到~—–-]{1,2}$/

interface Stretch {
  readonly reading: Reading
  readonly from: DateMention
  readonly to: DateMention
  readonly years: number
}

function stretchesIn(reading: Reading): Stretch[] {
  return reading.dates.flatMap((to, i): Stretch[] => {
    const from = reading.dates[i - 1]
    if (from === undefined || !BETWEEN.test(reading.shadow.slice(from.end, to.start))) return []
    const [a, b] = [from, to].map(({ year, month, day }) =>
      year === null || month === null || day === null ? null : dayNumber(year, month, day),
    )
    return a == null || b == null || b <= a ? [] : [{ reading, from, to, years: (b - a + 1) / 365.25 }]
  })
}

/** A few days more or fewer make the same years. */
const SLACK = 0.03

export function* termsOver(copy: StoryCopy): Iterable<readonly [stretch: Place, term: Place]> {
  let before: Stretch[] = []
  for (const reading of copy.readings) {
    if (reading.english) continue
    const inside = stretchesIn(reading)
    const known = [...before, ...inside]
    const last = known.at(-1)
    if (last !== undefined && reading.shadow.includes('期'))
      for (const match of matchesOf(reading.shadow, TERM)) {
        const written = match.groups?.['number'] ?? ''
        const years = /^\d/.test(written) ? Number(written) : parseChinese(written)
        if (years === null || known.some((one) => Math.abs(one.years - years) < SLACK)) continue
        if (known.some((one) => one.years < 0.97)) continue
        const { from, to } = last
        yield [
          { reading: last.reading, start: from.start, end: to.end },
          { reading, start: match.index, end: match.index + match[0].length, value: years },
        ]
      }
    before = known
  }
}

import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { dayNumber } from '../lexer/calendar'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** 12月3日至5日,博览会举行。三天展期内…: so many days as the dates give. */

const RANGE = /(?<m1>\d{1,2})月(?<d1>\d{1,2})日[至到~-](?:(?<m2>\d{1,2})月)?(?<d2>\d{1,2})日/g
const HELD =
  /(?<![第每前后多首头\d一二三四五六七八九十百近约])(?<days>\d{1,2}|[两三四五六七八九十]{1,2})天(?:的?(?:展[期会]|会[期议]|赛[期程事]|[长小]?假期|活动|行程|培训|比赛|集训|巡演|展览|论坛|盛会)(?:时间)?[里内中间]?|(?:时间)?[里内](?=,))/g

const numberOf = (written: string): number => (/^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0))

interface Range extends Place {
  readonly days: number
}

function rangesIn(reading: Reading): Range[] {
  return matchesOf(reading.shadow, RANGE).flatMap((match): Range[] => {
    const { m1 = '', d1 = '', m2 = m1, d2 = '' } = match.groups ?? {}
    const from = dayNumber(2023, Number(m1), Number(d1))
    const to = dayNumber(2023, Number(m2), Number(d2))
    const place = { reading, start: match.index, end: match.index + match[0].length, value: match[0] }
    return to > from && to - from < 40 ? [{ ...place, days: to - from + 1 }] : []
  })
}

/** The one range of a story, and in the same paragraph or the next how many days it had. */
export function* heldDays({ readings }: StoryCopy): Iterable<Claim> {
  const all = readings.flatMap((reading) =>
    reading.english || !reading.shadow.includes('日') ? [] : rangesIn(reading),
  )
  const [range, ...more] = all
  if (range === undefined || more.some(({ value }) => value !== range.value)) return
  for (const reading of readings.slice(range.reading.index, range.reading.index + 2))
    for (const match of matchesOf(reading.shadow, HELD)) {
      const written = match.groups?.['days'] ?? ''
      const days = numberOf(written)
      if (reading === range.reading && match.index < range.end) continue
      if (Math.abs(days - range.days) < (range.days > 3 ? 2 : 1) || days > 3 * range.days) continue
      const said: Place = { reading, start: match.index, end: match.index + written.length + 1, value: days }
      const value = `${range.days}天`
      const right = {
        low: range.days - 1,
        high: range.days,
        expr: String(range.value),
        value,
        en: `${range.days} days`,
      }
      const middle = range.start + String(range.value).search(/[至到~-]/)
      const [from, to] = [
        { ...range, end: middle },
        { ...range, start: middle + 1 },
      ]
      yield stretchClaim([said, from, to], right, 'query')
    }
}

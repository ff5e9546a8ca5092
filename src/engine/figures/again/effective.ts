import type { Place, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'

/** The day a rule takes effect, said twice: 7月1日起,新条例正式施行 … 自5月1日起,未拴绳遛犬将被处罚. */

const EFFECT = /施行|实施|生效|执行|启用|[处罚]款|处以|开始|不得|禁止/
const TITLE = /《[^《》]{2,40}》/g

interface Effective extends Place {
  readonly date: DateMention
  readonly titles: readonly string[]
}

function effectiveIn(reading: Reading): Effective[] {
  const { shadow } = reading
  if (reading.english || !shadow.includes('日起')) return []
  return reading.dates.flatMap((date): Effective[] => {
    if (date.month === null || date.day === null || !/^起[,施实正执]?/.test(shadow.slice(date.end, date.end + 2)))
      return []
    const stop = shadow.indexOf('。', date.end)
    const rest = shadow.slice(date.end, stop < 0 ? shadow.length : stop)
    if (!EFFECT.test(rest)) return []
    return [
      {
        reading,
        start: date.start,
        end: date.end,
        value: shadow.slice(date.start, date.end),
        date,
        titles: rest.match(TITLE) ?? [],
      },
    ]
  })
}

/** Two such days of one story, of one rule: the later names no rule of its own. */
export function* effectiveParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const [a, b, ...more] = copy.readings.flatMap(effectiveIn)
  if (a === undefined || b === undefined || more.length > 0 || b.reading.index - a.reading.index > 2) return
  if (a.titles.length !== 1 || b.titles.some((title) => title !== a.titles[0])) return
  const parted = a.date.month !== b.date.month || a.date.day !== b.date.day
  const years = a.date.year === null || b.date.year === null || a.date.year === b.date.year
  if (parted && years && /自$/.test(b.reading.shadow.slice(Math.max(0, b.start - 1), b.start))) yield [a, b]
}

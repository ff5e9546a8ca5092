import type { Place, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'
import { sentencesOf } from '../sentences'

/** 3月20日至5月7日 … 去年3月22日开始,到5月7日结束: two stretches end on one day, and begin on two that a slip parts. */

interface Stretch {
  readonly reading: Reading
  readonly sentence: number
  readonly from: DateMention
  readonly to: DateMention
}

const FAR = 40
const LEADS = /[至到~—–-]|结束|截止/

function stretchesIn(reading: Reading): Stretch[] {
  if (reading.english || reading.dates.length < 2) return []
  return sentencesOf(reading).flatMap(({ start, end }, sentence) => {
    const dates = reading.dates.filter((date) => date.start >= start && date.end <= end && date.day !== null)
    return dates.flatMap((to, i): Stretch[] => {
      const from = dates[i - 1]
      if (from === undefined || from.month === null || to.start - from.end > FAR) return []
      if (!LEADS.test(reading.shadow.slice(from.end, to.start))) return []
      return [{ reading, sentence, from, to: { ...to, month: to.month ?? from.month } }]
    })
  })
}

const isSlip = (a: number, b: number): boolean => {
  const [x, y] = [String(a), String(b)]
  if (x.length !== 2 || y.length !== 2) return false
  return (x.charAt(0) === y.charAt(0)) !== (x.charAt(1) === y.charAt(1)) || x === [...y].reverse().join('')
}

/** Of one month and one end; the days they begin on are one slip apart. Two weeks and more: a shift of a few days is its own. */
function areParted(a: Stretch, b: Stretch): boolean {
  if (a.to.month !== b.to.month || a.to.day !== b.to.day || a.from.month !== b.from.month) return false
  if (a.from.month === a.to.month || a.from.day === null || b.from.day === null) return false
  return isSlip(a.from.day, b.from.day)
}

const placeOf = ({ reading, from, to }: Stretch): Place => ({ reading, start: from.start, end: to.end })

export function* stretchesParted(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const all = copy.readings.flatMap(stretchesIn)
  for (const [j, again] of all.entries()) {
    const first = all.slice(0, j).find((one) => areParted(one, again))
    if (first !== undefined) yield [placeOf(first), placeOf(again)]
  }
}

import type { Claim, Place, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'
import { en, zh } from '../wording'

/** One event told twice with different days. */

interface Told {
  readonly reading: Reading
  readonly date: DateMention
}

/** What happens on the day in Chinese: so many characters behind both dates must be the same. */
const LEAST = 8
const BEHIND = 12
const BETWEEN = /^[,、]?(?:[上下]午|中午|傍晚|晚上?|凌晨|当天)?[,、]?/

function eventOf({ reading, date }: Told): string {
  const rest = reading.shadow.slice(date.end, date.end + 24)
  return rest.replace(BETWEEN, '').slice(0, BEHIND)
}

function sameEvent(a: string, b: string): boolean {
  let length = 0
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1
  return length >= LEAST && /^[\u4E00-\u9FFF“”《》]+$/.test(a.slice(0, length))
}

/** One field of the two apart, the month and the day given in both. */
function areSlip(a: DateMention, b: DateMention): boolean {
  if (a.day === null || b.day === null || a.month === null || b.month === null) return false
  if (a.year !== null && b.year !== null && a.year !== b.year) return false
  return (a.month === b.month) !== (a.day === b.day)
}

const NAMES = /[A-Z][a-z]{2,}(?:\s[A-Z][A-Za-z]{2,}){1,3}/g

/** Names of two and more words in the date's sentence behind it. */
function namesOf({ reading, date }: Told): readonly string[] {
  const rest = reading.shadow.slice(date.end, date.end + 90).split(/[.!?]\s|;/)[0] ?? ''
  const ahead =
    reading.shadow
      .slice(Math.max(0, date.start - 70), date.start)
      .split(/(?<![A-Z])[.!?]\s|;/)
      .at(-1) ?? ''
  return [...(rest.match(NAMES) ?? []), ...(/\b(?:on|tour,)\s$/.test(ahead) ? (ahead.match(NAMES) ?? []) : [])]
}

/** How often the name stands in the story. */
function timesOf(copy: StoryCopy, name: string): number {
  return copy.readings.reduce((times, { shadow }) => times + shadow.split(name).length - 1, 0)
}

function alike(copy: StoryCopy, a: Told, b: Told): boolean {
  if (a.reading.english !== b.reading.english) return false
  if (!a.reading.english) return sameEvent(eventOf(a), eventOf(b))
  if (a.date.start === 0 && b.date.start === 0) return false
  if (samePlace(copy, a, b)) return true
  const known = namesOf(b)
  return namesOf(a).some((name) => known.includes(name) && timesOf(copy, name) === 2)
}

const PLACE =
  /^,?\s?(?:\d{4}\s)?(?:in\s|at\s|[\u2013\u2014-]{1,2}\s)?(?<place>[A-Z][a-z]{2,}(?:\s[A-Z][a-z]{2,})?)(?=[,.;]|\sat\b|$)/

/** October 10 in Houston … October 18 – Houston, TX: right behind both days one place, which the story names with no third. */
function samePlace(copy: StoryCopy, a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(
    ({ reading, date }) => PLACE.exec(reading.shadow.slice(date.end, date.end + 40))?.groups?.['place'],
  )
  return x !== undefined && x === y && !MONTH.test(x) && timesOf(copy, x) === 2
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)$/

const RECURS = /每[年月周逢]|每[^,。]{0,4}$|\bevery\b|\beach\b/i

function toldOf(copy: StoryCopy): Told[] {
  return copy.readings.flatMap((reading) =>
    reading.dates
      .filter(
        ({ start, relative }) => relative === null && !RECURS.test(reading.shadow.slice(Math.max(0, start - 8), start)),
      )
      .map((date) => ({ reading, date })),
  )
}

/** A story of more days is a calendar. */
const MOST = 80

const placeOf = ({ reading, date: { start, end } }: Told): Place => ({ reading, start, end })

/** 5月9日正式揭牌启动 … 5月8日正式揭牌启动; the tour opens June 9 in West Palm Beach … June 19, West Palm Beach. */
export function* partedDays(copy: StoryCopy): Iterable<Claim> {
  const all = toldOf(copy)
  if (all.length > MOST) return
  for (const [j, second] of all.entries()) {
    const first = all.slice(0, j).find((one) => areSlip(one.date, second.date) && alike(copy, one, second))
    if (first === undefined) continue
    const [said, again] = [first, second].map(({ reading, date }) => reading.text.slice(date.start, date.end))
    yield {
      tier: 'query',
      places: [placeOf(first), placeOf(second)],
      message: {
        zh: zh`前面写“${said ?? ''}”,后面写“${again ?? ''}”,像是同一件事的日子。请核对哪个对。`,
        en: en`“${said ?? ''}” and “${again ?? ''}” apparently date one event. Check which is right.`,
      },
      arithmetic: [
        { label: '前文', en: 'first', expr: said ?? '', value: said ?? '' },
        { label: '后文', en: 'then', expr: again ?? '', value: again ?? '' },
      ],
    }
  }
}

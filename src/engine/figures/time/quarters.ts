import type { Claim, Day, Reading } from '../claim'
import { dayNumber } from '../lexer/calendar'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** Words for days and stretches of the year, and the dates in brackets that spell them out. */

const SPELLED = /(?<word>[一二三四1-4]季度|[上下]半年)\((?<from>\d{1,2})月?份?[至到~-](?<to>\d{1,2})月份?\)/g

function monthsOf(word: string): readonly [number, number] {
  if (word === '上半年') return [1, 6]
  if (word === '下半年') return [7, 12]
  const number = '一二三四'.indexOf(word.charAt(0)) + 1 || Number(word.charAt(0))
  return [number * 3 - 2, number * 3]
}

/** 二季度(4月至7月). */
function* stretches(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, SPELLED)) {
    const { word = '', from = '', to = '' } = match.groups ?? {}
    const [first, last] = monthsOf(word)
    if (Number(from) === first && Number(to) === last) continue
    const quote = reading.text.slice(match.index, match.index + match[0].length)
    yield {
      tier: 'error',
      places: [{ reading, start: match.index, end: match.index + match[0].length }],
      message: {
        zh: zh`${word}是${first}月至${last}月,文中写“${quote}”。请核对月份。`,
        en: en`That stretch of the year is months ${first} to ${last}, not “${quote}”. Check the months.`,
      },
      arithmetic: [
        { label: '宣称', en: 'announced', expr: quote, value: `${from}-${to}` },
        { label: '日历', en: 'calendar', expr: word, value: `${first}-${last}` },
      ],
    }
  }
}

const RELATIVE: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
}
const BESIDE = /(?<word>前天|昨[天日]|今[天日]|明[天日]|后天)(?:上午|下午|晚上?|晚间)?\(?(?:即|也就是)?$/

/** 昨日(11月18日) in a story of 20 November. */
function* relatives(reading: Reading, published: Day | null): Iterable<Claim> {
  if (published === null) return
  const today = dayNumber(published.year, published.month, published.day)
  for (const date of reading.dates) {
    if (date.month === null || date.day === null || date.relative !== null) continue
    const word = BESIDE.exec(reading.shadow.slice(Math.max(0, date.start - 9), date.start))?.groups?.['word'] ?? ''
    const shift = RELATIVE[word]
    if (shift === undefined) continue
    const off = [-1, 0, 1].map((years) =>
      dayNumber((date.year ?? published.year) + (date.year === null ? years : 0), date.month ?? 1, date.day ?? 1),
    )
    if (off.includes(today + shift)) continue
    const quote = reading.text.slice(date.start, date.end)
    const told = `${published.year}-${published.month}-${published.day}`
    yield {
      tier: 'query',
      places: [{ reading, start: date.start, end: date.end, value: quote }],
      message: {
        zh: zh`稿件日期是${told},“${word}”不是“${quote}”。请核对日期。`,
        en: en`The story is of ${told}: that day is not “${quote}”. Check the date.`,
      },
      arithmetic: [
        { label: '宣称', en: 'announced', expr: `${word} = ${quote}`, value: quote },
        { label: '稿件日期', en: 'dateline', expr: told, value: told },
      ],
    }
  }
}

const FROM_NOW = /(?:今[天日]?|即日|本[周月])起,?(?:一直|将)?(?:持续|延续|展出|举行)?[至到]$/

/** 今起至12月23日 in a story of 24 December: over before it begins. */
function* fromNow(reading: Reading, published: Day | null): Iterable<Claim> {
  if (published === null) return
  for (const { year, month, day, start, end } of reading.dates) {
    if (month === null || day === null || !FROM_NOW.test(reading.shadow.slice(Math.max(0, start - 10), start))) continue
    const last = dayNumber(year ?? published.year, month, day)
    const today = dayNumber(published.year, published.month, published.day)
    if (last >= today || today - last > 150) continue
    const quote = reading.text.slice(start, end)
    const told = `${published.year}-${published.month}-${published.day}`
    yield {
      tier: 'query',
      places: [{ reading, start, end, value: quote }],
      message: {
        zh: zh`稿件日期是${told},从今起却到“${quote}”为止。请核对日期。`,
        en: en`The story is of ${told}: what begins now cannot end on “${quote}”. Check the date.`,
      },
      arithmetic: [
        { label: '宣称', en: 'announced', expr: quote, value: quote },
        { label: '稿件日期', en: 'dateline', expr: told, value: told },
      ],
    }
  }
}

const REPUBLIC = /民国(?<year>\d{1,3})年\((?:西元|公元)?(?<common>\d{4})年?\)/g

/** 民國113年(西元2024年): the Republic's first year was 1912. */
function* republics(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, REPUBLIC)) {
    const { year = '', common = '' } = match.groups ?? {}
    const right = Number(year) + 1911
    if (right === Number(common)) continue
    const quote = reading.text.slice(match.index, match.index + match[0].length)
    yield {
      tier: 'error',
      places: [{ reading, start: match.index, end: match.index + match[0].length }],
      message: {
        zh: zh`民国${year}年是${right}年,文中写“${quote}”。请核对年份。`,
        en: en`Year ${year} of the Republic is ${right}, not “${quote}”. Check the years.`,
      },
      arithmetic: [{ label: '推算', en: 'computed', expr: `${year} + 1911`, value: right }],
    }
  }
}

/** Dates in brackets that are not what the words before them say. */
export function* misspelled(reading: Reading, published: Day | null): Iterable<Claim> {
  yield* stretches(reading)
  yield* relatives(reading, published)
  yield* fromNow(reading, published)
  yield* republics(reading)
}

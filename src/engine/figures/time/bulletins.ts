import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** Days that a document gives twice by its form: head and signature, the title's year and the first words', the day counted and the day counted to. */

function claimOf(first: Place, second: Place, why: { readonly zh: string; readonly en: string }): Claim {
  const [said, again] = [first, second].map(({ reading, start, end }) => reading.text.slice(start, end))
  return {
    tier: 'query',
    places: [first, second],
    message: {
      zh: zh`“${said ?? ''}”与“${again ?? ''}”对不上:${why.zh}。请核对。`,
      en: en`“${said ?? ''}” does not go with “${again ?? ''}”: ${why.en}. Check both.`,
    },
    arithmetic: [
      { label: '前文', en: 'first', expr: said ?? '', value: said ?? '' },
      { label: '后文', en: 'then', expr: again ?? '', value: again ?? '' },
    ],
  }
}

/** 成文日期:2022年1月27日 … under the signature 2022年1月17日. */
function* signed(readings: readonly Reading[]): Iterable<Claim> {
  const dates = readings.flatMap((reading) => reading.dates.map((date) => ({ reading, ...date })))
  const head = dates.find(({ reading, start }) =>
    /成文日期[:\s]*$/.test(reading.shadow.slice(Math.max(0, start - 12), start)),
  )
  if (head?.day == null) return
  const foot = dates.findLast(
    ({ reading, start, end, day }) =>
      reading !== head.reading &&
      day !== null &&
      (reading.shadow.slice(0, start) + reading.shadow.slice(end)).trim() === '',
  )
  if (foot === undefined || (foot.year === head.year && foot.month === head.month && foot.day === head.day)) return
  yield claimOf(head, foot, { zh: zh`成文日期应是落款的日子`, en: 'a document is dated as it is signed' })
}

const YEARLY = /(?<year>(?:19|20)\d\d)年\D{0,16}(?:统计公报|发展公报|工作报告|年度报告)/
const OPENS = /^(?<year>(?:19|20)\d\d)年(?=,|是)/

/** 2019年统计公报 … 2018年,是: a yearly report opens with its own year. */
function* yearly(readings: readonly Reading[]): Iterable<Claim> {
  const title = readings.find(({ passage }) => passage.role === 'title')
  const body = readings.find(({ passage }) => passage.role === 'body')
  if (title === undefined || body === undefined) return
  const [said, again] = [YEARLY.exec(title.shadow), OPENS.exec(body.shadow)]
  const [year, own] = [said?.groups?.['year'], again?.groups?.['year']]
  if (said === null || year === undefined || own === undefined || year === own) return
  yield claimOf(
    { reading: title, start: said.index, end: said.index + 5 },
    { reading: body, start: 0, end: 5 },
    { zh: zh`公报开头应是公报的年份`, en: 'a yearly report opens with its own year' },
  )
}

const COUNTED = /(?<month>\d{1,2})月(?<day>\d{1,2})日0时?[\u2014\u2013~-]{1,2}24时/g
const COUNTED_TO = /截[至止]到?(?<month>\d{1,2})月(?<day>\d{1,2})日24时/g

/** 8月14日0—24时 … 截至8月24日24时: what came on a day and what there is at its end are counted to one hour. */
function* daily(readings: readonly Reading[]): Iterable<Claim> {
  const told = (pattern: RegExp): (Place & { readonly day: string })[] =>
    readings.flatMap((reading) =>
      matchesOf(reading.shadow, pattern).map((match) => ({
        reading,
        start: match.index,
        end: match.index + match[0].length,
        day: `${Number(match.groups?.['month'])}-${Number(match.groups?.['day'])}`,
      })),
    )
  const counted = told(COUNTED)
  const [first] = counted
  if (first === undefined || counted.some(({ day }) => day !== first.day)) return
  for (const to of told(COUNTED_TO))
    if (to.day !== first.day)
      yield claimOf(first, to, { zh: zh`当日数与截至数应到同一天`, en: 'both are counted to the end of one day' })
}

export function* oddBulletins({ readings }: StoryCopy): Iterable<Claim> {
  const own = readings.filter(({ english, shadow }) => !english && /[日年]/.test(shadow))
  if (own.length < 2) return
  yield* signed(own)
  yield* yearly(own)
  if (own.some(({ shadow }) => shadow.includes('24时'))) yield* daily(own)
}

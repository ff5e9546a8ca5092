import type { Claim, Example, StoryCopy } from '../claim'
import { daysIn, weekdayOf } from '../lexer/calendar'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'
import { OTHER_CALENDAR, weekdaysBeside } from './weekdays'

/**
 * A weekday beside a date of no year, in a story without a date of its own: what the story reports of (2025年国庆假期, 通报2024年建设情况) settles
 * its year but for one, and in neither does the weekday fall on the day.
 */

const REPORTED =
  /(?<![\d至到]|建于|始于)(?<year>20[12]\d)年(?:度|全年|[上下]半年|前[一二三四\d]|第?[一二三]季度|国庆|中秋|春节|元旦|五一|清明|端午|春运|暑运|越冬|全[市县区省国]|夏粮|秋粮|高考|中考|[\u4E00-\u9FFF“”]{0,9}(?:情况|半年度报告|年度报告|赛季|财政|国民经济))/g
const YEAR = /(?<![\d.])(?<year>20[0-4]\d)(?=年|[-/]\d)/g
/** A goal, a plan, a term to come. */
const AHEAD = /(?:[到至]|预计|计划|力争|目标|有望)$/
const AHEAD_BEHIND = /^年(?:前|底前|[\u4E00-\u9FFF]{0,6}(?:计划|预计|目标|力争|将))/

/** The two years the story may be of: the latest it reports of, and the one behind; null where it tells too little. */
function yearsOf({ readings }: StoryCopy): readonly [number, number] | null {
  const all = readings.map(({ shadow }) => shadow)
  const reported = all.flatMap((shadow) => matchesOf(shadow, REPORTED).map(({ groups }) => Number(groups?.['year'])))
  const latest = Math.max(...reported)
  const told = all.flatMap((shadow) =>
    matchesOf(shadow, YEAR)
      .filter(
        ({ index }) =>
          !AHEAD.test(shadow.slice(Math.max(0, index - 4), index)) && !AHEAD_BEHIND.test(shadow.slice(index + 4)),
      )
      .map(({ groups }) => Number(groups?.['year'])),
  )
  return reported.length > 0 && Math.max(...told) <= latest ? [latest, latest + 1] : null
}

export function* weekdaysOfYear(copy: StoryCopy): Iterable<Claim> {
  if (copy.published !== null || copy.readings.every(({ weekdays }) => weekdays.length === 0)) return
  const years = yearsOf(copy)
  if (years === null) return
  for (const reading of copy.readings) {
    if (reading.english) continue
    for (const [{ date, year, month }, weekday] of weekdaysBeside(reading, null)) {
      if (
        year !== null ||
        month === null ||
        date.day === null ||
        date.relative !== null ||
        date.day > daysIn(2024, month)
      )
        continue
      if (OTHER_CALENDAR.test(reading.shadow.slice(Math.max(0, date.start - 6), date.start))) continue
      const right = years.map((one) => weekdayOf(one, month, date.day ?? 1))
      if (right.includes(weekday.weekday)) continue
      const names = right.map((one) => '日一二三四五六'.charAt(one))
      const quote = reading.text.slice(weekday.start, weekday.end)
      const day = `${month}月${date.day}日`
      yield {
        tier: 'query',
        places: [weekday, date].map(({ start, end }) => ({ reading, start, end })),
        message: {
          zh: zh`${years[0]}年${day}是星期${names[0] ?? ''},${years[1]}年是星期${names[1] ?? ''},都不是“${quote}”。请核对日期和星期。`,
          en: en`${day} is no “${quote}”, neither in ${years[0]} nor in ${years[1]}. Check the date and the weekday.`,
        },
        arithmetic: years.map((one, i) => ({
          label: '日历',
          en: 'calendar',
          expr: `${one}-${month}-${date.day ?? ''}`,
          value: `星期${names[i] ?? ''}`,
        })),
      }
    }
  }
}

export const weekdayOfYearExamples: readonly Example[] = [
  { wrong: '[[1月14日]]([[星期三]]),县交通运输局通报2024年全年建设情况。去年,全县新改建农村公路186公里。' },
  { wrong: '2025年国庆中秋假期8天,全市共接待游客286.4万人次。\n客流高峰出现在[[10月3日]]([[星期四]])。' },
  { silent: '1月14日(星期二),县交通运输局通报2024年全年建设情况。去年,全县新改建农村公路186公里。' },
  { silent: '2025年国庆中秋假期8天,客流高峰出现在10月3日(星期五)。10月4日(星期六),公司说将在2028年开业。' },
]

import type { Check, Claim, Day, Reading, StoryCopy } from '../claim'
import { daysIn, isLeap, type DateMention } from '../lexer/calendar'
import { oddBulletins } from '../time/bulletins'
import { daysTold } from '../time/dates.examples'
import { impossibleTimes, reversedEvents, reversedRanges } from '../time/dates'
import { weekdayOfYearExamples, weekdaysOfYear } from '../time/weekdays-of-year'
import { misspelled } from '../time/quarters'
import { OTHER_CALENDAR, partedWeekdays, resolve, wrongWeekdays } from '../time/weekdays'
import { oddOccasions } from '../time/occasions'
import { partedDays } from '../time/same-day'
import { reversedHours } from '../time/hours'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** Days that are not in the calendar, weekdays that do not fall on their date, ranges that run backwards, hours beyond the clock. */

function impossibleDay(reading: Reading, date: DateMention): Claim | null {
  const { year, month, day, start, end } = date
  const around = reading.shadow.slice(Math.max(0, start - 8), end + 6)
  if (month === null || OTHER_CALENDAR.test(around)) return null
  const quote = reading.text.slice(start, end)
  const place = { reading, start, end }
  if (month < 1 || month > 12) {
    if (day === null && year === null) return null
    return impossible(place, quote, { zh: '一年只有12个月', en: 'a year has twelve months' }, [`${month}`, '12'])
  }
  if (day === null || (day >= 1 && day <= daysIn(year, month))) return null
  if (/\./.test(quote) && day > 31) return null
  const most = daysIn(year, month)
  const leap = month === 2 && day === 29 && year !== null && !isLeap(year)
  return impossible(
    place,
    quote,
    leap
      ? { zh: zh`${year}年不是闰年,2月只有28天`, en: `${year} is no leap year, its February has 28 days` }
      : { zh: zh`${month}月最多${most}天`, en: `month ${month} has at most ${most} days` },
    [String(day), String(most)],
  )
}

function impossible(
  place: { reading: Reading; start: number; end: number },
  quote: string,
  why: { readonly zh: string; readonly en: string },
  [said, limit]: readonly [string, string],
): Claim {
  return {
    tier: 'error',
    places: [place],
    message: {
      zh: zh`“${quote}”不存在:${why.zh}。请核对日期。`,
      en: en`“${quote}” does not exist: ${why.en}. Check the date.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: quote, value: said },
      { label: '上限', en: 'limit', expr: `≤ ${limit}`, value: limit },
    ],
  }
}

const DEADLINE = /报名|申报|征集|投稿|有效期|有效至|缴费|申请|提交|截稿|预约|领取|办理|为止前/

/** 截至12月31日,共有2860名职工报名: what has been counted is no deadline. */
const COUNTED = /^(?:\d{1,2}时)?,?(?:全[市县省区国])?(?:共有?|已有?|累计|报名)\d/

/** Without a year it may be last year's: only where that lies further off. */
function isSoon(published: Day, month: number | null): boolean {
  return month !== null && month - published.month < 6
}

const AS_OF = /\bas (?:of|at) (?:[a-z]{2,}day,? )?$/i
const PAST = /\b(?:had|have|has|were|was)\b(?! to be\b)/i

/** 截至, as of, a day after the story's own date. */
function* ahead(reading: Reading, published: Day | null): Iterable<Claim> {
  if (published === null) return
  const today = `${published.year}年${published.month}月${published.day}日`
  for (const { date, year, month } of resolve(reading, published)) {
    if (date.year === null && date.relative !== '今' && !isSoon(published, date.month)) continue
    const before = reading.shadow.slice(Math.max(0, date.start - 20), date.start)
    if (!(reading.english ? AS_OF : /截[至止]到?$/).test(before) || year === null) continue
    if (reading.english && !PAST.test(reading.shadow.slice(date.end, date.end + 120).split(/[.;]\s/)[0] ?? '')) continue
    const counted = COUNTED.test(reading.shadow.slice(date.end, date.end + 14))
    if (!counted && DEADLINE.test(reading.shadow.slice(Math.max(0, date.start - 30), date.end + 20))) continue
    const later =
      year * 1e4 + (month ?? 1) * 100 + (date.day ?? 1) > published.year * 1e4 + published.month * 100 + published.day
    if (!later) continue
    yield {
      tier: 'query',
      places: [{ reading, start: date.start, end: date.end }],
      message: {
        zh: zh`“截至${reading.text.slice(date.start, date.end)}”晚于稿件日期${today}。请核对。`,
        en: en`“${reading.text.slice(date.start, date.end)}” lies after the story’s own date, ${published.year}-${published.month}-${published.day}. Check it.`,
      },
      arithmetic: [
        {
          label: '宣称',
          en: 'announced',
          expr: reading.text.slice(date.start, date.end),
          value: reading.text.slice(date.start, date.end),
        },
        { label: '稿件日期', en: 'dateline', expr: today, value: today },
      ],
    }
  }
}

const NO_SUCH = /第[五六七八九]季度|[5-9]季度|(?:星期|礼拜)[七八九十]|(?:上|下)半年第[三四]季度/g

function* noSuch(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, NO_SUCH)) {
    const end = match.index + match[0].length
    const quote = reading.text.slice(match.index, end)
    yield impossible(
      { reading, start: match.index, end },
      quote,
      { zh: zh`一年四季度,一周七天`, en: 'a year has four quarters, a week seven days' },
      [quote, ''],
    )
  }
}

/** 4月1日至31日: a bare day behind a day of its month. */
function inRange({ shadow }: Reading, date: DateMention, before: DateMention | undefined): DateMention {
  if (before?.month == null || date.month !== null || date.day === null || date.relative !== null) return date
  return /^[至到~-]$/.test(shadow.slice(before.end, date.start)) ? { ...date, month: before.month } : date
}

/** 2026年2月26日和2月29日: the year is said once. */
function withYear(reading: Reading, date: DateMention): DateMention {
  if (date.year !== null || date.month !== 2 || date.day !== 29) return date
  const before = reading.dates.findLast(({ end, day }) => end <= date.start && date.start - end < 16 && day !== null)
  const joined =
    before !== undefined && /^(?:\([^()]{1,6}\))?[、和与至到及,]$/.test(reading.shadow.slice(before.end, date.start))
  return joined && before.month !== null && before.month <= 2 ? { ...date, year: before.year } : date
}

/** 上月29日: the month is the story's own. */
function withMonth({ shadow }: Reading, date: DateMention, month: number | null, published: Day | null): DateMention {
  const said = date.month === null && /[本上]个?月$/.test(shadow.slice(Math.max(0, date.start - 3), date.start))
  const year = published === null || month === null ? null : published.year - (month > published.month ? 1 : 0)
  return said && month !== null ? { ...date, month, year } : date
}

/** In a table the year stands in another cell. */
function isTabular({ passage, shadow }: Reading): boolean {
  return passage.role === 'table' || shadow.includes('\t')
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const { readings, published } = copy
  for (const reading of readings) {
    const named = resolve(reading, published)
    for (const [i, written] of reading.dates.entries()) {
      const date = withMonth(reading, written, named.find((one) => one.date === written)?.month ?? null, published)
      const claim = impossibleDay(reading, withYear(reading, inRange(reading, date, reading.dates[i - 1])))
      if (claim !== null) yield claim
    }
    yield* wrongWeekdays(reading, published)
    yield* partedWeekdays(reading, published)
    if (!isTabular(reading)) {
      yield* reversedRanges(reading)
      yield* reversedEvents(reading)
      yield* reversedHours(reading)
    }
    yield* impossibleTimes(reading)
    yield* ahead(reading, published)
    yield* noSuch(reading)
    yield* misspelled(reading, published)
  }
  yield* partedDays(copy)
  yield* oddOccasions(copy)
  yield* oddBulletins(copy)
  yield* weekdaysOfYear(copy)
}

export const date: Check = {
  id: 'date',
  tiers: ['error', 'query'],
  title: { zh: '日期不成立', en: 'Impossible date' },
  why: {
    zh: zh`日历上没有的日子,和日期对不上的星期,倒着走的时段,钟面上没有的时刻。`,
    en: 'A day the calendar lacks, a weekday that is not the date’s, a span that runs backwards, an hour beyond the clock.',
  },
  examples: [
    ...weekdayOfYearExamples,
    { wrong: '行车道每日[[凌晨5时至1时]]分段封闭。' },
    { silent: '行车道每日凌晨1时至5时封闭,便利店凌晨5时至次日1时营业。' },
    ...daysTold,
    { silent: '交警支队6月3日说,5月1日至31日,全市查处违法三万起。' },
    { wrong: '[[19日]]晚,两列货车在云岭站外追尾。\n云岭站[[“4·17”]]货车追尾事故的调查已经开始。' },
    { wrong: '成文日期:[[2023年3月17日]]\n各乡镇人民政府:现将办法印发给你们。\n[[2023年3月7日]]' },
    { silent: '成文日期:2023年3月17日\n2023年3月8日的旧办法同时废止。\n2023年3月17日' },
    { wrong: '# [[2021年]]云岭县国民经济和社会发展统计公报\n[[2020年]],全县经济平稳运行。' },
    { wrong: '[[3月4日0-24时]],全市新增本土病例2例。\n[[截至3月14日24时]],全市尚在医院治疗的有9例。' },
    { wrong: '云岭网5月3日电 [[3日]]8时,山体滑坡冲毁一段铁路。记者[[2日]]11时赶到现场时,救援正在进行。' },
    { silent: '云岭网5月3日电 3日8时,山体滑坡冲毁一段铁路。记者3日11时赶到现场时,救援正在进行。' },
    { wrong: '新华社兰州[[11月16日]]电 据安监局通报,[[17日]]9时15分,一辆货车与面包车相撞,致5人死亡。' },
    { wrong: '[[7月30日]]4时20分左右,电厂基础工程发生垮塌。截至[[29日]]13时,伤亡人员全部找到。' },
    { wrong: '[[8月13日]]下午,沱江大桥发生坍塌。\n[[“8·15”]]沱江大桥垮塌事故已找到41名遇难者。' },
    { wrong: '[[12月13日]]下午,遮奈水电站发生坍塌。\n[[12月14日]],遮奈水电站坍塌后,附近水土被冲下。' },
    {
      silent:
        '新华社兰州11月16日电 据安监局通报,16日9时15分,一辆货车与面包车相撞,致5人死亡。截至16日13时,伤者都已入院。',
    },
    { silent: '8月13日下午,沱江大桥发生坍塌。\n8月16日,“8·13”沱江大桥垮塌事故已找到41名遇难者。' },
    {
      wrong:
        'The tour opens on June 9 and ends on [[October 18]] in Dunmore, on the lake.\nThe dates:\n[[October 10]] – Dunmore, the Lake Arena',
    },
    {
      silent:
        'The tour opens on June 9 in Harlow and ends on October 10 in Dunmore, on the lake.\nOctober 10 – Dunmore, the Lake Arena',
    },
    { wrong: '[[2024年5月9日]],高新区正式揭牌启动。\n[[2024年5月8日]],高新区正式揭牌启动,园区开始招商。' },
    { wrong: 'The tour opens [[June 19]] in Palm Bay Harbour.\n[[June 9]] - Blue Hall, Palm Bay Harbour' },
    { silent: '5月8日,高新区签约六家。\n5月9日,高新区正式揭牌启动。' },
    { wrong: '花灯会定在[[2月30日]]晚上开幕。' },
    { wrong: '[[2023年2月29日]],老桥拆除。' },
    { wrong: '招聘会于2023年12月8日([[星期六]])举行。' },
    { wrong: '展览在[[5月20日至5月10日]]展出。' },
    { wrong: '路段于[[6月20日至10日]]封闭施工。' },
    { wrong: '值班电话[[上午8时75分]]接通。' },
    { wrong: '演出[[9月31日]]谢幕。' },
    { wrong: '这条线[[2021年至2018年]]共运送旅客八万人次。' },
    { wrong: '截至[[2024年3月5日]],粮站收购小麦三千吨。', published: '2023-06-20' },
    { wrong: '12月9日([[星期五]]),河堤巡查照常。', published: '2023-12-08' },
    { wrong: '[[第五季度]]的数据还没有公布。' },
    { wrong: 'The fair opens on [[Sunday]], December 9, 2023, at noon.' },
    { wrong: 'The bridge closed on [[31 June 2022]] for repairs.' },
    { wrong: '[[13月5日]]起,公交改走北线。' },
    { wrong: '水闸于[[2021年6月]]开工,[[2020年9月]]竣工。' },
    { wrong: '征稿从[[5月10日开始,到4月10日]]结束。' },
    { wrong: '2025年游园会从9月30日办到10月7日,[[国庆当天]]([[星期二]])有烟火。' },
    { wrong: '本月5日([[星期三]])起,渡口停航三天。', published: '2024-05-08' },
    { wrong: '昨日([[11月16日]]),水厂恢复供水。', published: '2024-11-20' },
    { wrong: '[[三季度(7月至10月)]],全市用电量增长两成。' },
    { silent: '昨日(11月19日),水厂恢复供水,三季度(7月至9月)用水平稳。', published: '2024-11-20' },
    { wrong: 'The road closes from [[Tuesday]], [[June 3]], to [[Friday]], [[June 7]], at noon.' },
    { wrong: '新馆自[[民国113年(西元2023年)]]启用。' },
    { wrong: '窗口[[上午9时至8时]]受理。' },
    { wrong: '展厅开放时间为[[14:30-13:00]]。' },
    { wrong: '截至[[11月30日]],全县已收粮两万吨。', published: '2024-10-08' },
    { silent: '截至12月31日,全县共收粮两万吨。', published: '2024-01-08' },
    { silent: '夜市从晚上10时至6时,咖啡馆22:00-6:00营业,值守从17:30-8:30。' },
    { silent: '2024年2月29日,四年一次的闰日集市开张。' },
    { silent: '招聘会于2023年12月8日(星期五)举行。' },
    { wrong: '封航时间为[[6月20日至5月30日]]。' },
    { silent: '10月5日至次年3月8日为封山期,11月至3月供暖。' },
    { silent: '农历二月三十日,寺里有庙会。夜市从22时开到次日2时。' },
    { silent: '12月9日(星期六),河堤巡查照常。', published: '2023-12-08' },
    { silent: '报名截至2024年3月5日。', published: '2023-06-20' },
    { silent: '他得了26分,球队以98:75取胜,上证指数收报3100点。' },
    { silent: '每周五下午,2023年12月7日也不例外。' },
    { silent: '1月31日是星期三,2月没有30日。', published: '2024-02-01' },
    { silent: 'The fair opens on Saturday, December 9, 2023, at 10:30.' },
    { silent: '营业时间为上午9时至下午5时,值守从晚上10点到早上6点。' },
  ],
  find,
}

import type { Claim, Place, Reading } from '../claim'
import type { DateMention, TimeMention } from '../lexer/calendar'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** Scores and days of a headline that the body gives otherwise. */

const SCORE = /(?<![\d:.-])(?<home>\d{1,3})[:比-](?<away>\d{1,3})(?![\d:.-])/g
const OUTCOME =
  /[胜负平败克]|逆转|绝杀|横扫|险取|力取|淘汰|晋级|出局|[击力]退|力挫|力擒|大比分|夺冠|捧杯|折桂|问鼎|封王|\b(?:beats?|wins?|won|lose[sd]?|lost|draws?|drew|victory|defeat)\b/i
/** The score of a part of the match. */
const PART = /半场|半时|[首次一二三四五]节|[首次一二三四五]局|[首次一二三四五]盘|点球|加时|half|quarter|set\b/i

interface Said {
  readonly place: Place
  readonly key: string
}

function scoresOf(reading: Reading): Said[] {
  const { shadow, times, dates } = reading
  return matchesOf(shadow, SCORE).flatMap((match) => {
    const { home = '', away = '' } = match.groups ?? {}
    const [start, end] = [match.index, match.index + match[0].length]
    const clock = times.filter(({ hour, minute }) => hour < 24 && (minute ?? 0) < 60 && away.length === 2)
    const taken = [...clock, ...dates].some((one) => one.start < end && start < one.end)
    if (taken || PART.test(shadow.slice(Math.max(0, start - 12), start))) return []
    const key = [Number(home), Number(away)].sort((a, b) => a - b).join(':')
    return [{ place: { reading, start, end, value: match[0] }, key }]
  })
}

/** 客场3:1取胜 over 最终以2:1取胜: one score in the headline, one in the body. */
function* scores(title: Reading, body: readonly Reading[]): Iterable<Claim> {
  if (!OUTCOME.test(title.shadow)) return
  const [said, ...more] = scoresOf(title)
  if (said === undefined || more.length > 0) return
  const told = body.flatMap(scoresOf)
  const keys = new Set(told.map(({ key }) => key))
  const [other] = told
  if (other === undefined || keys.size !== 1 || keys.has(said.key)) return
  if (OUTCOME.test(other.place.reading.shadow)) yield differ(said.place, other.place)
}

const fields = ['year', 'month', 'day'] as const

/** 今年10月 bears 10月 out, 去年10月 does not. */
const isNow = (relative: string | null): boolean => relative === null || /[今本当同]/.test(relative)

/** Whether a date of the body gives all that the headline's gives. */
function bears(title: DateMention, body: DateMention): boolean {
  return fields.every((field) => title[field] === null || body[field] === null || title[field] === body[field])
}

/** What happens on the day: the two characters behind it, in the body behind an adverb. */
function eventOf({ shadow }: Reading, { end }: DateMention): string {
  return (
    /^(?:将|起|正式|全面|全线|如期|顺利|将正式|将全面)?(?<event>[\u4E00-\u9FFF]{2})/.exec(shadow.slice(end))?.groups?.[
      'event'
    ] ?? ''
  )
}

/** Whether the body's sentence tells of that event on that day. */
function speaksOf(reading: Reading, other: DateMention, event: string): boolean {
  if (eventOf(reading, other) === event) return true
  const rest = reading.shadow.slice(other.end).split(/[。!?;]/)[0] ?? ''
  return (
    rest.includes(event) &&
    reading.dates.filter(({ start }) => start > other.end && start < other.end + rest.length).length === 0
  )
}

/** 急诊楼9月启用 over 急诊楼将在6月启用. */
function* days(title: Reading, body: readonly Reading[]): Iterable<Claim> {
  for (const date of title.dates) {
    const event = eventOf(title, date)
    if (date.relative !== null || event === '' || /^[至到以前后起]/.test(event)) continue
    const told = body.flatMap((reading) => reading.dates.map((other) => ({ reading, other })))
    const comparable = told.filter(({ other }) =>
      fields.every((field) => date[field] === null || other[field] !== null),
    )
    if (told.some(({ other }) => isNow(other.relative) && bears(date, other))) continue
    const same = comparable.filter(({ reading, other }) => speaksOf(reading, other, event))
    const [only] = same
    if (only === undefined || same.length > 1) continue
    yield differ(placeOf(title, date), placeOf(only.reading, only.other))
  }
}

function placeOf(reading: Reading, { start, end }: DateMention): Place {
  return { reading, start, end, value: reading.text.slice(start, end) }
}

/** What the headline and the body say of one thing. */
export function differ(title: Place, body: Place): Claim {
  const [said, told] = [title, body].map(({ reading, start, end }) => reading.text.slice(start, end))
  return {
    tier: 'query',
    places: [title, body],
    message: {
      zh: zh`标题写“${said ?? ''}”,正文写“${told ?? ''}”,像是同一件事。请核对哪个对。`,
      en: en`The headline says “${said ?? ''}”, the body “${told ?? ''}”, apparently of the same thing. Check which is right.`,
    },
    arithmetic: [
      { label: '标题', en: 'headline', expr: said ?? '', value: said ?? '' },
      { label: '正文', en: 'body', expr: told ?? '', value: told ?? '' },
    ],
  }
}

/** 延长开放至晚上9点 over 上午8点30分到晚上10点: one hour of that part of the day, and none of the headline's. */
function* hours(title: Reading, body: readonly Reading[]): Iterable<Claim> {
  for (const said of title.times) {
    if (said.daypart === '' || title.times.length > 1) continue
    const told = body.flatMap((reading) => reading.times.map((time) => ({ reading, time })))
    const minute = said.minute ?? 0
    if (told.some(({ time }) => time.hour % 12 === said.hour % 12 && (time.minute ?? 0) === minute)) continue
    const [first, ...more] = told.filter(({ time }) => time.daypart === said.daypart)
    if (first === undefined || more.length > 0) continue
    yield differ(hourOf(title, said), hourOf(first.reading, first.time))
  }
}

function hourOf(reading: Reading, { start, end }: TimeMention): Place {
  return { reading, start, end, value: reading.text.slice(start, end) }
}

/** The scores, days and hours of a title or subtitle that the body denies. */
export function* denied(body: readonly Reading[], title: Reading): Iterable<Claim> {
  yield* scores(title, body)
  yield* days(title, body)
  yield* hours(title, body)
}

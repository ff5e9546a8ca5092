import type { Claim, Place, Reading, StoryCopy } from '../claim'
import type { DateMention } from '../lexer/calendar'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** Days of one event that cannot all be right: after the dateline, before the event they report on, another day for it. */

interface Told {
  readonly reading: Reading
  readonly date: DateMention
  readonly month: number
  readonly day: number
  /** the words around the date, in its sentence */
  readonly before: string
  readonly behind: string
}

const EVENTS: readonly RegExp[] = [
  /坍塌|垮塌|倒塌|塌方/,
  /爆炸|燃爆|爆燃/,
  /相撞|追尾|碰撞|侧翻/,
  /病逝|去世|逝世|仙逝|辞世/,
  /火灾|起火|失火/,
  /地震/,
  /山体滑坡|泥石流|脱线/,
  /开幕|启幕/,
  /揭牌|挂牌成立/,
  /发射|升空/,
  /通车|开通运营|投入运营/,
]
const AGAIN = /再次|[又至到起]|另一|第[二三四]次|余震|纪念|周年|原定|推迟|延期|改[为在]|提前|预演|彩排/
const FUTURE = /[将拟起至前]|预计|计划|定于|有望|预报|开始实施|施行/
const PAST = /发生|造成|获悉|相撞|坍塌|垮塌|爆炸|证实|抵达|截至|遇难|到达|通报/

function sentenceAround(shadow: string, at: number): readonly [start: number, end: number] {
  const start = Math.max(shadow.lastIndexOf('。', at), shadow.lastIndexOf(';', at)) + 1
  const end = shadow.indexOf('。', at)
  return [start, end < 0 ? shadow.length : end]
}

/** The days of a passage; a bare day takes the month said last, or the dateline's. */
function toldIn(reading: Reading, fallback: number | null): Told[] {
  let month = fallback
  return reading.dates.flatMap((date): Told[] => {
    month = date.month ?? month
    if (date.day === null || month === null || date.relative !== null) return []
    const [start, end] = sentenceAround(reading.shadow, date.start)
    const before = reading.shadow.slice(Math.max(start, date.start - 18), date.start)
    const behind = reading.shadow.slice(date.end, Math.min(end, date.end + 60))
    return [{ reading, date, month, day: date.day, before, behind }]
  })
}

const placeOf = ({ reading, date: { start, end } }: Told): Place => ({ reading, start, end })
const quoteOf = ({ reading, date: { start, end } }: Told): string => reading.text.slice(start, end)

function claimOf(first: Told, second: Told, why: { readonly zh: string; readonly en: string }): Claim {
  const [said, again] = [quoteOf(first), quoteOf(second)]
  return {
    tier: 'query',
    places: [placeOf(second), placeOf(first)],
    message: {
      zh: zh`“${again}”与“${said}”对不上:${why.zh}。请核对日期。`,
      en: en`“${again}” does not go with “${said}”: ${why.en}. Check the dates.`,
    },
    arithmetic: [
      { label: '前文', en: 'first', expr: said, value: `${first.month}-${first.day}` },
      { label: '后文', en: 'then', expr: again, value: `${second.month}-${second.day}` },
    ],
  }
}

/** 11月16日电 … 17日9时15分,两车相撞: what is reported had not happened yet. */
function* afterDateline(told: readonly Told[]): Iterable<Claim> {
  for (const [i, line] of told.entries()) {
    if (!/^[电讯]/.test(line.behind)) continue
    for (const one of told.slice(i + 1)) {
      if (one.reading !== line.reading || one.date.month !== null || one.day <= line.day || one.day > line.day + 6)
        continue
      const sentence = one.before + one.behind
      if (PAST.test(one.behind) && !FUTURE.test(sentence.replace(/截至/, ''))) {
        yield claimOf(line, one, { zh: zh`晚于电头的日子`, en: 'it lies after the dateline' })
        break
      }
    }
  }
}

/** 记者22日11时赶到现场: at the place of what had happened. */
const isWitness = ({ before, behind }: Told): boolean =>
  /(?:记者|救援人员)$/.test(before) &&
  /^[\u4E00-\u9FFF\d:]{0,10}(?:到达|赶到|抵达|来到)[\u4E00-\u9FFF]{0,6}现场/.test(behind)

/** 30日4时20分发生垮塌 … 截至29日13时: counted before it happened. */
function* countedBefore(told: readonly Told[]): Iterable<Claim> {
  for (const [i, event] of told.entries()) {
    if (
      /^[电讯]/.test(event.behind) ||
      !EVENTS.some((words) => words.test(event.behind)) ||
      /截[至止]/.test(event.before)
    )
      continue
    for (const [j, one] of told.entries())
      if (
        (isWitness(one) || (j > i && one.reading === event.reading && /截[至止]到?$/.test(one.before))) &&
        one.month === event.month &&
        one.day < event.day
      )
        yield claimOf(event, one, { zh: zh`统计早于事发`, en: 'it was counted before it happened' })
  }
}

/** The longest run of Han characters that both hold. */
function common(a: string, b: string): number {
  let most = 0
  for (let at = 0; at < a.length; at += 1) {
    let length = most + 1
    while (
      at + length <= a.length &&
      /^[\u4E00-\u9FFF]+$/.test(a.slice(at, at + length)) &&
      b.includes(a.slice(at, at + length))
    ) {
      most = length
      length += 1
    }
  }
  return most
}

/** 发生坍塌, 坍塌了, 坍塌现场: the event itself, not the inquiry into it. */
function happens(words: RegExp, behind: string): boolean {
  const at = behind.search(words)
  if (at < 0) return false
  const [ahead, after] = [behind.slice(Math.max(0, at - 6), at), behind.slice(at + 2, at + 4)]
  return /发生|突发|[因于]/.test(ahead) || /^(?:[了,。]|$|现场|后|[之的]时)/.test(after) || at < 4
}

function sameOccasion(a: Told, b: Told): boolean {
  if (AGAIN.test(a.behind.slice(0, 14)) || AGAIN.test(b.behind.slice(0, 14)) || AGAIN.test(b.before.slice(-6)))
    return false
  const [x, y] = [a, b].map(({ before, behind }) => `${before} ${behind}`) as [string, string]
  if (/“\d{1,2}[·.]\d{1,2}”/.test(x + y)) return false
  const shared = EVENTS.some((words) => happens(words, a.behind) && happens(words, b.behind))
  return shared && common(x, y) >= 3
}

/** 十二月十三日下午,水电站发生坍塌 … 本月十四日,水电站发生坍塌. */
function* parted(told: readonly Told[]): Iterable<Claim> {
  for (const [j, second] of told.entries()) {
    if (/[电讯]/.test(second.behind.charAt(0))) continue
    const same = told.slice(0, j).filter((first) => !/^[电讯]/.test(first.behind) && sameOccasion(first, second))
    const [first] = same
    if (first === undefined || same.some(({ month, day }) => month === second.month && day === second.day)) continue
    if (first.month !== second.month && first.day !== second.day) continue
    yield claimOf(first, second, { zh: zh`像是同一件事`, en: 'apparently one event' })
  }
}

const NAMED = /“(?<month>\d{1,2})[·\u2022\u30FB.](?<day>\d{1,2})”(?<name>[\u4E00-\u9FFF]{2,10})/g

/** 8月13日…大桥坍塌 … “8·15”大桥垮塌事故. */
function* byName(told: readonly Told[], readings: readonly Reading[]): Iterable<Claim> {
  for (const reading of readings)
    for (const match of matchesOf(reading.shadow, NAMED)) {
      const { month = '', day = '', name = '' } = match.groups ?? {}
      const event = EVENTS.find((words) => words.test(name)) ?? /事故|案/
      const near = told.filter((one) => one.month === Number(month) && !/^[电讯]/.test(one.behind))
      const own = near.filter(({ behind }) => event.test(behind) && common(name, behind) > 1)
      if (own.some((one) => one.day === Number(day))) continue
      const [first] = own
      if (first === undefined) continue
      const end = match.index + match[0].length - name.length
      const date: DateMention = {
        year: null,
        month: Number(month),
        day: Number(day),
        relative: null,
        start: match.index,
        end,
      }
      const second: Told = { reading, date, month: Number(month), day: Number(day), before: '', behind: name }
      yield claimOf(first, second, {
        zh: zh`名称里的日子不是事发的日子`,
        en: 'the name gives another day than the event',
      })
    }
}

const NAMED_MONTH = /“(?<month>\d{1,2})[·\u2022\u30FB.]\d{1,2}”/

/** A story of more days is a calendar. */
const MOST = 60

export function* oddOccasions(copy: StoryCopy): Iterable<Claim> {
  const readings = copy.readings.filter(({ english, dates }) => !english && dates.length > 0)
  if (readings.reduce((all, { dates }) => all + dates.length, 0) > MOST) return
  // 23日晚…“7·23”动车追尾: the name alone may give the month.
  const named = copy.readings.map(({ shadow }) => NAMED_MONTH.exec(shadow)?.groups?.['month']).find(Boolean)
  let fallback: number | null = named === undefined ? null : Number(named)
  const told: Told[] = []
  for (const reading of readings) {
    told.push(...toldIn(reading, fallback))
    fallback = reading.dates.findLast(({ month }) => month !== null)?.month ?? fallback
  }
  yield* afterDateline(told)
  yield* countedBefore(told)
  yield* parted(told)
  yield* byName(
    told,
    copy.readings.filter(({ english }) => !english),
  )
}

import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { SaidCode } from './codes-said'
import { isOneOff, isTold, isTurned, readingsOf } from './code-figures'

/** The figures that explain a code, told one after the other: 一条主线、四篇文章、12项实事. */

/** Places of the figures that should make the code and do not. */
export interface Told {
  readonly reading: Reading
  readonly start: number
  readonly end: number
  readonly values: readonly number[]
}

/** 未来三年, 两小时 is no step of a code whose steps count things. */
const PERIODS = new Set('year month age'.split(' '))
const STRETCHES = new Set('hour minute second day week'.split(' '))
/** 四必访, 五不开航: figures that need no classifier; 一张网 is a set phrase elsewhere. */
const BARE = /(?<![第一二两三四五六七八九十])[二两三四五六七八九十](?=[必不][\u4E00-\u9FFF])|一(?=张网)/g

interface Step {
  readonly start: number
  readonly end: number
  readonly value: number
}

function isStep({ kind, exact, range, classifier, dimension, value }: Mention): boolean {
  if (kind !== 'count' || !exact || range !== null || classifier === '' || PERIODS.has(dimension)) return false
  return Number.isInteger(value) && dimension !== 'money' && value <= 10_000
}

/** The steps of [from, to); stretches of time only where nothing else is counted. */
function stepsIn({ shadow, mentions }: Reading, from: number, to: number, scaled: boolean, least = 3): Step[] {
  const all = mentions.filter(
    (mention) => mention.start >= from && mention.end <= to && isStep(mention) && (scaled || mention.value <= 99),
  )
  const things = all.filter(({ dimension }) => !STRETCHES.has(dimension))
  const bare = matchesOf(shadow.slice(from, to), BARE).flatMap((match): Step[] => {
    const start = from + match.index
    if (mentions.some((mention) => mention.start <= start && mention.end > start)) return []
    return [{ start, end: start + 1, value: parseChinese(match[0]) ?? 0 }]
  })
  const steps: Step[] = things.length + bare.length < least ? all : [...things, ...bare]
  return steps.toSorted((a, b) => a.start - b.start)
}

/** The end of the sentence, of the next one where the code's own has no room for an explanation. */
function explainedTo(shadow: string, end: number): number {
  const stop = shadow.indexOf('。', end)
  if (stop < 0) return shadow.length
  const next = stop - end < 14 ? shadow.indexOf('。', stop + 1) : stop
  return next < 0 ? shadow.length : next
}

/** “5+2”课后服务(每周5天、每天2小时)开出34门课: what a bracket right behind the code explains, nothing behind the bracket does. */
function bracketedTo(shadow: string, { end }: SaidCode): number {
  const open = /^”?[\u4E00-\u9FFF]{0,10}\(/.exec(shadow.slice(end, end + 12))
  const close = open === null ? -1 : shadow.indexOf(')', end)
  return close < 0 ? shadow.length : close
}

/** How far an explanation reaches. */
const REACH = 220
/** Words that open one. */
const OPENS = /[即:\u2014由以]|就是|是指|指的是|围绕|坚持|聚焦|依托|做到|包括|也就是|所谓|分别|建立|建好|构建|设立|推行/

/** 1·2·35 told as 1, 2, 3: rather a row that goes on with what is no step. */
const isLongOff = (cut: readonly number[], values: readonly number[]): boolean =>
  cut.some((figure, i) => figure > 9 && figure !== values[i] && (values[i] ?? 0) < 10)

/** @param least figures below which a row says nothing */
function offIn(reading: Reading, { code }: SaidCode, steps: readonly Step[], least: number): Told | null {
  const values = steps.map(({ value }) => value)
  const readings = readingsOf(code).filter(({ length }) => length >= least)
  if (readings.some((cut) => isTold(cut, values))) return null
  for (const from of [0, 1]) {
    for (const cut of readings) {
      const row = steps.slice(from, from + cut.length)
      const [first] = row
      const last = row.at(-1)
      if (first === undefined || last === undefined || (from > 0 && cut.length < 3)) continue
      const spelled = row.map(({ value }) => value)
      if ((isOneOff(cut, spelled) && !isLongOff(cut, spelled)) || (cut.length > 2 && isTurned(code, spelled)))
        return { reading, start: first.start, end: last.end, values: spelled }
    }
  }
  return null
}

/** “1413”工作模式,围绕一条主线,做好四篇文章,办好12项实事: behind the code, in its own sentence or the next. */
export function toldBehind(reading: Reading, said: SaidCode): Told | null {
  const { shadow } = reading
  const limit = Math.min(explainedTo(shadow, said.end), said.end + REACH, bracketedTo(shadow, said))
  const least = /[+·-]/.test(said.code) ? 2 : 3
  const steps = stepsIn(reading, said.end, limit, /[十百千万]/.test(said.code), least)
  const [first] = steps
  if (first === undefined || !OPENS.test(shadow.slice(said.end, first.start))) {
    // Without a word that opens an explanation the row must follow close.
    if (first === undefined || first.start - said.end > 24) return null
  }
  return offIn(reading, said, steps, least)
}

/** 一核引领、两网联动、四治融合的“123”模式: right before the code. */
export function toldAhead(reading: Reading, said: SaidCode): Told | null {
  const from = Math.max(reading.shadow.lastIndexOf('。', said.start), said.start - 100, 0)
  const steps = stepsIn(reading, from, said.start, false)
  const last = steps.at(-1)
  if (last === undefined || !/^[\u4E00-\u9FFF]{0,12}[”的]{1,2}$/.test(reading.shadow.slice(last.end, said.start)))
    return null
  const readings = readingsOf(said.code).filter(({ length }) => length > 2)
  const values = steps.map(({ value }) => value)
  if (readings.some((cut) => isTold(cut, values))) return null
  for (const cut of readings) {
    const row = steps.slice(-cut.length)
    const [first] = row
    const spelled = row.map(({ value }) => value)
    if (first !== undefined && isOneOff(cut, spelled))
      return { reading, start: first.start, end: last.end, values: spelled }
  }
  return null
}

/** What opens an explanation further down. */
const BELOW = /即|就是|围绕|\u2014|坚持|也就是|核心[为是]|分别[为是]|包括/
/** 方案提出…, 这张网络由…组成: it takes the code up again. */
const TAKEN_UP =
  /(?<=^|[。;:!?])[^。]{0,10}?(?:(?:方案|计划|行动|规划|模式|机制|体系|网络?|布局|格局|战略|工程|工作法|思路)(?:提出|明确|要求|即|包括|是指?|由)|按照(?:方案|计划|规划))/

/** A code of the headline, explained by the first sentence of the text that counts as many things. */
export function toldBelow(readings: readonly Reading[], said: SaidCode): Told | null {
  return toldIn(readings, said, BELOW)
}

/** A code whose own paragraph leaves it unexplained, and one of the next two that takes it up. */
export function toldNext(readings: readonly Reading[], said: SaidCode): Told | null {
  if (/^\d{2}$|^\d+[+·-]\d+$/.test(said.code)) return null
  return toldIn(readings.slice(0, 2), said, TAKEN_UP)
}

function toldIn(readings: readonly Reading[], said: SaidCode, opener: RegExp): Told | null {
  for (const reading of readings) {
    if (reading.passage.role !== 'body') return null
    const limit = Math.min(reading.shadow.length, REACH)
    const cue = opener.exec(reading.shadow.slice(0, limit))
    if (cue === null) continue
    const stop = explainedTo(reading.shadow, cue.index)
    const scaled = /\d{3}$/.test(said.code) && said.code.includes('+')
    return offIn(reading, said, stepsIn(reading, cue.index, Math.min(stop, cue.index + REACH), scaled), 3)
  }
  return null
}

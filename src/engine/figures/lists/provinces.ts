import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'
import type { Item } from './items'

/** Provinces named one by one and counted: right behind them (江苏、安徽2省), or pointed back to (上述2省). Their names are known. */

const NAME =
  '(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)(?:[省市]|自治区|(?:壮族|回族|维吾尔)自治区)?'
const RUN = new RegExp(`${NAME}(?:、${NAME}){1,30}(?:[和及与]${NAME})?|${NAME}[和及与]${NAME}`, 'g')
const COUNT = '(?<count>\\d{1,2}|[二两三四五六七八九十]{1,3})个?省(?![会内外级直])'
const BEHIND = new RegExp(`^等?${COUNT}`)
const POINTED = new RegExp(`(?:上述|以上|这)${COUNT}`, 'g')

interface Run {
  readonly start: number
  readonly end: number
  readonly items: readonly Item[]
}

function runsIn(shadow: string): Run[] {
  return matchesOf(shadow, RUN).map((match) => {
    let at = match.index
    const items = match[0].split(/[、和及与]/).map((name) => {
      const item = { start: at, end: at + name.length }
      at = item.end + 1
      return item
    })
    return { start: match.index, end: match.index + match[0].length, items }
  })
}

function listOf(reading: Reading, run: Run, count: string, at: number, sure: boolean): CountedList {
  const end = at + count.length
  return {
    reading,
    announced: parseChinese(count) ?? Number(count),
    numeral: [at, end],
    phrase: [at, reading.shadow.indexOf('省', end) + 1],
    list: [run.start, run.end],
    enumeration: { items: run.items, counts: new Set([run.items.length]), open: false },
    closed: true,
    sure,
  }
}

/** 湖北、湖南、广西等省份…上述3省: behind 上述 no other province is meant than those named last. */
export function* provinces(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  if (!shadow.includes('省') || !/[\d二两三四五六七八九十]个?省/.test(shadow)) return
  const runs = runsIn(shadow)
  for (const run of runs) {
    const match = BEHIND.exec(shadow.slice(run.end, run.end + 8))
    const count = match?.groups?.['count']
    if (count !== undefined && match?.[0].startsWith('等') === false) yield listOf(reading, run, count, run.end, false)
  }
  for (const match of matchesOf(shadow, POINTED)) {
    const count = match.groups?.['count'] ?? ''
    const run = runs.findLast(({ end }) => end <= match.index)
    if (run !== undefined) yield listOf(reading, run, count, match.index + match[0].indexOf(count), true)
  }
}

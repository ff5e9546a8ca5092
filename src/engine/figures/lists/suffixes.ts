import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'
import { cut } from './items'

/** Lists whose items share one word with the name behind them: 路网、水网、电网“三网”; “一户一人、一村一策”的“两个一”. */

const NAME = /的?“(?<count>[两二三四五六七八九十]|\d{1,2})(?<unit>个)?(?<noun>[\u4E00-\u9FFF]{1,2})”/g
/** How far back the list may begin. */
const REACH = 120

function listBefore(shadow: string, end: number): readonly [start: number, end: number] {
  const quoted = shadow.charAt(end - 1) === '”' ? shadow.lastIndexOf('“', end - 1) : -1
  if (quoted >= 0 && end - quoted < REACH && shadow.slice(quoted, end).includes('、')) return [quoted + 1, end - 1]
  const from = Math.max(0, end - REACH)
  const before = shadow.slice(from, end)
  return [from + Math.max(...['。', ';', '!', '?', ':', ',', '”'].map((mark) => before.lastIndexOf(mark))) + 1, end]
}

const AHEAD =
  /“(?<count>[二两三四五六七八九十])(?<noun>[\u4E00-\u9FFF])”[\u4E00-\u9FFF]{0,4}[即是为指:]?(?<list>(?:\k<noun>[\u4E00-\u9FFF]{1,7}、){2,11}\k<noun>[\u4E00-\u9FFF]{1,7})(?=[,。;])/g

/** “五早”要求即早发现、早报告、早隔离、早诊断、早治疗. */
function* prefixLists(reading: Reading): Iterable<CountedList> {
  for (const match of matchesOf(reading.shadow, AHEAD)) {
    const { count = '', list = '' } = match.groups ?? {}
    const end = match.index + match[0].length
    const items = cut(reading.shadow, end - list.length, end, ['、'])
    yield {
      reading,
      announced: parseChinese(count) ?? 0,
      numeral: [match.index + 1, match.index + 2],
      phrase: [match.index + 1, match.index + 3],
      list: [end - list.length, end],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: true,
      sure: true,
    }
  }
}

export function* suffixLists(reading: Reading): Iterable<CountedList> {
  yield* prefixLists(reading)
  const { shadow } = reading
  for (const match of matchesOf(shadow, NAME)) {
    const { count = '', unit, noun = '' } = match.groups ?? {}
    const announced = parseChinese(count) ?? Number(count)
    const [start, end] = listBefore(shadow, match.index)
    const all = cut(shadow, start, end, ['、'])
    const holds = (text: string): boolean =>
      unit === undefined ? text.endsWith(noun) && text.length > noun.length : text.startsWith(noun)
    const first = all.findLastIndex((item) => !holds(shadow.slice(item.start, item.end))) + 1
    const items = all.slice(first)
    const [head] = items
    if (
      head === undefined ||
      items.length < 3 ||
      Math.abs(items.length - announced) > 3 ||
      /[和与及]/.test(shadow.slice(start, end))
    )
      continue
    const at = match.index + match[0].indexOf(count)
    yield {
      reading,
      announced,
      numeral: [at, at + count.length],
      phrase: [at, match.index + match[0].length - 1],
      list: [head.start, end],
      enumeration: { items, counts: new Set([items.length, all.length]), open: false },
      closed: true,
      sure: false,
    }
  }
}

import type { Example, Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'
import { cut } from './items'

/** A name of a number and a word, and the run of items that all hold the word: 助餐、助浴、助洁、助医、助行服务,居民把它称作“六助”. */

const NAME = /“(?<count>[三四五六七八九十])(?<word>[\u4E00-\u9FFF])”/g
const RUN = /(?:[\u4E00-\u9FFF]{2,6}、){2,11}[\u4E00-\u9FFF]{2,12}/g
const DAYS = /“(?:三农|三九|三伏|九九|五四|六一|七一|八一)”/
const CALLED = /(?:称[作为之]?|叫[作做]?|名为|誉为|简称|谓之|就是|即)[^。]{0,6}$/
const FAR = 60

export function* sharedWord(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  if (!shadow.includes('“')) return
  for (const name of matchesOf(shadow, NAME)) {
    const { count = '', word = '' } = name.groups ?? {}
    const announced = parseChinese(count) ?? 0
    const at = name.index
    if (DAYS.test(name[0]) || !CALLED.test(shadow.slice(Math.max(0, at - 10), at))) continue
    const from = Math.max(0, at - FAR)
    const run = matchesOf(shadow.slice(from, at), RUN).at(-1)
    if (run === undefined) continue
    const start = from + run.index
    const [first, ...rest] = cut(shadow, start, start + run[0].length, ['、'])
    const [second] = rest
    if (first === undefined || second === undefined) continue
    // 老人提供助餐 is as long as the others.
    const head = { start: Math.max(first.start, first.end - (second.end - second.start)), end: first.end }
    const items = [head, ...rest]
    const own = items.filter((item) => shadow.slice(item.start, Math.min(item.end, item.start + 6)).includes(word))
    if (own.length !== items.length || own.length < 3 || Math.abs(own.length - announced) > 2) continue
    yield {
      reading,
      announced,
      numeral: [at + 1, at + 2],
      phrase: [at, at + name[0].length],
      list: [head.start, start + run[0].length],
      enumeration: { items, counts: new Set([items.length]), open: /^等/.test(shadow.slice(start + run[0].length)) },
      closed: true,
      sure: false,
    }
  }
}

export const sharedWordExamples: readonly Example[] = [
  { wrong: '社区向老人提供[[助餐、助浴、助洁、助医、助行服务]],居民把它称作[[“六助”]]。' },
  { silent: '社区向老人提供助餐、助浴、助洁、助医、助行服务,居民把它称作“五助”。山货、山景、山居走红,人称“三山”。' },
]

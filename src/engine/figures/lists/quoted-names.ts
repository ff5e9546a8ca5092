import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'

/**
 * Names that count words, and the list that spells them out by those words: “三好”方案:白天省电好、离峰用电好、汰换家电好;
 * “四单一榜”:点单、派单、接单、评单; “六个一”:读一本书、写一篇心得…
 */

const N = '[二两三四五六七八九十]'
const CODE = /[“‘](?<units>(?:[一二两三四五六七八九十][\u4E00-\u9FFF]){1,4})(?<noun>[\u4E00-\u9FFF]{0,4})[”’]/g
/** Days, periods and meetings that begin with a figure and are none. */
const NAMES = /^(?:两会|三农|三伏|三九|三八|五一|五四|六一|七一|八一|十一|十五|双一|一带)/
/** How far behind a name its words are looked for. */
const REACH = 120
/** Endings that every other word has. */
const COMMON = /[的了和在是有年月日人个一二三四五六七八九十]/
const OPEN = /^[\u4E00-\u9FFF]{0,4}等/

/** The run of names that hold the word, right behind one another. */
function runOf(text: string, word: string): { start: number; end: number; ends: number[] } | null {
  const item = `[\\u4E00-\\u9FFF]{0,8}?${word}[\\u4E00-\\u9FFF]{0,6}?`
  const run = new RegExp(`(?<=^|[,:;(、即\u2014]|[建打构][设造成])(?:${item}[、和与及]){1,9}${item}(?=[,。;)]|$)`).exec(
    text,
  )
  if (run === null || OPEN.test(text.slice(run.index + run[0].length))) return null
  // 促和谐 is one name: a conjunction parts two only where the word stands behind it too.
  const ends = run[0].split(new RegExp(`、|[和与及](?=[^、]{0,8}${word})`)).map((one) => one.length)
  // What follows the last name in its clause is no name: 山货、山景、山居成了热词.
  if ((ends.at(-1) ?? 0) > Math.max(...ends.slice(0, -1)) + 2) return null
  return { start: run.index, end: run.index + run[0].length, ends }
}

function* byWord(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, CODE)) {
    const { units = '' } = match.groups ?? {}
    const from = match.index + match[0].length
    const behind = (shadow.slice(from, from + REACH).split('。')[0] ?? '').slice(0, REACH)
    if (NAMES.test(units) || (units.length === 2 && !/^[\u4E00-\u9FFF]{0,6}[:,\u2014]/.test(behind))) continue
    for (let i = 0; i < units.length; i += 2) {
      const [count, word] = [units.charAt(i), units.charAt(i + 1)]
      const announced = parseChinese(count) ?? 0
      const run = announced < 2 || COMMON.test(word) ? null : runOf(behind, word)
      if (run === null || Math.abs(run.ends.length - announced) > 2) continue
      const at = match.index + 1 + i
      yield listOf(reading, announced, [at, at + 2], [from + run.start, from + run.end], run.ends)
    }
  }
}

function listOf(
  reading: Reading,
  announced: number,
  phrase: readonly [number, number],
  list: readonly [number, number],
  lengths: readonly number[],
): CountedList {
  let at = list[0]
  const items = lengths.map((length) => {
    const item = { start: at, end: at + length }
    at += length + 1
    return item
  })
  return {
    reading,
    announced,
    numeral: [phrase[0], phrase[0] + 1],
    phrase,
    list,
    enumeration: { items, counts: new Set([items.length]), open: false },
    closed: true,
    sure: false,
  }
}

const ONES = new RegExp(
  `“(?<count>${N})个一”[\\u4E00-\\u9FFF]{0,8}(?:[(:]|,?(?:即|就是|是指):?)(?<list>[^。()!?]{6,120})(?=[。)])`,
  'g',
)

/** “六个一”活动:读一本好书、写一篇心得: every item has its 一. */
function* ofOnes(reading: Reading): Iterable<CountedList> {
  for (const match of matchesOf(reading.shadow, ONES)) {
    const { count = '', list: told = '' } = match.groups ?? {}
    const names = told.split(',')[0] ?? ''
    const list = names.split('、').length > 2 ? names : told
    const items = list.split(/[、,;]/)
    if (items.length < 2 || !items.every((item) => /一[\u4E00-\u9FFF]/.test(item))) continue
    const start = match.index + match[0].length - told.length
    yield listOf(
      reading,
      parseChinese(count) ?? 0,
      [match.index + 1, match.index + 4],
      [start, start + list.length],
      items.map(({ length }) => length),
    )
  }
}

export function* quotedNames(reading: Reading): Iterable<CountedList> {
  if (!/[”’]/.test(reading.shadow)) return
  yield* byWord(reading)
  yield* ofOnes(reading)
}

import type { Example, Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { CountedList } from './counted'
import type { Item } from './items'

/** A count, and behind it a clause for each that begins with 一 and the same classifier: 兵分三路,一路…,一路…,另一路…. */

const COUNT =
  /(?<count>[两二三四五六七八]|(?<!\d)[2-8])(?<unit>[路个种类批组队派拨支伙份条])(?<noun>[\u4E00-\u9FFF]{0,10})[,:\u2014]{1,2}(?=(?:其中)?一\k<unit>[\u4E00-\u9FFF])/g
/** How far the clauses are looked for. */
const REACH = 160

function clausesOf(shadow: string, from: number, unit: string): { items: Item[]; last: string } {
  const sentence = (shadow.slice(from, from + REACH).split('。')[0] ?? '').slice(0, REACH)
  const told = matchesOf(
    sentence,
    new RegExp(`(?<=^|[,;:、])(?<other>还有|另有|另外?|再|其中)?一${unit}(?!个|起)`, 'g'),
  )
  const items = told.map(({ index, 0: words }) => ({ start: from + index, end: from + index + words.length }))
  return { items, last: told.at(-1)?.groups?.['other'] ?? '' }
}

export function* oneEach(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  if (!/[,:\u2014;](?:其中)?一[路个种类批组队派拨支伙份条]/.test(shadow)) return
  for (const match of matchesOf(shadow, COUNT)) {
    const { count = '', unit = '' } = match.groups ?? {}
    if (/[每各第前后首另又其十百千万]/.test(shadow.charAt(match.index - 1))) continue
    const from = match.index + match[0].length
    const { items, last } = clausesOf(shadow, from, unit)
    const [first] = items
    const end = items.at(-1)?.end
    const announced = parseChinese(count) ?? Number(count)
    const all = last.startsWith('另') || last === '还有' || unit === '路'
    if (first === undefined || end === undefined || items.length < 2 || Math.abs(announced - items.length) > 2) continue
    yield {
      reading,
      announced,
      numeral: [match.index, match.index + count.length],
      phrase: [match.index, match.index + count.length + 1],
      list: [first.start, end],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: all,
      sure: false,
    }
  }
}

export const oneEachExamples: readonly Example[] = [
  { wrong: '救援人员兵分[[两路]],[[一路从山脊搜索,一路沿溪谷上行,一路]]乘冲锋舟进入库区。' },
  { wrong: '老李有[[三个]]儿子,[[一个在县城教书,另一个]]在外打工。' },
  {
    silent:
      '救援人员兵分三路,一路从山脊搜索,一路沿溪谷上行,一路乘冲锋舟进入库区。老李有三个儿子,一个在县城教书,两个在外打工。他有四个徒弟,一个比一个能干。',
  },
]

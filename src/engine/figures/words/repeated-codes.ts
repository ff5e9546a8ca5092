import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import type { UnitOff } from './coded-units'

/** “三个三”: so many things, each of so many. 访三类人、问三件事、算三笔账; 种一百亩茶、养一百头牛…的“四个一百”. */

const N = '[一二两三四五六七八九十百千万]'
const NAME = new RegExp(`“(?<count>[二两三四五六七八九十])个(?<each>${N}{1,3})[\\u4E00-\\u9FFF]{0,4}”`, 'g')
const EACH = new RegExp(
  `(?<![第每零〇\\d一二两三四五六七八九十百千万])(?<each>${N}{1,3}|\\d{1,4})(?=[\\u4E00-\\u9FFF])`,
)
/** The list behind: what the name's clause or the next opens. */
const BEHIND =
  /^[\u4E00-\u9FFF]{0,12}(?:[,。]?(?:即|就是|是指|指的是|分别是|也就是|所谓)|[:(])[\u4E00-\u9FFF]{0,3}?[:“]?/
/** The list before: quoted, or its own clause. */
const AHEAD =
  /(?:“(?<quoted>[^“”。]{8,100})”[,。]?|(?<=^|[。;:])(?<plain>[^“”。;:]{8,100}?)[,。]?)(?:这|就)?是?[\u4E00-\u9FFF]{0,10}的?$/

interface Listed {
  readonly start: number
  readonly text: string
}

function lists(shadow: string, start: number, end: number): Listed[] {
  const found: Listed[] = []
  const opener = BEHIND.exec(shadow.slice(end, end + 30))
  if (opener !== null) {
    const from = end + opener[0].length
    const stop = shadow.slice(from, from + 160).search(/[。!?)]/)
    found.push({ start: from, text: shadow.slice(from, stop < 0 ? from + 160 : from + stop) })
  }
  const before = shadow.slice(Math.max(0, start - 130), start)
  const ahead = AHEAD.exec(before)
  const text = ahead?.groups?.['quoted'] ?? ahead?.groups?.['plain']
  if (ahead !== null && text !== undefined)
    found.push({ start: start - before.length + ahead.index + ahead[0].indexOf(text), text })
  return found
}

/** The items of the list and what each of them counts; from the first that counts nothing on it is none. */
function itemsOf(text: string): readonly { readonly length: number; readonly each: number }[] {
  const mark = ['、', ';', ','].find((one) => text.split(one).length > 2) ?? '、'
  const items: { length: number; each: number }[] = []
  for (const written of text.split(mark)) {
    const item = (mark === ',' ? written : written.split(',')[0]) ?? ''
    const each = EACH.exec(item)?.groups?.['each']
    if (each === undefined || item.length > 24) break
    items.push({ length: item.length, each: parseChinese(each) ?? Number(each) })
    if (item.length < written.length) break
  }
  return items
}

export function* repeatedOff(reading: Reading): Iterable<UnitOff> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, NAME)) {
    const { count = '', each = '' } = match.groups ?? {}
    const [many, own] = [parseChinese(count) ?? 0, parseChinese(each) ?? 0]
    // “四个一”, “三个一点”: how many they are is the lists' own matter.
    if (own === 1) continue
    const [start, end] = [match.index, match.index + match[0].length]
    for (const list of lists(shadow, start, end)) {
      const items = itemsOf(list.text)
      const [first] = items
      if (first === undefined || items.length < 2 || items.some((item) => item.each !== first.each)) continue
      if (first.each !== own ? items.length !== many : items.length === many || Math.abs(items.length - many) > 2)
        continue
      // Behind the last item nothing may go on: 等, or more of them.
      if (first.each === own && /等|、$/.test(list.text.slice(-6))) continue
      const length = items.reduce((sum, item) => sum + item.length + 1, -1)
      yield {
        said: { code: `${count}个${each}`, start: start + 1, end: start + 2 + count.length + each.length },
        told: {
          reading,
          start: list.start,
          end: list.start + length,
          values: first.each === own ? [items.length] : [first.each],
        },
      }
      break
    }
  }
}

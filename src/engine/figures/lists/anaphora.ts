import type { Reading } from '../claim'
import { parseChinese } from '../lexer/numeral'
import type { CountedList } from './counted'
import { cut, type Item } from './items'
import { matchesOf } from '../matches'

/** Clauses that begin alike, counted by what they begin with: 确保质量、确保进度的“两个确保”; 县有…、乡有…、村有…的三级体系. */

const COUNT = /的?这?“?(?<count>[二两三四五六七八九十]|\d{1,2})(?<unit>[个大项条级种层])(?<noun>[\u4E00-\u9FFF]{1,4})/g
/** How far back the clauses may begin. */
const REACH = 200

function clausesBefore(shadow: string, end: number): readonly Item[] {
  const from = Math.max(0, end - REACH)
  const before = shadow.slice(from, end)
  const start = from + Math.max(...['。', ';', '!', '?', ':'].map((mark) => before.lastIndexOf(mark))) + 1
  return cut(shadow, start, end, ['、', ','])
}

/** The last clauses that begin with the noun they are counted by. */
function named(shadow: string, clauses: readonly Item[], noun: string): readonly Item[] {
  const first = clauses.findLastIndex(({ start, end }) => !shadow.slice(start, end).includes(noun)) + 1
  return clauses.slice(first).map(({ start, end }) => ({ start: start + shadow.slice(start, end).indexOf(noun), end }))
}

/** The last clauses built alike: one word opens them all, or one verb stands behind their first character. */
function alike(shadow: string, clauses: readonly Item[]): readonly Item[] {
  const last = clauses.at(-1)
  if (last === undefined) return []
  const words = shadow.slice(last.start, last.end)
  const [opening, verb] = [words.slice(0, 2), words.charAt(1)]
  const fits = (text: string): boolean =>
    text.includes(opening) || (/[有抓管联帮连办带]/.test(verb) && text.slice(-words.length - 4).includes(verb))
  const first = clauses.findLastIndex(({ start, end }) => !fits(shadow.slice(start, end))) + 1
  const found = clauses.slice(first)
  const opened = found.slice(1).every(({ start, end }) => {
    const text = shadow.slice(start, end)
    return text.startsWith(opening) || text.charAt(1) === verb
  })
  if (!opened) return []
  return found.map(({ start, end }, i) => {
    const text = shadow.slice(start, end)
    const at = text.includes(opening) ? text.indexOf(opening) : text.lastIndexOf(verb) - 1
    return { start: i === 0 ? start + Math.max(0, at) : start, end }
  })
}

/** Lists that the words they begin with hold together, and the count behind them. */
export function* anaphoras(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, COUNT)) {
    const { count = '', unit = '', noun = '' } = match.groups ?? {}
    const announced = parseChinese(count) ?? Number(count)
    const clauses = clausesBefore(shadow, match.index)
    if (clauses.length < 2 || !(announced >= 2) || announced > 12) continue
    const head = unit === '个' && noun.length > 1 ? named(shadow, clauses, noun.slice(0, 2)) : []
    const items = head.length > 1 ? head : match[0].startsWith('的') ? alike(shadow, clauses) : []
    const first = items[0]
    if (first === undefined || items.length < (head.length > 1 ? 2 : 3) || Math.abs(items.length - announced) > 3)
      continue
    const start = match.index + match[0].indexOf(count)
    yield {
      reading,
      announced,
      numeral: [start, start + count.length],
      phrase: [start, match.index + match[0].length],
      list: [first.start, match.index],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: true,
      sure: false,
    }
  }
}

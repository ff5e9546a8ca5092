import type { Mention } from '../lexer/mention'
import { parseChinese } from '../lexer/numeral'
import { addendsOf, type Partition } from './partition'
import type { Reading } from '../claim'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { matchesOf } from '../matches'

/** Parts said for several at once: 甲市、乙市、丙市各2家; and what rose and fell of so many: 七大类五涨一平一降. */

/** A sentence of more figures is a table. */
const MOST = 40
const EACH = /各有?$|均[为有]$|分别都?[有为]$/

/** How many names stand before an 各: back to the mark that is no 、. */
function namesBefore(shadow: string, from: number, end: number): number {
  const clause =
    shadow
      .slice(from, end)
      .split(/[,;:(。]/)
      .at(-1) ?? ''
  return clause.split(/、|[和与及](?=[\u4E00-\u9FFF]{2})/).length
}

/** 14家,其中甲市3家、乙州3家;丙市、丁市、戊市各2家;己市、庚州各1家. */
function* ofEach(sentence: Sentence): Iterable<Partition> {
  const { reading, start } = sentence
  const { shadow } = reading
  const all = addends(sentence)
  const [total, ...parts] = all
  if (total === undefined || parts.length < 2 || parts.some((part) => kindOf(part) !== kindOf(total))) return
  if (!/^[^。]{0,6}[,:(]/.test(shadow.slice(total.classified, total.classified + 8))) return
  const times = parts.map((part, i) => {
    const before = shadow.slice(Math.max(start, part.start - 4), part.start)
    return EACH.test(before) ? namesBefore(shadow, (i === 0 ? total : (parts[i - 1] ?? total)).end + 1, part.start) : 1
  })
  if (times.every((one) => one === 1)) return
  const among = /^[^。]{0,6}[,(]?其中/.test(shadow.slice(total.classified, total.classified + 10))
  const spread = parts.flatMap((part, i) => Array.from({ length: times[i] ?? 1 }, () => part))
  const sum = spread.reduce((every, { value }) => every + value, 0)
  // Town by town to the end, and one more or less: no remainder, but a slip.
  const nearly =
    spread.length > 5 && Math.abs(sum - total.value) <= 1 && !/等/.test(shadow.slice(total.end, sentence.end))
  yield { reading, total, parts: spread, closed: !among || nearly, sum: false }
}

/** As addends, but 各2家 counts. */
function addends(sentence: Sentence): Mention[] {
  const plain = new Set(addendsOf(sentence))
  const { shadow } = sentence.reading
  return sentence.mentions.filter(
    (mention) =>
      plain.has(mention) ||
      (mention.kind === 'count' &&
        mention.range === null &&
        mention.dimension !== '' &&
        EACH.test(shadow.slice(Math.max(0, mention.start - 3), mention.start))),
  )
}

const STATES =
  /(?<whole>[二三四五六七八九十]|\d{1,3})[个大只家种项场轮座类](?!赛季)[\u4E00-\u9FFF]{0,14}?(?<states>(?:(?:[一二两三四五六七八九十]|\d{1,3})[涨跌升降平胜负]){2,3})(?![\u4E00-\u9FFF]{0,2}[一二两三四五六七八九十\d][涨跌升降平胜负])/g
const STATE = /(?<count>[一二两三四五六七八九十]|\d{1,3})[涨跌升降平胜负]/g

const MOVE = /[一二两三四五六七八九十\d][涨跌升降平胜负]/

const valueOf = (written: string): number => parseChinese(written) ?? Number(written)

/** 七大类价格五涨一平一降: the states make up the whole. */
function* ofMoves(sentence: Sentence): Iterable<Partition> {
  const { reading, start, end, mentions } = sentence
  const first = mentions[0]
  const words = reading.shadow.slice(start, end)
  if (first === undefined || !MOVE.test(words)) return
  for (const match of matchesOf(words, STATES)) {
    const { whole = '', states = '' } = match.groups ?? {}
    const at = start + match.index
    const mentionOf = (from: number, length: number, value: number): Mention => ({
      ...first,
      kind: 'count',
      value,
      amount: value,
      low: value,
      high: value,
      exact: true,
      approximators: [],
      dimension: '个',
      classifier: '个',
      start: from,
      end: from + length,
      numeral: [from, from + length],
      classified: from + length,
      range: null,
    })
    const from = at + match[0].length - states.length
    const parts = matchesOf(states, STATE).map((state) =>
      mentionOf(from + state.index, state[0].length, valueOf(state.groups?.['count'] ?? '')),
    )
    yield { reading, total: mentionOf(at, whole.length, valueOf(whole)), parts, closed: true, sum: false }
  }
}

/** Wholes whose parts are said for several at once, or as moves. */
export function* spreadOf(reading: Reading): Iterable<Partition> {
  if (reading.english || reading.mentions.length === 0) return
  for (const sentence of sentencesOf(reading)) {
    if (sentence.mentions.length > MOST) continue
    yield* ofEach(sentence)
    yield* ofMoves(sentence)
  }
}

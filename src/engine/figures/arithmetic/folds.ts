import type { Derivation } from './changes'
import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { amount, figure } from '../wording'

/**
 * How many times the one value is the other: 2015年42家;如今378家,是当年的9倍; 由1.3亿元到5.2亿元,五年翻了两番. The two must be the only
 * figures of their kind near by, and the words must say which is the earlier.
 */

const IS = /(?:[是为]|相当于|等于|达到?)(?:前者|后者|[^,。;\d]{0,10})的$/
const MORE = /(?:增长|增加|[翻多高]|扩大|提高|上涨)[了出]?(?:近|约|整整|将近)?$/
const DOUBLED = /(?:连续?|整整|足足|接连|已经?|[共又就])?翻了?(?:整整)?(?<twice>[一两二三四1-4])番/g
const OLD =
  /去年|上年|前年|上[届季月周次轮]|[上前]一[年月周届季轮天日]|同期|原[来先有本]|过去|以[前往]|此前|之前|当[初年时]|最初|最早|起初|年初|[从由自比较]|\d{4}年|年前|时,?[^。;]{0,12}(?:[只仅才]|不过)|(?:[只仅才]|不过|还是?)[有是为]?$/
const NEW =
  /今年|本[年届季月周次]|现[在有]|如今|目前|眼下|当前|[到至]了?20\d\d年|[到至达]$|变成|[增升涨提跃扩猛已]|去年/

const PASSING = new Set(['year', 'month', 'day', 'age', 'times', '%', 'fraction', 'hour', 'minute', '番'])

/** The only two of one kind before the figure, the nearest kind that has two. */
function twoBefore(window: Sentence, own: Sentence, at: number): readonly [Mention, Mention] | null {
  const before = window.mentions.filter(
    ({ end, kind, range, dimension, value }) =>
      end <= at && kind === 'count' && range === null && dimension !== '' && !PASSING.has(dimension) && value > 0,
  )
  const last = before.findLast(({ start }) => start >= own.start)
  const same = last === undefined ? [] : before.filter((one) => kindOf(one) === kindOf(last))
  const [a, b] = same
  return a !== undefined && b !== undefined && same.length === 2 ? [a, b] : null
}

/** The earlier first; null where the words do not say. */
function ordered(window: Sentence, [a, b]: readonly [Mention, Mention]): readonly [Mention, Mention] | null {
  const [x, y] = [a, b].map((one) => aheadOf(window, one, 24)) as [string, string]
  if (OLD.test(x) && !/[到至达]$/.test(x) && (NEW.test(y) || !OLD.test(y)) && b.value > a.value) return [a, b]
  return OLD.test(y) && !OLD.test(x) && a.value > b.value && /去年|上年|同期|[比较当原]/.test(y) ? [b, a] : null
}

/** 后者是前者的5倍. */
function namedOrder(ahead: string, [a, b]: readonly [Mention, Mention]): readonly [Mention, Mention] | null {
  const said = /(?:后者[^,。;]{0,6}(?<former>前者)|前者[^,。;]{0,6}后者)的$/.exec(ahead)
  return said === null ? null : said.groups?.['former'] === undefined ? [b, a] : [a, b]
}

const SAME = 0.08

function derivation(
  window: Sentence,
  said: Mention,
  [from, to]: readonly [Mention, Mention],
  less: number,
): Derivation {
  const { shadow } = window.reading
  const [x, y] = [asWritten(shadow, from), asWritten(shadow, to)]
  const half = Number.isInteger(said.value) ? 0.65 : 0.12
  return {
    said,
    from: [to, from],
    low: y.low / x.high - less - half,
    high: y.high / x.low - less + half + 0.3,
    value: y.value / x.value - less,
    expr: `${amount(to.amount)} ÷ ${amount(from.amount)}${less === 0 ? '' : ' - 1'}`,
  }
}

/** @param window the sentence and perhaps the one before it */
export function foldOf(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.dimension !== 'times' || said.range !== null || said.approximators.length > 0) return null
  // 是五年前的3倍: a figure of its own may stand between.
  const ahead = window.reading.shadow.slice(Math.max(own.start, said.start - 16), said.start)
  const [is, more] = [IS.test(ahead), MORE.test(ahead)]
  const pair = is === more ? null : twoBefore(window, own, said.start)
  const order = pair === null ? null : (namedOrder(ahead, pair) ?? ordered(window, pair))
  if (order === null || /以[上下内]|左右/.test(behindOf(window, said, 3))) return null
  // 成交套数约为新房的1.8倍, beside this month's and last month's.
  const name = /[是为于][约近]?(?<name>[\u4E00-\u9FFF]{2,8})的$/.exec(ahead)?.groups?.['name'] ?? ''
  if (
    name !== '' &&
    !OLD.test(name) &&
    !/[前后]者/.test(name) &&
    !aheadOf(window, order[0], 24).includes(name.slice(-2))
  )
    return null
  const found = derivation(window, said, order, is ? 0 : 1)
  // 2.4亿元到9.6亿元,增长四倍: what it became is taken for what it grew by.
  return more && Math.abs(found.value + 1 - said.value) < SAME
    ? { ...found, high: Math.min(found.high, said.value - SAME) }
    : found
}

/** 2024年1200人次;去年翻了一番,达到2400人次: the earlier is the only one of its kind before, the later stands right behind. */
function aroundOf(window: Sentence, at: number, end: number): readonly [Mention, Mention] | null {
  const { mentions, reading } = window
  const to = mentions.find(({ start }) => start >= end)
  if (to?.kind !== 'count' || to.range !== null || to.dimension === '' || PASSING.has(to.dimension)) return null
  if (!/^[,、]?(?:达到?|增至|升至|增加到|[为至到])[了约]?$/.test(reading.shadow.slice(end, to.start))) return null
  const before = mentions.filter((one) => one.end <= at && one.kind === 'count' && kindOf(one) === kindOf(to))
  const [from] = before
  if (from === undefined || before.length > 1 || from.range !== null || from.value <= 0 || to.value <= from.value)
    return null
  return OLD.test(aheadOf(window, from, 24)) ? [from, to] : null
}

/** 翻两番 is four times, told of what comes near. */
const LOOSE = 0.2

/** The places where a sentence says that something doubled so many times, and the later value it cannot be. */
export function* doublingsOf(window: Sentence, own: Sentence): Iterable<Derivation> {
  const text = window.reading.shadow.slice(own.start, own.end)
  for (const match of text.includes('番') ? text.matchAll(DOUBLED) : []) {
    const at = own.start + match.index
    const pair = twoBefore(window, own, at)
    const around = pair === null ? aroundOf(window, at, at + match[0].length) : null
    const order = pair === null ? around : ordered(window, pair)
    const word = match.groups?.['twice'] ?? '一'
    const twice = Number(word) || '一两三四'.indexOf(word) + 1 || 2
    if (order === null || /[近约将再]|力争|目标/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
    const [from, to] = order
    const times = 2 ** twice
    yield {
      said: to,
      from: [from],
      low: from.low * times * (1 - LOOSE),
      high: from.high * times * (1 + LOOSE),
      value: from.value * times,
      expr: `${amount(from.amount)} × ${figure(times)}`,
    }
  }
}

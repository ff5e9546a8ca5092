import type { Derivation } from './changes'
import { slipped, type Trial } from './finger'
import { areAlone, evenly, unlike, wordsTo } from './plain'
import { aheadOf, behindOf, isCompound } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { CHANGE, GAP, valuesOf } from './window'
import { figure } from '../wording'

/**
 * What lies between two values of one kind, whatever is compared: 出口186.4亿元,进口72.9亿元,顺差113.5亿元; 预算价4250万元,中标价
 * 3740万元,节约510万元. Words of difference suggest it, the digits bear it out.
 */

/** What the change is measured against, where it is said. */
const AGAINST =
  /(?:[比较](?![例重赛])(?<other>[\u4E00-\u9FFF]{1,12}?)(?:整整|足足|[净又也还要就大])?|(?<year>同比|环比))$/
const OLD =
  /去年|上年|前年|上[届季月周次轮]|[上前]一[年月周届季轮天日]|同期|原[来先有本定为]|过去|以[前往]|此前|之前|当[初时年]|最初|年初|期初|昨[天日]|前天|头一|[从由比较]/
const TIMES =
  /\d{4}年|[今去前明本当]年|[昨今前][天日]|[上本]?[下上]半年|[上本这]?[周月季]|年[初末底]|\d{1,2}月|[一二三四]季度|如今|现在|目前|眼下/g

const wordsOf = (window: Sentence, one: Mention): string => aheadOf(window, one, 30)
const clauseOf = (window: Sentence, one: Mention): string =>
  wordsOf(window, one)
    .split(/[,。;:]/)
    .at(-1) ?? ''
const timesIn = (words: string): string => (words.match(TIMES) ?? []).join(' ')

/** One of the two is of an earlier time. */
export function areOfTwoTimes(window: Sentence, a: Mention, b: Mention): boolean {
  const [x, y] = [wordsOf(window, a), wordsOf(window, b)]
  return OLD.test(x) !== OLD.test(y) || (timesIn(x) !== timesIn(y) && timesIn(y) !== '')
}

/** Whether what is said behind 比 stands beside one of the two. */
function isNamed(
  window: Sentence,
  pair: readonly Mention[],
  { other = '', year }: Readonly<Record<string, string | undefined>>,
): boolean {
  const told = pair.map((one) => wordsOf(window, one) + behindOf(window, one, 10)).join(' ')
  if (year !== undefined) return /去年|上年|同期|上[月季]/.test(told)
  const name = other.replace(/[的了出]$/, '').slice(-2)
  return told.includes(name)
}

/** The two values a difference is most likely of: both before it, in its own sentence as far as they are. */
function pairOf(
  window: Sentence,
  values: readonly Mention[],
  said: Mention,
  own: Sentence,
): readonly [Mention, Mention] | null {
  const inside = values.filter(({ start }) => start >= own.start)
  const before = inside.filter(({ end }) => end <= said.start)
  const [a, b] =
    before.length > 1
      ? before.slice(-2)
      : inside.length === 2
        ? inside
        : values.filter(({ end }) => end <= said.start).slice(-2)
  return a === undefined || b === undefined || a.value === b.value ? null : [a, b]
}

function trialOf(shadow: string, ...pair: readonly [Mention, Mention]): Trial {
  const [a, b] = pair.map((one) => asWritten(shadow, one)) as [Mention, Mention]
  const [more, less] = a.value >= b.value ? [a, b] : [b, a]
  return {
    from: [more, less],
    value: more.value - less.value,
    low: more.low - less.high,
    high: more.high - less.low,
    expr: `${figure(more.amount)} - ${figure(less.amount)}`,
  }
}

/** Every two of them; any that gives the figure clears it. */
export function pairsAmong(values: readonly Mention[]): (readonly [Mention, Mention])[] {
  return values.flatMap((b, j) => values.slice(0, j).map((a): readonly [Mention, Mention] => [a, b]))
}

/** What is left of the greatest when the others are taken from it. */
function restOf(values: readonly Mention[]): readonly Trial[] {
  const [whole, ...parts] = values.toSorted((a, b) => b.value - a.value)
  if (whole === undefined || parts.length < 2) return []
  const sum = (of: (one: Mention) => number): number => parts.reduce((all, one) => all + of(one), 0)
  const [value, low, high] = [
    whole.value - sum((one) => one.value),
    whole.low - sum((one) => one.high),
    whole.high - sum((one) => one.low),
  ]
  return value > 0 ? [{ from: values, value, low, high, expr: '' }] : []
}

const PASSING = new Set([
  'year',
  'month',
  'age',
  'times',
  '%',
  'week',
  '届',
  '期',
  '号',
  '次',
  'hour',
  'minute',
  'second',
])
const MOST = 6

const isBetween = (one: Mention, [a, b]: readonly [Mention, Mention]): boolean =>
  kindOf(one) === kindOf(a) && Math.abs(one.value - Math.abs(a.value - b.value)) < 1e-9 * one.value

/** @param window the sentence and perhaps the one before it */
export function gapOf(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.kind !== 'count' || said.dimension === '' || said.range !== null || PASSING.has(said.dimension)) return null
  if (said.dimension === 'temperature' && window.reading.shadow.includes('零下')) return null
  const ahead = aheadOf(window, said, 20)
  const gap = GAP.exec(ahead)
  const change = gap === null ? CHANGE.exec(ahead) : null
  const cue = gap ?? change
  // 长5.2米,宽3.8米: so long it is, not by so much longer than another.
  if (cue === null || (/^[高低长短早晚贵]/.test(cue[0]) && !/[比较]|相差/.test(ahead))) return null
  const values = valuesOf(window, said)
  const pair = values.length > MOST ? null : pairOf(window, values, said, own)
  if (pair === null || values.some(({ value }) => value === said.value)) return null
  if ([said, ...pair].some((one) => isCompound(window, one))) return null
  // 89个,整改71个,剩下的18个: what lies between them is told.
  if (window.mentions.some((one) => one.start > pair[0].start && one.start < said.start && isBetween(one, pair)))
    return null
  // Parts of a whole told before are not set against each other.
  if (pair.some((one) => one.start < own.start && /其中/.test(wordsOf(window, one)))) return null
  const against = AGAINST.exec(ahead.slice(0, cue.index))?.groups
  if (against !== undefined && !isNamed(window, pair, against)) return null
  if (change !== null && !areOfTwoTimes(window, ...pair)) return null
  const { shadow } = window.reading
  const first = trialOf(shadow, ...pair)
  const others = pairsAmong(values).map((two) => trialOf(shadow, ...two))
  const trials = [first, ...others, ...restOf(values)]
  const found = slipped(shadow, said, trials)
  if (found !== null) return found.value === first.value ? found : null
  return plainGap(window, own, said, pair, trials)
}

/** The only two of their kind near by. */
function plainGap(
  window: Sentence,
  own: Sentence,
  said: Mention,
  pair: readonly [Mention, Mention],
  trials: readonly Trial[],
): Derivation | null {
  const { shadow } = window.reading
  if (!areAlone(window, said, pair, 2) || said.start < own.start) return null
  const to = wordsTo(window, pair, said)
  if (/[;。]/.test(to) || PARTS.test(shadow.slice(window.start, said.start))) return null
  const [more, less] = pair[0].value >= pair[1].value ? pair : [pair[1], pair[0]]
  if (LEFT.test(aheadOf(window, said, 8)) && !WHOLE.test(clauseOf(window, more)) && !GONE.test(clauseOf(window, less)))
    return null
  const [all, some] = evenly([more, less, said]) as [Mention, Mention]
  const [trial, ...others] = trials
  if (trial === undefined) return null
  return unlike(shadow, said, [{ ...trial, low: all.low - some.high, high: all.high - some.low }, ...others])
}

/** What is left is left of a whole so called, or of what something was taken from. */
const LEFT = /[余剩]|还[差缺欠]|尚[差缺欠]/
const WHOLE = /[共总全原借欠买存]|计划|任务|目标|[应需][\u4E00-\u9FFF]{0,4}$|收入|预算/
const GONE = /[已用花卖扣还售掉]|完成|支出|除去/
const PARTS = /其[中余他它]|分别|包括|预计|计划再|每|[人户亩日月]均|平均|累计|比例/

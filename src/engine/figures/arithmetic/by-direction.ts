import type { Derivation } from './changes'
import { fine, fits, slipOf, type Trial } from './finger'
import { areOfTwoTimes } from './gaps'
import { aheadOf, isCompound } from '../labels'
import type { Mention } from '../lexer/mention'
import { evenly } from './plain'
import { isOfThese } from './shifts'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { amount, figure } from '../wording'

/**
 * What the only two figures of a kind give, whatever words stand between. By what share the one is above or below the other:
 * 395万人次,去年同月331万人次,上升19.3%. Whether it rose or fell says which it is measured from, the less or the more; measured from the
 * other, or a slip away, it is no accident. What lies between them, and what share the one is of the other, a slip away.
 */

/** The word of change in the clause of the share, nothing but a few characters behind it. */
const UP = /(?:[增涨升多长超高]|提高|扩大)[\u4E00-\u9FFF]{0,4}$/
const DOWN = /(?:[减降跌少缩低省]|便宜|回落|下滑)[\u4E00-\u9FFF]{0,4}$/
const NOT_THESE = /[占每均率将]|其中|可比|名义|实际增|累计|目标|计划|预计|力争|有望/
const PASSING = new Set(['year', 'month', 'day', 'age', 'times', 'hour', 'minute', 'week', '番', '次', '批'])

const counted = ({ kind, range, dimension, low }: Mention): boolean =>
  kind === 'count' && range === null && dimension !== '' && !PASSING.has(dimension) && low > 0

type Pair = readonly [less: Mention, more: Mention]

/** The words of its own clause before it. */
function clauseOf({ reading }: Sentence, own: Sentence, said: Mention, length = 14): string {
  return (
    reading.shadow
      .slice(Math.max(own.start, said.start - length), said.start)
      .split(/[,。;]/)
      .at(-1) ?? ''
  )
}

/** The only two of a kind before it, the last kind that has two, among such as may be set against each other. */
function pairOf(window: Sentence, said: Mention, may: (one: Mention) => boolean, from: number): Pair | null {
  const counts = window.mentions.filter((one) => one !== said && may(one))
  const before = counts.filter(({ start, end }) => end <= said.start && start >= from)
  for (const last of before.slice(-2).toReversed()) {
    const same = counts.filter((one) => kindOf(one) === kindOf(last))
    const [a, b] = same
    if (a === undefined || b === undefined) continue
    if (same.length > 2 || a.value === b.value || b.end > said.start) return null
    return a.value < b.value ? [a, b] : [b, a]
  }
  return null
}

const isTenth = ({ classifier }: Mention): boolean => classifier === '成' || classifier === '半'

/** The share a figure should be, where it is a slip from it. 四成 is told to the tenth, 四成半 to the twentieth: farther off, it is none. */
function isOff(shadow: string, told: Mention, right: Trial, wrong?: Trial): boolean {
  if (isTenth(told)) {
    const apart = Math.abs(told.value - right.value)
    return told.value !== 50 && apart > (told.value % 10 === 0 ? 6 : 3.5) && apart < 30
  }
  if (fits(shadow, told, right)) return false
  const exact =
    wrong !== undefined && Math.abs(wrong.value - told.value) <= (Number.isInteger(told.amount) ? 0.5 : 0.06)
  return exact || slipOf(shadow, told, right.value) > 1
}

/** The share between them, of the less or of the more. */
function changeOf(pair: Pair, base: 'less' | 'more', unit: number): Trial {
  const [less, more] = pair
  const [x, y] = evenly(pair) as [Mention, Mention]
  const by = (one: number, other: number): number => ((other - one) / (base === 'less' ? one : other)) * unit
  return {
    from: pair,
    value: by(x.value, y.value),
    low: by(x.high, y.low),
    high: by(x.low, y.high),
    expr: `(${amount(more.amount)} - ${amount(less.amount)}) ÷ ${amount(base === 'less' ? less.amount : more.amount)}`,
  }
}

const BECAME = /[至到达为][有约近]?$/

/** What was and what is: of two times, or the one became the other. */
function areTimes(window: Sentence, [a, b]: Pair): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  return areOfTwoTimes(window, first, second) || BECAME.test(aheadOf(window, second))
}

/** A share of change. */
function changed(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said)
  const [up, down] = [UP.test(clause), DOWN.test(clause)]
  if (up === down || NOT_THESE.test(clause)) return null
  const pair = pairOf(window, said, counted, own.start)
  const told = fine(said)
  if (pair === null || told === null || !isOfThese(window, own, said, pair) || (isTenth(said) && clause.length > 8))
    return null
  if (!areTimes(window, pair)) return null
  const right = changeOf(pair, up ? 'less' : 'more', 100)
  const wrong = changeOf(pair, up ? 'more' : 'less', 100)
  return isOff(window.reading.shadow, told, right, wrong) ? { said: told, ...right } : null
}

/** 960名,前年320名,增长三倍: what it became is taken for what it grew by, or the other way round. */
function multiplied(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said)
  const is = /[是为于][^,。;]{0,10}的$/.test(clause)
  if (said.approximators.length > 0 || is === UP.test(clause) || NOT_THESE.test(clause.slice(-6))) return null
  const pair = pairOf(window, said, counted, own.start)
  if (pair === null) return null
  const grown = changeOf(pair, 'less', 1)
  const [right, wrong] = is ? [grown.value + 1, grown.value] : [grown.value, grown.value + 1]
  if (Math.abs(wrong - said.value) > 0.03 * wrong || said.value < 2) return null
  const [less, more] = pair
  const expr = `${amount(more.amount)} ÷ ${amount(less.amount)}${is ? '' : ' - 1'}`
  return { said, from: pair, value: right, low: right, high: right, expr }
}

/** Words of a difference in the clause of the figure. */
const APART =
  /(?:[增减升降涨跌缩省差超赚亏赢剩余]|[快慢高低长短][了出]|提[高升前]|扩大|[多少](?![儿数年])[\u4E00-\u9FFF]?)[\u4E00-\u9FFF]{0,3}$/
const OF_TIME = /[增减升降涨跌提扩缩]|[比较]|同比|环比/
/** Parts of one whole are not set against each other. */
const PARTITION = /其[中余他]|[共总剩余]/
const NOT_APART = /[占每均共总最]|其[中余他]|累计|目标|计划|预计|力争|有望|[至到为][\u4E00-\u9FFF]{0,3}$/

/** What lies between the two: 17.62米 … 18.05米,上涨了0.43米; between two rates in points. */
function apart(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said, 10)
  if (!APART.test(clause) || NOT_APART.test(clause)) return null
  const { shadow } = window.reading
  const points = said.kind === 'point'
  const may = ({ kind, range, dimension, value }: Mention): boolean =>
    range === null && (points ? kind === 'percent' : kind === 'count' && dimension === said.dimension && value > 0)
  const values = window.mentions.filter((one) => one !== said && one.end <= said.start && may(one))
  const last = values.at(-1)
  if (last === undefined || last.start < own.start || values.length > 4 || values.some(({ value }) => value === said.value))
    return null
  // A change lies between what was and what is.
  if (OF_TIME.test(clause) && !values.slice(0, -1).some((one) => areTimes(window, [one, last]))) return null
  const trials = values.slice(0, -1).flatMap((one) => [between(one, last), summed(one, last)])
  if (trials.some((one) => fits(shadow, said, one))) return null
  if (values.length > 2 && PARTITION.test(shadow.slice(window.start, said.start))) return null
  if ([said, ...values].some((one) => isCompound(window, one))) return null
  // A level and how far it lies from a mark are not set against each other.
  const alike = values.filter(({ value }) => value < last.value * ALIKE && value > last.value / ALIKE)
  const least = alike.length === 2 ? 2 : 3
  const found = trials.find(({ expr, value }) => expr.includes(' - ') && slipOf(shadow, said, value) >= least)
  return found === undefined ? null : { said, ...found }
}

const ALIKE = 4

function between(a: Mention, b: Mention): Trial {
  const [more, less] = a.value >= b.value ? [a, b] : [b, a]
  const value = more.value - less.value
  const expr = `${figure(more.amount)} - ${figure(less.amount)}`
  return { from: [more, less], value, low: value, high: value, expr }
}

function summed(a: Mention, b: Mention): Trial {
  const value = a.value + b.value
  return { from: [a, b], value, low: value, high: value, expr: '' }
}

const SHARE = /占|比例|比重|[^增涨升降减跌约缩浮长价现利汇税费]率|完成/
const OF_ANOTHER = /入住|上座|满意|好评|就业|失业|增长率|成活|收视|负债/
const CHANGED = /[增减涨升降]|提高|[比较](?!例|重)|同比|环比|力争|确保|争取|目标是/

/** The share is said of the whole by its name, or right behind the two in one sentence, with no other share between. */
function isShareOf(window: Sentence, own: Sentence, said: Mention, pair: Pair, clause: string): boolean {
  const [less, more] = pair
  const last = Math.max(less.end, more.end)
  if (more.value < 10 || window.mentions.some(({ kind, start }) => kind === 'percent' && start > last && start < said.start))
    return false
  const { shadow } = window.reading
  const name = /占(?:了|到)?(?:全部|所有)?(?<whole>[\u4E00-\u9FFF]{2})/.exec(clause)?.groups?.['whole']
  const told = shadow.slice(Math.max(window.start, more.start - 14), more.classified + 8)
  if (name !== undefined && told.includes(name)) return true
  // 外籍选手56名,…女性占32%: the share has a part of its own.
  const subject = /(?<subject>[\u4E00-\u9FFF]{2})占/.exec(clause)?.groups?.['subject']
  if (subject !== undefined && !shadow.slice(window.start, last).includes(subject)) return false
  if (isTenth(said) && name === undefined) return false
  return less.start >= own.start && !less.dimension.startsWith('money') && !OF_ANOTHER.test(clause)
}

/** What share the less is of the more: 1280名毕业生,签约的有832名,占65%. */
function shared(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said, 20)
  const told = fine(said)
  if (told === null || !SHARE.test(clause) || CHANGED.test(clause)) return null
  const { shadow } = window.reading
  const pair = pairOf(window, said, (one) => isAddend(shadow, one) && one.value > 1, window.start)
  if (pair === null || !isShareOf(window, own, said, pair, clause)) return null
  const [part, whole] = evenly(pair) as [Mention, Mention]
  const trial: Trial = {
    from: pair,
    value: (part.value / whole.value) * 100,
    low: (part.low / whole.high) * 100,
    high: (part.high / whole.low) * 100,
    expr: `${amount(part.amount)} ÷ ${amount(whole.amount)}`,
  }
  return isOff(shadow, told, trial) ? { said: told, ...trial } : null
}

/** @param window the sentence and perhaps some before it */
export function byDirection(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.range !== null) return null
  if (said.dimension === 'times') return multiplied(window, own, said)
  if (said.kind === 'percent')
    return said.value >= 100 ? null : (changed(window, own, said) ?? shared(window, own, said))
  if (said.kind === 'point' || (counted(said) && said.dimension !== 'temperature')) return apart(window, own, said)
  return null
}

import type { Derivation } from './changes'
import type { Example } from '../claim'
import { fits, slipOf, type Trial } from './finger'
import { isCompound } from '../labels'
import type { Mention } from '../lexer/mention'
import { areTimes, clauseOf } from './only-two'
import { kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/** What lies between two figures of a kind, a slip away: 今日8时水位17.62米 … 18.05米,上涨了0.43米; 61.3% … 74.1%,提高12.8个百分点. */

/** Words of a difference in the clause of the figure. */
const APART =
  /(?:[增减升降涨跌缩省差超赚亏赢剩余]|[快慢高低长短][了出]|提[高升前]|扩大|[多少](?![儿数年])[\u4E00-\u9FFF]?)[\u4E00-\u9FFF]{0,3}$/
const OF_TIME = /[增减升降涨跌提扩缩比较]|同比|环比/
/** Parts of one whole are not set against each other. */
const PARTITION = /其[中余他]|[共总剩余]/
const NOT_APART = /[占每均共总最]|其[中余他]|累计|目标|计划|预计|力争|有望|[至到为][\u4E00-\u9FFF]{0,3}$/

/** What lies between the two: 17.62米 … 18.05米,上涨了0.43米; between two rates in points. */
export function lyingBetween(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said, 10)
  if (!APART.test(clause) || NOT_APART.test(clause)) return null
  const { shadow } = window.reading
  const points = said.kind === 'point'
  const may = (one: Mention): boolean =>
    one.range === null &&
    (points ? one.kind === 'percent' : one.kind === 'count' && kindOf(one) === kindOf(said) && one.value > 0)
  const values = window.mentions.filter((one) => one !== said && one.end <= said.start && may(one))
  const last = values.at(-1)
  if (
    last === undefined ||
    last.start < own.start ||
    values.length > 4 ||
    values.some(({ value }) => value === said.value)
  )
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

export const lyingBetweenExamples: readonly Example[] = [
  {
    wrong: '今日8时水位[[17.62米]],低于警戒水位1.88米。至14时水位已达[[18.05米]],6个小时里上涨了[[0.53米]]。',
  },
  { wrong: '自备餐具比率由[[61.3%]]起步。\n今年这个比率来到[[74.1%]],提高[[13.8个百分点]]。' },
  { wrong: '路程由原来的[[26公里]]缩短为[[14公里]],少走了[[16公里]]。' },
  {
    silent:
      '今日8时水位17.62米,低于警戒水位1.88米。至14时水位已达18.05米,6个小时里上涨了0.43米。图书文学类1100册,科普类800册,少儿类500册。',
  },
]

import type { Derivation } from './changes'
import { fine, type Trial } from './finger'
import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import { lyingBetween, lyingBetweenExamples } from './lying-between'
import { areTimes, clauseOf, counted, isOff, isTenth, pairOf, type Pair } from './only-two'
import { evenly } from './plain'
import type { Sentence } from '../sentences'
import { shareOfTwo, shareOfTwoExamples } from './share-of-two'
import { isOfThese } from './shifts'
import { amount } from '../wording'

/**
 * By what share one of the only two figures of a kind is above or below the other: 395万人次,去年同月331万人次,上升19.3%. Whether it rose or
 * fell says which it is measured from, the less or the more; measured from the other, or a slip away, it is no accident.
 */

/** The word of change in the clause of the share, nothing but a few characters behind it. */
const UP = /(?:[增涨升多长超高]|提高|扩大)[\u4E00-\u9FFF]{0,4}$/
const DOWN = /(?:[减降跌少缩低省]|便宜|回落|下滑)[\u4E00-\u9FFF]{0,4}$/
const NOT_THESE = /[占每均率将]|其中|可比|名义|实际增|累计|目标|计划|预计|力争|有望/
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

/** @param window the sentence and perhaps some before it */
export function byDirection(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.range !== null) return null
  if (said.dimension === 'times') return multiplied(window, own, said)
  if (said.kind === 'percent')
    return said.value >= 100 ? null : (changed(window, own, said) ?? shareOfTwo(window, own, said))
  if (said.kind === 'point' || (counted(said) && said.dimension !== 'temperature'))
    return lyingBetween(window, own, said)
  return null
}

export const byDirectionExamples: readonly Example[] = [
  ...lyingBetweenExamples,
  ...shareOfTwoExamples,
  { wrong: '今年1月访港旅客为[[395万人次]],去年同月则为[[331万人次]],按年上升[[16.2%]]。' },
  { wrong: '去年上半年下线汽车[[4.8万辆]]。\n今年同期攀升至[[6万辆]],同比增长[[20%]]。' },
  { wrong: '去年全省找回被拐人员[[960名]],前年这个数字是[[320名]],一年间增长了[[三倍]]。' },
  { wrong: '摊主去年每天能卖[[200斤]],今年只能卖[[120斤]],少了[[六成]]。' },
  {
    silent:
      '今年1月访港旅客为395万人次,去年同月则为331万人次,按年上升19.3%。全校用水由3200吨降到1900吨,教学楼的漏水量更是减少了六成。',
  },
  { silent: '全市有公交车2600辆,出租车3100辆,公交车同比增加12%。去年找回960名,前年320名,增长了两倍。' },
]

import type { Derivation } from './changes'
import { slipped, type Trial } from './finger'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { fractionOff } from './shifts'
import { amount } from '../wording'

/**
 * A part and a share a digit from what it is of a whole beside it: 2400人里,女性1680人,占了七成; 目标8000套,已开工6800套,完成85%;
 * 1500名受访者中有600人,占五分之二.
 */

const SHARE =
  /(?:占(?:[比了据去有]|到了?|总[数量]?的?|全部的?|其中的?|[\u4E00-\u9FFF]{1,8}的)?|比例|比重|[^增涨升降减跌约缩浮长价现]率|完成了?(?:[全年度总]|目标|计划|任务)*的?|进度|达标|过半|即|相当于[^,。;\d]{0,8}的?)[也已]?(?:高达|达到?|[为是到]|超过|[超近约有])?$/
const CHANGED = /[增减涨升降]|提高|[比较](?!例|重)|同比|环比|力争|确保|争取|目标是|到20\d\d年/
/** What names a rate of another thing. */
const OTHER_RATE =
  /利率|汇率|费率|税率|概率|湿度|浓度|含量|负债率|折扣|年化|收视|上座|入住|出勤|失业|毛利|净利|增长率|城镇化率|投票|覆盖率|森林/

function trialOf(shadow: string, said: Mention, pair: readonly [part: Mention, whole: Mention]): Trial {
  const [part, whole] = pair.map((one) => asWritten(shadow, one)) as [Mention, Mention]
  const unit = said.kind === 'percent' ? 100 : 1
  return {
    from: pair,
    value: (part.value / whole.value) * unit,
    low: (part.low / whole.high) * unit,
    high: (part.high / whole.low) * unit,
    expr: `${amount(part.amount)} ÷ ${amount(whole.amount)}`,
  }
}

/** Of the kind that stands nearest before the share, the two figures of its window, or the nearest and all greater ones. */
function pairsOf(window: Sentence, own: Sentence, said: Mention): (readonly [part: Mention, whole: Mention])[] {
  const { shadow } = window.reading
  const before = window.mentions.filter(
    (one) => one.end <= said.start && isAddend(shadow, one) && one.value > 1 && !STEP.test(aheadOf(window, one, 16)),
  )
  const part = before.findLast(({ start }) => start >= own.start)
  if (part === undefined) return []
  const same = before.filter((one) => one !== part && kindOf(one) === kindOf(part))
  const inside = same.filter(({ start }) => start >= own.start)
  const wholes = (inside.length > 0 ? inside : same).filter(({ value, low }) => value > part.value && low > 0)
  return wholes.toReversed().map((whole) => [part, whole] as const)
}

/** 调解率, 中签率: what a rate is of is named before the part, or the rate is of something else. */
function isOfAnother(window: Sentence, part: Mention, ahead: string): boolean {
  const stem = /(?<stem>[\u4E00-\u9FFF]{2})率[^率]{0,4}$/.exec(ahead)?.groups?.['stem']
  if (stem === undefined) return false
  const { shadow } = window.reading
  const told = shadow.slice(window.start, part.classified) + shadow.slice(part.classified).split(/[,。;]/)[0]
  // 毕业生 is no word of 就业率.
  return ![...stem].some((one) => one !== '业' && told.includes(one))
}

/** 比上学期多9所: by how many more, and part of nothing. */
const STEP = /[比较][^,。;]{1,12}[多少][\u4E00-\u9FFF]{0,2}$/

/** 党员86人,老人占三成: the share has a name of its own. */
const NAMED = /[\u4E00-\u9FFF]{2}(?<![也已共约就均])占[\u4E00-\u9FFF]{0,3}$/

const isTenth = (said: Mention): boolean => said.classifier === '成'

/** @param window the sentence and perhaps the one before it */
export function shareNear(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.range !== null || (said.kind !== 'percent' && said.kind !== 'fraction') || said.classifier === '半')
    return null
  const ahead = aheadOf(window, said, 20)
  if (!SHARE.test(ahead) || CHANGED.test(ahead) || OTHER_RATE.test(ahead) || NAMED.test(ahead)) return null
  const { shadow } = window.reading
  const pairs = pairsOf(window, own, said)
  const [pair] = pairs
  if (pair === undefined || /;/.test(shadow.slice(pair[0].end, said.start))) return null
  if (isOfAnother(window, pair[0], ahead)) return null
  const trials = pairs.map((one) => trialOf(shadow, said, one))
  const inRow = pairs.length === 1 && /^[^,。;]{0,12},?[^,。;]{0,12}$/.test(shadow.slice(pair[0].end, said.start))
  if (said.kind === 'fraction') return inRow ? fractionOff(said, trials) : null
  if (isTenth(said)) return inRow && Number.isInteger(said.amount) ? tenthOff(said, trials) : null
  return inRow || pairs.length === 1 ? slipped(shadow, said, trials) : slipped(shadow, said, trials, 3)
}

/** 七成 is said of 65 to 75 in the hundred, and a bit around. */
function tenthOff(said: Mention, trials: readonly Trial[]): Derivation | null {
  const [first] = trials
  if (first === undefined || said.approximators.length > 0) return null
  const off = trials.every(({ low, high }) => said.value + 6 < low || said.value - 6 > high)
  return off && Math.abs(said.value - first.value) < 30 ? { said, ...first } : null
}

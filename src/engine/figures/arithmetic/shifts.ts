import type { Derivation } from './changes'
import { slipped, type Trial } from './finger'
import { pairsAmong } from './gaps'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { areAlone, evenly, unlike, wordsTo } from './plain'
import { isOfNext, valuesOf } from './window'
import { amount } from '../wording'

/**
 * By what share a value became another, or stands above or below it: 预算价4250万元,中标价3740万元,节约率12%; 今年486.5万人次。去年同期
 * 412.3万人次,同比增长18.0%. Which one it started from the words say; the digits bear it out.
 */

const SHIFT =
  /(?:增长|成长|增加|增幅|[涨升降减跌]幅|上升|提高|提升|上涨|增[收产]|扩大|下降|减少|降低|回落|下[跌滑调]|缩[减水短]|压缩|上[调浮]|下浮|溢价|折价|折让|节[约省支]|节资|[省低少贵涨升降减跌增赚]|高出?|多出?|便宜|净?利润|毛利|回报|收益|升值|贬值|亏损|盈利|超[出过]?)(?:幅度|比例|率|了)?(?:只有|高|多|超过?)?[了出去为达约近到]{0,3}$/
export const UP = /[增涨升高多贵赚超]|成长|上[升涨调浮]|提[高升]|扩大|溢价|利润|毛利|回报|收益|盈利/
export const DOWN = /下[降跌滑调浮]|[减降跌缩压折节省低少贬亏]|回落|便宜/
/** The one a change started from. */
const BASE =
  /去年|上年|前年|上[届季月周次轮]|[上前]一[年月周届季轮天日]|同期|原[来先有本定价]|过去|以[前往]|此前|之前|当[初年]|最初|年初|期初|昨[天日]|前天|头一|[从由自][^,。;以]{0,8}$|预算|计划|目标|控制价|限价|起[始拍]价|底价|标价|挂牌|指导价|定价|评估|估价|发行价|成本|进价|买入|购入|市场价|门市价|[比较](?!例|重)|\d{4}年|还是|只有/
const NOT_BASE = /今年|本[年届季月周次]|现[在有价]|如今|目前|眼下|成交|中标|竞得|到手|实付|售价|实际|[到至达]$/
const OF_EACH = /占|其中|每|[人户日月亩场]均|平均|完成率|合格率|累计/

const wordsOf = (window: Sentence, one: Mention): string => aheadOf(window, one, 24)

/** Which of the two the change started from: the one so called, or the earlier told where the later is so called. */
export function baseOf(
  window: Sentence,
  [a, b]: readonly [Mention, Mention],
): readonly [from: Mention, to: Mention] | null {
  const [x, y] = [wordsOf(window, a), wordsOf(window, b)]
  const [fromA, fromB] = [BASE.test(x) && !/[到至]$/.test(x), BASE.test(y) && !/[到至]$/.test(y)]
  if (fromA !== fromB) return fromA ? [a, b] : [b, a]
  if (fromA && fromB)
    return NOT_BASE.test(x) !== NOT_BASE.test(y)
      ? NOT_BASE.test(x)
        ? [b, a]
        : [a, b]
      : yearsOf(x) < yearsOf(y)
        ? [a, b]
        : null
  const [stageA, stageB] = [stageOf(x), stageOf(y)]
  if (stageA !== null && stageB !== null && stageA !== stageB) return stageA < stageB ? [a, b] : [b, a]
  return NOT_BASE.test(y) && !NOT_BASE.test(x) ? [a, b] : null
}

const STAGE =
  /(?<quarter>[一二三四])季度|(?<half>[上下])半年|(?<first>首|第一)[日周月轮期批]|(?<second>次|第二)[日周月轮期批]/

/** Which stretch of one year, or of one run. */
function stageOf(words: string): number | null {
  const { quarter, half, first, second } = STAGE.exec(words)?.groups ?? {}
  if (quarter !== undefined) return '一二三四'.indexOf(quarter)
  if (half !== undefined) return '上下'.indexOf(half) + 10
  return first !== undefined ? 20 : second !== undefined ? 21 : null
}

const yearsOf = (words: string): number => Number(/(\d{4})年/.exec(words)?.[1] ?? 9999)

/** The share by which one became the other; in multiples where a multiple is said. */
function trialOf(shadow: string, said: Mention, pair: readonly [from: Mention, to: Mention]): Trial {
  const [from, to] = pair.map((one) => asWritten(shadow, one)) as [Mention, Mention]
  const unit = said.kind === 'percent' ? 100 : 1
  const all = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => (Math.abs(y - x) / x) * unit))
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  return {
    from: [from, to],
    value: (Math.abs(to.value - from.value) / from.value) * unit,
    low: Math.min(...all),
    high: Math.max(...all),
    expr: `(${amount(more.amount)} - ${amount(less.amount)}) ÷ ${amount(from.amount)}`,
  }
}

/** A half, a third, a quarter … are said of what comes near. */
const SIMPLE = [1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 6, 1 / 8, 1 / 10]
const NEAR = 0.02
const FAR = 0.05

/** The fraction is none of what they give, and what they give is another plain fraction. */
export function fractionOff(said: Mention, trials: readonly Trial[]): Derivation | null {
  const [first] = trials
  if (first === undefined || trials.some(({ value }) => Math.abs(value - said.value) < FAR)) return null
  const plain = SIMPLE.some((one) => Math.abs(one - first.value) < NEAR)
  return plain && said.approximators.length === 0 ? { said, ...first } : null
}

const PASSING = new Set(['year', 'month', 'day', 'age', 'times', '%', 'fraction'])
const MOST = 6

/** The two values nearest before the change, of the last kind that has two; one of them may stand behind it. */
function candidates(window: Sentence, own: Sentence, said: Mention): readonly Mention[] {
  const before = window.mentions.filter(
    ({ end, kind, range, dimension }) =>
      end <= said.start && kind === 'count' && range === null && dimension !== '' && !PASSING.has(dimension),
  )
  for (const last of before.toReversed()) {
    const values = valuesOf(window, { ...last, start: -1 }).filter(({ end }) => end <= said.start)
    const inside = values.filter(({ start }) => start >= own.start)
    if (inside.length === 2) return inside
    if (values.length > 1 && values.length <= MOST) return values
  }
  return []
}

/** @param window the sentence and perhaps the one before it */
export function shiftOf(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.range !== null || (said.kind !== 'percent' && said.kind !== 'fraction')) return null
  const ahead = aheadOf(window, said, 20)
  if (!SHIFT.test(ahead) || OF_EACH.test(ahead)) return null
  const values = candidates(window, own, said)
  // 去年同期为1亿吨。…88万标箱,比…80万标箱…增长10%: of the figure right before it, whatever that counts.
  if (isOfNext(own, said, values)) return null
  const [a, b] = values.slice(-2)
  if (a === undefined || b === undefined || a.low <= 0 || b.low <= 0) return null
  const pair = baseOf(window, [a, b])
  if (pair === null) return null
  const words = SHIFT.exec(ahead)?.[0] ?? ''
  if (UP.test(words) !== DOWN.test(words) && UP.test(words) !== pair[1].value > pair[0].value) return null
  if (/同比|[比较]上年|[比较]去年/.test(ahead) && !/去年|上年|同期|\d{4}年/.test(wordsOf(window, pair[0]))) return null
  if (/环比/.test(ahead) && /去年|上年|同期/.test(wordsOf(window, pair[0]))) return null
  const { shadow } = window.reading
  const trials = [
    trialOf(shadow, said, pair),
    ...pairsAmong(values).flatMap(([x, y]) =>
      x === a && y === b ? [] : [trialOf(shadow, said, [x, y]), trialOf(shadow, said, [y, x])],
    ),
    ...stepsOf(window, said, values),
  ]
  const near = said.kind === 'fraction' ? fractionOff(said, trials) : slipped(shadow, said, trials)
  if (near !== null) return near.value === trials[0]?.value ? near : null
  return plainShift(window, own, said, pair, trials)
}

const NOT_COMPARED = /可比|实际增长|名义|不变价|生产总值|GDP|增加值|其中|累计|[人户亩日月]均|平均|年均/

/** The only two of their kind near by, and nothing of another name before the share: no slip of the hand need bear it out. */
function plainShift(
  window: Sentence,
  own: Sentence,
  said: Mention,
  pair: readonly [Mention, Mention],
  trials: readonly Trial[],
): Derivation | null {
  const { shadow } = window.reading
  if (said.kind !== 'percent' || !areAlone(window, said, pair, 2)) return null
  const words = shadow.slice(window.start, said.start)
  if (NOT_COMPARED.test(words) || /;/.test(wordsTo(window, pair, said)) || !isOfThese(window, own, said, pair))
    return null
  const [from, to] = evenly(pair) as [Mention, Mention]
  const all = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => (Math.abs(y - x) / x) * 100))
  const [first, ...others] = trials
  if (first === undefined) return null
  return unlike(shadow, said, [{ ...first, low: Math.min(...all), high: Math.max(...all) }, ...others])
}

/** The share has no name of its own, or one that stands beside the two as well. */
export function isOfThese(window: Sentence, own: Sentence, said: Mention, pair: readonly [Mention, Mention]): boolean {
  const { shadow } = window.reading
  const name = NAME.exec(wordsTo(window, pair, said))?.groups?.['name'] ?? ''
  const told = shadow.slice(window.start, Math.max(pair[0].start, pair[1].start))
  return (
    pair.some(({ start }) => start >= own.start) &&
    (name.length < 2 || told.includes(name.slice(0, 2)) || told.includes(name.slice(-2)))
  )
}

const NAME =
  /[,。、](?:同比|环比|按[年月季]|[比较][^,。;]{1,10}?|一[年月季]|[两三四五六七八九十]年|半年|[这其该])?(?<name>[\u4E00-\u9FFF]{0,8}?)(?:同比|环比|[比较][^,。;]{1,10}?)?(?:增长|成长|增加|[涨升降减跌增]幅|上升|提高|提升|上涨|增[收产]|扩大|下降|减少|降低|回落|下[跌滑调]|缩[减水短]|压缩|上[调浮]|下浮|[涨跌降升]去?)[\u4E00-\u9FFF]{0,4}$/

/** 增加42家,增长41.6%: a step told beside the share, of any of the values. */
function stepsOf({ mentions }: Sentence, said: Mention, values: readonly Mention[]): Trial[] {
  const step = mentions[mentions.findIndex(({ start }) => start === said.start) - 1]
  const [first] = values
  if (step === undefined || first === undefined || kindOf(step) !== kindOf(first)) return []
  const unit = said.kind === 'percent' ? 100 : 1
  return values.map((value): Trial => {
    const share = (step.value / value.value) * unit
    return { from: [step, value], value: share, low: share, high: share, expr: '' }
  })
}

import type { Derivation } from './changes'
import type { Trial } from './finger'
import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { areAlone, evenly, unlike } from './plain'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { amount } from '../wording'

/**
 * A share whose words name the part, the whole or both, beside the only two figures of one kind: 毕业生1200人,考上大学的900人,
 * 升学率75%; 研发投入1.2亿元,营业收入30亿元,研发投入占营业收入的4%. Which is the part and which the whole the words say.
 */

/** A rate, what its part is called, and, where not anything may be it, its whole. */
const RATES: readonly (readonly [rate: RegExp, part: RegExp, whole?: RegExp])[] = [
  [/(?:森林|绿化)覆盖率/, /森林|林地|绿化/, /国土|总面积|幅员|土地|[县市区省]域/],
  [/城[镇市]化率/, /城镇/, /常住|总人口|人口/],
  [/(?:升学|录取|上线|升本)率/, /考上|考取|升入|录取|上线|升学/],
  [/就业率/, /就业|签约|落实/],
  [/普及率/, /普及|装[上了]|安装|用[上了]|[接开]通|购[买置]|拥有/],
  [/(?:出勤|到课|到岗|到会|出席)率/, /出勤|到[课岗会]|实到|上课|出席/],
  [/投票率/, /投票|投了/],
  [/入住率/, /入住|住满|住[了进]|订出/],
  [/(?:上座|售票)率/, /观众|入场|到场|上座|售出|坐/],
  [/(?:合格|达标|优良|优秀|优质)率/, /合格|达标|优良|优秀|优质/],
  [/(?:成活|存活|孵化|出苗)率/, /成活|存活|活了|孵出|出苗/],
  [/(?:破案|侦破)率/, /侦破|破获|破案|告破/],
  [/(?:命中|投篮)率/, /命中|投中|投进|中/],
  [/胜率/, /胜|赢/],
  [
    /(?:参保|参合|入园|入学|参与|参赛|参训|参会|持证|接种|签约|建档|体检|普及|通车|通水|入户|脱贫|返岗|复工|开工|完工|竣工|投产|落地|履约|转化)率/,
    /参[保合与加赛训会]|入[园学户]|持证|接种|签约|建档|体检|普及|通[车水]|脱贫|返岗|复工|开工|完工|竣工|投产|落地|履约|转化/,
  ],
  [
    /(?:办结|化解|整改|解决|调解|回收|兑现|兑付|结案|审结|修复|处置|完成|交付|销号|采纳|答复|满意|好评|治愈|检出|阳性|中标|命名|利用|使用|抽检|准点|正点|成功)率/,
    /办结|化解|整改|解决|调解|回收|兑[现付]|结案|审结|修复|处置|完成|交付|销号|采纳|答复|满意|好评|治愈|检出|阳性|中标|利用|使用|准点|正点|成功/,
  ],
]
const LIMITED = /(?:[限期]内|按[时期]|当[场庭日天]|及时|首[次个]|初次|一次性?|平均|综合|累计)[\u4E00-\u9FFF]{0,4}率/
const CHANGED = /[增减涨升降]|提高|[比较](?!例|重)|同比|环比|力争|确保|争取|目标|预计|有望/
/** 研发投入占营业收入的4%: both by their names. */
const BOTH =
  /(?:^|[,;、])(?<part>[\u4E00-\u9FFF]{2,8}?)占(?:到|了)?(?:当[年月]|同期)?(?<whole>[\u4E00-\u9FFF]{2,8}?)的?(?:比例|比重)?[为达到约近]{0,2}$/
/** 占全部样品的, 占总数的: the one other figure there is. */
const OF_ALL =
  /^[,、(]?[\u4E00-\u9FFF]{0,2}(?:占|完成)(?:到|了)?(?:全部|总|全[村乡镇县市区校厂]|所有|[^,。;\d]{2,8}(?:总[数量额]|总人数|总面积))[\u4E00-\u9FFF]{0,6}的?[为达到约近]{0,2}$/

const calledBy = (window: Sentence, one: Mention): string =>
  `${aheadOf(window, one, 16).split(/[。;]/).at(-1) ?? ''}#${behindOf(window, one, 8).split(/[,。;]/)[0] ?? ''}`

/** The part and the whole of the window's only two of a kind, as the words before the share have it. */
function pairOf(window: Sentence, own: Sentence, said: Mention): readonly [part: Mention, whole: Mention] | null {
  const { shadow } = window.reading
  const before = window.mentions.filter((one) => one.end <= said.start && isAddend(shadow, one) && one.value > 1)
  const last = before.findLast(({ start }) => start >= own.start)
  const [a, b, ...more] = last === undefined ? [] : before.filter((one) => kindOf(one) === kindOf(last))
  if (a === undefined || b === undefined || more.length > 0) return null
  const ahead = shadow.slice(Math.max(own.start, b.classified), said.start)
  const [x, y] = [calledBy(window, a), calledBy(window, b)]
  if (
    CHANGED.test(ahead.replace('升学', '')) ||
    CHANGED.test(x.slice(-8)) ||
    LIMITED.test(ahead) ||
    /[。;]/.test(ahead)
  )
    return null
  const [less, more_] = a.value < b.value ? [a, b] : [b, a]
  if (OF_ALL.test(ahead)) return b === less ? [less, more_] : null
  const both = BOTH.exec(ahead)?.groups
  if (both !== undefined) return byNames(both, [a, x], [b, y])
  const rate = /^[,、(]?[\u4E00-\u9FFF]{0,6}率[已也仅]?[为达到是约近有]{0,3}$/.test(ahead)
    ? RATES.find(([name]) => name.test(ahead))
    : undefined
  if (rate === undefined) return null
  const [, part, whole] = rate
  const [ofLess, ofMore] = less === a ? [x, y] : [y, x]
  return part.test(ofLess) && (whole === undefined ? !part.test(ofMore) : whole.test(ofMore)) ? [less, more_] : null
}

function byNames(
  { part = '', whole = '' }: Readonly<Record<string, string>>,
  [a, x]: readonly [Mention, string],
  [b, y]: readonly [Mention, string],
): readonly [Mention, Mention] | null {
  const [p, w] = [part.slice(-2), whole.slice(-2)]
  if (p === w) return null
  if (x.includes(p) && y.includes(w) && !x.includes(w) && !y.includes(p)) return [a, b]
  return y.includes(p) && x.includes(w) && !y.includes(w) && !x.includes(p) ? [b, a] : null
}

const MOST = 30

/** @param window the sentence and perhaps the one before it */
export function plainShare(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  if (said.kind !== 'percent' || said.range !== null || said.value >= 100) return null
  const pair = pairOf(window, own, said)
  if (pair === null || !areAlone(window, said, pair, 2, 1) || pair[0].value >= pair[1].value) return null
  const [part, whole] = evenly(pair) as [Mention, Mention]
  const trial: Trial = {
    from: pair,
    value: (part.value / whole.value) * 100,
    low: (part.low / whole.high) * 100,
    high: (part.high / whole.low) * 100,
    expr: `${amount(part.amount)} ÷ ${amount(whole.amount)}`,
  }
  return Math.abs(trial.value - said.value) < MOST ? unlike(window.reading.shadow, said, [trial]) : null
}

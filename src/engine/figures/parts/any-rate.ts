/**
 * Rates of any name that are a part of a whole: 收缴率, 上座率, 筛查率. Named here are those that may pass 100 % (完成率, 产能利用率) or are no
 * part at all (增长率, 利率, 功率).
 */

const RATE = /[\u4E00-\u9FFF]{2}率|免疫密度/
const NO_PART =
  /(?:[增减涨跌升降]长?|下降|上升|完成|达成|执行|产能|产销|周转|翻[台座]|换手|溢价|折价|赔付|负债|杠杆|载客|满载|超载|满座|拨备|覆盖|收益|回报|利润|毛利|净利|资本|充足|流动|偿付|年化|费用|膨胀|[汇利税倍频效速功斜曲心概比]|毛入学|生育|出生|抚养|负荷|开工|稼动|床位使用|病床使用|设备使用|(?:产能|设施|机组|设备|运力|床位|泊位|码头)利用|贡献|转化|产出|增值|增产|升值|保障|供给|自给|支付|兑付|密集|同比|环比|单产|出手|命中|复合|贴现|存贷|市盈|市净|换算|透明|放大|缩放|消化|支撑)率$/

/** The rate's name in the clause; null where it may well pass the whole. */
export function partRateIn(clause: string): RegExpExecArray | null {
  const rate = RATE.exec(clause)
  if (rate === null) return null
  return NO_PART.test(clause.slice(0, rate.index + rate[0].length)) ? null : rate
}

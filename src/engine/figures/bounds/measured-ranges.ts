import type { Mention } from '../lexer/mention'

/** Which ranges run up and never down. */

/** What is told in ranges that may run down: degrees by day and night, pages, floors. */
export const AROUND = [
  'temperature',
  'degree',
  'year',
  'month',
  'day',
  'week',
  '期',
  '届',
  '号',
  '页',
  '楼',
  '层',
  '节',
  '章',
  '条',
  '路',
  '线',
  '班',
  '课',
  '轮',
  '集',
  '',
]

/** Days are counted; what lies between two bounds is a range whatever it measures. */
export function isWithin(shadow: string, high: Mention, at: number): boolean {
  return (
    ['个月', '天', '个星期'].includes(high.classifier) ||
    (high.dimension === 'year' && high.value < 100 && !/^[前代级度期]/.test(shadow.slice(high.classified))) ||
    (high.classifier === '级' && shadow.slice(at, high.numeral[1]).includes('.')) ||
    (high.dimension === '' && /^[钱两寸尺丈码]/.test(shadow.slice(high.classified))) ||
    (high.classifier === '级' && /[风浪]力?$/.test(shadow.slice(Math.max(0, at - 2), at))) ||
    (high.value < 1000 && shadow.startsWith('之间', high.classified)) ||
    (high.dimension === 'temperature' && high.value >= 0 && KEPT.test(shadow.slice(Math.max(0, at - 14), at)))
  )
}

/** 8—2℃冷藏: what something is kept at has no way up or down. */
const KEPT =
  /(?:控制|保持|保存|储存|贮[存藏]|存放|冷藏|恒温|水温|室温|体温|发酵|适[宜合]|最适|温度[应要需宜须]?[为在是])[\u4E00-\u9FFF]{0,6}$/

/** 9~1.5万元: the scale behind is of both, and nine of them are more than one and a half. */
export function isSharedScale(shadow: string, low: Mention, high: Mention): boolean {
  const [a, b] = [low, high].map(({ numeral }) => shadow.slice(...numeral)) as [string, string]
  const most = /^(?<number>\d+(?:\.\d+)?)[万亿]$/.exec(b)?.groups?.['number']
  if (most === undefined || !/^\d{1,2}(?:\.\d+)?$/.test(a) || low.kind !== 'count') return false
  const times = Number(a) / Number(most)
  return times > 1 && times < 20 && /^[-~\u2013\u2014至到]{1,2}$/.test(shadow.slice(low.numeral[1], high.numeral[0]))
}

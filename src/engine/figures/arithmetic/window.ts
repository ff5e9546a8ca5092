import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'

/** Some sentences of a paragraph in a row, read as one, and the figures of one kind among them. */

/** The sentence and so many with figures before it, as long as they do not hold too many of them. */
export function windowOf(sentences: readonly Sentence[], index: number, back: number, most: number): Sentence | null {
  const own = sentences[index]
  if (own === undefined || own.mentions.length > most) return null
  let window = own
  let left = back
  for (let i = index - 1; i >= 0 && left > 0; i -= 1) {
    const before = sentences[i]
    if (before === undefined || before.mentions.length + window.mentions.length > most) break
    if (before.mentions.length > 0) left -= 1
    window = { ...window, start: before.start, mentions: [...before.mentions, ...window.mentions] }
  }
  return window
}

const ENDING = '[了出为达约有的]{0,3}(?:资金|成本|经费|时间|费用|计划|预算|目标|任务|幅度?|整整|足足)?[了为达出]{0,2}$'
/** Words that tell a difference and nothing else. */
export const GAP = new RegExp(
  `(?:相差|落差|[温价票级时]差|差[价额距]|顺差|逆差|[结盈节剩尚还]余|余下|结存|剩下|还[剩差缺欠]|尚[缺差欠]|缺口|缺额|节[约省支]|省下?|直降|立[减省]|让利|净[赚赢胜增减亏利收得]|亏损|获利|盈利|自然增[长加]|自然减少|(?<![至减不很])[多少](?:[花收卖用付交赚产拿得]|收治|接待|招[收录]|生产|发[电送]|运[送输]|完成|销售|实现|投入|种植|培训|增加)?|超出?|超过|(?<=[,;、又可能就还便要])[多少](?!儿)[\\u4E00-\\u9FFF]{1,2}|超[支额]|领先|落后|便宜|优惠|[剩高低长短早晚贵差赚亏输赢]|[降涨增减跌升]幅)${ENDING}`,
)
/** Words of change: the two values must be of two times. */
export const CHANGE = new RegExp(
  `(?:增加|新增|增长|增[产收]?|减少|减[产收]?|下[降调]|降低?|上[涨调]|涨|提高|提升|上升|回落|缩[短减小]|延长|压缩|扩大|流失)${ENDING}`,
)
/** What tells a share, a rate, a change: no value that one subtracts from another. */
const NO_VALUE =
  /(?:同比|环比|[比较][^,。;]{1,12}[多少增减高低长短]|每[\u4E00-\u9FFF]{0,3}|[人户日月亩场]均|平均)[了出约近达为]{0,2}$/

/** Whether it tells by how much, not what. */
const isStep = (words: string): boolean =>
  CHANGE.test(words) || (GAP.test(words) && !/(?:[高低长短早晚余剩]|超过|结存)[为达有约]{0,2}$/.test(words))

/** Figures of the kind that stand for themselves: no change, no rate, no bound of a range. */
export function valuesOf(window: Sentence, said: Mention): Mention[] {
  return valuesHere(window, said).filter((one) => !isStep(aheadOf(window, one, 14)))
}

/** Figures of the kind, what came and went among them. */
export function valuesHere(window: Sentence, said: Mention): Mention[] {
  const all = window.mentions.filter(
    (one) => one.start !== said.start && one.kind === said.kind && one.range === null && kindOf(one) === kindOf(said),
  )
  const values = all.filter((one) => !NO_VALUE.test(aheadOf(window, one, 14)))
  return values.length > 0 ? values : ratesAlike(window, all)
}

const RATE = /(?:每[\u4E00-\u9FFF]{1,3}|[人户日月亩场]均|平均)(?:价格?|收入)?[约近达为]{0,2}$/

/** 由每吨3200元跌至每吨2560元: two of one rate are set against each other as two amounts are. */
function ratesAlike(window: Sentence, all: readonly Mention[]): Mention[] {
  const [rate, ...others] = all.map((one) => RATE.exec(aheadOf(window, one, 14))?.[0] ?? '')
  const [a, b] = all
  if (rate === undefined || rate === '' || others.length !== 1 || a === undefined || b === undefined) return []
  // 去年每天能卖200斤,今年只能卖120斤: said once for both, where they are of one size.
  const times = a.value / b.value
  return others[0] === rate || (others[0] === '' && times < 4 && times > 0.25) ? [...all] : []
}

/** A share of the figure right before it in its own sentence, whose unit is unknown, and so of none of the others. */
export function isOfNext({ mentions }: Sentence, said: Mention, from: readonly Mention[]): boolean {
  const last = mentions.findLast(({ kind, end }) => kind === 'count' && end <= said.start)
  return said.kind === 'percent' && last?.dimension === '' && !from.some(({ start }) => start === last.start)
}

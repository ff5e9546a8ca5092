import type { Derivation } from './changes'
import { meet, type Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import type { Sentence } from '../sentences'
import { amount } from '../wording'

/** Figures that three named places of a sentence give: a poll's answers, a dividend, a share said as a count. */

interface Formula {
  /** a string every match holds */
  readonly needle: string
  /** with the groups a, b and said, each at its figure */
  readonly words: RegExp
  readonly of: (a: number, b: number) => number
  readonly shown: (a: string, b: string) => string
  /** what rounding leaves open, as a share of the value */
  readonly open: number
}

const FORMULAS: readonly Formula[] = [
  // 对1600名家长做了问卷,回收有效问卷1520份,有效回收率95%
  {
    needle: '回收率',
    words:
      /(?:对|向|发[放出]?|下发|抽取)[\u4E00-\u9FFF]{0,6}(?<a>\d+(?:[.,]\d+)*)[^。;\d%]{1,24}?(?:回收|收回)[\u4E00-\u9FFF]{0,6}(?<b>\d+(?:[.,]\d+)*)[^。;\d%]{1,12}回收率[为达是到]{0,2}(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (b / a) * 100,
    shown: (a, b) => `${b} ÷ ${a}`,
    open: 0.006,
  },
  // 每10股派现金红利3元,按总股本5亿股计算,共派发1.5亿元
  {
    needle: '每10股',
    words:
      /每10股派[\u4E00-\u9FFF]{0,8}(?<a>\d+(?:[.,]\d+)*)[^。;\d]{1,16}总股本[\u4E00-\u9FFF]{0,3}(?<b>\d+(?:[.,]\d+)*)[^。;\d]{1,14}派[\u4E00-\u9FFF]{0,8}(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (a * b) / 10,
    shown: (a, b) => `${a} × ${b} ÷ 10`,
    open: 0.01,
  },
  // 计划招聘120人,已到岗96人,完成计划的80%
  {
    needle: '完成',
    words:
      /(?:计划|目标|任务)[\u4E00-\u9FFF]{0,8}(?<a>\d+(?:[.,]\d+)*)[^。;\d%]{1,14}(?:已|实际|累计)[\u4E00-\u9FFF]{0,6}(?<b>\d+(?:[.,]\d+)*)[^。;\d%]{1,6}完成了?(?:全年|年度|总)?(?:计划|目标|任务)[\u4E00-\u9FFF]{0,3}的(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (b / a) * 100,
    shown: (a, b) => `${b} ÷ ${a}`,
    open: 0.012,
  },
  // 总价180万元,首付三成,即54万元
  {
    needle: ',即',
    words:
      /(?:总[价额款]|[价额]|贷款|投资|收入)[\u4E00-\u9FFF]{0,4}(?<a>\d+(?:[.,]\d+)*)[^。;\d]{1,8},[\u4E00-\u9FFF]{1,6}?(?<b>[\d一二三四五六七八九])[^。;,\d]{0,6},即(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (a * b) / 100,
    shown: (a, b) => `${a} × ${b}%`,
    open: 0.02,
  },
  // 员工320人,残疾职工占了四成,有128人
  {
    needle: '占',
    words:
      /(?:[共有总]|现有)[\u4E00-\u9FFF]{0,4}(?<a>\d+(?:[.,]\d+)*)[^。;\d]{1,12}占[了到]?(?<b>[\d一二三四五六七八九]+)[成%],[即有共约达](?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (a * b) / 100,
    shown: (a, b) => `${a} × ${b}%`,
    open: 0.06,
  },
  // 分别投资3.2亿元和4.5亿元,总投资7.7亿元
  {
    needle: '分别',
    words:
      /分别(?:投资|投入|[为是达]|增加|收入|完成|新增|销售|种植|捐款|获得)了?(?<a>\d+(?:[.,]\d+)*)[\u4E00-\u9FFF]{1,3}[和、与](?<b>\d+(?:[.,]\d+)*)[\u4E00-\u9FFF]{1,3},(?:总[\u4E00-\u9FFF]{1,3}|合计|共计?|一共)[\u4E00-\u9FFF]{0,3}(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => a + b,
    shown: (a, b) => `${a} + ${b}`,
    open: 0,
  },
  // 三成农户种茶,也就是说,400户中有120户
  {
    needle: '中有',
    words:
      /(?<a>[\d一二三四五六七八九百])[^。;,]{1,14},(?:即|也就是说?|相当于|换句话说)[,\u4E00-\u9FFF]{0,5}(?<b>\d+(?:[.,]\d+)*)[^。;\d]{1,6}中有(?<said>\d+(?:[.,]\d+)*)/dg,
    of: (a, b) => (a * b) / 100,
    shown: (a, b) => `${b} × ${a}%`,
    open: 0.06,
  },
]

/** The mention whose numeral stands at the offset. */
const at = ({ mentions }: Sentence, offset: number | undefined): Mention | undefined =>
  mentions.find(({ numeral }) => numeral[0] === offset)

export function* formulasOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, start, end, mentions } = sentence
  if (reading.english || mentions.length < 3) return
  for (const { needle, words, of, shown, open } of FORMULAS) {
    const from = reading.shadow.indexOf(needle, start)
    if (from < 0 || from >= end) continue
    for (const match of reading.shadow.slice(start, end).matchAll(words)) {
      const [a, b, said] = ['a', 'b', 'said'].map((name) => {
        const offset = match.indices?.groups?.[name]?.[0]
        const mention = offset === undefined ? undefined : at(sentence, start + offset)
        return mention === undefined ? undefined : asWritten(reading.shadow, mention)
      })
      if (needle === '分别' && (a?.dimension !== b?.dimension || a?.dimension !== said?.dimension)) continue
      if (needle === '完成' && (said?.kind !== 'percent' || a?.dimension !== b?.dimension)) continue
      if (a === undefined || b === undefined || said === undefined || b.value <= 0 || a.value <= 0) continue
      const value = of(a.value, b.value)
      const bounds = [of(a.low, b.low), of(a.high, b.high), of(a.low, b.high), of(a.high, b.low)]
      const [low, high] = [Math.min(...bounds) - open * value, Math.max(...bounds) + open * value]
      if (!meet(said, { low, high }))
        yield { said, from: [a, b], low, high, value, expr: shown(amount(a.amount), amount(b.amount)) }
    }
  }
}

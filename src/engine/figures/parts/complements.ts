import { addendsOf, type Partition } from './partition'
import { kindOf, type Sentence } from '../sentences'

/** Parts whose names leave no third: 男 and 女, 采纳 and 未采纳, 上半年 and 下半年. */

/** Words that leave no third: together they are the whole. */
export const COMPLEMENTS: readonly (readonly RegExp[])[] = [
  [/男/, /女/],
  [/赞成|同意/, /反对/, /弃权/],
  [/国内|境内/, /国外|境外|国际/],
  [/城镇|城市/, /农村|乡村/],
  [/线上/, /线下/],
  [/(?:^|[^不])合格/, /不合格/],
  [/已(?:完成|完工|建成|交付|整改|办结)/, /未(?:完成|完工|建成|交付|整改|办结)/],
  [/上半年/, /下半年/],
  [/高铁|动车/, /普速/],
  [/公办/, /民办/],
  [/直通|跨局/, /管内/],
  [/商品类?/, /服务类?/],
  [/新建/, /改建|扩建|改造/],
  [/出席|到会|实到/, /缺席|请假/],
  [/投诉(?!举报)/, /(?<!投诉)举报/],
  [/初中/, /高中/],
  [/门诊/, /住院/],
  [/(?<!进)出口/, /进口/],
  [/内资/, /外资/],
  [/国产/, /进口/],
  [/本科/, /专科/],
  [/文科|文史|历史类/, /理科|理工|物理类/],
  [/省内|市内|区内/, /省外|市外|区外/],
  [/地[上面]/, /地下/],
  [/室内/, /室外/],
  [/人工/, /机器|机械/],
  [/燃油/, /新能源|电动/],
  [/驾驶员|司机|机组/, /乘客|旅客/],
  [/公立/, /私立/],
  [/水田/, /旱[地田]/],
  [/客运/, /货运/],
  [/专职/, /兼职/],
  [/在职/, /离?退休/],
  [/在编/, /编外|非在编/],
  [/团队|团体/, /散客|个人/],
  [/堂食/, /外卖/],
  [/纸质/, /电子/],
  [/(?<!非)全日制/, /非全日制/],
  [/有效/, /无效/],
  [/上午/, /下午/],
  [/白天/, /夜[间里晚]|晚[间上]/],
  [/入境/, /出境/],
  [/主桥/, /引桥/],
  [/\bmen|boys|male\b/i, /women|girls|female/i],
]

/** Two stretches of a year, and the longer one they make. */
const HALVES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/上半年/, /下半年/, /全年(?:一?共|合计|总计|累计)/],
  [/一季度/, /二季度/, /上半年(?:一?共|合计|总计|累计)/],
  [/三季度/, /四季度/, /下半年(?:一?共|合计|总计|累计)/],
]

/** 上半年12亿元,下半年15亿元,全年共27亿元. */
export function* halvesOfYear(sentence: Sentence): Iterable<Partition> {
  const { reading } = sentence
  const found = addendsOf(sentence)
  for (const [i, total] of found.entries()) {
    const parts = found.slice(Math.max(0, i - 2), i)
    const [first, second] = parts
    if (first === undefined || second === undefined || !parts.every((part) => kindOf(part) === kindOf(total))) continue
    const label = (from: number, to: number): string =>
      reading.shadow.slice(Math.max(sentence.start, from, to - 14), to)
    const names = HALVES.find(
      ([one, other]) => one.test(label(0, first.start)) && other.test(label(first.end, second.start)),
    )
    if (names?.[2].test(label(second.end, total.start)) === true)
      yield { reading, total, parts, closed: true, sum: true }
  }
}

/** 1240人报名,审核通过1150人,未通过90人: 通过 and 未通过 leave no third, whatever else the sentence counts. */
export function* ofDenials(sentence: Sentence): Iterable<Partition> {
  const { reading } = sentence
  const { shadow } = reading
  const found = addendsOf(sentence)
  for (const [i, total] of found.entries()) {
    const [a, b] = [found[i + 1], found[i + 2]]
    if (a === undefined || b === undefined || kindOf(a) !== kindOf(total) || kindOf(b) !== kindOf(total)) continue
    const [x, y] = [shadow.slice(total.classified, a.start), shadow.slice(a.classified, b.start)]
    const word = /[未不没](?<word>[\u4E00-\u9FFF]{2})的?有?$/.exec(y)?.groups?.['word']
    const own = shadow.slice(Math.max(sentence.start, total.start - 8), total.start)
    if (
      word === undefined ||
      own.includes(word) ||
      !x.includes(word) ||
      /[未不没]/.test(x) ||
      /其中.*其中|[。;]/.test(x + y)
    )
      continue
    if (a.value < total.value && b.value < total.value)
      yield { reading, total, parts: [a, b], closed: true, sum: false }
  }
}

import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'

/** So much for each, so many of them, so much in all: 每户增收2500元,200户一共增收50万元. */

export interface Product {
  readonly each: Mention
  readonly count: Mention
  readonly total: Mention
}

/** 每户, 人均, 场均: what stands before the amount for one. The unit is what is counted; 一期 is the first of them, not each. */
const PER =
  /(?:(?:每|一(?![期层号区队组班栋批级]))[个名位]?(?<unit>[\u4E00-\u9FFF]{1,2})|(?<mean>[人户亩场日月年])均)[\u4E00-\u9FFF、]{0,8}$/
const UNITS: Readonly<Record<string, string>> = {
  日: 'day',
  天: 'day',
  年: 'year',
  月: 'month',
  小时: 'hour',
  分钟: 'minute',
  亩: 'mu',
  周: 'week',
}
const IN_ALL =
  /(?:共计?|合计|总计|总共|一共|总[\u4E00-\u9FFF]{1,3}|就是|即|累计|全部|下来|[日月年][\u4E00-\u9FFF]{2,4}量|一[年月天季]|全年|营业额|流水|租金|毛收入|工钱|开销)[\u4E00-\u9FFF]{0,6}$|[就便]?[能可要需得][\u4E00-\u9FFF]{0,4}$/
/** What is paid beside the price. */
const DEPOSIT = /保证金|[定押订]金|首付|违约金|佣金|手续费|服务费|利润|成本/
const APPROXIMATE = /[约近余多]/

/** The dimension of what the amount is for one of; null where the words do not say. */
function perOf(sentence: Sentence, mention: Mention): string | null {
  const before = sentence.mentions[sentence.mentions.indexOf(mention) - 1]
  // 一亩800元: so much for one.
  if (before?.value === 1 && before.kind === 'count' && before.classified === mention.start) return kindOf(before)
  const match = PER.exec(aheadOf(sentence, mention, 12))
  const unit = match?.groups?.['unit'] ?? match?.groups?.['mean']
  if (unit === undefined) return null
  const known = UNITS[unit] ?? UNITS[unit.charAt(0)]
  if (known !== undefined) return known
  return /^[人名位口]/.test(unit) ? 'people' : unit.charAt(0)
}

function counts(sentence: Sentence, mention: Mention, unit: string): boolean {
  // 教学班36个: the noun before it is what is counted.
  if (mention.classifier === '个' && aheadOf(sentence, mention, 6).endsWith(unit)) return true
  return kindOf(mention) === unit || mention.classifier.endsWith(unit) || (unit === '场' && mention.classifier === '次')
}

/** 拿出64.2万元,分给214户,户均3000元: the total and the count stand before the mean, and nothing of their kinds between. */
function* means(sentence: Sentence): Iterable<Product> {
  const { mentions } = sentence
  for (const each of mentions) {
    if (each.kind !== 'count' || each.range !== null || each.dimension === '') continue
    if (!/(?:[人户亩场]均|平均每[\u4E00-\u9FFF]{1,2})[\u4E00-\u9FFF]{0,4}$/.test(aheadOf(sentence, each, 12))) continue
    const unit = perOf(sentence, each)
    const before = mentions.filter(({ end, kind, range }) => end <= each.start && kind === 'count' && range === null)
    const [count, ...counts_] = before.filter((mention) => unit !== null && counts(sentence, mention, unit))
    const [total, ...totals] = before.filter((mention) => mention.dimension === each.dimension)
    if (count === undefined || total === undefined || counts_.length > 0 || totals.length > 0) continue
    if (
      /分给|发给|惠及|[给由向]/.test(
        sentence.reading.shadow.slice(Math.min(total.end, count.end), Math.max(total.start, count.start)),
      )
    )
      yield { each, count, total }
  }
}

/** 一亩800元,8亩地一年租金6400元: the total stands right behind the count. */
function isNext({ reading }: Sentence, each: Mention, count: Mention, total: Mention): boolean {
  const between = reading.shadow.slice(count.classified, total.start)
  return each.end <= count.start && count.end <= total.start && /^[\u4E00-\u9FFF]{1,10}$/.test(between)
}

/** 6个班、270人,每班45人: count, total and mean in a row. */
function isMean({ reading }: Sentence, each: Mention, count: Mention, total: Mention): boolean {
  const last = Math.max(count.end, total.end)
  return (
    last <= each.start &&
    Math.max(count.start, total.start) - Math.min(count.end, total.end) < 12 &&
    /^,(?:平均)?每[\u4E00-\u9FFF]{1,2}(?:约|有|投入|投资)?$/.test(reading.shadow.slice(last, each.start))
  )
}

/** Neither near what they make nor a power of ten from it. */
function isFarOff(each: Mention, count: Mention, total: Mention): boolean {
  const tens = Math.log10(total.value / (each.value * count.amount))
  return Math.abs(tens) > 0.48 && Math.abs(tens - Math.round(tens)) > 0.01
}

/** The products a sentence states: one amount for each, one count, one total, and no other figure of their kinds. */
export function* productsOf(sentence: Sentence): Iterable<Product> {
  const { mentions, reading } = sentence
  if (!reading.english) yield* means(sentence)
  if (mentions.length < 3 || mentions.length > 10 || reading.english) return
  for (const each of mentions) {
    if (each.kind !== 'count' || each.range !== null || each.dimension === '') continue
    const unit = perOf(sentence, each)
    if (unit === null || unit === each.dimension) continue
    // 一天, 一户: the one that the amount is for is no count.
    const others = mentions.filter(
      ({ kind, range, end, value, start }) =>
        kind === 'count' && range === null && start !== each.start && !(value === 1 && end <= each.start),
    )
    const [count, ...more] = others.filter((mention) => counts(sentence, mention, unit))
    const same = others.filter((mention) => kindOf(mention) === kindOf(each))
    const next = same.find((mention) => count !== undefined && isNext(sentence, each, count, mention))
    const [total, ...totals] = next === undefined ? same : [next]
    if (count === undefined || total === undefined || more.length > 0 || totals.length > 0) continue
    // 户均耕地8亩,流转1.5万亩: what stands behind a mean need not be the whole it is of.
    const ofMean = total.start > each.start && /[人户亩场]均[\u4E00-\u9FFF]{0,4}$/.test(aheadOf(sentence, each, 8))
    const alone =
      !ofMean && mentions.length === 3 && !reading.shadow.slice(sentence.start, sentence.end - 1).includes('。')
    const ahead = total.start < each.start && !alone && !isMean(sentence, each, count, total)
    if (ahead || APPROXIMATE.test(reading.shadow.slice(each.start, each.numeral[0]))) continue
    if (/[每均]|[亩单日年]产/.test(aheadOf(sentence, count, 3)) || count.value === 1) continue
    if (perOf(sentence, total) === unit) continue
    if (total.value < each.value || DEPOSIT.test(aheadOf(sentence, total, 8))) continue
    // 家庭户142.7万户,平均每户2.58人,人户分离人口88.3万人: so far off, it is of others.
    if (alone && next === undefined && !IN_ALL.test(aheadOf(sentence, total, 14)) && isFarOff(each, count, total))
      continue
    if (alone || next !== undefined || total.start < each.start || IN_ALL.test(aheadOf(sentence, total, 14)))
      yield { each, count, total }
  }
}

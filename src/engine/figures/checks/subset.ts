import type { Check, Claim, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { amongNamed } from '../parts/among-named'
import { beyondWhole } from '../parts/beyond-whole'
import { beyondExamples } from '../parts/beyond-whole.examples'
import { nearestWhole, wholeOfOtherNoun } from '../parts/included'
import { sizesOvertaken } from '../parts/english-subsets'
import { overtakenExamples, overtakenIn } from '../parts/overtaken'
import { ofThe, ofThem } from '../parts/of-them'
import { isAddend, kindOf, sentencesOf, type Sentence } from '../sentences'
import { amount, difference, en, zh } from '../wording'
import { matchesOf } from '../matches'

/** A part, introduced by 其中, that is larger than its whole. */

/** 立案3.3万起,涉案581.4亿元。其中,扰乱市场秩序案件4.1万起: the sentence before gives one figure of the part's kind. */
function acrossOf(before: Sentence | undefined, sentence: Sentence): Claim | null {
  const { reading, start, mentions } = sentence
  const { shadow } = reading
  const [part] = mentions
  if (before === undefined || part === undefined || reading.english || !isAddend(shadow, part)) return null
  if (
    !/^其中,?[\u4E00-\u9FFF“”]{0,14}$/.test(shadow.slice(start, part.start)) ||
    NO_PART.test(shadow.slice(start, part.start))
  )
    return null
  const wholes = before.mentions.filter((mention) => kindOf(mention) === kindOf(part))
  const [whole] = wholes
  if (whole === undefined || wholes.length > 1 || !isAddend(shadow, whole) || part.low <= whole.high) return null
  const ahead = shadow.slice(Math.max(before.start, whole.start - 16), whole.start)
  return AVERAGE.test(ahead) || NO_WHOLE.test(ahead) || /其中/.test(ahead) ? null : spoken(reading, whole, part)
}

const AMONG = /其中|当中(?!的)|\bof (?:whom|which|them|those)\b|\bincluding\b/gi
/** A change is no whole: net growth of 5 may hold growth of 8. A rate or a sum so far is no part. */
const NO_WHOLE =
  /(?:增加|减少|净增|新增|增长|下降|上升|高出|低于|相差|顺差|逆差|盈利|亏损|每|平均|人均|户均|日均|[缩放]量|[比较][^,。;]{0,14}[多少高低])[\u4E00-\u9FFF]{0,4}$/
/** Averages and prices have no parts. */
const AVERAGE = /[亩单]产|人均|户均|日均|平均|均价|单价|每|售价|价格|工资|时速/
const NO_PART = /(?:累计|总计|共计|合计|总数|达到|增至|超过去年|每|平均|人均|户均|日均|第|历史)[\u4E00-\u9FFF]{0,4}$/

function wholeOf(sentence: Sentence, part: Mention, at: number): Mention | null {
  const { shadow } = sentence.reading
  const wholes = sentence.mentions.filter(
    (mention) =>
      mention.end <= at && mention.range === null && kindOf(mention) === kindOf(part) && mention.kind === 'count',
  )
  const largest = wholes.reduce<Mention | null>(
    (best, mention) => (best === null || mention.high > best.high ? mention : best),
    null,
  )
  if (largest === null || !isAddend(shadow, largest)) return null
  const clause =
    shadow
      .slice(Math.max(sentence.start, largest.start - 24), largest.start)
      .split(/[,;。]/)
      .at(-1) ?? ''
  if (AVERAGE.test(clause)) return null
  return NO_WHOLE.test(shadow.slice(Math.max(0, largest.start - 8), largest.start)) ? null : largest
}

/** including 9,100 to schools: without its noun. */
const isBare = ({ kind, range, dimension }: Mention): boolean => kind === 'count' && range === null && dimension === ''

function claimOf(sentence: Sentence, match: { readonly start: number; readonly end: number }): Claim | null {
  const { reading } = sentence
  const { shadow } = reading
  const part = sentence.mentions.find(
    (mention, i) =>
      mention.start >= match.end &&
      !/最[大高多长]的$/.test(shadow.slice(0, mention.start).slice(-3)) &&
      !measures(sentence, i) &&
      (isAddend(shadow, mention) || (reading.english && isBare(mention))),
  )
  if (part === undefined || part.start - match.end > 30) return null
  if (/^的?(?:以[上下]的?)?有/.test(shadow.slice(part.classified))) return null
  if (NO_PART.test(shadow.slice(Math.max(0, part.start - 8), part.start))) return null
  const whole =
    nearestWhole(sentence, part, match.start) ??
    wholeOf(sentence, part, match.start) ??
    wholeOfOtherNoun(sentence, part, match)
  if (whole === null || part.low <= whole.high) return null
  if (/;/.test(shadow.slice(whole.end, match.start))) return null
  return spoken(reading, whole, part)
}

/** 其中单机容量10兆瓦的63台: a measure of those that the next figure counts. */
function measures({ reading: { shadow }, mentions }: Sentence, at: number): boolean {
  const [measure, next] = [mentions[at], mentions[at + 1]]
  if (measure === undefined || next === undefined || kindOf(measure) === kindOf(next)) return false
  return /^(?:[及以]?[上下内])?的[\u4E00-\u9FFF]{0,8}$/.test(shadow.slice(measure.classified, next.start))
}

/** What is said of a figure. */
type Size = Pick<Mention, 'start' | 'end' | 'value' | 'amount' | 'dimension'>

function spoken(reading: Reading, whole: Size, part: Size, there: Reading = reading): Claim {
  const sizeOf = (mention: Size): number => (mention.dimension === 'money' ? mention.value : mention.amount)
  const places = [whole, part].map(({ start, end, value }, i) => ({
    reading: i === 0 ? reading : there,
    start,
    end,
    value,
  }))
  const quotes = places.map((place) => place.reading.text.slice(place.start, place.end))
  return {
    tier: 'error',
    places,
    message: {
      zh: zh`“其中”的“${quotes[1] ?? ''}”多于整体“${quotes[0] ?? ''}”。请核对两个数字。`,
      en: en`The part, “${quotes[1] ?? ''}”, is larger than the whole, “${quotes[0] ?? ''}”. Check both figures.`,
    },
    arithmetic: [
      { label: '整体', en: 'whole', expr: quotes[0] ?? '', value: amount(sizeOf(whole)) },
      { label: '部分', en: 'part', expr: quotes[1] ?? '', value: amount(sizeOf(part)) },
      difference(sizeOf(part), sizeOf(whole), amount),
    ],
  }
}

/** 涉酒驾驶21起(含醉驾4起): the bracket's whole stands right before it. */
function* ofBrackets({ reading, mentions }: Sentence): Iterable<Claim> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || kindOf(whole) !== kindOf(part) || part.low <= whole.high) continue
    if (
      !/^[\u4E00-\u9FFF]{0,6}\((?:其中)?[含有][\u4E00-\u9FFF]{2,10}$/.test(
        reading.shadow.slice(whole.classified, part.start),
      )
    )
      continue
    if ([whole, part].every((one) => isAddend(reading.shadow, one) && !/^(?:money|length)/.test(one.dimension)))
      yield spoken(reading, whole, part)
  }
}

const WITHIN =
  /^[\u4E00-\u9FFF]{0,16},(?:其中)?包括$|^[\u4E00-\u9FFF]{0,8}(?:里|中|当中|之中),?[就共已]?有$|^,?[光仅单]?[\u4E00-\u9FFF]{2,14}就有$/

/** 1260名毕业生里,有1326人留下; 职工420人,光技术人员就有463人. */
function* ofContained({ reading, mentions }: Sentence): Iterable<Claim> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || kindOf(whole) !== kindOf(part) || part.low <= whole.high || whole.kind !== 'count')
      continue
    if (!WITHIN.test(reading.shadow.slice(whole.classified, part.start))) continue
    if (AVERAGE.test(reading.shadow.slice(Math.max(0, whole.start - 6), whole.start))) continue
    if ([whole, part].every((one) => isAddend(reading.shadow, one))) yield spoken(reading, whole, part)
  }
}

/** 教职工共96人,具硕士学历者102人: who is of a kind is of the whole. */
function* ofKinds({ reading, mentions, start }: Sentence): Iterable<Claim> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || kindOf(whole) !== 'people' || kindOf(part) !== 'people' || part.low <= whole.high)
      continue
    const { shadow } = reading
    if (!/[共总][\u4E00-\u9FFF]{0,2}$/.test(shadow.slice(Math.max(start, whole.start - 4), whole.start))) continue
    if (/^[\u4E00-\u9FFF]{0,6},[\u4E00-\u9FFF]{2,12}者[有共达为]?$/.test(shadow.slice(whole.classified, part.start)))
      yield spoken(reading, whole, part)
  }
}

/** 830人,其中女性690人,脱贫户868人: each of those named behind 其中 is among the whole. */
function* ofOthers({ reading, mentions, start, end }: Sentence): Iterable<Claim> {
  const { shadow } = reading
  const among = shadow.indexOf('其中', start)
  if (among < 0 || among >= end) return
  const whole = mentions.findLast((mention) => mention.end <= among)
  if (whole === undefined || !isAddend(shadow, whole) || /[,;。]/.test(shadow.slice(whole.end, among).slice(0, -1)))
    return
  const ahead =
    shadow
      .slice(Math.max(start, whole.start - 16), whole.start)
      .split(/[,;。]/)
      .at(-1) ?? ''
  if (AVERAGE.test(ahead) || NO_WHOLE.test(ahead)) return
  const parts = mentions.filter((mention) => mention.start > among)
  for (const [i, part] of parts.entries()) {
    const before = shadow.slice(parts[i - 1]?.classified ?? among + 2, part.start)
    if (kindOf(part) !== kindOf(whole) || !/^(?:[\u4E00-\u9FFF]{0,4}[,、])?[\u4E00-\u9FFF]{2,8}$/.test(before)) return
    if (NO_PART.test(before) || /[增减比较达超共限]|目标|计划|任务|核[载定]|准乘|定员|容纳/.test(before)) return
    if (i > 0 && isAddend(shadow, part) && part.low > whole.high) yield spoken(reading, whole, part)
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const [whole, part, from, to] of overtakenIn(copy)) yield spoken(from.reading, whole, part, to.reading)
  for (const reading of copy.readings) {
    if (reading.english) for (const [whole, part] of sizesOvertaken(reading)) yield spoken(reading, whole, part)
    if (reading.mentions.length < 2) continue
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      const across = acrossOf(sentencesOf(reading)[i - 1], sentence)
      if (across !== null) yield across
      if (sentence.mentions.length < 2 || sentence.mentions.length > 60) continue
      const text = reading.shadow.slice(sentence.start, sentence.end)
      for (const match of matchesOf(text, AMONG)) {
        const start = sentence.start + match.index
        const claim = claimOf(sentence, { start, end: start + match[0].length })
        if (claim !== null) yield claim
      }
      yield* ofBrackets(sentence)
      yield* ofOthers(sentence)
      yield* ofKinds(sentence)
      yield* ofContained(sentence)
      const before = sentencesOf(reading)[i - 1]
      for (const [whole, part] of [...beyondWhole(sentence), ...amongNamed(before, sentence)])
        if (!/[较比]/.test(reading.shadow.slice(whole.classified, part.start))) yield spoken(reading, whole, part)
      if (reading.english) {
        for (const [whole, part] of [...ofThem(sentence), ...ofThe(sentence)]) yield spoken(reading, whole, part)
      }
    }
  }
}

export const subset: Check = {
  id: 'subset',
  tiers: ['error'],
  title: { zh: '部分大于整体', en: 'Part larger than whole' },
  why: {
    zh: zh`“其中”之后的数不能大于“其中”之前的同类数。`,
    en: 'What is among a number of things cannot be more of them.',
  },
  examples: [
    ...beyondExamples,
    ...overtakenExamples,
    { wrong: '全市计划改造管网[[640公里]],目前已完成[[720公里]],剩余部分年底前完工。' },
    {
      silent:
        '全市计划改造管网640公里,目前已完成520公里,剩余部分年底前完工。计划栽树6万株,已栽下7万株,剩余苗木送给各村。计划收购粮食40万吨,已收购46万吨,其余粮食由企业自行收购。',
    },
    { wrong: '[[48个]]孩子参加绘本剧表演,参加表演的学龄前儿童就有[[53人]]。' },
    { wrong: '来自全省的[[1500名]]运动员住进宿舍,包括[[1760名]]女运动员。' },
    { wrong: 'The library lent [[8,400 books]] in May, including [[9,100]] to schools.' },
    { wrong: '事发时楼内有97人,[[42人]]获救,其中[[51人]]受伤。' },
    {
      silent:
        '事发时楼内有97人,42人获救,其中15人受伤。身高1米(不含)以下免票,其中1.3米以下半价;查处酒驾21起(含醉驾4起)。',
    },
    { wrong: '全年立案[[3.3万起]],同比上升6.8%。其中,扰乱市场秩序案件[[4.1万起]],同比上升22.3%。' },
    { wrong: 'Of the [[74 patients]] admitted overnight, [[81 needed]] surgery, the hospital said.' },
    { wrong: '学院[[1260名]]毕业生里,有[[1326人]]留在本省。' },
    { wrong: '医院有职工[[420人]],光技术人员就有[[463人]]。' },
    { wrong: '全校教职工共[[96人]],具硕士以上学历者[[102人]],其中博士11人。' },
    { wrong: '一周查处酒驾[[21起]](含醉驾[[24起]]),暂扣货车五辆。' },
    { wrong: '工坊吸纳就业[[830人]],其中女性690人,脱贫户[[868人]]。' },
    { wrong: 'Of the [[180 pupils]] at the camp, [[210]] were from the north of the county.' },
    { wrong: '街道收到诉求[[77个]],其中供水问题[[90个]]。' },
    { wrong: '二期工程共安装风机[[62台]],其中单机容量10兆瓦的[[63台]],其余为8兆瓦机型。' },
    { wrong: '全镇党员[[120名]],其中女党员[[130名]]。' },
    { wrong: '项目总投资[[5亿元]],其中财政资金[[7.2亿元]]。' },
    { wrong: '这片林地有[[300亩]],其中果树[[420余亩]]。' },
    { wrong: '船队共有渔船[[46艘]],其中钢质渔船[[64艘]]。' },
    { wrong: '展厅陈列文物[[86件]],其中一级文物[[98件]]。' },
    { wrong: '有[[近200名]]选手报名,其中外地选手[[320名]]。' },
    { wrong: 'The clinic saw [[77 patients]], including [[90 patients]] with burns.' },
  ],
  find,
}

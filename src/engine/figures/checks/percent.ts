import { bracketed } from '../parts/bracketed'
import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { halves } from '../parts/halves'
import { holdingExamples, holdings } from '../parts/holdings'
import type { Mention } from '../lexer/mention'
import { partRateIn } from '../parts/any-rate'
import { distantWholes } from '../parts/distant-wholes'
import { opposites } from '../parts/opposites'
import { rates } from '../parts/periods'
import { remainingShares } from '../parts/remaining'
import { overExamples, passesWhole } from '../parts/english-over'
import { halvesOver, pollExamples, pollsOver, sharesListed } from '../parts/english-polls'
import { sentencesOf, type Sentence } from '../sentences'
import { inEnglish, ratios, shares } from '../parts/wholes'
import { shareExamples } from '../parts/wholes.examples'
import { en, figure, zh } from '../wording'

/** Percentages that cannot be: a share above the whole, a decrease below nothing, shares of one whole that are not 100 %. */

/** Rates that are a part of a whole. Growth, completion, cover and margin rates may well pass 100 %. */
const SHARE_RATE = new RegExp(
  '发芽率|(?<![占没])有效率|显效率|不良反应率|纯度|净度|分流率|保护率|结果率|机插率|机播率|社会化率|出苗率|孵化率|坐果率|保存率|中签率|及时率|入库率|满意率|满意度|好评率|合格率|及格率|优良率|优秀率|达标率|知晓率|知晓度|办结率|回复率|答复率|响应率|按时率|准时率|准点率|普及率|参与率|参保率|' +
    '出勤率|到会率|出席率|到课率|投票率|参选率|投票参与率|就业率|失业率|升学率|入学率|巩固率|辍学率|入住率|入园率|签约率|履约率|成活率|存活率|死亡率|病死率|' +
    '治愈率|患病率|感染率|发病率|录取率|通过率|命中率|投篮命中率|胜率|支持率|反对率|得票率|识别率|准确率|正确率|差错率|检出率|抽检合格率|森林覆盖率|绿化覆盖率|' +
    '植被覆盖率|绿化率|绿地率|(?<!拨备)覆盖率|疫苗接种率|接种率|机械化率|机收率|良种覆盖率|良种率|城镇化率|回收率|综合利用率|回用率|复用率|再利用率|收集率|清运率|签收率|返乡率|留存率|保有率|达产率|抽检率|监测率|复工率|复学率|还款率|续签率|履职率|无害化处理率|处理率|处置率|整改率|化解率|' +
    '调解成功率|调处率|成功率|破案率|发案率|空置率|市场占有率|占有率|渗透率|收视率|帮扶率|安置率|脱贫率|集中供养率|见面率|签订率|建档率|上线率|在线率|安装率|开通率|通达率|硬化率|' +
    '(?<!毛)入学率|电气化率|自动化率|数字化率|覆盖面|占比|比重|比例|份额|概率|几率|湿度',
)
const NOT_SHARE =
  /拨备|准备金|资产|杠杆|负债|毛入学率|超额|同比|增幅|增速|增长|涨幅|提高(?![到至])|上升(?![到至])|赔付|自给|产销|比例系数/
const REACHES =
  /(?:同比|[均都已皆约近超逾仅就便也还又更将可能仍升在至到了为是有达占:,\s]|大约|超过|高达|只有|一度|目前|现在|现已|分别|稳定|保持|提升|提高|升至|增至|上升|达到){0,5}$/
const OCCUPIES = /占(?![地领用据道路])[^,。;:、占]{0,24}$/

const DECREASE =
  /(?:减少?|压[降减缩]|[下骤猛锐直回调]降|降[低幅价]|(?:价格|成本|能耗)降|跌[去价]?|[减跌]幅|缩[减短小水]|削减|下[滑调]|回落|萎缩|衰减|让利|精简|流失|节[约省])(?:[了为超]|达到?|幅度|平均|至少|最[高大]){0,3}$/
/** What can fall through zero, or already is a difference. */
const SIGNED = /利润|盈利|盈余|收益|净利|净值|业绩|现金流|亏损|顺差|逆差|每股|增速|利差|气温|温度/
const ENGLISH_DECREASE =
  /\b(?:fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shr[aiu]nk(?:ing)?|down|reduc(?:es?|ed|ing|tion)|cut(?:s|ting)?|slump(?:s|ed)?|plung(?:es?|ed|ing)|tumbled|halved|lower)\s(?:(?:by|of)\s)?$/i
const ENGLISH_SIGNED = /profit|earning|income|margin|cash flow|loss/i

function before({ shadow }: Reading, mention: Mention, sentence: Sentence, length: number): string {
  return shadow.slice(Math.max(sentence.start, mention.start - length), mention.start)
}

function claim(reading: Reading, mention: Mention, from: number, why: { zh: string; en: string }): Claim {
  const quote = reading.text.slice(mention.start, mention.end)
  return {
    tier: 'error',
    places: [{ reading, start: from, end: mention.end, value: mention.value }],
    message: {
      zh: zh`“${quote}”:${why.zh}。请核对数字或说法。`,
      en: en`“${quote}”: ${why.en}. Check the figure or the wording.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: quote, value: figure(mention.value) },
      { label: '上限', en: 'limit', expr: '≤ 100%', value: 100 },
    ],
  }
}

function ofShare(sentence: Sentence, mention: Mention): Claim | null {
  const { reading } = sentence
  if (mention.kind !== 'percent' || mention.low <= 100) return null
  if (reading.english) {
    return passesWhole(sentence, mention)
      ? claim(reading, mention, mention.start, { zh: zh`份额不能超过100%`, en: 'a share cannot pass 100 percent' })
      : null
  }
  const clause =
    before(reading, mention, sentence, 30)
      .split(/[,。;、]/)
      .at(-1) ?? ''
  if (NOT_SHARE.test(clause) && !/率[由从][\d.]+%/.test(clause)) return null
  const rate = rateBefore(clause)
  if (rate === null && !OCCUPIES.test(clause)) return null
  const from = mention.start - (rate ?? OCCUPIES.exec(clause)?.[0] ?? '').length
  return claim(reading, mention, from, {
    zh: zh`部分占整体的比例不能超过100%`,
    en: 'a part cannot be more than the whole, 100 percent',
  })
}

/** The rate's name with what stands between it and the figure, or null. */
function rateBefore(clause: string): string | null {
  const rate = SHARE_RATE.exec(clause) ?? partRateIn(clause)
  if (rate === null) return null
  const rest = clause.slice(rate.index + rate[0].length)
  if (/^[由从][^,%\d]{0,10}[\d.]+%[^\d,]{1,6}$/.test(rest)) return clause.slice(rate.index)
  return rest.length <= 10 && REACHES.test(rest) && !/[增升高]长?了?$/.test(rest) ? clause.slice(rate.index) : null
}

const HIGHEST = /,(?:其中)?最[高好多][\u4E00-\u9FFF]{0,6}(?:达到?|[为是有])[约近了]?$/

/** 平均发芽率为96.4%,最高的一批达到108%: the rate goes on, its name is not said again. */
function ofHighest(sentence: Sentence, mention: Mention): Claim | null {
  const { reading, mentions, start } = sentence
  if (mention.kind !== 'percent' || mention.low <= 100 || reading.english) return null
  const lead = HIGHEST.exec(reading.shadow.slice(Math.max(start, mention.start - 16), mention.start))
  const [first] = mentions
  if (lead === null || first === undefined || first.kind !== 'percent' || first.high > 100) return null
  const named = reading.shadow.slice(start, first.start)
  const clause = named.split(/[,。;、]/).at(-1) ?? ''
  if (NOT_SHARE.test(named) || rateBefore(clause) === null) return null
  return claim(reading, mention, mention.start, {
    zh: zh`部分占整体的比例不能超过100%`,
    en: 'a part cannot be more than the whole, 100 percent',
  })
}

function ofDecrease(sentence: Sentence, mention: Mention): Claim | null {
  const { reading } = sentence
  const text = reading.shadow.slice(sentence.start, sentence.end)
  const ahead = before(reading, mention, sentence, reading.english ? 16 : 8)
  if (reading.english) {
    if (mention.kind !== 'percent' || mention.low <= 100 || !ENGLISH_DECREASE.test(ahead) || ENGLISH_SIGNED.test(text))
      return null
    return claim(reading, mention, mention.start, {
      zh: zh`减少不能超过100%`,
      en: 'nothing can fall by more than 100 percent',
    })
  }
  const match = DECREASE.exec(ahead)
  if (match === null) return null
  const from = mention.start - match[0].length
  if (mention.kind === 'percent' && mention.low > 100 && !SIGNED.test(text)) {
    return claim(reading, mention, from, { zh: zh`减少不能超过100%`, en: 'nothing can fall by more than 100 percent' })
  }
  if (mention.dimension !== 'times' || mention.value < 1 || /系数|扩大/.test(ahead)) return null
  return claim(reading, mention, from, {
    zh: zh`减少一倍就已是零,“减少N倍”算不出结果,应改用百分比或几分之一`,
    en: 'a decrease by a multiple has no value; use a percentage or a fraction',
  })
}

function* find(copy: StoryCopy): Iterable<Claim> {
  yield* distantWholes(copy)
  for (const reading of copy.readings) {
    yield* ratios(reading)
    if (reading.mentions.length === 0) continue
    yield* bracketed(reading)
    yield* opposites(reading)
    yield* rates(reading)
    for (const sentence of sentencesOf(reading)) {
      for (const mention of sentence.mentions) {
        const found = ofShare(sentence, mention) ?? ofHighest(sentence, mention) ?? ofDecrease(sentence, mention)
        if (found !== null) yield found
      }
      yield* shares(sentence)
      yield* halves(sentence)
      yield* holdings(sentence)
      yield* inEnglish(sentence)
      yield* remainingShares(sentence)
      yield* pollsOver(sentence)
      yield* sharesListed(sentence)
      yield* halvesOver(sentence)
    }
  }
}

export const percent: Check = {
  id: 'percent',
  tiers: ['error', 'query'],
  title: { zh: '百分比不可能', en: 'Impossible percentage' },
  why: {
    zh: zh`满意率、占比不能超过100%;减少不能超过100%,也不能“减少几倍”;同一整体的各份额相加应为100%。`,
    en: 'A share cannot pass 100 percent, a decrease neither; the shares of one whole add up to 100.',
  },
  examples: [
    ...holdingExamples,
    ...shareExamples,
    { wrong: '这批药品平均[[降价152%]],惠及九万患者。' },
    { wrong: '四成受访老人选“1小时以内”,[[四成半]]选“1至3小时”,其余[[两成半]]选“3小时以上”。' },
    { wrong: '小区物业费[[收缴率从41%升到112%]],账目按季度张贴。' },
    { wrong: '话剧连演9场,平均[[上座率137%]],票房收入215万元。' },
    { wrong: '受访者获取信息的主要方式为:手机[[62.5%]],电视[[18.3%]],报纸[[12.6%]],广播[[4.1%]],其他[[4.5%]]。' },
    { wrong: '赞成的市民占[[54.2%]],反对的占[[31.5%]],[[24.3%]]表示没有意见。' },
    {
      silent:
        '物业费收缴率从41%升到92%,上座率97%。机床开工率达到112%,客座周转率137%,存款年化利率4%,贡献率达105%。获取信息的方式为:手机62.5%,电视18.3%,报纸10.6%,广播4.1%,其他4.5%。',
    },
    { wrong: '送检种子平均发芽率为96.4%,最低的一批为91%,最高的一批达到[[108%]]。' },
    {
      silent: '送检种子平均发芽率为96.4%,最低的一批为91%,最高的一批达到98%。各县目标完成率为96.4%,最高的一县达到108%。',
    },
    ...pollExamples,
    ...overExamples,
    { wrong: 'It was carried by 388 votes to 211 on a turnout of [[104.2 per cent]].' },
    { silent: 'It was carried on a turnout of 84.2 per cent. Profits have fallen by 140 per cent.' },
    {
      wrong:
        'A survey found that [[46 percent]] drive alone, [[31 percent]] take a bus or train and the remaining [[33 percent]] walk.',
    },
    {
      silent:
        'A survey found that 46 percent drive alone, 31 percent take a bus or train and the remaining 23 percent walk.',
    },
    { wrong: '热线共接来电3480件,其中咨询占[[83%]],投诉占[[62%]]。' },
    { wrong: '中心共收来信2150封,其中求助占[[64%]],表扬占[[63%]]。' },
    { silent: '热线共接来电3480件,其中咨询占38%,投诉占57%。中心共收来信2150封,其中求助占64%,表扬占36%。' },
    {
      wrong:
        '前5个月,全市外贸总值[[40.00亿元]],增长2%。\n民营企业进出口[[21.48亿元]],增长6.5%,占全市外贸总值的[[57.3%]]。',
    },
    {
      silent:
        '前5个月,全市外贸总值40.00亿元,增长2%。\n民营企业进出口21.48亿元,增长6.5%,占全市外贸总值的53.7%。\n去年总值38.2亿元。',
    },
    { wrong: '被访者中,男性占[[57.1%]],女性占[[48.3%]],本地市民占73.5%,非本地市民占26.5%,老人占18.3%。' },
    { wrong: '学历上,初中及以下的为[[20.8%]],高中的为[[29.9%]],大专的为[[19.2%]],大学及以上的为[[31.0%]]。' },
    {
      silent:
        '被访者中,男性占51.7%,女性占48.3%,本地市民占73.5%,非本地市民占26.5%,老人占18.3%。学历上,初中及以下的为20.8%,高中的为29.9%,大专的为19.2%,大学及以上的为30.1%。',
    },
    { wrong: 'Turnout broke down as [[61 percent]] in person, [[30 percent]] by mail and [[19 percent]] by proxy.' },
    { silent: 'Turnout broke down as 61 percent in person, 30 percent by mail and 9 percent by proxy.' },
    { wrong: '[[接近八成的受访者]]([[59.7%]])希望与父母平等交流。' },
    { wrong: '回答“有”的受访者共占[[四分之一]]([[33.0%]])。' },
    { wrong: '[[Nearly a third of the tenants]] ([[43 percent]]) have moved out.' },
    { wrong: '有视力问题者占总体的[[41.4%]],没有视力问题的占[[48.6%]]。' },
    { wrong: '小店月销售额不超过[[3]]万元(按季[[8]]万元)的,免征此税。' },
    { silent: '近六成的受访者(59.7%)希望与父母平等交流,三分之一(33.0%)说不清楚,超过一半的人(72%)住校。' },
    { silent: 'Nearly a third of the tenants (31 percent) have moved out.' },
    { silent: '有视力问题者占总体的51.4%,没有视力问题的占48.6%。小店月销售额不超过3万元(按季9万元)的,免征此税。' },
    { wrong: '回访显示,群众[[满意率达到110%]]。' },
    { wrong: '新苗[[成活率为百分之一百零五]]。' },
    { wrong: '外来务工人员[[占全镇人口的130%]]。' },
    { wrong: '路面积水点比去年[[减少120%]]。' },
    { wrong: '换了滴灌以后,用水量[[下降了3倍]]。' },
    { wrong: '女性占[[55%]],男性占[[48%]]。' },
    { wrong: '读者里学生占[[40%]],上班族占[[35%]],其余[[30%]]是老人。' },
    { wrong: '全县三次产业结构调整为[[12.1:45.3:52.6]]。' },
    { wrong: '三个品种分别占[[40%]]、[[35%]]和[[30%]]。' },
    { wrong: '今夜降水[[概率高达120%]],请带伞。' },
    { wrong: 'Complaints about noise fell by [[120 percent]] last year.' },
    { wrong: 'Turnout was high: young voters accounted for [[130 percent]] of the vote.' },
    { wrong: '调查中[[58%]]的住户表示满意,[[32%]]表示基本满意,[[20%]]表示不满意。' },
    { wrong: '租客里,本地人占[[六成]],外地人占[[五成]]。' },
    { wrong: 'In all, [[55 percent]] voted yes, [[38 percent]] voted no and [[17 percent]] abstained.' },
    { wrong: '客人里本省占[[52%]],邻省占[[33%]],国内其他地区占[[19%]],境外占[[6%]]。' },
    { wrong: '支持新方案的市民占[[61%]],反对者占[[34%]],另有[[15%]]未表态。' },
    { silent: '调查中58%的住户表示常去公园,62%表示常去书店,45%表示不去歌厅。' },
    { silent: '困难群众帮扶率达到100%,限办结率和满意率均为100%。' },
    { silent: '订单增长300%,完成年度任务的402%,产量是去年的三倍。' },
    { silent: '公司净利润同比下降150%,由盈转亏。' },
    { silent: '银行拨备覆盖率为240%,产能利用率达到104%。' },
    { silent: '事故起数同比下降100%,全年实现零事故。' },
    { silent: '女性占52%,男性占48%;党员占35%,老人占28%。' },
    { silent: '读者里学生占40%,上班族占35%,其余25%是老人。' },
    { silent: '三次产业结构为12.1:45.3:42.6,失业率控制在3.5%以内。' },
    { silent: '高中阶段毛入学率达到102%,满意率比去年提高了110%的说法有误。' },
    { silent: '线上销售额占六成,同比增长120%。' },
    { silent: 'Exports rose 120 percent, while profit fell 130 percent to a loss.' },
  ],
  find,
}

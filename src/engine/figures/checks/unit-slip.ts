import type { Check, Claim, Place, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { samePairs } from '../again/same-pairs'
import type { SamePair } from '../again/same-thing'
import { scaledApart } from '../again/english-units'
import { tensApart } from '../again/slips'
import { tensTold } from '../again/tens-told'
import { amount, en, zh } from '../wording'

/** One thing with two figures a power of ten apart: a nought or a point too many, 元 for 万元. */

function claimOf(places: readonly [Place, Place], tens: number): Claim {
  const quotes = places.map(({ reading, start, end }) => reading.text.slice(start, end))
  const [first, second] = places.map(({ value }) => Number(value)) as [number, number]
  return {
    tier: 'query',
    places,
    message: {
      zh: zh`“${quotes[0] ?? ''}”与“${quotes[1] ?? ''}”相差${amount(10 ** tens)}倍,像是同一件事错了位或错了单位。请核对。`,
      en: en`“${quotes[0] ?? ''}” and “${quotes[1] ?? ''}” are a factor of ${10 ** tens} apart: a slipped point or unit. Check which is right.`,
    },
    arithmetic: [
      { label: '前文', en: 'first', expr: quotes[0] ?? '', value: amount(first) },
      { label: '后文', en: 'then', expr: quotes[1] ?? '', value: amount(second) },
      {
        label: '相差',
        en: 'factor',
        expr: `${amount(Math.max(first, second))} ÷ ${amount(Math.min(first, second))}`,
        value: 10 ** tens,
      },
    ],
  }
}

/** Two rough figures are no slip. */
function isSlipped({ first, second }: SamePair): boolean {
  return first.mention.approximators.length === 0 || second.mention.approximators.length === 0
}

const WHOLE_LENGTH = /(?:全长|总长|总长度|全程)[约达为近]?$/
const PART_LENGTH =
  /(?:[东西南北中首一二三]段|支线|段|桥梁|隧道|桥隧|其中[\u4E00-\u9FFF]{0,8})(?:全?长度?|里程|共|多达|有|总长)?[约达为近]?$/
/** 桥隧总长: of all the bridges and tunnels on the way. */
const OF_PARTS = /(?:桥隧|桥梁|段)(?:全长|总长度?)[约达为近]?$/

const ENGLISH_WHOLE =
  /\b(?:trail|path|route|road|line|track|tunnel|canal|cycleway|railway|pipeline|cable|course|wall|way|it|which)\b[^.;,\d]{0,24} (?:runs?|stretch(?:es)?|extends?|measures?|covers?|will be|is) (?:for )?$/i
const ENGLISH_PART =
  /\b(?:first|second|third|final|last|opening|next|northern|southern|eastern|western|one) (?:section|stretch|phase|stage|leg|part|segment),?(?: (?:of|is|covers|measures|runs(?: for)?|will (?:be|run(?: for)?)))? $/i
const ENGLISH_LENGTH = /^(?:mile|kilomet(?:re|er)|met(?:re|er)|yard|foot)$/

const isLength = ({ dimension, classifier }: Mention): boolean =>
  dimension === 'length' || ENGLISH_LENGTH.test(classifier)

/** What stands before a length says that it is a whole, or a part, of one. */
function isSaid({ shadow, english }: Reading, { start }: Mention, [han, latin]: readonly [RegExp, RegExp]): boolean {
  return (english ? latin : han).test(shadow.slice(Math.max(0, start - (english ? 64 : 12)), start))
}

/** 绿道总长8.6公里,北段长56公里: a part of a length longer than the whole, told in its sentence or behind it, of the one whole there is. */
function* longerParts(copy: StoryCopy): Iterable<Claim> {
  const wholes = copy.readings.flatMap((reading) =>
    reading.mentions.flatMap((whole) =>
      isLength(whole) &&
      isSaid(reading, whole, [WHOLE_LENGTH, ENGLISH_WHOLE]) &&
      !isSaid(reading, whole, [OF_PARTS, ENGLISH_PART])
        ? [{ reading, whole }]
        : [],
    ),
  )
  const [only, ...more] = wholes
  if (only === undefined || more.length > 0) return
  const { whole } = only
  for (const reading of copy.readings.slice(only.reading.index, only.reading.index + 3)) {
    for (const part of reading.mentions) {
      if (reading === only.reading && part.start < whole.end) continue
      if (part.dimension !== whole.dimension || part.low <= whole.high) continue
      if (!isSaid(reading, part, [PART_LENGTH, ENGLISH_PART])) continue
      const both = [
        { reading: only.reading, mention: whole },
        { reading, mention: part },
      ]
      const [a, b] = both.map((one) => one.reading.text.slice(one.mention.start, one.mention.end))
      yield {
        tier: 'query',
        places: both.map(placeOf),
        message: {
          zh: zh`全长“${a ?? ''}”,其中一段却有“${b ?? ''}”。请核对数字和单位。`,
          en: en`The whole is “${a ?? ''}” long, a part of it “${b ?? ''}”. Check the figures and their units.`,
        },
        arithmetic: [
          { label: '整体', en: 'whole', expr: a ?? '', value: amount(whole.value) },
          { label: '部分', en: 'part', expr: b ?? '', value: amount(part.value) },
        ],
      }
    }
  }
}

const placeOf = ({
  reading,
  mention: { start, end, value },
}: Pick<SamePair['first'], 'reading' | 'mention'>): Place => ({ reading, start, end, value })

/** 研发投入2.46亿元,占营业收入的10%: said to be a tenth or ten times. */
const TENTH = /(?<![\d.])10?%|一成|[十百]分之一|[十百]倍|(?<![\d.])100?倍/
const isTenth = (first: Place, second: Place): boolean =>
  TENTH.test(second.reading.shadow.slice(first.reading === second.reading ? first.end : 0, second.end + 24))

function* find(copy: StoryCopy): Iterable<Claim> {
  const told = new Set<string>()
  const pairs = samePairs(copy).flatMap((pair): (readonly [Place, Place, number])[] => {
    const tens = tensApart(pair.first.mention, pair.second.mention)
    return tens !== null && tens <= 8 && isSlipped(pair) ? [[placeOf(pair.first), placeOf(pair.second), tens]] : []
  })
  for (const [first, second, tens] of [...pairs, ...tensTold(copy)]) {
    const key = `${second.reading.index} ${second.start}`
    if (!told.has(key) && !isTenth(first, second)) yield claimOf([first, second], tens)
    told.add(key)
  }
  for (const [first, second, tens] of scaledApart(copy)) yield claimOf([placeOf(first), placeOf(second)], tens)
  yield* longerParts(copy)
}

export const unitSlip: Check = {
  id: 'unit-slip',
  tiers: ['query'],
  title: { zh: '数位或单位滑动', en: 'Slipped point or unit' },
  why: {
    zh: zh`小数点错一位、“万元”丢了“万”,数字就差出十倍、万倍。`,
    en: 'A point moves or a unit is lost, and a figure is ten or ten thousand times too large.',
  },
  examples: [
    { silent: '公司营业收入24.6亿元,增长11.3%。\n公司研发投入2.46亿元,占营业收入的10%,研发人员412人。' },
    {
      wrong:
        'The miner reported a net loss of [[$38 million]].\nAnalysts heard that the [[$38 billion]] net loss included a write-down.',
    },
    {
      wrong:
        'Customs found [[240 kilograms]] of resin in a cheese. The seizure of the [[240 tonnes]] of resin was the third.',
    },
    {
      silent: 'The fund lent $38 million to farms.\nParliament passed the $38 billion budget.',
    },
    {
      wrong:
        'The repair of the bridge will cost [[$2.4 million]]. Opponents say the [[$2.4 billion]] is better spent on buses.',
    },
    { wrong: '绿道总长[[8.6公里]],开放的北段长[[56公里]],沿线有四处驿站。' },
    { wrong: 'The trail will run for [[9 miles]] from Garth. The first section, [[14 miles]] long, opens at Easter.' },
    {
      silent:
        'The trail will run for 9 miles from Garth. The first section, 4 miles long, opens at Easter, 14 miles away.',
    },
    { silent: '绿道总长8.6公里,开放的北段长5.6公里,离市区56公里。' },
    { wrong: '新区去年新增就业[[3.1万人]],另有8000人再就业。报告指出,[[31万名]]新增就业人员中,毕业生占四成。' },
    {
      wrong:
        '警方把追回的[[36万元]]现金交到11名老人手中。\n吴阿姨领回了4.2万元。\n所长介绍,返还老人的[[36亿元]]都已冻结。',
    },
    { wrong: '全市常住人口[[1190万]],人均寿命81.3岁。负责人说,这[[119万]]常住人口中,四成签了家庭医生。' },
    { silent: '全县粮田面积32万亩,示范区3.2万亩粮田机收。新区去年新增就业3.1万人,3100人再就业。' },
    { wrong: '渡槽总投资[[119万元]],由县里出资。水利站介绍,渡槽总投资[[1190万元]],已全部到位。' },
    { wrong: '大坝坝高[[78米]]。施工时,坝高[[780米]]的大坝用了三年。' },
    { wrong: '合作社实收货款[[36万元]]。会计说,合作社实收货款[[36元]],都已入账。' },
    { wrong: '湿地面积[[4.5平方公里]]。监测站说,湿地面积[[45平方公里]],候鸟逐年增多。' },
    { wrong: '粮库库容[[12万吨]]。主任介绍,粮库库容[[1.2万吨]],全部控温。' },
    { wrong: '栈道全长[[2400米]]。栈道全长[[240米]],沿着海湾伸展。' },
    { wrong: '村集体存款[[65万元]]。公示栏写着,村集体存款[[650万元]]。' },
    { wrong: 'The new dam cost [[42 million dollars]]. Engineers said the new dam cost [[420 million dollars]].' },
    { wrong: '村里拿出[[38万元]]修渠。这[[380万元]]都是村民凑的。' },
    { wrong: '隧道全长[[3.4公里]],穿过两座山。这条长[[340米]]的隧道打了两年。' },
    { wrong: '水库总库容[[1.36亿立方米]],是水源。管理局说,目前蓄水充足,为总库容[[1.36万立方米]]的68%。' },
    { wrong: '基地流转土地[[3600亩]]。负责人站在[[36000亩]]的基地中央,采摘季雇700人。' },
    { wrong: '环湖路全长[[26.8公里]],骑行道宽3.5米。\n工程负责人说,桥梁隧道多达[[30.2公里]]。' },
    { wrong: '去年,全县猕猴桃总产值达到[[6.8亿元]]。县长说,今年要在[[68亿元]]的基础上再上台阶。' },
    { silent: '水库总库容1.36亿立方米,每天供水13.6万立方米。镇里流转土地3600亩,全县粮田36000亩。' },
    { silent: '村里拿出38万元修渠,又借了20万元。这380万元还没有还清。' },
    { silent: '渡槽总投资119万元。泵站总投资1190万元。' },
    { silent: '去年实收货款36万元。今年,合作社实收货款360万元。' },
    { silent: '湿地面积4.5平方公里,其中核心区面积0.45平方公里。' },
    { silent: '每户补助200元。全村共补助2000元。' },
    { silent: '栈道全长2400米。支线全长240米。' },
    { silent: '计划投资65万元。实际投资650万元。' },
    { silent: '一期产能10万吨。二期产能100万吨。' },
    { silent: '粮库库容12万吨。粮库库容120000吨,全部控温。' },
    { silent: 'The old dam cost 42 million dollars. The new dam cost 420 million dollars.' },
  ],
  find,
}

import { courses } from '../bounds/courses'
import { doubleRanks } from '../bounds/ranks'
import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { firstFrom, type Mention } from '../lexer/mention'
import { sentencesOf } from '../sentences'
import { en, figure, zh } from '../wording'
import { apposedDenied, apposedExamples } from '../bounds/english-apposed'
import { recordExamples, recordsDenied } from '../bounds/english-records'
import { rivalExamples, rivalsDenied } from '../bounds/english-rivals'
import { fractionExamples, fractionsDenied, spelledDenied } from '../bounds/english-fractions'
import { halvesAcross } from '../bounds/halves-across'
import { leadingParts } from '../bounds/leading-part'
import { deniedQuorums } from '../bounds/quorums'
import { oddRanks } from '../bounds/ranked'
import { deniedSizes } from '../bounds/sizes'
import { orderExamples } from '../bounds/order.examples'
import { disordered } from '../bounds/ordered'
import { wonByLess } from '../bounds/scores-won'
import { surpassed } from '../bounds/surpasses'
import { surplusOf } from '../bounds/surplus'
import { topsDenied } from '../bounds/tops'
import { unpassed } from '../bounds/thresholds'
import { sharesDenied, tenthExamples } from '../bounds/tenths'
import { denialsOf } from '../bounds/wordings'
import { matchesOf } from '../matches'

/** Words that claim a size beside the figure that gives it: 超额完成402%, 过半(45%), 近九成(96%). */

interface Size {
  readonly word: RegExp
  readonly low: number
  readonly high: number
  readonly zh: string
  readonly en: string
}

const SIZES: readonly Size[] = [
  {
    word: /(?:超过?|逾|已?过)(?:半数|一?半)|一半以上|半数以上|大半|(?<!绝)大多数|多数/g,
    low: 50,
    high: 100,
    zh: '多于50%',
    en: 'more than 50 percent',
  },
  {
    word: /(?:不足|不到|未过|不及)(?:一半|半数)|少数(?!民族|派)/g,
    low: 0,
    high: 50,
    zh: '少于50%',
    en: 'less than 50 percent',
  },
  {
    word: /(?:将近|接近|近)(?:一半|半数)|近半(?![年月天日夜个小数])/g,
    low: 40,
    high: 50,
    zh: '略少于50%',
    en: 'just under 50 percent',
  },
]
/** The figure that spells the word out: in brackets, or right behind 达, 为, 占. */
const SPELLED =
  /^[\u4E00-\u9FFF]{0,8}(?:\((?:占比?|比例为?|达到?|约|为)?|,(?:占比|比例|具体)?(?:达到?|[为即是占])|[^,;。其余另而但]{0,14},占比?[为达到了]{0,2})$/

/** 超过八成的受访者愿意推荐给亲友,具体比例为88.9% */
const EXACTLY =
  /^[^,;。其余另]{0,22}[,;](?:(?:具体|确切|准确|精确|实际)[\u4E00-\u9FFF]{0,3}|(?:这一|总体|所占)?(?:比例|占比|比率|比重)[\u4E00-\u9FFF]{0,2})[为是达到]$/

/** 超过一半来自国外,国外订单占46.2% */
const AGAIN = /^(?<first>[^,;。其余另而但]{2,14}),(?<who>[\u4E00-\u9FFF]{2})[\u4E00-\u9FFF]{0,6}占[比为达了到]{0,2}$/

function goesOn(between: string): boolean {
  const { first = '', who = ' ' } = AGAIN.exec(between)?.groups ?? {}
  return first.includes(who)
}

interface Said extends Omit<Size, 'word'> {
  readonly start: number
  readonly end: number
}

/** Every word of size, with what it allows. */
function saidSizes(reading: Reading): Said[] {
  const words = SIZES.flatMap(({ word, ...size }) =>
    matchesOf(reading.shadow, word).map((match) => ({
      ...size,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  return [...words, ...reading.mentions.flatMap(tenths)]
}

/** 超八成, 近九成, 不足三成. */
function tenths({ classifier, approximators, value, start, end }: Mention): Said[] {
  const [approximator] = approximators
  if (classifier !== '成' || approximators.length !== 1) return []
  switch (approximator?.sense) {
    case 'over':
    case 'orMore':
    case 'surplus':
      return [{ start, end, low: value, high: 100, zh: zh`多于${value}%`, en: `more than ${value} percent` }]
    case 'near':
      return [{ start, end, low: value - 10, high: value, zh: zh`略少于${value}%`, en: `just under ${value} percent` }]
    case 'under':
      return [{ start, end, low: 0, high: value, zh: zh`少于${value}%`, en: `less than ${value} percent` }]
    case undefined:
    case 'about':
    case 'atLeast':
    case 'atMost':
    case 'orLess':
      return []
  }
}

function* sized(reading: Reading): Iterable<Claim> {
  for (const said of saidSizes(reading)) {
    const mention = reading.mentions
      .slice(firstFrom(reading.mentions, said.end))
      .find(({ kind, classifier }) => kind === 'percent' && classifier === '%')
    if (mention?.kind !== 'percent' || mention.classifier !== '%' || mention.start > said.end + 32) continue
    const between = reading.shadow.slice(said.end, mention.start)
    if (!(between.length <= 16 && SPELLED.test(between)) && !EXACTLY.test(between) && !goesOn(between)) continue
    if (mention.low <= said.high && mention.high >= said.low) continue
    const word = reading.text.slice(said.start, said.end)
    const quote = reading.text.slice(mention.start, mention.end)
    yield {
      tier: 'error',
      places: [
        { reading, start: said.start, end: said.end },
        { reading, start: mention.start, end: mention.end, value: mention.value },
      ],
      message: {
        zh: zh`“${word}”是${said.zh},后面给出的却是“${quote}”。请核对说法和数字。`,
        en: en`“${word}” means ${said.en}, but “${quote}” follows. Check the wording and the figure.`,
      },
      arithmetic: [
        { label: '说法', en: 'wording', expr: word, value: `${said.low}%–${said.high}%` },
        { label: '数字', en: 'figure', expr: quote, value: `${figure(mention.value)}%` },
      ],
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    for (const mention of reading.mentions) {
      const claim = surplusOf(reading, mention)
      if (claim !== null) yield claim
    }
    yield* sized(reading)
    yield* doubleRanks(reading)
    yield* courses(reading)
    yield* halvesAcross(reading)
    yield* oddRanks(reading)
    yield* wonByLess(reading)
    for (const [i, sentence, all] of sentencesOf(reading).map((one, at, every) => [at, one, every] as const)) {
      for (const { tier, places, zh: said, en, arithmetic } of [
        ...denialsOf(sentence),
        ...deniedSizes(sentence),
        ...deniedQuorums(sentence),
        ...fractionsDenied(sentence),
        ...spelledDenied(sentence),
        ...apposedDenied(sentence),
        ...rivalsDenied(sentence),
        ...recordsDenied(sentence),
        ...leadingParts(sentence, all[i - 1]),
        ...sharesDenied(sentence),
        ...topsDenied(sentence, all[i - 1]),
        ...unpassed(sentence),
        ...surpassed(sentence),
        ...disordered(sentence),
      ])
        yield { tier, places, message: { zh: said, en }, arithmetic }
    }
  }
}

export const superlatives: Check = {
  id: 'superlatives',
  tiers: ['error', 'query'],
  title: { zh: '说法与数字不合', en: 'Wording against figure' },
  why: {
    zh: zh`“超额完成402%”照字面是计划的五倍;“过半”后面跟着45%,必有一错。`,
    en: '“Exceeded by 402 percent” is five times the plan; “more than half” beside 45 percent cannot hold.',
  },
  examples: [
    ...orderExamples,
    ...fractionExamples,
    ...tenthExamples,
    { wrong: '体质达到合格以上的有5526人,合格率[[92.1%]],首次突破[[93%]]。' },
    { wrong: '全县茶叶产值[[46亿元]],突破[[50亿元]],带动三万农户。' },
    {
      silent:
        '合格率93.4%,首次突破93%。茶叶产值51亿元,突破50亿元。今年新增会员40万人,突破50万人。上半年产值46亿元,全年有望突破90亿元。产值增长46%,突破50亿元。',
    },
    { wrong: '高新区增长[[9.6%]],临江县增长8.1%,青坪县增长[[10.2%]],老城区增长5.3%,[[高新区继续领跑]]四个县区。' },
    { silent: '高新区增长10.6%,临江县增长8.1%,青坪县增长10.2%,老城区增长5.3%,高新区继续领跑四个县区。' },
    { wrong: '会议共收到建议[[310件]],其中涉及教育、医疗、养老的有[[136件]],[[超过半数]]。' },
    {
      silent:
        '会议共收到建议310件,其中涉及教育、医疗、养老的有172件,超过半数。收到建议310件,其中涉及教育的136件,满意的超过半数。',
    },
    ...apposedExamples,
    ...rivalExamples,
    ...recordExamples,
    { silent: 'More than half of the students ride a bus. Of the 80 teachers, 30 do.' },
    { silent: '完成年度目标的98%,预计月底超额完成全年任务。' },
    { wrong: '全市最高的杨柳镇增长[[12.1%]],其次是柳林镇增长[[13.4%]],白马镇增长9.9%居第三。' },
    { silent: '全市最高的杨柳镇增长12.1%,其次是柳林镇增长11.4%,白马镇增长9.9%居第三。' },
    { wrong: '[[More than two-thirds]] of the [[90 delegates]], [[54]], backed the motion.' },
    { wrong: '[[A majority]] of the board, [[four]] of its [[11 members]], voted for the plan.' },
    {
      silent:
        'More than two-thirds of the 90 delegates, 64, backed the motion. A majority of the board, six of its 11 members, voted for the plan. Only a third of the 60 applicants, 20, were women.',
    },
    {
      wrong: '出港96万件。出港快件中,脐橙[[57万件]]、腊味22万件、竹制品10万件、其他7万件,脐橙占比最大但[[不足一半]]。',
    },
    { silent: '出港96万件。出港快件中,脐橙39万件、腊味28万件、竹制品17万件、其他12万件,脐橙占比最大但不足一半。' },
    { wrong: '翟师傅亩产[[682.5公斤]],位居全县第一;孟师傅以亩产[[706.1公斤]]排在第二,段师傅以[[693.4公斤]]名列第三。' },
    { silent: '翟师傅亩产716.5公斤,位居全县第一;孟师傅以亩产706.1公斤排在第二,段师傅以693.4公斤名列第三。' },
    { wrong: '应到代表[[90人]],实到84人,[[52人]]投了赞成票,[[超过应到人数的三分之二]],方案通过。' },
    { silent: '应到代表90人,实到84人,62人投了赞成票,超过应到人数的三分之二,方案通过。' },
    { wrong: '每千人床位数,港都为[[14.2张]],南都[[15.6张]],中都12.1张,北都11.7张,[[港都高居第一]]。' },
    { silent: '每千人床位数,港都为14.2张,南都12.6张,中都12.1张,北都11.7张,港都高居第一。' },
    { wrong: '全市已收购稻谷31.5万吨,完成年度计划42万吨的[[75%]],超额完成收购任务。' },
    { wrong: '全县贫困人口由2012年的[[3.18万]]下降到2015年的[[5.46万人]]。' },
    { silent: '全县贫困人口由2012年的8.31万下降到2015年的5.46万人,全县水稻由5.1万亩增加到6.3万亩。' },
    { wrong: '柳江县为我市[[第二大茶叶产地]],产茶3万吨。云岭县为我市[[第二大茶叶产地]],产茶2万吨。' },
    { silent: '柳江县为我市第二大茶叶产地,产茶3万吨。云岭县为我市第三大茶叶产地,产茶2万吨。' },
    { wrong: '投票显示,[[过半]]受访者支持改线,支持率为[[46%]],另有两成人说无所谓。' },
    { wrong: '[[近九成]]学员拿到了证书:[[120名]]学员中[[86人]]通过了结业考试。' },
    { wrong: '全队[[超额]]完成任务,计划植树[[5000株]],实际植树[[4800株]]。' },
    { silent: '过半受访者支持改线,支持率为56%。近九成学员拿到了证书:120名学员中106人通过了考试。' },
    {
      wrong:
        '[[Fewer than half]] of the kitchens passed an inspection. Of the [[80 kitchens]] visited, [[52 met]] all the standards.',
    },
    {
      silent:
        'Fewer than half of the kitchens passed. Of the 80 kitchens visited, 52 failed. More than half of the pupils ride a bus. Of the 80 pupils asked, 52 did.',
    },
    { wrong: '[[A clear majority of members]], [[44 percent]], voted to accept the contract.' },
    { wrong: '全镇投资完成全年目标任务的[[98.3%]],提前一个月超额完成年度任务。' },
    { wrong: '投入强度上,北塔区为[[4.1%]],江汉区为[[3.6%]],高坪区为3.2%,[[江汉区最高]]。' },
    { wrong: '今年入园[[68万人次]],[[创历年新高]],去年为[[71万人次]],前年是59万人次。' },
    { silent: '投入强度上,北塔区为4.1%,江汉区为3.6%,高坪区为3.2%,北塔区最高;入园68万人次,创历年新高,去年为63万人次。' },
    { wrong: '方案[[全票]]通过,[[25名]]代表中[[23名]]投了赞成票。' },
    { silent: '方案获得通过,25名代表中23名投了赞成票。' },
    { wrong: '全年引资九亿元,[[超额完成402%]]。' },
    { wrong: '粮站收购任务[[超额完成了130%]]。' },
    { wrong: '街道[[超额实现全年目标的115%]]。' },
    { wrong: '支持改造的住户[[过半]]([[45%]])。' },
    { wrong: '[[近九成]]([[96.2%]])的读者愿意续卡。' },
    { wrong: '[[超八成]]摊主([[78%]])按时缴费。' },
    { wrong: '返乡青年中[[不足三成]],为[[34%]]。' },
  ],
  find,
}

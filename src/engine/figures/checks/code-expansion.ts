import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { DIGITS } from '../words/code-figures'
import { englishCodes } from '../words/english-codes'
import { keysOff } from '../words/code-keys'
import { toldAhead, toldBehind, toldBelow, toldNext, type Told } from '../words/code-steps'
import { codeRowExamples, toldInRow } from '../words/code-rows'
import { unitsOff } from '../words/coded-units'
import { codesIn, type SaidCode } from '../words/codes-said'
import { repeatedOff } from '../words/repeated-codes'
import { en, zh } from '../wording'

/** A code made of figures (“1412”工作模式) and the words that spell it out. */

function* inEnglish(reading: Reading, next: Reading | undefined): Iterable<Claim> {
  for (const { code, at, told: row, values, where = reading } of englishCodes(reading, next))
    yield claim(reading, code, at, where, row, values)
}

function claim(
  reading: Reading,
  code: string,
  at: readonly [number, number],
  where: Reading,
  spelled: readonly [number, number],
  values: readonly number[],
): Claim {
  return {
    tier: 'query',
    places: [
      { reading, start: at[0], end: at[1], value: code },
      { reading: where, start: spelled[0], end: spelled[1], value: values.join('+') },
    ],
    message: {
      zh: zh`“${code}”的解释是${values.join('、')},与数字代号对不上。请核对代号或解释。`,
      en: en`“${code}” is spelled out as ${values.join(', ')}, which does not make the code. Check the code or its explanation.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: `“${code}”`, value: code },
      { label: '列出', en: 'listed', expr: values.join(' · '), value: values.join('') },
    ],
  }
}

const RUN =
  /(?<![\u4E00-\u9FFF])(?:[\u4E00-\u9FFF]{0,3}?[一二两三四五六七八九][\u4E00-\u9FFF]{1,4}、){1,5}[\u4E00-\u9FFF]{0,3}?[一二两三四五六七八九][\u4E00-\u9FFF]{1,4}(?=[,。;)])|(?:[一二两三四五六七八九][\u4E00-\u9FFF]{1,4}、){1,5}[一二两三四五六七八九][\u4E00-\u9FFF]{1,4}(?=[,。;)])/

const figuresOf = (code: string): string =>
  /^\d/.test(code) ? code : [...code].map((character) => figureOf(character)).join('')
const figureOf = (character: string): number => (character === '两' ? 2 : DIGITS.indexOf(character) + 1)

/** “4343”服务机制,做到四必访、四必帮、三必报、三必到: as many items as figures, each with its own in front. */
function run(reading: Reading, { code, end }: SaidCode): Told | null {
  const [clause = ''] = reading.shadow.slice(end, end + 60).split('。')
  const match = RUN.exec(clause)
  const items = match?.[0].split('、') ?? []
  const values = items.map((item) => figureOf(/[一二两三四五六七八九]/.exec(item)?.[0] ?? ''))
  if (
    match === null ||
    values.length !== code.length ||
    !/^(?:\d+|[一二两三四五六七八九]+)$/.test(code) ||
    values.join('') === figuresOf(code)
  )
    return null
  const bare = items[1]?.search(/[一二两三四五六七八九]/) === 0
  const at = end + match.index + (bare ? match[0].search(/[一二两三四五六七八九]/) : 0)
  return { reading, start: at, end: end + match.index + match[0].length, values }
}

const NAMED = /(?<words>(?:[一二三四五六七八九][\u4E00-\u9FFF]){2,5})“(?<code>\d{2,6})”/g

/** 一诺一评三化“113”: the words right before the code say its figures one by one. */
function* namedOtherwise(reading: Reading): Iterable<Claim> {
  if (!/“\d/.test(reading.shadow)) return
  for (const match of matchesOf(reading.shadow, NAMED)) {
    const { words = '', code = '' } = match.groups ?? {}
    const values = [...words].filter((_, i) => i % 2 === 0).map((word) => DIGITS.indexOf(word) + 1)
    const at = match.index + words.length
    if (values.join('') === code || Math.abs(values.length - code.length) > 1) continue
    yield claim(reading, code, [at, at + code.length + 2], reading, [match.index, at], values)
  }
}

function told(reading: Reading, { code, start, end }: SaidCode, row: Told): Claim {
  return claim(reading, code, [start, end], row.reading, [row.start, row.end], row.values)
}

function* inChinese(copy: StoryCopy, reading: Reading): Iterable<Claim> {
  yield* namedOtherwise(reading)
  for (const said of codesIn(reading)) {
    const { keyed, off } = keysOff(reading, said)
    for (const one of off) yield told(reading, one.said, one.told)
    if (keyed) continue
    const behind = run(reading, said) ?? toldBehind(reading, said) ?? toldAhead(reading, said)
    const after = copy.readings.slice(reading.index + 1)
    const below = reading.passage.role === 'body' ? toldNext(after, said) : toldBelow(after, said)
    const row = behind ?? below ?? toldInRow(copy.readings.slice(reading.index), said)
    if (row !== null) yield told(reading, said, row)
  }
  const rest = copy.readings.slice(reading.index + 1, reading.index + 2)
  for (const one of [...unitsOff(reading, rest), ...repeatedOff(reading)]) yield told(reading, one.said, one.told)
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings)
    yield* reading.english ? inEnglish(reading, copy.readings[reading.index + 1]) : inChinese(copy, reading)
}

export const codeExpansion: Check = {
  id: 'code-expansion',
  tiers: ['query'],
  title: { zh: '数字代号与解释不符', en: 'Code against explanation' },
  why: {
    zh: zh`“1412”这样的代号会被逐字解释,改了解释常忘了改代号。`,
    en: 'A code of figures is spelled out figure by figure; edits often change only one of the two.',
  },
  examples: [
    ...codeRowExamples,
    {
      wrong:
        'He teaches [[4-7-8]] breathing.\nBreathe in for [[four seconds, hold for six, let it out for eight]]. Do four rounds.',
    },
    { silent: 'He teaches 4-7-8 breathing.\nBreathe in for four seconds, hold for seven, let it out for eight.' },
    { silent: 'He teaches 4-7-8 breathing.\nThe class of four meets at seven and lasts for nine weeks, or ten.' },
    {
      wrong:
        '# 街道[[“1345”]]工作法\n街道实施这一新的工作法,即围绕“[[一个核心”,建强“三支队伍”,用好“五个平台”,完善“四项]]机制”。',
    },
    { wrong: '规划了“一轴两带[[四片区]]”的布局:以大道为轴,以两溪为两条生态带,形成商务、研发、居住[[三个片区]]。' },
    { wrong: '社区把[[“三四一”]]做法落到楼栋:建好[[三级联系网,做到独居老人六必访,记好一本]]民情台账。' },
    { wrong: '村里靠的是“一二三”:“一”是盯住一颗莲子,“[[二”是]]用好合作社、加工厂、直播间[[三个]]平台。' },
    { wrong: '卫生局推[[“3+3”]]照护网:前面的[[3,是巡回车、据点、视讯三项服务;后面的2,则是]]药师与营养师两种人员。' },
    { wrong: '所谓“[[三个四]]”,即[[访三类人、问三件事、算三笔账]],乡里去年信访少了。' },
    { wrong: '全省实施[[“十百千”]]行动,到后年培育[[20个百亿级园区、100家龙头企业、1000家]]中小企业。' },
    {
      silent:
        '规划了“一轴两带三片区”的布局:以大道为轴,以两溪为两条生态带,形成商务、研发、居住三个片区。村里靠“一二三”:“一”是盯住一颗莲子,“二”是用好合作社、加工厂两个平台。',
    },
    {
      silent:
        '所谓“三个三”,即访三类人、问三件事、算三笔账。推行“3+2+1”模式,即每组3名义警、2名辅警、1名民警,每2小时1趟。',
    },
    { silent: '# 街道“123”工作法见效\n围绕群众诉求,街道今年办结3件实事,新建5个车棚,添了2台电梯。' },
    {
      silent:
        '拨打“12345”热线,咨询窗口设1个总台、3个分台。“千万工程”实施三年,建成5个村。“一河两岸”焕新,沿线有3个码头。',
    },
    {
      wrong:
        'Their method was the [[50/30/20]] budget. Half went on needs, [[40 per cent on wants and 20 per cent]] on savings.',
    },
    { wrong: 'Officials call it the [[4-3-2]] plan: [[four clinics, five ambulances and two helicopters]].' },
    {
      silent:
        'Their method was the 50/30/20 budget. Half went on needs, 30 per cent on wants and 20 per cent on savings. She won 6-4, 6-3 and a place in the 4-3-2 plan.',
    },
    { wrong: '社区推出[[“4343”]]服务机制,做到[[四必访、四必帮、三必报、三必到]],受到好评。' },
    { wrong: '会上发布[[“1512”]]行动方案,未来三年将围绕[[一条主线,实施五大工程,落实10项]]重点任务。' },
    {
      wrong:
        '明年县域经济的总体思路是[[“12345”]]:围绕[[一个目标;建强两大园区;抓实三项改革;打造四条产业链;开展六个]]专项行动。',
    },
    {
      silent:
        '社区推出“4433”服务机制,做到四必访、四必帮、三必报、三必到。明年的总体思路是“123”:围绕一个目标,建强两大园区,抓实三项改革。',
    },
    { wrong: '镇上推行“1+5+N”模式:“1”是一个驿站,“[[5”是]]公安、城管、市场监管、消防[[四支]]力量,“N”是志愿者。' },
    { wrong: 'The [[“4-2-1”]] winter plan promises [[three overnight shelters, two mobile clinics and one hotline]].' },
    {
      wrong:
        '会议印发[[“2810”]]行动方案。\n方案提出,到后年建成[[两大基地,打造菌种、冷链、文旅六条产业链,实施10个]]重点项目。',
    },
    { wrong: '县里搭起[[“1+12+168”]]服务网络。\n据介绍,这张网络由[[1家总医院、12家卫生院和186个]]村卫生室组成。' },
    { wrong: '新城实施[[“2816”]]计划:打造[[2个产业集群,培育6条产业链,建设18个]]园区。' },
    {
      silent:
        '会议印发“2610”行动方案。\n方案提出,建成两大基地,打造六条产业链,实施10个重点项目。新城实施“2618”计划:打造2个集群,培育6条产业链,建设18个园区。\n县里搭起“1+12+168”网络。\n据介绍,网络由1家总医院、12家卫生院和168个卫生室组成。',
    },
    { wrong: '镇里推行[[“2+4+N”]]服务模式,即[[2个大厅、3个]]驿站和若干代办点。' },
    { wrong: '村里建立[[“三五七”]]机制,就是[[三级网格、四类队伍、七项]]清单。' },
    { silent: '镇里推行“2+3+N”服务模式,即2个大厅、3个驿站和若干代办点。' },
    { wrong: '镇里推行[[“1413”]]工作模式,围绕[[一条主线,做好四篇文章,办好12项]]实事。' },
    { wrong: '街道明确[[“1345”]]发展定位([[1是抓党建,3是建园区,4是兴产业,6是]]优环境)。' },
    { wrong: '[[“123”]]治理体系,即[[一个中心、两支队伍、四项]]制度。' },
    { wrong: '村里探索[[“257”]]工作法,建好[[两个平台,用好五支队伍,抓好八个]]环节。' },
    { wrong: '全区实施[[“1612”]]行动,坚持[[一个目标,抓住六个重点,落实13项]]任务。' },
    { wrong: '学校形成[[“134”]]机制,有[[一张清单、两本台账、四次]]会商。' },
    { wrong: '农场建立[[“369”]]体系,“[[3”即三级网络,“6”即六支队伍,“8”即]]八项服务。' },
    { wrong: '社区打造[[“246”]]品牌,依托[[两个阵地,组建四支队伍,开展五类]]活动。' },
    { wrong: '渡口实行[[“346”]]管理,“[[3”是三次点名,“4”是四查船况,“5”是]]五不开航。' },
    { silent: '创建“1412”工作模式,围绕一条主线,做好四篇文章,办好12项实事。' },
    { wrong: '推行[[一诺一评三化]][[“1133”]]工作机制,走出新路。' },
    { wrong: '实施[[“1+3”]]治理模式。“[[1”即坚持一条主线,“4”即]]实施治理工程。' },
    { silent: '推行一诺一评三化“113”工作机制。实施“1+3”治理模式。“1”即坚持一条主线,“3”即实施“三大工程”。' },
    { silent: '按照“1339”战略部署,街道全年走访3次,新建4个站点。' },
    { silent: '打造“1169”美好社区治理体系,第一个“1”即以人民为中心,第二个“1”即党建引领,“6”即六抓,“9”即九大场景。' },
    { silent: '“12345”热线平台全年受理来电三千余件,办结率99%,回访两次。' },
    { silent: '建立“2+1+N+X”机制,即2名网格长、1名专职网格员。' },
    { silent: '推行“321”社区工作法,全年办实事45件,惠及12个小区。' },
    { silent: '镇里形成“123”治理体系,即一个中心、两支队伍、三项制度。' },
    { silent: '“1345”发展定位(1是抓党建,3是建园区,4是兴产业,5是优环境)深入人心。' },
  ],
  find,
}

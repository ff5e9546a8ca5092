import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { en, zh } from '../wording'
import { clauseStart, wordEnd } from '../words/hanging'
import { lostCounts } from '../words/lost-counts'
import { MISSING } from '../words/missing.table'

/** Copy that was cut: a paragraph that ends on a comma or a bare number, a number missing before its unit. */

const HAN = /[\u4E00-\u9FFF]/

/** Below this a line may be a verse, a salutation, a label. */
const SHORT = 20
const SHORT_ENGLISH = 50

function isProse(reading: Reading): boolean {
  const { shadow, english, passage } = reading
  if (passage.role !== 'body') return false
  return (
    shadow.length >= (english ? SHORT_ENGLISH : SHORT) ||
    /[。!?;]/.test(shadow) ||
    (shadow.length >= 12 && shadow.includes(',') && (/\d$/.test(shadow) || endsOnComma(shadow)))
  )
}

/** A clause and another, and no end: 散场以后,观众都说好, */
function endsOnComma(shadow: string): boolean {
  const copy = shadow.trimEnd()
  const first = copy.indexOf(',')
  return copy.endsWith(',') && copy.length - first > 5
}

/** Copy set in verse or wrapped by hand, where lines end anywhere: the ends of its lines tell nothing. */
function isSetInLines(copy: StoryCopy): boolean {
  const prose = copy.readings.filter(isProse)
  const open = prose.filter(({ shadow }) => /[,。;、]./.test(shadow) && !/[。!?;:…”’」)》.]\s*$/.test(shadow)).length
  const commas = prose.filter(({ shadow }) => /[,、]\s?$/.test(shadow)).length
  return (open > 2 && open * 4 > prose.length) || commas > 2
}

/** A list mark at the end of a column goes on in the next paragraph: joining those is the cleaning's matter. */
function goesOn(copy: StoryCopy, reading: Reading): boolean {
  const next = copy.readings[reading.index + 1]
  return (
    next !== undefined &&
    next.passage.role === 'body' &&
    HAN.test(next.shadow.charAt(0)) &&
    /[。!?]”?$/.test(next.shadow)
  )
}

function commaEnd(copy: StoryCopy, reading: Reading): Claim | null {
  const { shadow, text } = reading
  const end = shadow.trimEnd().length
  const mark = shadow.charAt(end - 1)
  if (mark !== ',' && mark !== '、') return null
  if (mark === '、' && goesOn(copy, reading)) return null
  const start = clauseStart(shadow, end - 1)
  return {
    tier: 'error',
    places: [{ reading, start, end }],
    message: {
      zh: zh`段落停在“${text.charAt(end - 1)}”上,后面的话缺失。请补全,或改为句号。`,
      en: en`The paragraph stops at “${text.charAt(end - 1)}”: what follows is missing. Complete it, or end the sentence.`,
    },
  }
}

const NUMBER_END = /(?<=[^\d.,:/~-])\d{1,12}(?:\.\d{1,4})?$/
/** In English copy a single digit is a note's mark, and so is what stands close behind the sentence. */
const LEFT = /^(?:19|20)\d\d$|^\d{2,3}$/
const AFTER_SENTENCE =
  /[。!?;…”)]\s?$|(?<!\b(?:No|Nos|Vol|p|pp|Fig|St|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rt|Hwy|Rte|Ch|Sec|Ps))\.\s$/
/** A number here wants its unit. */
const WANTS_UNIT =
  /(?:达到?|增至|增长到|增加到|降至|减至|完成|实现|投入|投资|共有?|共计|累计|超过|[约近逾]|不足|惠及|覆盖|新增|发放|建成|接待|吸引|培训|组织|总额|面积|产量|排放|减排|节约|节省|发电|用电|增长|下降|收入|户数|人数)$/
/** A clause that reports an amount. */
const COUNTS =
  /^[\u4E00-\u9FFF]{0,12}(?:已|共|累计|完成|达到|新增|建成|投入|收购|发放|种植|覆盖|惠及|接待|培训|流转|改造|增加|排查|处理|解决)[\u4E00-\u9FFF]{0,10}$/
const NOT_BODY = /[热电]线|电话|手机|传真|邮编|微信|QQ|[号码图表版第年]|网址|编辑|记者|No/i

function numberEnd(copy: StoryCopy, reading: Reading): Claim | null {
  const { shadow, text } = reading
  const end = shadow.trimEnd().length
  const match = NUMBER_END.exec(shadow.slice(Math.max(0, end - 13), end))
  if (match === null) return null
  const start = end - match[0].length
  const before = shadow.slice(Math.max(0, start - 12), start)
  const residue =
    AFTER_SENTENCE.test(before) &&
    (HAN.test(shadow)
      ? match[0].length >= 2
      : LEFT.test(match[0]) && (match[0].length > 3 || /[.!?"\u201D]\s$/.test(before)))
  const clause = shadow.slice(clauseStart(shadow, start), start)
  const cut = (WANTS_UNIT.test(before) || (COUNTS.test(clause) && HAN.test(before.slice(-1)))) && !NOT_BODY.test(before)
  if (!residue && !cut) return null
  if (residue && isNoteMark(copy, reading)) return null
  const from = residue ? Math.max(clauseStart(shadow, sentenceEnd(shadow, start)), 0) : clauseStart(shadow, start)
  return {
    tier: 'error',
    places: [{ reading, start: from, end, value: Number(match[0]) }],
    message: residue
      ? {
          zh: zh`段末句号之后孤零零一个数字“${match[0]}”,后面的话缺失,或是排版残留。请补全或删去。`,
          en: en`A bare number, “${match[0]}”, stands behind the paragraph’s last sentence: cut copy or a leftover. Complete or delete it.`,
        }
      : {
          zh: zh`段落停在数字“${text.slice(start, end)}”上,没有单位,后面的话缺失。请补全。`,
          en: en`The paragraph stops at the number “${match[0]}”, without a unit: what follows is missing. Complete it.`,
        },
  }
}

function sentenceEnd(shadow: string, start: number): number {
  let at = start
  while (at > 0 && /[。!?;…”)\s]/.test(shadow.charAt(at - 1))) at -= 1
  return at
}

/** Footnote marks come in numbers: several paragraphs end on one. */
function isNoteMark(copy: StoryCopy, reading: Reading): boolean {
  return copy.readings.some((other) => other !== reading && /[。!?”)]\s?\d{1,4}$/.test(other.shadow.trimEnd()))
}

/** 服务人次 is a figure of its own; 单位万元 and 每万元 are rates; 过亿元 names a size. */
const NO_GAP = /(?:服务|接待|发放|培训)人次$|达人$|为名$/

function* missing(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  const told = new Set<number>()
  for (const pattern of MISSING) {
    for (const match of pattern.in(shadow)) {
      const unit = match.groups?.['unit'] ?? match.groups?.['unit2'] ?? ''
      const end = match.index + match[0].length
      if (told.has(end) || NO_GAP.test(match[0]) || '(/'.includes(shadow.charAt(match.index - 1) || ' ')) continue
      told.add(end)
      const money = /元$/.test(unit)
      yield {
        tier: money ? 'query' : 'error',
        places: [{ reading, start: match.index, end }],
        message: {
          zh:
            unit === ''
              ? zh`“${text.slice(match.index, end)}”后面缺少数字。请核对原稿后补上。`
              : zh`“${text.slice(match.index, end)}”:“${unit}”前面缺少数字。请核对原稿后补上。`,
          en:
            unit === ''
              ? en`“${text.slice(match.index, end)}”: the number behind it is missing. Look it up and put it in.`
              : en`“${text.slice(match.index, end)}”: the number before “${unit}” is missing. Look it up and put it in.`,
        },
      }
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const setInLines = isSetInLines(copy)
  for (const reading of copy.readings) {
    if (isProse(reading)) {
      const claim = (setInLines ? null : (commaEnd(copy, reading) ?? wordEnd(reading))) ?? numberEnd(copy, reading)
      if (claim !== null) yield claim
    }
    if (reading.passage.role !== 'table') yield* missing(reading)
    yield* lostCounts(reading)
  }
}

export const truncation: Check = {
  id: 'truncation',
  tiers: ['error', 'query'],
  title: { zh: '缺文断句', en: 'Cut copy' },
  why: {
    zh: zh`抓取和转排常丢字:段落停在逗号或数字上,单位前面没有数字。`,
    en: 'Scraping and re-setting lose characters: a paragraph stops at a comma or a number, a unit stands without its number.',
  },
  examples: [
    { wrong: '活动当天[[共有余名]]家长到场,现场发放手册500份。' },
    { wrong: '雨水较常年同期[[偏多成]],全市水库蓄水14.2亿立方米。' },
    { wrong: '全年举办讲座[[场]]、展览12场,读者3.4万人次。' },
    { silent: '全年举办讲座46场、展览12场。市场、商场12场,剩余名额不多,他八十多岁,准时20分到达。' },
    { wrong: '该镇办起康养中心,[[设床位张]],护理员24小时值守。' },
    { wrong: '近三年,[[县法院共审结涉农案件件]],调解率达71.4%。' },
    { wrong: '最低收购价为[[每公斤元]],农户可以预约。' },
    { wrong: '[[县里派出农技人员名]],分成16个小组下田。' },
    { wrong: '书店藏书4300册,每月营业额[[约元]],靠咖啡补贴。' },
    { wrong: '机组装机9兆瓦,每年可发电[[万度]],约占全厂三成。' },
    { silent: '县里派出农技人员128名,分成16个小组。填好会员名,一年发电上亿度,营业额逾万元,年节电近万度。' },
    { wrong: '这座老房子[[建于年]],占地310平方米。' },
    { wrong: '比赛[[第分钟]],替补队员头球破门。' },
    { wrong: '随迁子女需[[提供份]]材料,比去年少2份。' },
    { wrong: '入场人次较去年多[[约成]],摩天轮最多人排队。' },
    { wrong: '村里的民宿[[由增至]]35家,全年不歇业。' },
    { wrong: '病例[[增加到]],医院加开了门诊。' },
    { wrong: '通报说,截至[[月15日]],登记还没有截止。' },
    {
      silent:
        '设床位80张,受理案件300件,讲座、手套、车辆、条例、注册、案件、床位都有。每公斤2.7元,建于1936年,第63分钟。腊月15日,当月15日,由8家增至35家。平易近人,提供份材料就行。登第后他及第归乡,次第开放。',
    },
    { wrong: '县烟草专卖局检查商户186户,查处违规销售3起,[[没收电子烟支]]。执法人员向店主发放宣传单。' },
    { silent: '县烟草专卖局检查商户186户,查处违规销售3起,没收电子烟42支。民警检查车库16个,抓获嫌疑人3名,收缴枪支。' },
    { wrong: 'Rangers expect [[about hikers a day]] once the parking area is cleared.' },
    { silent: 'Rangers expect about 300 hikers a day, or up to hundreds a week, and talk about hikers all day.' },
    { wrong: '截至昨天,全区已[[完成加装电梯部]],另有四十多部正在施工。' },
    { silent: '截至昨天,全区已完成加装电梯126部,另有四十多部正在施工。最小的花园只有三百来平方米。' },
    { wrong: '货车昨日撞上护栏,共[[造成人]]轻重伤,全部送医。' },
    { wrong: '巡河员一天要巡查[[公里]]河道,打捞漂浮物两百多公斤。' },
    { silent: '全省万元产值能耗下降,每亩地用水三百立方米,按公里收费的线路有五条。' },
    { wrong: '村民人均纯收入[[达到元]],比上年增加一千多元。' },
    { wrong: '演出散场以后,[[观众都说看得过瘾,]]\n第二天,剧团去了下一个镇。' },
    { wrong: '今年春天,镇里给三条老街换了路灯,[[商户的生意也比往年好了,]]\n## 修桥补路\n新桥下月通车。' },
    { wrong: '水厂改造历时两年,[[这是县里民生实事的圆满收官。2022]]\n接下来的工作也已铺开。' },
    { wrong: '前三季度全区工业企业运行平稳,[[完成投资亿元]],同比有所增长。' },
    { wrong: '农机合作社今年添了新机器,水稻的机收面积同比[[增长%]]。' },
    { wrong: '城镇化率比五年前[[提高了个百分点]]。' },
    { wrong: '新公园[[占地亩]],五月开放。' },
    { wrong: '志愿者走进社区讲防火,活动[[惠及余户]]。' },
    { wrong: '[[截至年6月]]30日,粮站已收购新麦三千吨。' },
    { wrong: '今年以来,园区新签约的项目一个接一个,[[到位资金总额达35]]\n园区负责人介绍了下一步的打算。' },
    { wrong: '老城区的停车位紧张,街道腾出闲置地块,建成了口袋停车场、[[便民车棚、]]\n## 安静的夜晚\n夜市已经搬走。' },
    { wrong: '市集[[于年3月]]开张。' },
    { wrong: '社员[[人均增收元]],劲头更足。' },
    { wrong: '湖水透明度[[提高到米]],水草又长出来了。' },
    { wrong: '全区[[建成养老服务站个]],饭菜送上门。' },
    { wrong: 'Exports of garlic [[rose percent]] in the first quarter of the year.' },
    { wrong: 'The council set aside [[$ million]] for the new bridge.' },
    { wrong: 'The library reopened on Friday after two years of repairs,[[ and readers queued round the block,]]' },
    { wrong: '全年[[接待游客万人次]],民宿一房难求。' },
    { wrong: '街道走进校园,[[发放宣传资料余份]]。' },
    { silent: '全年接待游客近万人次,发放资料千余份,资金盈余份额不小。' },
    { silent: '床前一盏灯,\n照我读书声,\n窗外雨初歇,\n檐下燕双鸣。' },
    { silent: '市民可拨打市政服务热线12345' },
    { silent: '联系人张师傅,请在每周一至周五的上班时间拨打办公室电话85551234' },
    { silent: '市里明确,投资亿元以上项目由专班服务,产值超亿元的企业已有九家。' },
    { silent: '^ 摄影爱好者在湿地拍鸟,' },
    { silent: '作者:李木,编辑:2023' },
    { silent: '万元以下的小额贷款当天办结,单位万元产值能耗继续下降。' },
    { silent: '女排姑娘以三比一获胜,四局比分是25:21、23:25、25:18、25:19' },
    { silent: '他说,读书使人明理。\n老人点点头,没有再说话。' },
    { silent: '社区办起了理发、缝补、磨刀、\n配钥匙等便民摊点,街坊都说方便。' },
    { silent: 'Dear Sir,\nThank you for your letter of last week.' },
    { silent: '提高服务人次,是图书馆今年的目标。这种达人不少。' },
  ],
  find,
}

import { isSwapped } from '../again/slips'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { COMPLEMENTS } from './complements'

/**
 * A part that the words put inside its whole without 其中: 计划改造640公里,已完成520公里,剩余部分年底前完工; 48个孩子参加表演,
 * 参加表演的学龄前儿童就有29人.
 */

export type Beyond = readonly [whole: Mention, part: Mention]

const DONE =
  /^[\u4E00-\u9FFF]{0,10},(?:(?:截至|到)?(?:目前|现在|眼下|至今|[上本今昨]?[\u4E00-\u9FFF]{0,2}[月年周天日][底末初]?|\d{1,2}月(?:\d{1,2}日|底|末)?),?)?(?:已经?|现已)[\u4E00-\u9FFF]{1,5}$/
const LEFT =
  /^[\u4E00-\u9FFF]{0,6}[,;](?:剩余|其[余馀]|余下|剩下)(?:部分|[的\d将]|工程|路段|任务|预计|计划|正在|力争|[\u4E00-\u9FFF]{0,4}(?:年底|月底|明年|春节前))/

/** What is done is more than there was to do, yet some is left. */
function* leftOver({ reading, mentions }: Sentence): Iterable<Beyond> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || kindOf(whole) !== kindOf(part) || part.low <= whole.high) continue
    const { shadow } = reading
    if (!DONE.test(shadow.slice(whole.classified, part.start))) continue
    if (!LEFT.test(shadow.slice(part.classified, part.classified + 12))) continue
    if (isAddend(shadow, whole) && isAddend(shadow, part)) yield [whole, part]
  }
}

const PEOPLE = /^(?:孩子|学生|选手|队员|老人|居民|村民|家长|青年|儿童|志愿者|职工|工人|观众|读者|考生|学员|家庭)/
const OF_THEM = /[,;](?:其中)?(?<verb>[\u4E00-\u9FFF]{2})[\u4E00-\u9FFF]{0,6}的[\u4E00-\u9FFF]{1,8}[就便][有达占]$/

const isPeople = ({ reading }: Sentence, mention: Mention): boolean =>
  kindOf(mention) === 'people' ||
  (mention.dimension === '个' && PEOPLE.test(reading.shadow.slice(mention.classified, mention.classified + 4)))

/** The part does what the whole was said to do. */
function* ofDoers(sentence: Sentence): Iterable<Beyond> {
  const { reading, mentions } = sentence
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || part.kind !== 'count' || whole.kind !== 'count' || part.low <= whole.high) continue
    const verb = OF_THEM.exec(aheadOf(sentence, part, 24))?.groups?.['verb']
    if (verb === undefined || !isPeople(sentence, whole) || !isPeople(sentence, part)) continue
    if (/[每各均增]$/.test(aheadOf(sentence, whole, 2)) || whole.range !== null || part.range !== null) continue
    const between = reading.shadow.slice(whole.classified, part.start).split(/[,;]/)[0] ?? ''
    if (between.includes(verb)) yield [whole, part]
  }
}

/** All there are of a kind: 全县登记在册的古树共1284株. */
const STOCK = /[共总全计]|现有|在册|登记|挂牌|旗下|受理|报名/
const TAKES = /^[\u4E00-\u9FFF]{0,8},[\u4E00-\u9FFF]{1,12}(?:就占了?|就有|占了|便占)$/
const INCLUDES = /^[\u4E00-\u9FFF]{0,8}[,(](?:包括|包含|含|涉)[\u4E00-\u9FFF]{2,12}的?$/
const ALONE = /^[\u4E00-\u9FFF]{0,6},[光仅单][\u4E00-\u9FFF]{1,10}就[\u4E00-\u9FFF]{0,3}$/
/** 246人,接受咨询的有264人: who does so is of those just told of. */
const DOING = /^[\u4E00-\u9FFF]{0,6},(?!反对|弃权|不同意|列席|旁听)[\u4E00-\u9FFF]{2,14}的(?:有|达到?|多达|共有|为)?$/
/** 87家,加入联盟的客栈有93家 */
const KIND = /^[\u4E00-\u9FFF]{0,6},[\u4E00-\u9FFF、]{0,14}?(?<noun>[\u4E00-\u9FFF]{2})(?:就?有|多?达到?|共有|占了?)?$/
const AGAIN = /^(?<noun>[\u4E00-\u9FFF]{2,4}),[\u4E00-\u9FFF]{0,2}有$/
const OTHER =
  /计划|目标|预计|[增减另每均比未除]|非(?![遗洲常])|(?<![高创全])新(?![疆村区材能闻型])|其[余他它]|累计|去年|[上本首前]届|上[年季次月周]|同期|以外|之外|不含/

/** Beyond this the one is hardly a part of the other: it is another thing, and no slip made it so. */
const SLIP = 1.8
/** 320名教师中,获得过荣誉的有368名; 320名教师中,368名有高级职称. */
const INSIDE = /^[\u4E00-\u9FFF]{0,10}(?:[中里]|之内),(?:[\u4E00-\u9FFF]{2,18}(?:的有?|有))?$/
/** 藏书42万册,可供外借的51万册. */
const WHO = /^[\u4E00-\u9FFF“”]{0,16}[,;][\u4E00-\u9FFF]{2,16}的(?:就?有|多?达到?|共有|为|占)?$/
/** They are told by what they do or are, not by who did it: 列入名录的, but not 二班捐的. */
const DOES =
  /^(?:当场|当天|目前|现[已在]?|已经?|正在|还|至今)?(?:[选留转空成改返产存可能会没无有未装用获得列属具持拥带超达投需通被完符愿签办享接入加配住由安使采经进取交领拿附因患掌懂评认含涉]|来自|实行|建[成有]|开[通展设]|坚持|落户|[发销]往|外销|第一次|首次|初次|从未)/
/** Others' own. */
const ELSEWHERE = /[外别他她它]|[一二三四五六七八九十甲乙丙丁][班村组队厂区馆]|今年|明年|年底|次日|后来|新[增建]/
/** What stands beside the whole rather than in it. */
const APART =
  /反对|弃权|列席|旁听|观[看摩众赛礼战]|围[观看]|嘉宾|家属|陪[同护]|候补|核[载定]|限[载定]|缺席|请假|目标|计划|预计|申[请报]|报名|线上|在线|网[上络]|直播|[死伤亡难失奖想要]|自[行发]|等[次级]|[一二三四五]等|咨询|关注|超过|突破|同意|赞成/
const APART_AHEAD = /反对|弃权|[死伤亡奖]|等[次级]|目标|计划|预计|核[载定]|限[载定]|同意|赞成|超过|突破/
/** A price has no parts. */
const MONEY = /[共总]|资金|投资|收入|经费|预算|支出|产值|贷款|补贴|补助/
const KINDS = /[男女]/
/** 工人45名,女工54名: of whom the whole tells, without their sex. */
const WOMEN = /^[\u4E00-\u9FFF]{0,4},(?:其中)?[女男][\u4E00-\u9FFF]{0,4}[有占达]?$/
const STAFF =
  /(?:工人|职工|员工|学生|教师|教职工|党员|社员|运动员|选手|队员|学员|代表|委员|干部|医生|志愿者|警察|民警|新生|毕业生|考生|老人|居民|村民|人口|人员|会员|成员)[共总有达为计]{0,2}$/

/** 幼儿园118所,公办园121所 */
const RUN_BY = /(?:公办|民办|公立|私立|国有|民营)(?:[\u4E00-\u9FFF]{2})?(?<noun>[\u4E00-\u9FFF])[有占达]?$/

/** The two names are of one row: 东区、西区; 来自城市、来自农村. */
function areParallel(whole: string, part: string): boolean {
  const [a, b] = [whole, part].map((words) => words.replace(/[就有共达为占的到多]{1,4}$/, '')) as [string, string]
  if (a.length > 1 && (a.endsWith(b.slice(-2)) || b.startsWith(a.slice(0, 2)))) return true
  return COMPLEMENTS.some(
    (words) => words.some((one) => one.test(a)) && words.some((one) => one.test(b) && !one.test(a)),
  )
}

/** A part a slip larger than its whole, where the words put it there but nothing says that the whole is all there are. */
function isSlipped(ahead: string, between: string, whole: Mention, part: Mention, behind: string): boolean {
  if (part.value > whole.value * SLIP) return false
  if (INSIDE.test(between))
    return (
      /[的有]$/.test(between) ||
      /^(?:[已正未没仅只都均是为被来自获可能愿通达在存需具属因处合超不运投落列]|完成|实现|每天|经常|表示)/.test(behind)
    )
  const clause = between.split(/[,;]/).at(-1) ?? ''
  if (isSwapped(whole, part) && /^[\u4E00-\u9FFF]{0,4},已?$/.test(between)) return /^[\u4E00-\u9FFF]{2}/.test(behind)
  if (whole.dimension === 'money' && (!MONEY.test(ahead) || /[价版款卖售]/.test(ahead + clause))) return false
  if (
    APART.test(clause) ||
    APART_AHEAD.test(ahead) ||
    (/的[\u4E00-\u9FFF]?$/.test(ahead) && !/^[\u4E00-\u9FFF]{2,8},/.test(between))
  )
    return false
  if (WOMEN.test(between)) return STAFF.test(ahead) && !KINDS.test(ahead)
  const run = RUN_BY.exec(clause)?.groups?.['noun']
  if (run !== undefined) return !RUN_BY.test(ahead) && ahead.replace(/[共总有达为]{1,3}$/, '').endsWith(run)
  if (KINDS.test(ahead)) return false
  if (WHO.test(between) && DOES.test(clause)) return !areParallel(ahead.slice(-10), clause)
  if (/^[\u4E00-\u9FFF]{0,4},$/.test(between)) return /^[是由](?!否)/.test(behind)
  // 断行的道路有39条: the whole's noun again, and which of them.
  const own = /^.{2,16}的(?<noun>[\u4E00-\u9FFF]{1,4}?)(?:就?有|多?达到?|共有|占了?)?$/.exec(clause)?.groups?.['noun']
  if (
    own !== undefined &&
    !/的[\u4E00-\u9FFF]{1,4}$/.test(ahead) &&
    !ELSEWHERE.test(clause) &&
    (ahead.replace(/[共总有达为]{1,3}$/, '').endsWith(own) || between.startsWith(own))
  )
    return true
  const noun = KIND.exec(between)?.groups?.['noun']
  return noun !== undefined && clause.length > 3 && isOwn(ahead, noun) && OWNED.test(ahead)
}

/** All there are of the whole's noun, not of a kind: 居民楼32栋. */
const OWNED = /(?:^|[有共为设建展藏达到])[\u4E00-\u9FFF]{2,3}[共有达]?$/

/** Whether the noun is the whole's own, without a kind of its own before it: 古树名木, but not 公路桥梁 beside 铁路桥梁. */
function isOwn(ahead: string, noun: string): boolean {
  const at = ahead.lastIndexOf(noun)
  return at >= 0 && /^$|[的有名册记牌到市县区镇村校厂]/.test(ahead.charAt(at - 1))
}

/** Words between the two that put the part inside the whole. */
function* ofBound(sentence: Sentence): Iterable<Beyond> {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  for (const [i, part] of mentions.entries()) {
    const whole = mentions.slice(0, i).findLast((one) => kindOf(one) === kindOf(part))
    if (whole === undefined || part.low <= whole.high) continue
    if (!isAddend(shadow, whole) || !isAddend(shadow, part) || part.value > whole.value * 15) continue
    const between = shadow.slice(whole.classified, part.start)
    const ahead =
      shadow
        .slice(Math.max(start, whole.start - 20), whole.start)
        .split(/[,;]/)
        .at(-1) ?? ''
    // A larger one before it may be the whole of both.
    if (mentions.slice(0, i).some((one) => one !== whole && kindOf(one) === kindOf(part) && one.high >= part.low))
      continue
    // 原有36家,现有58家: of two times.
    if (/原[有来]/.test(ahead) || /现[有在]|如今|目前/.test(between)) continue
    if (between.length > 34 || OTHER.test(between) || /[增减升降每均]|平均/.test(ahead.slice(-6))) continue
    if (TAKES.test(between) || INCLUDES.test(between) || ALONE.test(between)) yield [whole, part]
    else if (STOCK.test(ahead)) {
      const noun = KIND.exec(between)?.groups?.['noun']
      const again = AGAIN.exec(between)?.groups?.['noun']
      const bound = DOING.test(between) || (noun !== undefined && isOwn(ahead, noun))
      if (bound || (again !== undefined && shadow.startsWith(again, part.classified))) yield [whole, part]
      else if (isSlipped(ahead, between, whole, part, shadow.slice(part.classified, part.classified + 4)))
        yield [whole, part]
    } else if (isSlipped(ahead, between, whole, part, shadow.slice(part.classified, part.classified + 4)))
      yield [whole, part]
  }
}

/** 有博士28人,全团队24人: all of them told behind a part. */
const ALL_OF =
  /^[\u4E00-\u9FFF]{0,6}[,;]全(?![年天程额新面力线长部体场球])[\u4E00-\u9FFF]{1,3}?(?:才|只|一?共|总共)?有?$/

function* ofAllBehind({ reading: { shadow }, mentions }: Sentence): Iterable<Beyond> {
  for (const [i, whole] of mentions.entries()) {
    const part = mentions[i - 1]
    if (
      part === undefined ||
      kindOf(part) !== kindOf(whole) ||
      part.low <= whole.high ||
      part.value > whole.value * SLIP
    )
      continue
    if (!ALL_OF.test(shadow.slice(part.classified, whole.start)) || !isAddend(shadow, part) || !isAddend(shadow, whole))
      continue
    if (
      /[一二三四五六七八九十\d两]?[^,。;]{0,2}(?:[全共总每]|合计|累计|平均)[^,。;]{0,10}$/.test(
        shadow.slice(Math.max(0, part.start - 14), part.start),
      )
    )
      continue
    yield [whole, part]
  }
}

export function* beyondWhole(sentence: Sentence): Iterable<Beyond> {
  if (sentence.reading.english || sentence.mentions.length < 2 || sentence.mentions.length > 40) return
  yield* leftOver(sentence)
  yield* ofDoers(sentence)
  yield* ofBound(sentence)
  yield* ofAllBehind(sentence)
}

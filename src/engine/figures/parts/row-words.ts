import type { Mention } from '../lexer/mention'
import { aheadOf } from '../labels'
import type { Sentence } from '../sentences'
import { kindOf } from '../sentences'
import { COMPLEMENTS } from './complements'
import { isOutcome } from './partition'
import type { Item } from './row'

/** What the words say of a row: that it is all of its whole, that it may be, or that it is some of it. */

export interface Told {
  readonly total: Mention
  readonly items: readonly Item[]
  readonly lead: string
  readonly home: Sentence
  readonly own: boolean
  readonly marks: string
}

const REST = /^(?:其[余他它]|剩余|剩下|余下|另有|另外|还有|最后)/
const MANY =
  /(?<many>[两二三四五六七八九\d])[大个项]?(?:[类项块种]|部分|板块|方面|[部卷册批期路组段区县市镇乡村层科级档厂院站天轮场色国地]|阶段|业务|渠道|来源|片区?|街道|中心|年级|校区|分区|标段|季度)/g
const ALL = /分别|分为|分成|分作|构成|组成|全部|均来自|[按从以][\u4E00-\u9FFF]{1,8}[看分]|之外不再|之和/
const ALL_LEAD = /[:(]$|包括$|包含$|含$|分别[为是有用于投向]{0,2}$|用于$|投向$/
const OPEN = /主要|重点|等[,。;)]|等$|不含|除|左右|不等/
const ANNOUNCED =
  /(?:一?共|一行|合计|总计|累计|总[\u4E00-\u9FFF]{0,4}|全[市县区省镇乡村校院厂国港台馆队班组年书线网场长程部]|现有|计)[^,。;:]{0,12}$/
/** What is a sum by nature. */
const SUMMED_UP = /(?:开销|开支|支出|花费|花销|费用|投资|资金|经费|预算)(?:[为是达约共]|达到|投入|安排)?$/
const ORDERS: readonly RegExp[] = [
  /^[上中下]/,
  /^[一二三四五六七八九]/,
  /^第[一二三四五六七八九]/,
  /^[甲乙丙丁戊]/,
  /^[东西南北中]/,
  /^[春夏秋冬]/,
]
const EXHAUSTIVE: readonly (readonly RegExp[])[] = [
  ...COMPLEMENTS,
  [/第?一产/, /第?二产/, /第?三产/],
  [/境外输入/, /本土/],
  [/夏粮/, /秋粮/],
  [/过夜/, /一日游/],
  [/早稻/, /中稻|中晚稻/, /晚稻/],
]
/** Traits that one of them may have together with another. */
const TRAITS =
  /党员|团员|[女男老少岁新]|民族|残疾|博士|硕士|本科|学历|高级|中级|职称|困难|贫困|低保|退役|军人|志愿|首次|代表|先进|优秀|重点|以上/
const OTHER_TIME = /去年|上年|前年|今年|同期|往年|上[届季周]|此前|累计|至今|当[年日天月]|昨|[今明]天/

/** Nothing but the whole's own noun and a mark between it and the row. */
const RIGHT_BEFORE = /^[\u4E00-\u9FFF]{0,12}[,。]?$/

/** 一期、二期; 上卷、中卷、下卷: in order, each once. */
function isOrdered(names: readonly string[]): boolean {
  return ORDERS.some((order) => {
    const found = names.map((name) => order.exec(name.replace(/^其中,?/, ''))?.[0])
    return found.every((one) => one !== undefined) && new Set(found).size === names.length
  })
}

/** Names that leave no third; the whole is none of them itself. */
function isExhaustive(names: readonly string[], own: string): boolean {
  return EXHAUSTIVE.some(
    (words) =>
      words.length === names.length &&
      words.every((word) => names.filter((name) => word.test(name)).length === 1 && !word.test(own)),
  )
}

function isCounted(words: string, many: number): boolean {
  for (const match of words.matchAll(MANY)) {
    const written = match.groups?.['many'] ?? ''
    const value = written === '两' ? 2 : '一二三四五六七八九'.indexOf(written) + 1 || Number(written)
    if (value === many) return true
  }
  return false
}

/** 三年共修540公里,2021年修了160公里: each of so many years. */
function isYearly(ahead: string, shadow: string, items: readonly Item[]): boolean {
  return (
    /[两二三四五六\d]年/.test(ahead) &&
    isCounted(ahead.replace(/年[间来里内]?/, '期'), items.length) &&
    items.every(({ mention }) =>
      /[12]\d{3}年[\u4E00-\u9FFF]{0,8}$/.test(shadow.slice(Math.max(0, mention.start - 14), mention.start)),
    )
  )
}

/** 11人自行撤离,19人被救出,3人遇难: nameless, each with what became of it. */
const areTold = (items: readonly Item[]): boolean => items.every(({ name, behind }) => name === '' && behind.length > 1)

/** Built alike they name kinds of one thing: 汉墓、宋墓; 田赛、径赛. */
function areAlike(names: readonly string[]): boolean {
  const [first = ''] = names
  return (
    first !== '' &&
    (names.every((name) => name.length === first.length) || names.every((name) => name.at(-1) === first.at(-1)))
  )
}

/**
 * all: the names leave no third · closed: the row is all of its whole · likely: more than two, or more than the whole, would have to be · nearly: a list of some that
 * comes near all of it · some: only a slip speaks · open: it is part of it
 */
export type Closure = 'all' | 'closed' | 'likely' | 'nearly' | 'some' | 'open'

/** 甲3件、乙4件、丙5件; 甲3件、乙4件和丙5件. */
const isListed = (marks: string): boolean => /^、+[,和]?$/.test(marks)

export function closureOf({ total, items, lead, home, marks }: Told): Closure {
  const { shadow } = home.reading
  const names = items.map(({ name }) => name)
  const ahead = aheadOf(home, total, 20)
  const last = items.at(-1)
  const end = last?.mention.classified ?? 0
  const behind = shadow.slice(end, end + 24)
  if (OPEN.test(lead) || OPEN.test(behind.slice(0, 8)) || names.some((name) => OTHER_TIME.test(name))) return 'open'
  if (/(?<!新)[增减降升净超比][\u4E00-\u9FFF]{0,3}$/.test(ahead)) return 'open'
  if (lead.lastIndexOf('(') > lead.lastIndexOf(')') && names.some(isOutcome)) return 'open'
  if (lead.includes(';') || lead.length > 60) return 'open'
  if (isExhaustive(names, ahead)) return 'all'
  // 教师286人,师资结构逐年优化:… a colon opens all of them.
  const opened = lead.endsWith(':') && items.length > 2
  if (kindOf(total) === 'people' && !opened && names.some((name) => TRAITS.test(name))) return 'open'
  if (isYearly(ahead, shadow, items)) return 'closed'
  if (REST.test(names.at(-1) ?? '') || isOrdered(names) || isCounted(lead, items.length)) return 'closed'
  if (ALL.test(lead) || ALL_LEAD.test(lead) || ALL.test(behind)) return /其中/.test(lead) ? 'likely' : 'closed'
  // Another paragraph's figure needs surer words.
  if (lead.startsWith('\n')) return 'open'
  if (/其中/.test(lead)) return isListed(marks) ? 'nearly' : 'some'
  if (ANNOUNCED.test(ahead) || SUMMED_UP.test(ahead) || /[中里内],?$/.test(lead)) return 'likely'
  if (!RIGHT_BEFORE.test(lead)) return lead.endsWith('。') && areAlike(names) ? 'likely' : 'open'
  if (areTold(items)) return 'likely'
  return areAlike(names) ? 'closed' : 'some'
}

/** A noun that stands behind a figure: 612间商铺. */
const hasNoun = (shadow: string, { classified }: Mention): boolean =>
  /^[\u4E00-\u9FFF]{2}/.test(shadow.slice(classified))

/** Whether the first figure of a row is the whole of the others rather than one of them. */
export function isWhole({ total, items, lead, home }: Told): boolean {
  const { shadow } = home.reading
  if (/其中|包括|分别|分为|用于|投向|来自|[:(中里]/.test(lead)) return true
  const ahead = aheadOf(home, total, 20)
  if (ANNOUNCED.test(ahead) || SUMMED_UP.test(ahead)) return true
  const name = /[\u4E00-\u9FFF]{2}$/.exec(ahead)?.[0]
  if (name !== undefined && items.some((item) => item.name.length > 2 && item.name.endsWith(name))) return true
  const [kind = ''] = items.map((item) => item.name.slice(-1))
  if (kind !== '' && items.every((item) => item.name.endsWith(kind)) && !ahead.endsWith(kind)) return true
  if (
    isExhaustive(
      items.map((item) => item.name),
      ahead,
    )
  )
    return true
  if (name !== undefined && areTold(items) && !hasNoun(shadow, total)) return true
  return hasNoun(shadow, total) && items.filter(({ behind }) => behind !== '').length * 2 < items.length
}

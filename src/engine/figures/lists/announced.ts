import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { surnameOf } from '../words/surnames.table'
import type { CountedList } from './counted'
import { conjunctions, cut, enumerate, outside, type Enumeration } from './items'

/** Counts of anything, and the full list that a word of handing out joins to them: 三个窗口分别办理…, 5条道路为:…, 五人获选,他们是…. */

/** Whatever is counted may be listed; what is measured may not. */
function isAnnounced({ kind, exact, range, value, classifier, dimension }: Mention): boolean {
  return (
    kind === 'count' &&
    exact &&
    range === null &&
    value >= 2 &&
    value <= 15 &&
    classifier !== '' &&
    classifier === dimension
  )
}

/** 每3个, 第3个, 前3名, 其中3个, 另3个: no list of all. */
const PART = /[每各第前后首其中另余又再]$/
const LEAD =
  /^(?<noun>[\u4E00-\u9FFF“”·A-Z]{0,14}?)(?:,[\u4E00-\u9FFF]{0,8}?)?(?<opener>(?:分别|依次)(?:[是为叫在]|[\u4E00-\u9FFF]{2})|,?即(?=[\u4E00-\u9FFF]{2,8}、)|(?:他们|她们|它们)(?:分别|依次)?[是为]|[是为]?:)/
/** What shares out a figure, a rank or a share, and lists none of what was counted. */
const SHARES =
  /^(?:增长|下降|上升|增加|减少|达到?|位[居列]|排名|获得?|[以较比占由与和向在从按对将把被给有约]|同比|完成|实现|超过)/

/** 报名点分别在…: what is a place is in one place each. */
const WHERE = /(?:[点站处馆店址]|门店|基地|校区|厂区|窗口|中心)$/

interface Listed {
  readonly start: number
  readonly end: number
  readonly enumeration: Enumeration
}

/** The names from `start` to the first mark that ends them. */
function namesFrom(shadow: string, start: number, whole: boolean): Listed | null {
  let end = Math.min(shadow.length, start + 160)
  for (const [at, character] of outside(shadow, start, end)) {
    if (!/[,。;:!?]/.test(character)) continue
    end = at
    break
  }
  const text = shadow.slice(start, end)
  if (whole && !/^[。;]?$/.test(shadow.charAt(end)) && shadow.slice(end).split('。')[0]?.includes('、') === true)
    return null
  const enumeration = closing(shadow, enumerate(shadow, start, end))
  const { items } = enumeration
  if (items.length < 2 || items.some((item) => item.end - item.start > 22 || item.end - item.start < 2)) return null
  if (/\d/.test(text.replace(/\([^()]*\)/g, '')) || /[的了]、|如|例如|等[\u4E00-\u9FFF\d]/.test(text)) return null
  return text.includes('、') || areBodies(shadow, enumeration) ? { start, end, enumeration } : null
}

/** 文化和旅游局 is one. */
const ONE =
  /文化和旅游|住房和城乡|人力资源和社会|规划和自然|自然资源和规划|卫生和|工业和信息|发展和改革|科学和技术|农业和农村|教育和体育|广播和电视/

/** 甲、乙、丙和丁: the one conjunction of a list that a word hands out stands before its last name. */
function closing(shadow: string, enumeration: Enumeration): Enumeration {
  const { items, open } = enumeration
  const last = items.at(-1)
  if (last === undefined || items.length < 3 || open || ONE.test(shadow.slice(last.start, last.end))) return enumeration
  if (items.slice(0, -1).some((item) => conjunctions(shadow, item).length > 0)) return enumeration
  const [at, ...more] = conjunctions(shadow, last)
  if (at === undefined || more.length > 0 || at - last.start < 2 || last.end - at < 3) return enumeration
  const parted = [...items.slice(0, -1), { start: last.start, end: at }, { start: at + 1, end: last.end }]
  return { items: parted, counts: new Set([parted.length]), open }
}

/** 甲公司和乙公司: two of one kind. */
function areBodies(shadow: string, { items }: Enumeration): boolean {
  const [a, b] = items.map(({ start, end }) => shadow.slice(start, end))
  return a !== undefined && b !== undefined && a.length > 3 && b.length > 3 && a.slice(-2) === b.slice(-2)
}

function* handedOut(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    if (!isAnnounced(mention) || PART.test(shadow.slice(0, mention.start).slice(-1))) continue
    const lead = LEAD.exec(shadow.slice(mention.classified, mention.classified + 40))
    const opener = lead?.groups?.['opener'] ?? ''
    if (lead === null || SHARES.test(opener.slice(2).replace(/^在$/, ''))) continue
    if (opener.endsWith('在') && !WHERE.test(lead[0].slice(0, -opener.length))) continue
    const start = mention.classified + lead[0].length
    if (/^[“《]?[一二三四五六七八九]是|^第一|^首先|^[①(]/.test(shadow.slice(start))) continue
    const list = namesFrom(shadow, start, opener.endsWith(':'))
    if (list === null || Math.abs(Math.max(...list.enumeration.counts) - mention.value) > 3) continue
    if (SHARES.test(shadow.slice(start)) && !/[是为叫在即:]$/.test(opener)) continue
    const end = mention.classified + (lead.groups?.['noun'] ?? '').length
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.start, end],
      list: [list.start, list.end],
      enumeration: list.enumeration,
      closed: !list.enumeration.open,
      sure: false,
    }
  }
}

const TITLES = /(?<gap>[\u4E00-\u9FFF]{0,12},?)(?<list>(?:《[^《》]{1,30}》、?){3,20})(?![、和与及等])/y

/** 共有6部影片定档,《甲》《乙》《丙》…: titles right behind their count. */
function* titled(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  if (!shadow.includes('》')) return
  for (const mention of mentions) {
    if (!isAnnounced(mention) || !/[部本首集幅项件篇种台场出个]/.test(mention.classifier)) continue
    TITLES.lastIndex = mention.classified
    const match = TITLES.exec(shadow)
    const list = match?.groups?.['list'] ?? ''
    if (match === null || /其中|包括|如|以及/.test(match.groups?.['gap'] ?? '')) continue
    const end = mention.classified + match[0].length
    const items = cut(shadow, end - list.length, end, ['、', ''])
    if (Math.abs(items.length - mention.value) > 2 || /^等/.test(shadow.slice(end))) continue
    const enumeration = { items, counts: new Set([items.length]), open: false }
    const phrase = [mention.start, mention.classified] as const
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase,
      list: [end - list.length, end],
      enumeration,
      closed: true,
      sure: false,
    }
  }
}

const SOMEONE =
  /(?:[\u4E00-\u9FFF]某[\u4E00-\u9FFF]?[、和与及]){1,12}[\u4E00-\u9FFF]某(?:某|[\u4E00-\u9FFF](?=[,。;)]))?(?![等、和与及])/g

/** 三人受伤。伤者杨某、史某、尤某: people whose names are kept back, and how many the words before say they are. */
function* keptBack(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  if (!shadow.includes('某')) return
  for (const match of matchesOf(shadow, SOMEONE)) {
    const before = mentions.filter(({ end }) => end <= match.index && end > match.index - 40)
    const people = before.filter((mention) => isAnnounced(mention) && /[名人]/.test(mention.classifier))
    const [mention, ...more] = people
    const between = shadow.slice(mention?.end ?? match.index, match.index)
    if (
      mention === undefined ||
      more.length > 0 ||
      /其中|[另与和、]|包括/.test(between) ||
      between.split('。').length > 2
    )
      continue
    if (PART.test(shadow.slice(0, mention.start).slice(-1))) continue
    const end = match.index + match[0].length
    const items = cut(shadow, match.index, end, ['、', '和', '与', '及'])
    if (Math.abs(items.length - mention.value) > 2 || items.some(({ start }) => surnameOf(shadow.charAt(start)) === 0))
      continue
    const enumeration = { items, counts: new Set([items.length]), open: false }
    const phrase = [mention.start, mention.end] as const
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase,
      list: [match.index, end],
      enumeration,
      closed: true,
      sure: false,
    }
  }
}

const NAMES =
  /[\u4E00-\u9FFF]{0,6},(?<list>(?:[\u4E00-\u9FFF]{2,8}\d{0,4}、){2,11}[\u4E00-\u9FFF]{2,8}?\d{0,4})(?:榜上有名|入选|上榜|在列|名列其中|获此殊荣|获奖|获评|入围|当选|全部|悉数|均[已为在获]|都[在已是])/y

/** 五星级民宿共有4家,甲、乙、丙、丁榜上有名: names right behind their count, and a verb that says it of all. */
function* named(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    if (!isAnnounced(mention) || PART.test(shadow.slice(0, mention.start).slice(-1))) continue
    NAMES.lastIndex = mention.classified
    const match = NAMES.exec(shadow)
    const list = match?.groups?.['list'] ?? ''
    if (match === null || /其中|包括|[和与及]/.test(match[0])) continue
    const start = mention.classified + match[0].indexOf(list)
    const items = cut(shadow, start, start + list.length, ['、'])
    if (Math.abs(items.length - mention.value) !== 1) continue
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.start, mention.classified],
      list: [start, start + list.length],
      enumeration: { items, counts: new Set([items.length]), open: false },
      closed: true,
      sure: false,
    }
  }
}

export function* announcedLists(reading: Reading): Iterable<CountedList> {
  yield* handedOut(reading)
  yield* titled(reading)
  yield* keptBack(reading)
  yield* named(reading)
}

export const announcedExamples: readonly Example[] = [
  { wrong: '新增的[[四个窗口]]分别办理[[不动产登记、公积金提取和车辆年检]],周末照常开放。' },
  { wrong: '受影响的[[5条道路]]为:[[建国路、胜利街、染坊巷、书院路、北门大街和新华西路]]。' },
  { wrong: '公司将设立[[三家全资子公司]]:[[恒樾新材料有限公司和恒樾物流有限公司]],经营期限均为长期。' },
  { wrong: '优秀青年奖共[[四人获选]],他们是[[医生邓咏恩、教师甘浩然、工程师马子骏、社工佘欣彤和厨师麦永康]]。' },
  { wrong: '春节档共有[[六部]]影片定档,[[《山海图》《回家的路》《七号车厢》《小满》《逆光》]]预售火热。' },
  { wrong: '事故造成[[两人]]受伤。伤者[[杨某、史某、尤某]]已送往医院。' },
  { wrong: '除总馆外,[[枫桥、南浦、双井、鹤山]][[五家]]分馆同步延时。' },
  {
    silent:
      '新增的三个窗口分别办理不动产登记、公积金提取和车辆年检。三家公司分别增长两成、三成和五成。4名队员分别以优异成绩晋级、摘银。事故造成两人受伤,肇事者杨某、史某和尤某已被控制。',
  },
  {
    silent:
      '上半年有6部影片上映,其中《山海图》《回家的路》《小满》票房领先。除总馆外,枫桥、南浦、双井三家分馆等单位参加。',
  },
]

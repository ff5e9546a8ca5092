import type { Reading } from '../claim'
import { firstFrom } from '../lexer/mention'
import { isTwofold, twofold, type Announcement } from './twofold'
import { parseChinese } from '../lexer/numeral'
import { surnameOf } from '../words/surnames.table'
import { isListed, type CountedList } from './counted'
import { conjunctions, enumerate, outside, type Enumeration } from './items'
import { spelledOut } from './spelled'

/** Lists that follow their count: “五有”(…), 三项任务:…, 三个社区,分别是… */

/** 县(市、区), 街道(乡、镇): other names of the noun, not its instances. */
const GENERIC =
  /^(?:[市县区旗州乡镇街村居场院所站室组队户人项类件次处]|街道|社区|园区|开发区|高新区|新区|管委会|办事处|单位|企业|部门|公司|集团|学校|林场|农场|自治区|直辖市|兵团)$/
/** What makes a bracket a remark instead of a list. */
const REMARK =
  /^(?:[含如见除占约由指注仅原现]|也[称叫]|又[称名]|图\d?|表\d?|平均|人均|每[个名人户村]|共[\d计有]|均[为是]|[未已][含计包]|不[含计包]|最[高低大多]|第[一\d]|按[每\d]|以[上下]|其中|例如|比如|详见|即将|截至|合计|下同|简称|全称)/
const PARTIAL = /^(?:包括|包含|分别来自|涉及|主要是|主要有|主要包括)/

/** The list in brackets at `open` (offset of the bracket), or null for a remark. */
function bracketList(shadow: string, open: number): { end: number; enumeration: Enumeration; partial: boolean } | null {
  let depth = 0
  let end = -1
  for (let at = open; at < Math.min(shadow.length, open + 260); at += 1) {
    const character = shadow.charAt(at)
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth === 0) {
      end = at
      break
    }
  }
  const content = shadow.slice(open + 1, Math.max(open + 1, end))
  if (end < 0 || REMARK.test(content) || !/[、;,]|[”》][“《]/.test(content) || /[。?!]/.test(content)) return null
  if (!/[、;]|[”》][“《]/.test(content) && content.split(',').some((item) => item.trim().length > 8)) return null
  const enumeration = enumerate(shadow, open + 1, end)
  const texts = enumeration.items.map((item) => shadow.slice(item.start, item.end).trim())
  if (texts.every((text) => GENERIC.test(text)) || texts.some((text) => /^\d|\d[个名人户家件%年万]|:/.test(text)))
    return null
  return { end, enumeration, partial: PARTIAL.test(content) }
}

const NOUN = /^[\u4E00-\u9FFF·]{0,12}[”’]?$/
const QUOTED_COUNT =
  /“(?<count>[二两三四五六七八九十]|\d{1,2})(?<unit>[个大项])?(?![二三四五六])[\u4E00-\u9FFF]{1,7}”[\u4E00-\u9FFF]{0,4}$/
/** Days and periods that begin with a figure and are none. */
const NAMES = /“(?:五一|五四|六一|七[一夕]|八一|十一|三八|三农|两[会新]|十五|三九|三伏|九九|八二三)/

/** The count that stands right before `at`, the noun it counts between. */
function announcementBefore(reading: Reading, at: number): Announcement | null {
  const { shadow, mentions } = reading
  const before = shadow.slice(Math.max(0, at - 18), at)
  const quoted = QUOTED_COUNT.exec(before)
  if (quoted !== null && !NAMES.test(quoted[0])) {
    if (isTwofold(quoted[0])) return twofold(quoted[0], at)
    const start = at - quoted[0].length
    const count = quoted.groups?.['count'] ?? ''
    const announced = /\d/.test(count) ? Number(count) : (parseChinese(count) ?? 0)
    return { announced, numeral: [start + 1, start + 1 + count.length], phrase: [start, at], name: true }
  }
  for (let i = firstFrom(mentions, at) - 1; i >= 0; i -= 1) {
    const mention = mentions[i]
    if (mention === undefined || mention.end < at - 14) return null
    if (mention.end > at) continue
    if (!isListed(mention) || !NOUN.test(shadow.slice(mention.classified, at))) return null
    if (/[每各第前后首]$/.test(shadow.slice(0, mention.start).slice(-1))) return null
    return { announced: mention.value, numeral: mention.numeral, phrase: [mention.start, at], name: false }
  }
  return null
}

/** A people's or things' list may name groups, not members: 20名学生(甲校、乙校). */
function fits(reading: Reading, announcement: Announcement, enumeration: Enumeration): boolean {
  if (announcement.name) return true
  const phrase = reading.shadow.slice(...announcement.phrase)
  if (!/^(?:\d+|[一二两三四五六七八九十]+)[名人位]/.test(phrase)) return true
  return enumeration.items.every(({ start, end }) => {
    const [at] = conjunctions(reading.shadow, { start, end })
    const lengths = at === undefined ? [end - start] : [at - start, end - at - 1]
    return lengths.every((length) => length >= 2 && length <= 4)
  })
}

function* inBrackets(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (let at = shadow.indexOf('('); at >= 0; at = shadow.indexOf('(', at + 1)) {
    const announcement = announcementBefore(reading, at)
    if (announcement === null) continue
    const list = bracketList(shadow, at)
    if (list === null || list.enumeration.items.length < 2 || !fits(reading, announcement, list.enumeration)) continue
    const { end, enumeration, partial } = list
    const closed = !enumeration.open && !partial
    yield { reading, ...announcement, list: [at, end + 1], enumeration, closed, sure: true }
  }
}

/** What opens a full list behind a count. Groups: full says it is complete, some that it may not be. */
const OPENER =
  /(?<full>:|\u2014{1,2},?|,?(?:即|分别(?:[是为叫]|来自|位于|代表|设在|建在|落户|出自|名为)|依次是|依次为|它们是|他们是|就是|是(?=[\u4E00-\u9FFF]{1,8}、))[:,]?)|(?<some>,?(?:包括|涵盖|涉及|如|主要有):?)/y

function* afterOpener(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    if (!isListed(mention)) continue
    const noun =
      /^(?:,[\u4E00-\u9FFF]{2,6}(?=分别[为是])|“?[\u4E00-\u9FFF·]{0,12}?[”’]?(?=[:,\u2014即是]|分别|依次|包括|涵盖))/.exec(
        shadow.slice(mention.classified, mention.classified + 16),
      )
    if (noun === null || isCounted(shadow, mention.start, noun[0])) continue
    const at = mention.classified + noun[0].length
    OPENER.lastIndex = at
    const opener = OPENER.exec(shadow)
    if (opener === null || opener[0] === ',') continue
    const start = at + opener[0].length
    const stop = quotedEnd(shadow, start) ?? listEnd(shadow, start)
    const dash = opener[0].includes('\u2014') ? shadow.slice(start, stop).indexOf('\u2014') : -1
    const people = dash < 0 && opener[0].includes('\u2014') ? peopleEnd(shadow, start) : null
    const end =
      people !== null
        ? people
        : dash < 0
          ? /分别|依次/.test(opener[0])
            ? namesEnd(shadow, start, stop)
            : stop
          : start + dash
    const whole = plainList(shadow, start, end)
    const close = whole === null ? shortEnd(shadow, start, end) : end
    const enumeration = whole ?? plainList(shadow, start, close)
    if (enumeration === null) continue
    const announcement: Announcement = {
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.start, at],
      name: false,
    }
    if (!fits(reading, announcement, enumeration)) continue
    const composed = /由$/.test(shadow.slice(0, mention.start).slice(-1)) && /[组構构]成$/.test(noun[0])
    const closed = (opener.groups?.['full'] !== undefined || composed) && !enumeration.open
    yield { reading, ...announcement, list: [start, close], enumeration, closed, sure: opener[0] !== '即' }
  }
}

/** 每3个, 第3个 count no list; the first three in order do: 居前三位的依次是. */
function isCounted(shadow: string, at: number, noun: string): boolean {
  const ahead = shadow.charAt(at - 1)
  const ranked = ahead === '前' && /^的?$/.test(noun) && /[居列占]前$/.test(shadow.slice(Math.max(0, at - 2), at))
  return !ranked && /[每各第前后首]/.test(ahead)
}

const PEOPLE = /(?:[\u4E00-\u9FFF]{2,4}、){1,20}[\u4E00-\u9FFF]{2,4}[和与及](?<last>[\u4E00-\u9FFF]{2,3})/y

/** 该校4名学生——甲、乙、丙和丁全部获奖: where the names end, by the surname of the last. */
function peopleEnd(shadow: string, start: number): number | null {
  PEOPLE.lastIndex = start
  const names = PEOPLE.exec(shadow)
  const last = names?.groups?.['last'] ?? ''
  if (names === null || surnameOf(last) === 0) return null
  const all = names[0].split(/[、和与及]/)
  return all.every((name) => surnameOf(name) > 0) ? start + names[0].length : null
}

/** Behind 分别来自 the list of names ends at the first comma. */
function namesEnd(shadow: string, start: number, stop: number): number {
  let listed = false
  for (const [at, character] of outside(shadow, start, stop)) {
    if (character === '、') listed = true
    if (listed && (character === ',' || character === ';')) return at
  }
  return stop
}

/** 补胎、换链、校圈,老主顾都知道: a list of short names ends at the comma behind which none goes on. */
function shortEnd(shadow: string, start: number, stop: number): number {
  const end = namesEnd(shadow, start, stop)
  const names = shadow.slice(start, end).split('、')
  const own =
    names.length > 1 &&
    names.every((name, i) =>
      /^[\u4E00-\u9FFF]{1,8}$/.test(i < names.length - 1 ? name : (name.split(/[和及与]/)[0] ?? '')),
    )
  return own && !shadow.slice(end, stop).includes('、') ? end : stop
}

const QUOTED_RUN = /(?:[“《][^“”《》]{1,30}[”》][、和与]?){2,20}(?=[,。;]|$)/y

/** Where a run of quoted items ends. */
function quotedEnd(shadow: string, start: number): number | null {
  QUOTED_RUN.lastIndex = start
  const run = QUOTED_RUN.exec(shadow)
  return run === null ? null : start + run[0].length
}

/** The end of the sentence, or of the bracket the list stands in. */
function listEnd(shadow: string, start: number): number {
  for (const [at, character] of outside(shadow, start, Math.min(shadow.length, start + 400))) {
    if (/[。!?\n]/.test(character)) return at
  }
  const rest = shadow.slice(start, start + 400)
  const bracket = rest.indexOf(')')
  return start + (bracket >= 0 && !rest.slice(0, bracket).includes('(') ? bracket : rest.length)
}

/** A list behind a colon is only taken where it is plainly one: marks of one kind, short items, no sentence inside. */
function plainList(shadow: string, start: number, end: number): Enumeration | null {
  const text = shadow.slice(start, end)
  if (
    /^[一二三四五六七八九十]、|[一二三四五六七八九]是|[一二三四]要|第[一二三]|首先|其次|[①②]|\([一二三1-3]\)/.test(text)
  )
    return null
  const marks = new Set(
    [...outside(shadow, start, end)].map(([, character]) => character).filter((c) => [',', ';', '、', ':'].includes(c)),
  )
  const quotes = /[”》][“《]/.test(text)
  if (marks.has(':') || (!quotes && marks.size !== 1)) return null
  if (quotes && marks.size > 0) return null
  const enumeration = enumerate(shadow, start, end)
  const lengths = enumeration.items.map((item) => item.end - item.start)
  if (marks.has(',')) return lengths.every((length) => length === lengths[0]) || areShort(lengths) ? enumeration : null
  if (marks.has(';'))
    return enumeration.items.every((item) => /^[“要坚强加推抓是]/.test(shadow.charAt(item.start))) ? enumeration : null
  const longest = Math.max(...lengths.slice(0, -1))
  return longest <= 20 && (lengths.at(-1) ?? 0) <= Math.max(24, longest + 6) && !hasOwnNumbers(shadow, enumeration)
    ? enumeration
    : null
}

/** 早点修路,多栽树,给老人装扶手: clauses so short that none of them holds a comma of its own. */
function areShort(lengths: readonly number[]): boolean {
  return lengths.length > 2 && lengths.every((length) => length >= 2 && length <= 8)
}

/** 甲村3户、乙村5户 is a sum, not a list of names. */
function hasOwnNumbers(shadow: string, enumeration: Enumeration): boolean {
  return enumeration.items.some(({ start, end }) =>
    /\d/.test(shadow.slice(start, end).replace(/^[A-Z]{1,2}\d{1,4}|^\d+(?:[路线]|号线|号)$|\(\d+(?:\.\d+)?%\)$/, '')),
  )
}

/** Counts and the lists that follow them. */
export function* listsBehind(reading: Reading): Iterable<CountedList> {
  yield* inBrackets(reading)
  yield* afterOpener(reading)
  yield* spelledOut(reading)
}

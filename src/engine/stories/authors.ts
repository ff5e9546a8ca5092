import type { PageMeta } from '../blocks/page'
import { readCredit } from '../boilerplate/credits'
import { findDates } from '../boilerplate/dates'
import { isPersonName, namesIn } from '../boilerplate/names'
import { isPublication } from '../boilerplate/publication'
import { isProse, type Part } from './part'
import type { Surroundings } from './surroundings'

/**
 * Who wrote a story: the credits that were lifted, else what the lines about the text say, held against what the page
 * states for machines.
 */

/** 本报讯(记者 张三 通讯员 李四): names stand in the text and stay there. */
const OPENING_NAMES = /^[^。]{2,30}[讯电訊電]】? ?\(([^()]{2,60})\)|^(?:本报|本网)记者 ([\u3400-\u9FFF、 ]{2,20}) 报道/
/** (姚峰 上海报道) at the end of the text. */
const CLOSING_NAME = /\(([\u3400-\u9FFF]{2,4}) [\u3400-\u9FFF]{2,6}(?:报道|報導|报导)\)$/
/** A label inside a line of other facts, and what ends the names behind it, even where that is glued to them. */
const LABEL = /(?:作者|撰文|执笔人?|图文|圖文|记者|記者)(?: ?[:|] ?| )/
/** 記者陳美玲/高雄報導 */
const REPORTER_AND_PLACE = /(?:记者|記者)([\u3400-\u9FFF]{2,4}) ?\/ ?[\u3400-\u9FFF]{2,4}(?:報導|报导|报道|報道)/
const NEXT_FACT = /分享|来源|來源|编辑|編輯|摄影|攝影|浏览|点击|阅读|字号|责任|发布|[\d|/[(]/
const WRITTEN_BY = /^(?:(?:written|reported|posted|published|words|compiled) )?by:? .{3,90}$/i
const POSTED_BY =
  /(?:^| |\u00B7)(?:by|[Vv]on):? (\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){0,3})(?=$|[ ,\u00B7])/u
const MONTH = / (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i
/** A name on a board: 桥南老邵 发表于 2020-06-13; 由海姑娘张贴 */
const POSTER = /^([^\s:|]{2,16}?) ?(?:发表于|發表於|楼主|于 \d{4}-)|^由(\S{2,10}?)(?:张贴|发表|发布)/
/** Words of one line below a headline that look like names. */
const NO_NAME =
  /^(?:关注|广告|全文|文化|时政|金融|房产|平台|时尚|经济|安全|家居|方言|高清|时评|原创|成长|常识|应用|单位|相关|曾经)$/
const COMPANY = /\b(?:admin|staff|media|news|press|agency|desk|team|wire|services?)\b|\bby\b/i

/** Units below the title that may be nothing but a name. */
const LONE_NAME_REACH = 3

const distinct = (names: readonly string[]): string[] => [...new Set(names)]

export const openingNames = (parts: readonly Part[]): string[] => {
  const match = OPENING_NAMES.exec(parts.find(isProse)?.unit.text ?? '')
  const names = match?.[1] ?? match?.[2]
  if (names === undefined) return []
  const isNamed = match?.[2] !== undefined || /记者|記者|通讯员|通訊員|作者/.test(names)
  return isNamed || names.split(/[、 ]/).every(isPersonName) ? namesIn(names) : []
}

const closingName = (parts: readonly Part[]): string[] => {
  const name = CLOSING_NAME.exec(parts.findLast(isProse)?.unit.text ?? '')?.[1]
  return name !== undefined && isPersonName(name) ? [name] : []
}

/** 彭冲 山东冠县报道: the place behind the name, too long to be one. */
const REPORTED_FROM = / [\u3400-\u9FFF]{4,8}(?:报道|報導|报导)$/

const labelledNames = (text: string): string[] => {
  const label = LABEL.exec(text)
  if (!label) return []
  const names = namesIn(`作者:${(text.slice(label.index + label[0].length).split(NEXT_FACT)[0] ?? '').slice(0, 60)}`)
  return /^[作撰执]/.test(label[0]) ? names : names.filter(isPersonName)
}

/** Posted on May 2, 2021 by Nora Field; 桥南老邵 发表于 2020-06-13 */
const posters = (text: string): string[] => {
  const isAbout = /^(?:by|von)\b/i.test(text) || findDates(text).length > 0
  const posted = isAbout ? POSTED_BY.exec(text)?.[1]?.replace(MONTH, '') : undefined
  const poster = POSTER.exec(text)
  const name = posted ?? poster?.[1] ?? poster?.[2]
  return name === undefined || /文章|推荐|最新|原创|编辑|报道/.test(name) ? [] : [name]
}

/** 2020年10月17日 大堤日报 柯若溪 */
const nameBehindDate = (text: string): string[] => {
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  const isHeader = words.length > 2 && findDates(text).length > 0 && words.slice(0, -1).some(isPublication)
  return isHeader && last.length <= 3 && isPersonName(last) ? [last] : []
}

const namesOfLine = ({ unit }: Part): string[] => {
  const text = unit.text.replace(REPORTED_FROM, '')
  const credit = readCredit(text)
  if (credit?.kind === 'author') return namesIn(credit.marked ? credit.value : text)
  const reporter = REPORTER_AND_PLACE.exec(text)?.[1]
  if (reporter !== undefined) return [reporter]
  const several = WRITTEN_BY.test(text) ? namesIn(text.replace(/^\w+ by/i, 'by')) : []
  if (several.length > (/^by/i.test(text) ? 1 : 0)) return several
  const posted = posters(text)
  if (posted.length > 0) return posted
  const labelled = labelledNames(text)
  return labelled.length > 0 ? labelled : nameBehindDate(text)
}

/** 胡某 on a line of its own under the headline. */
const loneName = (parts: readonly Part[], { below }: Surroundings, title: string): string[] => {
  /** whom the story is about, as its title or its prose says */
  const isSubject = (name: string): boolean =>
    title.includes(name) ||
    parts.filter((part) => (isProse(part) || part.verdict.role === 'title') && part.unit.text.includes(name)).length > 1
  const isName = (text: string): boolean => text.length <= 3 && isPersonName(text) && !NO_NAME.test(text)
  const bare = (text: string): string => text.replace(/^[□■◎●▲◆★] ?/, '')
  const line = below
    .slice(0, LONE_NAME_REACH)
    .find(({ unit }) => isName(bare(unit.text)) && !isSubject(bare(unit.text)))
  return line ? [bare(line.unit.text)] : []
}

/** The names that the lines about a text give: those nearest to it, in the first place that gives any. */
const seen = (parts: readonly Part[], around: Surroundings, title: string): string[] => {
  const places = [
    () => around.below.flatMap(namesOfLine),
    () => loneName(parts, around, title),
    () => closingName(parts),
    () => around.foot.flatMap(namesOfLine),
    () => around.above.slice(0, 3).flatMap(namesOfLine),
  ]
  for (const names of places) {
    const found = distinct(names())
    if (found.length > 0) return found
  }
  return []
}

/** Names as pages state them for machines: without the house behind them. A stated name may be of one word. */
const stated = (meta: PageMeta): string[] =>
  meta.authors.flatMap((author) => {
    if (/[\u3400-\u9FFF]/.test(author)) return namesIn(author)
    const bare =
      author
        .replace(/^by /i, '')
        .split(/(?<=\p{Ll}{3})\. |, |[/|]| for /u)[0]
        ?.trim() ?? ''
    const isName = /^\p{Lu}/u.test(bare) && bare.split(' ').length <= 5 && !COMPANY.test(bare)
    return isName && !isHouse(bare, meta) ? [bare] : []
  })

/** The site under its own name, or letters that stand for it. */
const isHouse = (name: string, { site, url }: PageMeta): boolean => {
  const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const house = `${site ?? ''} ${url?.split('/')[2] ?? ''}`.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return house.includes(key) || /^[A-Z\d]{4,}$/.test(name)
}

/** 作者:办公室 */
const isOffice = (name: string): boolean =>
  !isPersonName(name) && /^[\u3400-\u9FFF]{1,7}[室局科处處部委办院会會组站心]$/.test(name)

const includes = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase())

const isWritten = (parts: readonly Part[], name: string): boolean =>
  parts.some(({ unit }) => unit.text.toLowerCase().includes(name.toLowerCase()))

/**
 * The authors of a story. `credited` are the names of lifted credits; `editors` are never authors, whatever a meta tag
 * says; `only`: the page holds one story, and its own statement is about that one.
 */
export const authorsOf = (
  parts: readonly Part[],
  around: Surroundings,
  credited: readonly string[],
  editors: readonly string[],
  { meta, only }: { readonly meta: PageMeta; readonly only: boolean },
): string[] => {
  const lifted = distinct([...credited, ...openingNames(parts)])
  const read = (lifted.length > 0 ? lifted : seen(parts, around, meta.title ?? '')).filter(
    (name) => !COMPANY.test(name) && !isOffice(name) && !includes(editors, name),
  )
  const own = only ? stated(meta).filter((name) => !includes(editors, name) && name !== meta.site) : []
  if (own.length === 0 || own.every((name) => includes(read, name))) return read
  return read.length === 0 || own.some((name) => isWritten(parts, name)) ? distinct(own) : read
}

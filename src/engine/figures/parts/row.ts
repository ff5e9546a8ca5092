import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { addendsOf } from './partition'

/** Rows: figures of one kind, one behind the other, each with a name of its own: 文学类11350册,少儿类8170册; 134段送至本所,41段交由高校. */

export interface Item {
  readonly mention: Mention
  /** what leads a list in, before the name: 包括, 分别为 */
  readonly lead: string
  /** the words before the figure, from the mark before it */
  readonly name: string
  /** the words behind it, to the mark behind it */
  readonly behind: string
  /** where its lead or name begins */
  readonly start: number
}

export interface Row {
  readonly items: readonly Item[]
  /** where the first name begins */
  readonly start: number
  /** the marks between the items, in order */
  readonly marks: string
}

/** What has a figure of its own beside the row's: no item of it. */
const BREAKS =
  /[由从]$|[增减降升]至?$|其中|目前|力争|新[增建]|截至|每|平均|人均|户均|日均|同期|目标|预计|计划|以上|以内|核[载定]|限载|准乘|定员|最[高低多少大小长短快慢]/
/** 房屋受损的43户领走: what they are may be counted too. */
const NAME = /^(?:[\u4E00-\u9FFF“”《》\u00B7]|[A-Z]\d{0,2}){0,18}(?:[的有用]\d{1,5}[\u4E00-\u9FFF]{1,8})?$/i
/** An item's own words; a date in them is none of the row's figures. */
const BEHIND =
  /^[\u4E00-\u9FFF“”《》A-Z]{0,18}(?:\d{1,2}月(?:\d{1,2}日)?[\u4E00-\u9FFF]{0,10})?$|^[\u4E00-\u9FFF]{0,8}\d{1,2}月(?:\d{1,2}日)?[\u4E00-\u9FFF]{0,10}$/i
/** Its growth, its share. */
const ASIDE =
  /^[\u4E00-\u9FFF“”]{0,8}[,(]?(?:同比|环比|[占比较按]|增长|增加|下降|减少|上升|回落|提高|微降|微增|增幅|降幅|均价)[^;。]{0,40}$/
const JOINED = /^(?<behind>[\u4E00-\u9FFF]{0,10}?)(?<mark>以及|[和及与跟同])(?<name>[\u4E00-\u9FFF“”《》A-Z]{0,14})$/i

/** 5至14岁, 25岁及以上: an age in a name is no figure of the row. 60岁以上, 70岁以上 hold each other. */
const AGE = /\d{1,3}(?:[至到~-]\d{1,3}岁|岁及以[上下])/
/** 2021年修了160公里 */
const YEAR = /^[12]\d{3}年/
/** Behind 能自理的72位,半自理的41位 a noun is of another row: 护工36名. */
const endsRow = (links: readonly Link[], { name }: Link): boolean =>
  links.length > 1 &&
  links.slice(-2).every((link) => link.name.endsWith('的')) &&
  !/的[有为占]?$|^[其另还余剩]/.test(name)
/** What is told beside the row: 来自6个省份. */
const BESIDE = /^(?:来自|涉及|覆盖|惠及|带动|吸引|分布)/

interface Link {
  /** the words before the figure as they stand */
  readonly words: string
  readonly behind: string
  readonly mark: string
  readonly name: string
}

/** How a figure goes on to the next of its row; null where it does not. */
function linkOf(text: string): Link | null {
  if (text.length > 90) return null
  const between = text.replace(/\([^()]{0,40}\)/g, '')
  const at = Math.max(...['、', ',', ';'].map((mark) => between.lastIndexOf(mark)))
  const joined = at < 0 ? JOINED.exec(between)?.groups : undefined
  if (joined !== undefined)
    return { behind: joined['behind'] ?? '', mark: '和', name: joined['name'] ?? '', words: joined['name'] ?? '' }
  if (at < 0) return null
  const [behind, mark, words] = [between.slice(0, at), between.charAt(at), between.slice(at + 1)]
  const name = words.replace(AGE, '').replace(YEAR, '')
  if (!NAME.test(name) || BREAKS.test(name)) return null
  return BEHIND.test(behind) || ASIDE.test(behind) ? { behind, mark, name, words } : null
}

const NAMED = /[\u4E00-\u9FFF“”《》A-Z\u00B7]{0,16}$/i

const LEAD =
  /^(?:其中,?)?(?:包括了?|包含|涵盖|囊括|分别(?:[为是有]|用于|投向|来自)?|用于|投向|分为|分成|计有|共有|[即含有为是])?/

/** 就占了, 仅, 已有: they say nothing of the name. */
const SAID = /[就仅只也已则均都各还]?(?:[有为是占达共]了?|多达|约|共有|达到)?$/

/** 包括运动员 is led in by 包括; 就占了 and 仅 say nothing of the name. */
function named(words: string): Pick<Item, 'lead' | 'name'> {
  const lead = LEAD.exec(words)?.[0] ?? ''
  return { lead, name: words.slice(lead.length).replace(SAID, '') }
}

const read = new WeakMap<Sentence, readonly Row[]>()

/** The rows of a sentence, each as long as it goes. */
export function rowsOf(sentence: Sentence): readonly Row[] {
  const known = read.get(sentence)
  if (known !== undefined) return known
  const rows = rowsIn(sentence)
  read.set(sentence, rows)
  return rows
}

function rowsIn(sentence: Sentence): Row[] {
  const addends = addendsOf(sentence)
  return [...new Set(addends.map(kindOf))].flatMap((kind) =>
    rowsAmong(
      sentence,
      addends.filter((one) => kindOf(one) === kind),
    ),
  )
}

/** Figures of one kind, those of others left aside. */
function rowsAmong(sentence: Sentence, all: readonly Mention[]): Row[] {
  const { reading, start, end } = sentence
  const { shadow } = reading
  const rows: Row[] = []
  let at = 0
  while (at < all.length) {
    const first = all[at]
    if (first === undefined) break
    const links: Link[] = []
    const members = [first]
    const beside = BESIDE.test(/[\u4E00-\u9FFF]{0,12}$/.exec(shadow.slice(start, first.start))?.[0] ?? '')
    for (let last = first, next = all[at + 1]; next !== undefined; last = next, next = all[at + members.length]) {
      const link = linkOf(shadow.slice(last.classified, next.start))
      if (link === null || (BESIDE.test(link.name) && !beside && !links.some(({ name }) => BESIDE.test(name)))) break
      if (endsRow(links, link)) break
      links.push(link)
      members.push(next)
    }
    if (members.length > 1) {
      const ahead =
        NAMED.exec(shadow.slice(Math.max(start, all[at - 1]?.classified ?? 0, first.start - 16), first.start))?.[0] ??
        ''
      const last = members.at(-1) ?? first
      const tail = /^[^,、;。)]{0,20}/.exec(shadow.slice(last.classified, end))?.[0] ?? ''
      rows.push({
        items: members.map((mention, i) => ({
          mention,
          ...named(i === 0 ? ahead : (links[i - 1]?.name ?? '')),
          behind: links[i]?.behind ?? tail,
          start: mention.start - (i === 0 ? ahead : (links[i - 1]?.words ?? '')).length,
        })),
        start: first.start - ahead.length,
        marks: links.map(({ mark }) => mark).join(''),
      })
    }
    at += members.length
  }
  return rows
}

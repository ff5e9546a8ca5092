import type { StoryMeta } from '../analysis'
import type { PageMeta } from '../blocks/page'
import { readCredit } from '../boilerplate/credits'
import { publishedFrom } from '../boilerplate/dates'
import { namesIn } from '../boilerplate/names'
import { datesOf } from '../boilerplate/unit'
import { authorsOf } from './authors'
import { reading, type Extent, type Part } from './part'
import { surroundingsOf, type Surroundings } from './surroundings'
import type { Head } from './titles'

const TITLE_TAIL = /[-_|\u2014\u2013][^-_|\u2014\u2013]{2,24}$/
const joined = (parts: readonly Part[], indices: readonly number[]): string | null =>
  indices.length === 0 ? null : indices.map((i) => reading(parts[i] as Part)).join(' ')

const distinct = (names: readonly string[]): string[] => [...new Set(names)]

/** 文/邱念慈 攝影/游書豪: whoever took the pictures is no author. */
const withoutPictures = (value: string): string => value.split(/ (?:摄影|攝影|摄|攝|供图|供圖) ?[/:]/)[0] ?? value

const isCredit = ({ verdict }: Part): boolean => verdict.fate === 'lifted' && verdict.role === 'credit'

const creditNames = (credits: readonly Part[], kind: 'author' | 'editor'): string[] =>
  credits.flatMap(({ unit }) => {
    const inside = unit.tail ? unit.text.replace(/^[([【]|[)\]】]$/g, '') : unit.text
    const credit = readCredit(inside)
    const found = credit?.kind ?? (unit.tail ? 'author' : null)
    return found === kind
      ? namesIn(kind === 'author' && credit?.marked === false ? inside : withoutPictures(credit?.value ?? inside))
      : []
  })

/** Reporting by Lucia Field; editing by Sam Bright */
const EDITED_BY = /\b(?:editing|edited|editor:) (?:by )?(\p{Lu}[\p{L}.'\u2019-]*(?: \p{Lu}[\p{L}.'\u2019-]*){1,3})/giu

const editedBy = (credits: readonly Part[]): string[] =>
  credits.flatMap(({ unit }) =>
    /edit/i.test(unit.text) ? [...unit.text.matchAll(EDITED_BY)].flatMap((match) => match[1] ?? []) : [],
  )

/** A blank, or the label of the next fact, glued to the name by stripped mark-up. */
const NEXT_LABEL = / |浏览|点击|阅读|访问|作者|(?:责任)?编辑|时间|日期|字体|字号|分享/

/** 来源:新华网 张三 编辑: what stands behind the first blank is no longer the agency's name, where that is Chinese. */
const agencyName = (value: string): string | null => {
  const bare =
    value
      .replace(/[()[\]【】]/g, ' ')
      .split('|')[0]
      ?.trim() ?? ''
  const name = /^[\u3400-\u9FFF]/.test(bare) ? bare.split(NEXT_LABEL)[0] : bare
  return name === undefined || name === '' ? null : name
}

const agencyIn = (credits: readonly Part[]): string | null => {
  for (const { unit } of credits) {
    const credit = readCredit(unit.text)
    if (credit?.kind === 'agency') return agencyName(credit.value)
  }
  return null
}

const dateIn = (parts: readonly Part[]): string | null => {
  for (const { unit, verdict } of parts) {
    if (verdict.fate !== 'lifted' || verdict.role !== 'dateline') continue
    const date = datesOf(unit)[0]
    if (date) return date.value
  }
  return null
}

/** Behind a text a date counts only where it says what it is. */
const PUBLISHED = /发布|發布|时间|時間|日期|发表|published|posted/i

/** The date that the lines about a text give: the nearest day, with its time where a line gives that. */
const dateAbout = ({ below, above, foot }: Surroundings): string | null => {
  const lines = [
    ...below,
    ...above,
    ...foot.filter(({ unit }) => unit.dates?.length !== 0 && PUBLISHED.test(unit.text)),
  ]
  const dates = lines.flatMap(({ unit }) => datesOf(unit)[0]?.value ?? [])
  const first = dates[0]
  if (first === undefined) return null
  return dates.find((date) => date.length > 10 && date.startsWith(first)) ?? first
}

/** The page's own statement, unless the text gives the same day more exactly. */
const published = (stated: string | null, seen: string | null): string | null => {
  const own = stated === null ? null : publishedFrom(stated)
  if (own === null) return seen
  return seen !== null && own.length === 10 && seen.startsWith(own) ? seen : own
}

const statedTitle = (meta: PageMeta): string | null => {
  const title = meta.title?.trim() ?? ''
  if (title === '') return null
  const bare = title.replace(TITLE_TAIL, '').trim()
  return bare.length >= 4 ? bare : title
}

/** What holds for the whole page and so for each of its stories. */
export interface Shared {
  readonly site: string | null
  readonly published: string | null
  readonly only: boolean
}

export const liftMeta = (
  all: readonly Part[],
  extent: Extent,
  head: Head,
  meta: PageMeta,
  shared: Shared,
): StoryMeta => {
  const parts = all.slice(extent.first, extent.end)
  const credits = parts.filter(isCredit)
  const around = surroundingsOf(all, extent, head)
  const editors = distinct([...creditNames(credits, 'editor'), ...editedBy(credits)])
  const seen = dateAbout(around) ?? dateIn(parts) ?? shared.published
  return {
    title: joined(all, head.title === null ? [] : [head.title]) ?? (extent.first === 0 ? statedTitle(meta) : null),
    kicker: joined(all, head.kickers),
    subtitle: joined(all, head.subtitles),
    agency: agencyIn(credits) ?? (shared.only ? meta.agency : null),
    site: shared.site,
    published: published(meta.published, seen),
    authors: authorsOf(parts, around, creditNames(credits, 'author'), editors, { meta, only: shared.only }),
    editors,
    captions: parts.filter(({ verdict }) => verdict.fate === 'lifted' && verdict.role === 'caption').map(reading),
  }
}

/** The first date of the page's head: that of every story on it. */
export const pageDate = (parts: readonly Part[], first: Extent): string | null => dateIn(parts.slice(0, first.end))

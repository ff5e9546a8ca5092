import type { PageMeta } from '../blocks/page'
import { isPublication } from '../boilerplate/publication'
import { reading, type Part } from './part'

const HOLDER =
  /^(?:\u00A9|copyright|\(c\)|版权所有(?: ?:)?) ?(?:(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)? ?)?([\p{L}\u00B7]{2,16}?) ?(?:版权所有|版權所有|[.|]|$)/iu
/** What stands before the path: 您当前的位置\uFF1A */
const HERE = /^[^>\u00BB\u203A\u2192:\uFF1A]{0,12}[:\uFF1A]/
const STEP = / ?[>\uFF1E\u00BB\u203A\u2192] ?/
/** A channel (本地新闻) reads as the name of a publication too: what is a site says so at its end. */
const SITE =
  /^(?!官网|本网|官網|本網)[\p{L}\p{N}\u00B7]{1,12}(?:网|網|网站|在线|在線|日报|日報|晚报|晚報|早报|都市报|电视台|融媒体?)$/u

/** The path to the page begins with the site's name: 青崖新闻网 > 县区 > 正文. */
const fromPath = (parts: readonly Part[]): string | null => {
  const path = parts.find(({ verdict }) => verdict.cue === 'breadcrumb')
  const first = path && reading(path).replace(HERE, '').trim().split(STEP)[0]
  return first !== undefined && SITE.test(first) ? first : null
}

/** The publication: the page's own statement, else the line beside the date, the path to the page, or the copyright line. */
export const siteOf = (parts: readonly Part[], meta: PageMeta): string | null => {
  if (meta.site !== null) return meta.site
  const beside = parts.find(({ unit, verdict }) => verdict.role === 'dateline' && isPublication(unit.text))
  // 原创 云边 城南发布: the author may stand before it.
  if (beside)
    return (
      reading(beside)
        .replace(/^原创 /, '')
        .split(' ')
        .findLast((word) => isPublication(word)) ?? reading(beside)
    )
  const path = fromPath(parts)
  if (path !== null) return path
  for (const { unit, verdict } of parts) {
    const holder = verdict.cue === 'copyright' ? HOLDER.exec(unit.text)?.[1] : undefined
    if (holder !== undefined) return holder
  }
  return null
}

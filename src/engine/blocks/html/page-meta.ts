import type { PageMeta } from '../page'
import { publishedFrom } from '../../published'
import type { HeadNotes } from './head-notes'
import { linkedArticle } from './json-ld'

const TITLE = ['og:title', 'articletitle', 'twitter:title', 'dc.title', 'title', 'headline']
const SITE = ['og:site_name', 'sitename', 'application-name', 'apple-mobile-web-app-title']
const AGENCY = ['contentsource', 'article:source', 'source', 'dc.source']
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:release_date',
  'og:time',
  'article.published',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_time',
  'publishtime',
  'pub_date',
  'publication_date',
  'post-date',
  'sn-post-date',
  'article_date_original',
  'parsely-pub-date',
  'sailthru.date',
  'weibo: article:create_at',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dc.date',
  'date',
]
const AUTHOR = [
  'author',
  'article:author',
  'og:article:author',
  'article_author',
  'dcterms.creator',
  'citation_author',
  'byl',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
]

const clean = (text: string | null | undefined): string | null => text?.replace(/\s+/g, ' ').trim() || null

/** A page's title without the site's name at its end: 标题_晨光网, Title | The Daily */
const withoutSite = (title: string | null, site: string | null): string | null => {
  if (title === null || site === null || !title.endsWith(site) || title === site) return title
  let end = title.length - site.length
  while (end > 0 && /[\s\-_|\u2013\u2014\u00B7\uFF5C\uFF3F]/.test(title.charAt(end - 1))) end--
  return end > 0 && end < title.length - site.length ? title.slice(0, end) : title
}

/** What content systems write where nobody is named. */
const NOBODY =
  /^(?:admin(?:istrator)?|editor(?:ial)?|staff|webmaster|unknown|discuz!.*|.* (?:team|staff))$|^[a-z\d]+_\w+$/i

/** Names in one field: 甲、乙 or 甲;乙. An address is no name. */
export const namesIn = (text: string): string[] =>
  /^https?:/i.test(text)
    ? []
    : text
        .slice(0, 500)
        .split(/[\u3001;\uFF1B|]/)
        .flatMap((name) => clean(name) ?? [])
        .filter((name) => !NOBODY.test(name))

/** The platform that carries everybody's pages is no publication: its account is named beside the date. */
const siteIn = (name: string | null): string | null => (name === '微信公众平台' ? null : name)

/** What the page says of itself, its own statements for machines first. `url` is what the scraper knows. */
export const pageMeta = (notes: HeadNotes, url: string | undefined): PageMeta => {
  const first = (names: readonly string[]) => names.flatMap((name) => notes.meta.get(name) ?? [])[0] ?? null
  const linked = linkedArticle(notes.jsonLd.map(({ text }) => text))
  const site = siteIn(clean(first(SITE))) ?? linked?.site ?? null
  const headline = typeof linked?.headline === 'string' ? clean(linked.headline) : null
  const dates = [linked?.published, ...PUBLISHED.flatMap((name) => notes.meta.get(name) ?? [])]
  const named = AUTHOR.map((name) => (notes.meta.get(name) ?? []).flatMap(namesIn)).find((names) => names.length > 0)
  return {
    title: withoutSite(headline ?? clean(first(TITLE)) ?? clean(notes.title), site),
    site,
    agency: clean(first(AGENCY)),
    published: dates.map(publishedFrom).find((date) => date !== null) ?? null,
    authors: linked && linked.authors.length > 0 ? linked.authors : [...new Set(named)],
    url: url ?? clean(notes.canonical ?? first(['og:url'])),
  }
}

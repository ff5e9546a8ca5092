import { outlineJson } from '../../source/json-outline'

/** What JSON-LD says of the article on a page; fields as they are written. */
export interface LinkedArticle {
  readonly headline: unknown
  readonly published: unknown
  readonly authors: readonly string[]
  readonly site: string | null
}

const MOST = 200

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const isArticle = (item: Readonly<Record<string, unknown>>) =>
  listOf(item['@type']).some((type) => typeof type === 'string' && /(?:Article|BlogPosting|Reportage)$/.test(type))

const nameOf = (value: unknown): string | null => {
  const name = isRecord(value) ? value['name'] : value
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
}

/** A person named in the item itself or, by @id, elsewhere in the graph. A company is no author. */
const authorsOf = (value: unknown, items: readonly Readonly<Record<string, unknown>>[]): string[] =>
  listOf(value).flatMap((author) => {
    const named = isRecord(author) && !('name' in author) ? items.find((item) => isSame(item, author)) : undefined
    const item = named ?? author
    if (isRecord(item) && listOf(item['@type']).some((type) => /Organization$|Corporation$/.test(String(type))))
      return []
    return nameOf(item) ?? []
  })

const isSame = (item: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) =>
  item !== other && 'name' in item && typeof item['@id'] === 'string' && item['@id'] === other['@id']

/** A page that is no article by type, and yet written by somebody on some day. */
const isAuthoredPage = (item: Readonly<Record<string, unknown>>) =>
  item['@type'] === 'WebPage' && item['datePublished'] !== undefined && item['author'] !== undefined

/** What Chinese search engines ask for: a title and a date without a type. */
const isDated = (item: Readonly<Record<string, unknown>>) => typeof item['pubDate'] === 'string' && !('@type' in item)

/** The items at the top, in arrays and in @graph, no deeper. */
const itemsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  listOf(value)
    .slice(0, MOST)
    .filter(isRecord)
    .flatMap((item) => [item, ...listOf(item['@graph']).slice(0, MOST).filter(isRecord)])

/** The first article among a page's JSON-LD scripts. Broken or too deep ones are passed over. */
export const linkedArticle = (scripts: readonly string[]): LinkedArticle | null => {
  const items = scripts.flatMap((written) => {
    // A line break inside a string is the commonest fault, and means no more than a blank.
    const script = written.length > 1_000_000 ? '' : written.replace(/[\r\n\t]/g, ' ')
    return 'fault' in outlineJson(script) ? [] : itemsOf(JSON.parse(script))
  })
  const item = items.find(isArticle) ?? items.find(isAuthoredPage)
  const dated = items.find(isDated)
  if (!item) return dated ? { headline: dated['title'], published: dated['pubDate'], authors: [], site: null } : null
  return {
    headline: item['headline'] ?? item['name'],
    published: item['datePublished'] ?? item['dateCreated'] ?? dated?.['pubDate'],
    authors: authorsOf(item['author'], items),
    site: nameOf(item['publisher']),
  }
}

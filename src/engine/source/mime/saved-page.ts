import { entityOf, parameter, partsOf, type Entity } from './entity'
import { transferred } from './transfer'

/** The page a browser saved with all it shows (MHTML). */
export interface SavedPage {
  /** the HTML, its transfer encoding undone */
  readonly bytes: Uint8Array
  /** the charset its part names */
  readonly charset: string | null
  /** where it was saved from, an http address */
  readonly url: string | null
}

/** multipart/related, in which IE and mail programs may set multipart/alternative. */
const MOST_NESTED = 2

const typeOf = ({ headers }: Entity): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

const isHtml = (entity: Entity): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(typeOf(entity))

/** The HTML parts at any level, in order. */
const htmlParts = (entity: Entity, depth: number): Entity[] => {
  if (isHtml(entity)) return [entity]
  const boundary = parameter(entity.headers.get('content-type') ?? '', 'boundary')
  if (!typeOf(entity).startsWith('multipart/') || boundary === null || depth > MOST_NESTED) return []
  return partsOf(entity.body, boundary).flatMap((part) => htmlParts(part, depth + 1))
}

/** The part the others belong to: named by `start`, or saved from the page's own address, or the first. */
const mainPart = (whole: Entity, parts: readonly Entity[]): Entity | undefined => {
  const start = parameter(whole.headers.get('content-type') ?? '', 'start')
  const address = whole.headers.get('snapshot-content-location')
  return (
    parts.find(({ headers }) => start !== null && headers.get('content-id') === start) ??
    parts.find(({ headers }) => address !== undefined && headers.get('content-location') === address) ??
    parts[0]
  )
}

/** The HTML of a saved page; null for bytes that are none. */
export const savedPage = (bytes: Uint8Array): SavedPage | null => {
  const whole = entityOf(bytes)
  const main = whole && mainPart(whole, htmlParts(whole, 0))
  if (!main) return null
  const html = transferred(main.body, (main.headers.get('content-transfer-encoding') ?? '').toLowerCase())
  const locations = [main.headers.get('content-location'), whole.headers.get('snapshot-content-location')]
  return (
    html && {
      bytes: html,
      charset: parameter(main.headers.get('content-type') ?? '', 'charset'),
      url: locations.find((location) => location !== undefined && /^https?:\/\//i.test(location)) ?? null,
    }
  )
}

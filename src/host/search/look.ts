import type { SearchHit } from '../../contract/texts'
import { hitsIn, type Hit } from '../../contract/words'
import { blockAt, fateOf, type Page } from './page'

/** Around a hit, in characters. */
const BEFORE = 12
const AFTER = 48
/** Hits of one document that are counted. */
const MOST = 999

type Found = Omit<SearchHit, 'id'>

/** What the terms find in a page; null where one of them is nowhere. A hit that stands in the cleaned text is shown first. */
export function lookIn(page: Page, terms: readonly RegExp[]): Found | null {
  const hits = hitsIn(page.text, terms, MOST)
  const own = page.copy === null ? [] : hitsIn(page.copy, terms, MOST)
  if (page.copy !== null && own.length > 0) return found(page.copy, own, own[0] as Hit, false)
  if (hits.length === 0) return null
  const stands =
    page.copy === null ? hits.find(([start]) => fateOf(page, blockAt(page, start)) !== 'removed') : undefined
  return found(page.text, hits, stands ?? (hits[0] as Hit), stands === undefined)
}

function found(text: string, hits: readonly Hit[], shown: Hit, cut: boolean): Found {
  const line = [text.lastIndexOf('\n', shown[0] - 1) + 1, text.indexOf('\n', shown[1])] as const
  const from = outsidePair(text, Math.max(line[0], shown[0] - BEFORE))
  const to = outsidePair(text, Math.min(line[1] < 0 ? text.length : line[1], shown[1] + AFTER))
  const marks = hits.flatMap(([start, end]): Hit[] =>
    start >= from && end <= to
      ? [[start - from + (from > line[0] ? 1 : 0), end - from + (from > line[0] ? 1 : 0)]]
      : [],
  )
  const snippet = `${from > line[0] ? '…' : ''}${text.slice(from, to)}`
  return { snippet, marks, count: hits.length, cut }
}

/** Never between the halves of a character. */
function outsidePair(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

import type { SearchHit } from '../../../contract/texts'

/** What a search found, by row. */
export type Hits = ReadonlyMap<string, SearchHit>

export const NO_HITS: Hits = new Map()

/** With more of them; a row's later hit counts. */
export function withMore(hits: Hits, more: readonly SearchHit[]): Hits {
  return new Map([...hits, ...more.map((hit) => [hit.id, hit] as const)])
}

/** Both, where a row is in both the second's. */
export function joined(hits: Hits, others: Hits): Hits {
  return new Map([...hits, ...others])
}

import type { Row } from '../../../contract/contract'
import { openFlags } from './facets'

export const ORDERS = ['received', 'title', 'site', 'flags'] as const
export type Order = (typeof ORDERS)[number]

/** One for all: making a collator costs more than sorting with it. */
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows in an order; `rows` come in order of arrival, which decides between equals. Rows of no site stand last. */
export function sorted(rows: readonly Row[], order: Order): readonly Row[] {
  switch (order) {
    case 'received':
      return rows
    case 'title':
      return byTitle(rows)
    case 'site':
      return bySite(rows)
    case 'flags':
      return rows.toSorted((a, b) => openFlags(b) - openFlags(a) || b.errors - a.errors)
  }
}

export function orderFrom(kept: string | null): Order {
  return ORDERS.find((each) => each === kept) ?? 'received'
}

/** Sites are few: their names are compared once, not once a pair of rows. */
function bySite(rows: readonly Row[]): readonly Row[] {
  const names = [...new Set(rows.map(({ site }) => site ?? ''))].sort(collator.compare)
  const rank = new Map(names.map((name, index) => [name, name === '' ? names.length : index]))
  return rows.toSorted((a, b) => (rank.get(a.site ?? '') ?? 0) - (rank.get(b.site ?? '') ?? 0))
}

/** Titles in order, and the place of each: known ones are compared no more when rows come or change. */
let titles: readonly string[] = []
let places: ReadonlyMap<string, number> = new Map()

function byTitle(rows: readonly Row[]): readonly Row[] {
  const fresh = new Set(rows.map(({ title }) => title).filter((title) => !places.has(title)))
  if (fresh.size > 0) {
    // Those of folders left long ago are let go.
    const many = titles.length > rows.length * 4
    const all = many ? new Set(rows.map(({ title }) => title)) : [...titles, ...fresh]
    titles = [...all].sort(collator.compare)
    places = new Map(titles.map((title, place) => [title, place]))
  }
  return rows.toSorted((a, b) => (places.get(a.title) ?? 0) - (places.get(b.title) ?? 0))
}

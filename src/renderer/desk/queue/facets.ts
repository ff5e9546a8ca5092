import type { Row } from '../../../contract/contract'
import { dayOf } from './days'

export const STATUSES = ['all', 'todo', 'approved', 'rejected', 'failed'] as const
export type StatusFacet = (typeof STATUSES)[number]

/** What asks for a look: by tier and subject, and what came in broken or anew. */
export const FLAG_KINDS = ['any', 'error', 'query', 'copy', 'removal', 'broken', 'updated'] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

/** Which rows are wanted; null for any. The site is '' for rows of none. */
export interface Filter {
  readonly status: StatusFacet
  readonly site: string | null
  readonly flag: FlagKind | null
  /** as `dayOf` gives it */
  readonly day: string | null
}

export const NO_FILTER: Filter = { status: 'all', site: null, flag: null, day: null }

/** How many rows each choice would leave, the other facets being what they are. */
export interface Counts {
  readonly status: Readonly<Record<StatusFacet, number>>
  readonly flag: Readonly<Record<FlagKind, number>>
  readonly site: ReadonlyMap<string, number>
  readonly day: ReadonlyMap<string, number>
}

export interface Narrowed {
  readonly rows: readonly Row[]
  readonly counts: Counts
}

export function hasStatus({ status }: Row, facet: StatusFacet): boolean {
  return facet === 'all' || (facet === 'todo' ? status === 'open' || status === 'waiting' : status === facet)
}

export function openFlags({ status, errors, queries, doubtful }: Row): number {
  return status === 'open' ? errors + queries + doubtful : 0
}

export function hasFlag(row: Row, kind: FlagKind): boolean {
  switch (kind) {
    case 'any':
      return openFlags(row) > 0
    case 'error':
      return row.status === 'open' && row.errors > 0
    case 'query':
      return row.status === 'open' && row.queries > 0
    case 'copy':
      return row.status === 'open' && row.copy > 0
    case 'removal':
      return row.status === 'open' && row.doubtful > 0
    case 'broken':
      return row.warnings.length > 0
    case 'updated':
      return row.supersedes !== null
  }
}

/** The rows a filter leaves, and the counts of all facets, in one pass over the rows. */
export function narrowed(rows: readonly Row[], filter: Filter): Narrowed {
  const left: Row[] = []
  const tally = new Tally()
  for (const row of rows) {
    const fits = {
      status: hasStatus(row, filter.status),
      site: filter.site === null || (row.site ?? '') === filter.site,
      flag: filter.flag === null || hasFlag(row, filter.flag),
      day: filter.day === null || dayOf(row.received) === filter.day,
    }
    const misses = Number(!fits.status) + Number(!fits.site) + Number(!fits.flag) + Number(!fits.day)
    if (misses === 0) left.push(row)
    if (misses > 1) continue
    // A row that misses one facet alone would be there were that facet another.
    tally.count(row, (facet) => misses === 0 || !fits[facet])
  }
  return { rows: left, counts: tally }
}

class Tally implements Counts {
  readonly status: Record<StatusFacet, number> = { all: 0, todo: 0, approved: 0, rejected: 0, failed: 0 }
  readonly flag: Record<FlagKind, number> = { any: 0, error: 0, query: 0, copy: 0, removal: 0, broken: 0, updated: 0 }
  readonly site = new Map<string, number>()
  readonly day = new Map<string, number>()

  count(row: Row, counts: (facet: keyof Filter) => boolean): void {
    if (counts('status')) for (const each of STATUSES) if (hasStatus(row, each)) this.status[each]++
    if (counts('flag')) for (const each of FLAG_KINDS) if (hasFlag(row, each)) this.flag[each]++
    if (counts('site')) add(this.site, row.site ?? '')
    if (counts('day')) add(this.day, dayOf(row.received))
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The filter that was kept, or none where it is no filter. */
export function filterFrom(kept: unknown): Filter {
  if (typeof kept !== 'object' || kept === null) return NO_FILTER
  const { status, site, flag, day } = kept as Record<string, unknown>
  return {
    status: STATUSES.find((each) => each === status) ?? 'all',
    site: typeof site === 'string' ? site : null,
    flag: FLAG_KINDS.find((each) => each === flag) ?? null,
    day: typeof day === 'string' ? day : null,
  }
}

import type { Row } from '../../../contract/contract'
import type { Announcer } from '../announcer'

const BATCH_MS = 50
const BATCH_ROWS = 500

/** The queue's rows. Changes are told in batches: every 50 ms, at most 500 rows at once. */
export class Rows {
  readonly #announcer: Announcer
  readonly #rows = new Map<string, Row>()
  readonly #byVersion = new Map<string, Set<string>>()
  readonly #changed = new Set<string>()
  readonly #gone = new Set<string>()
  /** in order, null while that has to be found out anew */
  #order: readonly Row[] | null = []
  /** rows changed that stand where they stood */
  #changes = false
  #timer: NodeJS.Timeout | null = null

  constructor(announcer: Announcer) {
    this.#announcer = announcer
  }

  get total(): number {
    return this.#rows.size
  }

  get(id: string): Row | null {
    return this.#rows.get(id) ?? null
  }

  all(): IterableIterator<Row> {
    return this.#rows.values()
  }

  /** rows with this content: several where a file was copied */
  ofVersion(version: string): Row[] {
    return [...(this.#byVersion.get(version) ?? [])].flatMap((id) => this.#rows.get(id) ?? [])
  }

  /** of all rows */
  versions(): ReadonlySet<string> {
    return new Set(this.#byVersion.keys())
  }

  put(row: Row): void {
    const before = this.#rows.get(row.id)
    this.#rows.set(row.id, row)
    this.#index(row.id, before?.version ?? null, row.version)
    if (before && inOrder(before, row) === 0) this.#changes = true
    else this.#order = null
    this.#changed.add(row.id)
    this.#gone.delete(row.id)
    this.#schedule()
  }

  /** Changes something of a row, if it is there. What it tells already is no change. */
  change(id: string, set: Partial<Row>): void {
    const row = this.#rows.get(id)
    if (row && !tells(row, set)) this.put({ ...row, ...set })
  }

  remove(id: string): void {
    const row = this.#rows.get(id)
    if (!row) return
    this.#rows.delete(id)
    this.#index(id, row.version, null)
    this.#order = null
    this.#changed.delete(id)
    this.#gone.add(id)
    this.#schedule()
  }

  clear(): void {
    for (const id of [...this.#rows.keys()]) this.remove(id)
    this.flush()
  }

  /** In order of `received`, then path, then record. */
  page(from: number, limit: number): Row[] {
    if (this.#order === null) this.#order = [...this.#rows.values()].sort(inOrder)
    else if (this.#changes) this.#order = this.#order.map((row) => this.#rows.get(row.id) ?? row)
    this.#changes = false
    return this.#order.slice(from, from + limit)
  }

  /** Tells what is not told yet. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const upsert = [...this.#changed].flatMap((id) => this.#rows.get(id) ?? [])
    const gone = [...this.#gone]
    this.#changed.clear()
    this.#gone.clear()
    while (upsert.length > 0 || gone.length > 0) {
      this.#announcer.tell({ kind: 'rows', upsert: upsert.splice(0, BATCH_ROWS), gone: gone.splice(0, BATCH_ROWS) })
    }
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.flush(), BATCH_MS)
  }

  #index(id: string, before: string | null, now: string | null): void {
    if (before === now) return
    if (before !== null) {
      const ids = this.#byVersion.get(before)
      ids?.delete(id)
      if (ids?.size === 0) this.#byVersion.delete(before)
    }
    if (now === null) return
    const ids = this.#byVersion.get(now)
    if (ids) ids.add(id)
    else this.#byVersion.set(now, new Set([id]))
  }
}

function tells(row: Row, set: Partial<Row>): boolean {
  const keys = Object.keys(set) as (keyof Row)[]
  return keys.every((key) => row[key] === set[key] || JSON.stringify(row[key]) === JSON.stringify(set[key]))
}

function inOrder(a: Row, b: Row): number {
  if (a.received !== b.received) return a.received - b.received
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.record ?? 0) - (b.record ?? 0)
}

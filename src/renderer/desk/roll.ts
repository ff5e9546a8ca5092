import type { Row } from '../../contract/contract'

/** The rows of a folder by id. */
export class Roll {
  readonly #rows = new Map<string, Row>()

  get(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  take(upsert: readonly Row[], gone: readonly string[]): void {
    for (const row of upsert) this.#rows.set(row.id, row)
    for (const id of gone) this.#rows.delete(id)
  }

  keepOnly(rows: readonly Row[]): void {
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of [...this.#rows.keys()]) if (!ids.has(id)) this.#rows.delete(id)
  }

  clear(): void {
    this.#rows.clear()
  }

  /** in order of arrival, then path, then record */
  ordered(): Row[] {
    return [...this.#rows.values()].sort(byReceived)
  }
}

function byReceived(a: Row, b: Row): number {
  return a.received - b.received || (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.record ?? 0) - (b.record ?? 0))
}

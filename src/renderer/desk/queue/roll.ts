import type { Row } from '../../../contract/contract'

/** The rows of a folder by id, and their order: of arrival, then path, then record. */
export class Roll {
  readonly #rows = new Map<string, Row>()
  /** ids in order; null while that has to be found out anew */
  #order: readonly string[] | null = []

  get(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  take(upsert: readonly Row[], gone: readonly string[]): void {
    for (const row of upsert) {
      const before = this.#rows.get(row.id)
      if (before === undefined || byReceived(before, row) !== 0) this.#order = null
      this.#rows.set(row.id, row)
    }
    for (const id of gone) if (this.#rows.delete(id)) this.#order = null
  }

  keepOnly(rows: readonly Row[]): void {
    const ids = new Set(rows.map(({ id }) => id))
    for (const id of [...this.#rows.keys()]) if (!ids.has(id)) this.take([], [id])
  }

  clear(): void {
    this.#rows.clear()
    this.#order = null
  }

  ordered(): Row[] {
    this.#order ??= [...this.#rows.values()].sort(byReceived).map(({ id }) => id)
    return this.#order.map((id) => this.#rows.get(id)!)
  }
}

function byReceived(a: Row, b: Row): number {
  return a.received - b.received || (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.record ?? 0) - (b.record ?? 0))
}

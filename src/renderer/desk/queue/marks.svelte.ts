import { idsOf, NO_IDS, toggled, type Ids } from './id-set'

/** Rows of the queue that were marked for one deed on all of them, by id. The document on the desk stays where it is. */
export class Marks {
  #ids = $state.raw(NO_IDS)
  /** where the keyboard is in the list; null for the row that is open */
  #cursor = $state.raw<string | null>(null)
  /** where a range begins */
  #anchor: string | null = null

  get size(): number {
    return this.#ids.size
  }

  get cursor(): string | null {
    return this.#cursor
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Ctrl or Cmd and a click. The first one marks the open row as well: it is what the eye takes for chosen. */
  toggle(id: string, open: string | null): void {
    const before = this.#ids.size === 0 && open !== null ? idsOf([open]) : this.#ids
    this.#set(toggled(before, id), id, id)
  }

  /**
   * Shift: all rows from where the range began to this one, and no others.
   *
   * @param shown ids of the rows in their order
   */
  extend(shown: readonly string[], to: string, open: string | null): void {
    const anchor = this.#anchor ?? open ?? shown[0] ?? to
    const from = Math.max(0, shown.indexOf(anchor))
    const end = Math.max(0, shown.indexOf(to))
    this.#set(idsOf(shown.slice(Math.min(from, end), Math.max(from, end) + 1)), to, anchor)
  }

  all(shown: readonly string[]): void {
    this.#set(idsOf(shown), this.#cursor, this.#anchor)
  }

  /** These stay marked, where they were. */
  only(ids: readonly string[]): void {
    const kept = ids.filter((id) => this.#ids.has(id))
    if (kept.length === 0) this.clear()
    else this.#set(idsOf(kept), this.#cursor, this.#anchor)
  }

  clear(): void {
    this.#set(NO_IDS, null, null)
  }

  #set(ids: Ids, cursor: string | null, anchor: string | null): void {
    this.#ids = ids
    this.#cursor = cursor
    this.#anchor = anchor
  }
}

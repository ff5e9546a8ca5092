import type { JournalRecord } from '../../review/operation'
import type { View } from './view'

const PORTION = 500

/** The records a view was given since it was opened: the host tells of them and answers with them, each is written once. */
export class Given {
  readonly #seqs = new Set<number>()
  #held: JournalRecord[] | null = null

  /** Writes nothing until `release`: what is sent meanwhile goes first. */
  hold(): void {
    this.#held ??= []
  }

  async release(view: View | null): Promise<void> {
    const held = this.#held ?? []
    this.#held = null
    for (let from = 0; view !== null && from < held.length; from += PORTION)
      await this.put(view, held.slice(from, from + PORTION))
  }

  async put(view: View, records: readonly JournalRecord[]): Promise<void> {
    if (this.#held !== null) return void this.#held.push(...records)
    const fresh = records.filter(({ seq }) => !this.#seqs.has(seq))
    if (fresh.length === 0) return
    for (const { seq } of fresh) this.#seqs.add(seq)
    try {
      await view.records.bulkPut(fresh)
    } catch (error) {
      for (const { seq } of fresh) this.#seqs.delete(seq)
      throw error
    }
  }
}

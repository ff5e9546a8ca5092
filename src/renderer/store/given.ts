import type { JournalRecord } from '../../review/operation'
import type { View } from './view'

/** The records a view was given since it was opened: the host tells of them and answers with them, each is written once. */
export class Given {
  readonly #seqs = new Set<number>()

  async put(view: View, records: readonly JournalRecord[]): Promise<void> {
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

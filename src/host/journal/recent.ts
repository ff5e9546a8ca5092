import type { JournalRecord } from '../../review/operation'
import type { Place } from './scan'

/**
 * Bytes of the file whose records are kept at hand: those of some hundred documents. In memory they take several times
 * that, and of a decision on thousands they would all grow old.
 */
const MOST = 8 * 1024 * 1024

/** Records that were written or read lately. A record never changes, so what is at hand is what stands in the file. */
export class Recent {
  /** by where they start in the file, the one used last at the end */
  readonly #held = new Map<number, { readonly record: JournalRecord; readonly bytes: number }>()
  readonly #most: number
  #bytes = 0

  constructor(most = MOST) {
    this.#most = most
  }

  get({ start }: Place): JournalRecord | null {
    const held = this.#held.get(start)
    if (!held) return null
    this.#held.delete(start)
    this.#held.set(start, held)
    return held.record
  }

  put({ start, end }: Place, record: JournalRecord): void {
    if (this.#held.has(start)) return
    this.#held.set(start, { record, bytes: end - start })
    this.#bytes += end - start
    for (const [oldest, { bytes }] of this.#held) {
      if (this.#bytes <= this.#most) break
      this.#held.delete(oldest)
      this.#bytes -= bytes
    }
  }
}

import type { Recurrence } from './recurrence'

const COUNT_MS = 500

interface Office {
  readonly recurrence: Recurrence
  /** whether everything there is has been read */
  isRead(): boolean
  /** has rows judged anew */
  doubt(ids: readonly string[]): void
}

/**
 * When the lines of a folder's documents are counted: a while after something changed, once everything is read. Rows
 * judged before it was known which of their lines recur are judged anew; nothing changes under the eyes of who looks at it.
 */
export class Recounts {
  readonly #office: Office
  /** rows somebody has looked at */
  readonly #seen = new Set<string>()
  /** those of them to be judged anew when they are looked at again */
  readonly #stale = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(office: Office) {
    this.#office = office
  }

  soon(): void {
    if (!this.#closed) this.#timer ??= setTimeout(() => void this.#count(), COUNT_MS)
  }

  /** Somebody is about to look at a row. Answers whether it is to be judged anew before. */
  look(id: string): boolean {
    this.#seen.add(id)
    return this.#stale.delete(id)
  }

  close(): void {
    this.#closed = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #count(): Promise<void> {
    const { recurrence, isRead, doubt } = this.#office
    const due = isRead() ? await recurrence.due(() => !this.#closed) : []
    this.#timer = null
    for (const id of due) if (this.#seen.has(id)) this.#stale.add(id)
    const unseen = due.filter((id) => !this.#seen.has(id))
    if (!this.#closed && unseen.length > 0) doubt(unseen)
  }
}

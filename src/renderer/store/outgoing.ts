import type { Entry } from '../../review/operation'

/** Entries that wait for their turn to be sent, in the order they were made. */
export class Outgoing {
  readonly #entries: Entry[] = []

  add(entry: Entry): void {
    this.#entries.push(entry)
  }

  /** Its turn has come. Answers false where it went with the rest. */
  take(entry: Entry): boolean {
    const at = this.#entries.indexOf(entry)
    if (at >= 0) this.#entries.splice(at, 1)
    return at >= 0
  }

  /** All whose turn has not come, to be sent at once. */
  rest(): Entry[] {
    return this.#entries.splice(0)
  }
}

import { Lanes } from './lanes'

/** Milliseconds in which what is called more than once is looked at once. */
const SOON = 500

/** Looks at versions again a little later, one after the other: nobody waits for it. */
export class Meetings {
  readonly #again: (version: string) => Promise<void>
  readonly #lanes = new Lanes(1)
  readonly #due = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(again: (version: string) => Promise<void>) {
    this.#again = again
  }

  call(versions: readonly string[]): void {
    if (this.#closed || versions.length === 0) return
    for (const version of versions) this.#due.add(version)
    this.#timer ??= setTimeout(() => this.#begin(), SOON)
  }

  /** What is called and has not begun is not looked at. */
  forget(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#due.clear()
  }

  /** Answers when nothing is being looked at. */
  async close(): Promise<void> {
    this.#closed = true
    this.forget()
    await this.#lanes.close()
  }

  #begin(): void {
    this.#timer = null
    for (const version of this.#due) this.#lanes.add(version, () => this.#again(version))
    this.#due.clear()
  }
}

import { Lanes } from './lanes'

/** Milliseconds nothing more is called before what was called is looked at. */
const SOON = 500
/** For so many milliseconds that may be put off, unless told otherwise. */
const LATEST = 5_000

/** Looks at versions again a little later, one after the other: nobody waits for it. */
export class Meetings {
  readonly #again: (version: string) => Promise<void>
  readonly #latest: number
  readonly #lanes = new Lanes(1)
  readonly #due = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  /** when the first was called that waits: milliseconds of `performance.now` */
  #since = 0
  #closed = false

  constructor(again: (version: string) => Promise<void>, latest = LATEST) {
    this.#again = again
    this.#latest = latest
  }

  call(versions: readonly string[]): void {
    if (this.#closed || versions.length === 0) return
    for (const version of versions) this.#due.add(version)
    if (this.#timer) clearTimeout(this.#timer)
    else this.#since = performance.now()
    const rest = this.#since + this.#latest - performance.now()
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, Math.min(SOON, rest)))
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

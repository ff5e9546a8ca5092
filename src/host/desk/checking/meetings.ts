/** Milliseconds nothing more is called before what was called is looked at. */
const SOON = 500
/** For so many milliseconds that may be put off, unless told otherwise. */
const LATEST = 5_000

/** Looks at versions again a little later, one after the other: nobody waits for it. */
export class Meetings {
  readonly #again: (version: string) => Promise<void>
  readonly #latest: number
  readonly #due = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<void> | null = null
  /** when the first was called that waits, and the last: milliseconds of `performance.now` */
  #since = 0
  #called = 0
  #closed = false

  /** @param latest Infinity: they wait as long as more are called */
  constructor(again: (version: string) => Promise<void>, latest = LATEST) {
    this.#again = again
    this.#latest = latest
  }

  call(versions: readonly string[]): void {
    if (this.#closed || versions.length === 0) return
    this.#called = performance.now()
    if (this.#due.size === 0) this.#since = this.#called
    for (const version of versions) this.#due.add(version)
    if (this.#looking === null) this.#wait()
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
    await this.#looking
  }

  /** for how long it is put off, in milliseconds */
  get #rest(): number {
    return Math.min(this.#called + SOON, this.#since + this.#latest) - performance.now()
  }

  #wait(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        this.#looking = this.#look().finally(() => {
          this.#looking = null
          if (this.#due.size > 0) this.#wait()
        })
      },
      Math.max(0, this.#rest),
    )
  }

  async #look(): Promise<void> {
    for (const version of this.#due) {
      if (this.#rest > 0) return
      this.#due.delete(version)
      await this.#again(version).catch(() => undefined)
    }
  }
}

/** So long, in milliseconds, the hands rest before what can wait is done. */
const REST = 200

/** What need not follow every letter waits until the hands rest: done between two letters it would hold up the second. */
export class Resting {
  #last = -Infinity
  #timer: ReturnType<typeof setTimeout> | null = null
  #work: (() => void) | null = null

  /** A letter was typed. */
  typed(): void {
    this.#last = performance.now()
  }

  /** Does it now, or once the hands rest; what was to be done before is not done any more. */
  after(work: () => void): void {
    const wait = this.#last + REST - performance.now()
    this.#work = work
    if (wait <= 0) return this.now()
    this.#timer ??= setTimeout(() => this.#due(), wait)
  }

  /** Does at once what waits, or this instead of it. */
  now(work = this.#work): void {
    this.close()
    work?.()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#work = null
  }

  #due(): void {
    this.#timer = null
    if (this.#work !== null) this.after(this.#work)
  }
}

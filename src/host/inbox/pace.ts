/** The longest a timer can wait. */
const LONGEST = 2_147_483_647

/** When the next scan is due. Asked for during a scan, it follows that scan. */
export class Pace {
  #due = Infinity
  #timer: NodeJS.Timeout | null = null
  #go: (() => void) | null = null
  #stopped = false

  get stopped(): boolean {
    return this.#stopped
  }

  /** Asks for a scan in at most `ms`; a later one does not put an earlier one off. */
  ask(ms: number): void {
    this.#due = Math.min(this.#due, performance.now() + ms)
    this.#arm()
  }

  /** Resolves when the next scan is due, but not before `rest` milliseconds; at once when stopped. */
  next(rest: number): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    this.#due = Math.max(this.#due, performance.now() + rest)
    return new Promise((resolve) => {
      this.#go = resolve
      this.#arm()
    })
  }

  stop(): void {
    this.#stopped = true
    this.#start()
  }

  #arm(): void {
    if (!this.#go) return
    if (this.#timer) clearTimeout(this.#timer)
    const wait = Math.max(0, this.#due - performance.now())
    this.#timer = wait < LONGEST ? setTimeout(() => this.#start(), wait) : null
  }

  #start(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#due = Infinity
    const go = this.#go
    this.#go = null
    go?.()
  }
}

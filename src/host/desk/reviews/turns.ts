/** Lets one task at a time have a key; a task may need several. Turns come in the order they were asked for. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  async take<T>(keys: Iterable<string>, task: () => Promise<T>): Promise<T> {
    const wanted = new Set(keys)
    const before = [...wanted].map((key) => this.#last.get(key))
    let done = (): void => undefined
    const own = new Promise<void>((resolve) => (done = resolve))
    // All keys are asked for in the same moment, so no two tasks can each wait for the other.
    for (const key of wanted) this.#last.set(key, own)
    await Promise.all(before)
    try {
      return await task()
    } finally {
      for (const key of wanted) if (this.#last.get(key) === own) this.#last.delete(key)
      done()
    }
  }

  /** Answers when nobody has a turn. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values())
  }
}

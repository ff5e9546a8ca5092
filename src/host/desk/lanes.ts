/** Runs tasks a few at a time, in the order they come. A task asked for again under its key replaces the one that waits. */
export class Lanes {
  readonly #width: number
  readonly #waiting = new Map<string, () => Promise<void>>()
  readonly #running = new Set<Promise<void>>()
  /** goes on where it was: from the start of many that are gone it would take long to find the first that is not */
  #order = this.#waiting.entries()
  #closed = false

  constructor(width: number) {
    this.#width = width
  }

  add(key: string, task: () => Promise<void>): void {
    if (this.#closed) return
    this.#waiting.set(key, task)
    this.#next()
  }

  drop(key: string): void {
    this.#waiting.delete(key)
  }

  /** Drops what waits; answers when what runs is done. */
  async close(): Promise<void> {
    this.#closed = true
    this.#waiting.clear()
    await Promise.allSettled(this.#running)
  }

  #next(): void {
    while (this.#waiting.size > 0 && this.#running.size < this.#width) {
      const { done, value } = this.#order.next()
      if (done) {
        this.#order = this.#waiting.entries()
        continue
      }
      const [key, task] = value
      this.#waiting.delete(key)
      const running: Promise<void> = task()
        .catch(() => undefined)
        .finally(() => {
          this.#running.delete(running)
          this.#next()
        })
      this.#running.add(running)
    }
  }
}

/** Maps in order, `width` at a time. */
export async function mapWide<T, R>(values: readonly T[], width: number, map: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array<R>(values.length)
  let next = 0
  const lane = async () => {
    for (let at = next++; at < values.length; at = next++) results[at] = await map(values[at] as T)
  }
  await Promise.all(Array.from({ length: Math.min(width, values.length) }, lane))
  return results
}

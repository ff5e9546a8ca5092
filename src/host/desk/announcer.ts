import type { News } from '../../contract/contract'

/** Tells every window. A listener that throws keeps the news from nobody else. */
export class Announcer {
  readonly #listeners = new Set<(news: News) => void>()

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(news: News): void {
    for (const listener of this.#listeners) {
      try {
        listener(news)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}

import type { Bilingual } from '../../engine/analysis'

/** How long a note stays in sight, in milliseconds. */
const SHOWN = 6000

/** One sentence at a time about what just happened: shown as a note, and said politely to a screen reader. */
export class Notes {
  #text = $state.raw<Bilingual | null>(null)
  #count = $state.raw(0)
  #timer: ReturnType<typeof setTimeout> | null = null

  get text(): Bilingual | null {
    return this.#text
  }

  /** changes with every note, so that the same words are said again */
  get count(): number {
    return this.#count
  }

  say(text: Bilingual): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#text = { zh: text.zh, en: text.en }
    this.#count++
    this.#timer = setTimeout(() => this.clear(), SHOWN)
  }

  clear(): void {
    this.#text = null
  }
}

import type { Journal } from '../../journal/journal'
import { writeKnown, type KnownFile } from './known-files'

const SOON = 2_000
/** Writing may take this share of the time at most. */
const SHARE = 50

/** Writes down what is known of a folder: a little after it changed, and at the end. */
export class Memory {
  readonly #data: string
  readonly #root: string
  readonly #known: () => Iterable<readonly [string, KnownFile]>
  readonly #journal: Journal
  readonly #judges: () => string
  #timer: NodeJS.Timeout | null = null
  #wait = SOON
  #dirty = false
  #writing: Promise<void> = Promise.resolve()

  /** @param judges what the verdicts that are known hang on */
  constructor(
    data: string,
    root: string,
    known: () => Iterable<readonly [string, KnownFile]>,
    journal: Journal,
    judges: () => string,
  ) {
    this.#data = data
    this.#root = root
    this.#known = known
    this.#journal = journal
    this.#judges = judges
  }

  changed(): void {
    this.#dirty = true
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#writing = this.#writing.then(() => this.#write())
    }, this.#wait)
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#writing
    await this.#write()
  }

  // A cache: where it cannot be written, the next start reads the folder again. Another host's folder is left alone.
  async #write(): Promise<void> {
    if (!this.#dirty || this.#journal.storage.mode !== 'ok') return
    this.#dirty = false
    const started = performance.now()
    await writeKnown(this.#data, this.#root, this.#judges(), this.#known()).catch(() => undefined)
    this.#wait = Math.max(SOON, (performance.now() - started) * SHARE)
  }
}

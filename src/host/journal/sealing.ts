import { join } from 'node:path'
import { keepCopy } from './copies'
import type { Disk } from './disk'
import { writeHead } from './head'
import type { Storage } from './storage'
import type { Tip } from './writer'

const EVERY_RECORDS = 1000
const EVERY_MS = 10 * 60 * 1000

export const JOURNAL = 'journal.ndjson'
export const HEAD = 'head.json'
export const COPIES = 'copies'

/** Every 1,000 records, every 10 minutes and at the end: writes the head file and keeps a copy of the journal. */
export class Sealing {
  readonly #place: { readonly folder: string; readonly disk: Disk; readonly now: () => number }
  readonly #id: string
  readonly #storage: Storage
  readonly #timer: NodeJS.Timeout
  #sealed: number
  #tip: Tip
  #running: Promise<void> | null = null

  constructor(
    place: { readonly folder: string; readonly disk: Disk; readonly now: () => number },
    id: string,
    tip: Tip,
    storage: Storage,
  ) {
    this.#place = place
    this.#id = id
    this.#tip = tip
    this.#sealed = tip.seq
    this.#storage = storage
    this.#timer = setInterval(() => void this.#seal(), EVERY_MS)
    this.#timer.unref()
  }

  /** The journal is synced up to here. */
  passed(tip: Tip): void {
    if (tip.seq > this.#tip.seq) this.#tip = tip
    if (this.#tip.seq - this.#sealed >= EVERY_RECORDS) void this.#seal()
  }

  async close(tip: Tip): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
    this.#tip = tip
    await this.#seal()
  }

  #seal(): Promise<void> {
    if (this.#tip.seq === this.#sealed || !this.#storage.writable) return Promise.resolve()
    this.#running ??= this.#write().finally(() => (this.#running = null))
    return this.#running
  }

  async #write(): Promise<void> {
    const { disk, folder, now } = this.#place
    const { seq, hash, end: bytes } = this.#tip
    try {
      await writeHead(disk, join(folder, HEAD), { v: 1, id: this.#id, seq, hash, bytes, time: now() })
      this.#sealed = seq
    } catch (error) {
      this.#storage.failed(error)
      return
    }
    // A copy that fails (it may need more room than there is) takes nothing away: the journal itself is whole.
    await keepCopy(disk, join(folder, JOURNAL), join(folder, COPIES), bytes, now()).catch(() => undefined)
  }
}

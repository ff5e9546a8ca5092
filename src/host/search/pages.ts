import { totalmem } from 'node:os'
import type { Journal } from '../journal/journal'
import { sameLines, type Page } from './page'
import { PageFile } from './page-file'
import { NO_REST, type Rest } from './rest'

/**
 * UTF-16 code units held at most: a sixteenth of the machine's memory, up to 1 GB. 10,000 documents of 1,500 characters
 * take 40 MB.
 */
const MOST = Math.min(512_000_000, totalmem() / 32)
const WRITE_MS = 1_000

/** The pages of the open folder, in memory up to a bound; what is beyond it is not looked through. */
export class Pages {
  readonly #data: string
  readonly #journal: Journal
  readonly #most: number
  readonly #pages = new Map<string, Page>()
  #file: PageFile | null = null
  /** to be judged anew: what the disk still has of them is not believed */
  readonly #doubted = new Set<string>()
  #size = 0
  #full = false
  #reading = false
  #timer: NodeJS.Timeout | null = null

  constructor(data: string, journal: Journal, most = MOST) {
    this.#data = data
    this.#journal = journal
    this.#most = most
  }

  /**
   * A folder is opened: what was kept of it comes a little later, but for versions with records since.
   *
   * @param first what is to be there before
   */
  async enter(root: string, judges: string, first: Promise<unknown> = Promise.resolve()): Promise<void> {
    const file = new PageFile(this.#data, root, judges)
    this.#file = file
    this.#reading = true
    const take = (version: string, page: Page): boolean => {
      if (this.#file !== file || this.#doubted.has(version) || page.seq !== this.#journal.lastOf(version)) return false
      // What was put meanwhile is newer.
      return !this.#pages.has(version) && this.#hold(version, page)
    }
    await file.read(take, first)
    if (this.#file === file) this.#reading = false
  }

  /**
   * @param versions of the folder that is left: the pages worth keeping
   * @param judges what the verdicts hang on by now
   */
  async leave(versions: ReadonlySet<string>, judges: string): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const file = this.#file
    const known = !this.#reading
    this.#file = null
    const kept = new Map([...this.#pages].filter(([version]) => versions.has(version)))
    this.#pages.clear()
    this.#doubted.clear()
    this.#size = 0
    this.#full = false
    this.#reading = false
    const writable = this.#journal.storage.mode === 'ok'
    if (writable && known) await file?.close(kept, judges)
    else await file?.letGo(writable)
  }

  /** Something found no room: nothing more is to be read for it. */
  get full(): boolean {
    return this.#full
  }

  /** What was kept of the folder is on its way. */
  get reading(): boolean {
    return this.#reading
  }

  get(version: string): Page | undefined {
    return this.#pages.get(version)
  }

  /** What is kept of a version beside its page. */
  async rest(version: string): Promise<Rest> {
    return (await this.#file?.rest(version)) ?? NO_REST
  }

  /** Answers whether there was room for it. */
  put(version: string, page: Page, rest: Rest = NO_REST): boolean {
    const before = this.#pages.get(version)
    const kept = before !== undefined && sameLines(before, page)
    // One text is held once.
    const held = kept ? { ...page, text: before.text, places: before.places } : page
    if (!this.#hold(version, held)) return false
    this.#file?.add(version, held, rest, kept)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      if (this.#journal.storage.mode === 'ok') void this.#file?.flush()
      else this.#file?.give()
    }, WRITE_MS)
    return true
  }

  /** A version is to be judged anew: its verdicts and findings are not taken from here any more. */
  doubt(version: string): void {
    this.#doubted.add(version)
    const page = this.#pages.get(version)
    if (page) this.put(version, page)
  }

  #hold(version: string, page: Page): boolean {
    const before = this.#pages.get(version)
    const size = this.#size - (before ? sizeOf(before) : 0) + sizeOf(page)
    this.#full = size > this.#most
    if (this.#full) return false
    this.#size = size
    this.#pages.set(version, page)
    return true
  }
}

function sizeOf({ text, copy, cues, places }: Page): number {
  return text.length + (copy?.length ?? 0) + cues.length + places.length * 4
}

import { createReadStream } from 'node:fs'
import { appendFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { folderName } from '../desk/identity'
import { systemDisk } from '../journal/disk'
import { writeWhole } from '../journal/whole'
import type { Page } from './page'

/** Lines that are no longer true may be as many as the others, and these. */
const SPARE = 500

/**
 * The pages of a folder on disk, a line each, the last of a version counting: a cache, so that the next start has not to
 * judge every document again to look through it. Another engine's, or one under other rules, is thrown away.
 */
export class PageFile {
  readonly #path: string
  #judges: string
  #lines = 0
  #waiting: string[] = []
  #writing: Promise<void> = Promise.resolve()

  constructor(data: string, root: string, judges: string) {
    this.#path = join(data, 'folders', `${folderName(root)}.pages.jsonl`)
    this.#judges = judges
  }

  /** Reads what is there; each page is told as it is read. */
  async read(tell: (version: string, page: Page) => void): Promise<void> {
    if (!(await stat(this.#path).catch(() => null))) return
    let first = true
    try {
      for await (const line of createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity })) {
        if (first && line !== this.#head()) return
        if (!first) this.#take(line, tell)
        first = false
      }
    } catch {
      // What cannot be read is made again.
    }
  }

  add(version: string, page: Page): void {
    this.#waiting.push(JSON.stringify([version, page]))
  }

  /** Writes what was added. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#append()).catch(() => undefined)
    return this.#writing
  }

  /** At the end: writes the file anew where too many of its lines say nothing any more, or what verdicts hang on changed. */
  async close(pages: ReadonlyMap<string, Page>, judges: string): Promise<void> {
    await this.flush()
    if (judges === this.#judges && this.#lines <= pages.size * 2 + SPARE) return
    this.#judges = judges
    const lines = [this.#head(), ...[...pages].map((each) => JSON.stringify(each))]
    await writeWhole(systemDisk, this.#path, Buffer.from(`${lines.join('\n')}\n`)).catch(() => undefined)
  }

  #take(line: string, tell: (version: string, page: Page) => void): void {
    this.#lines++
    try {
      const [version, page] = JSON.parse(line) as [string, Page]
      tell(version, page)
    } catch {
      // The last line of a host that was killed.
    }
  }

  async #append(): Promise<void> {
    const lines = this.#waiting.splice(0)
    if (lines.length === 0) return
    const isNew = this.#lines === 0
    this.#lines += lines.length
    const text = `${lines.join('\n')}\n`
    await systemDisk.makeFolder(join(this.#path, '..'))
    if (isNew) await writeWhole(systemDisk, this.#path, Buffer.from(`${this.#head()}\n${text}`))
    else await appendFile(this.#path, text)
  }

  #head(): string {
    return JSON.stringify({ v: 4, engine: this.#judges })
  }
}

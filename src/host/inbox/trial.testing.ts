import { mkdtempSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FoundFile } from './found-file'
import { Inbox, type InboxOptions } from './inbox'

/** For tests: a temporary folder with an inbox on it, and a reader that reads what is ready. Faster than life. */
export class Trial {
  readonly root = join(mkdtempSync(join(tmpdir(), 'qingyang-inbox-')), '来稿')
  readonly inbox: Inbox
  /** what is listed: display path → file */
  readonly listed = new Map<string, FoundFile>()
  /** every content read, by display path */
  readonly contents = new Map<string, string[]>()
  /** codes of failed reads, by display path */
  readonly failures = new Map<string, string>()
  readonly gone: string[] = []
  readonly states: string[] = []
  readonly batches: number[] = []

  constructor(options: Partial<InboxOptions> = {}) {
    this.inbox = new Inbox({ root: this.root, every: 150, quiet: 80, debounce: 20, ...options })
    this.inbox.onState((state, mode) => this.states.push(`${state} ${mode}`))
    this.inbox.onChange(({ found, ready, gone }) => {
      this.batches.push(found.length, ready.length, gone.length)
      for (const file of found) this.listed.set(file.path, file)
      for (const file of gone) {
        this.listed.delete(file.path)
        this.gone.push(file.path)
      }
      for (const file of ready) void this.#read(file)
    })
  }

  get paths(): string[] {
    return [...this.listed.keys()].sort()
  }

  /** the last content read of a file; undefined while it is not read */
  content(path: string): string | undefined {
    return this.contents.get(path)?.at(-1)
  }

  at(path: string): string {
    return join(this.root, path)
  }

  async put(path: string, content: string | Uint8Array = `${path}的正文`): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true })
    await writeFile(this.at(path), content)
  }

  /** Written beside the folder and moved in whole. */
  async putAtOnce(path: string, content: string): Promise<void> {
    await writeFile(`${this.root}.arriving`, content)
    await rename(`${this.root}.arriving`, this.at(path))
  }

  async start(): Promise<this> {
    await mkdir(this.root, { recursive: true })
    await this.inbox.start()
    return this
  }

  async end(): Promise<void> {
    await this.inbox.close()
    await rm(dirname(this.root), { recursive: true, force: true })
  }

  async #read(file: FoundFile): Promise<void> {
    const result = await this.inbox.read(file)
    if ('failure' in result) this.failures.set(file.path, result.failure.code)
    if (!('bytes' in result)) return
    this.failures.delete(file.path)
    this.contents.set(file.path, [...(this.contents.get(file.path) ?? []), Buffer.from(result.bytes).toString()])
  }
}

/** Lets time pass in which something must not happen. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

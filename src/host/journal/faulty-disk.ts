import { basename, dirname } from 'node:path'
import type { Disk, DiskFile } from './disk'

/**
 * A disk in memory for tests: any operation can be made to fail, and a power cut forgets what was not synced (all of
 * it, or a part of it as `keep` says).
 */
export class FaultyDisk implements Disk {
  /** what a reader sees, and what the platter holds */
  #names = new Map<string, Content>()
  #lasting = new Map<string, Content>()
  /** operations that change something, so far */
  operations = 0
  /** asked before each of them; null lets it be. A 'write' may fail after `partial` bytes */
  fault: (operation: Operation, count: number) => { code: string; partial?: number } | null = () => null
  /** false: syncing does nothing, and says that it did (the control of the tests) */
  syncs = true

  /** Loses the power: names and bytes go back to what was synced; of un-synced bytes a part may have arrived. */
  cut(keep: (unsynced: number) => number = () => 0): void {
    this.#names = new Map(this.#lasting)
    for (const content of new Set(this.#names.values())) content.cut(keep)
  }

  contents(path: string): Buffer {
    return Buffer.from(this.#content(path).bytes)
  }

  put(path: string, bytes: Uint8Array): void {
    const content = Content.synced(bytes)
    this.#names.set(path, content)
    this.#lasting.set(path, content)
  }

  async open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<DiskFile> {
    if (flags === 'wx') {
      this.#strike('open')
      if (this.#names.has(path)) throw failure('EEXIST')
      this.#names.set(path, new Content())
    }
    return new FaultyFile(
      this.#content(path),
      (operation) => this.#strike(operation),
      () => this.syncs,
    )
  }

  async rename(from: string, to: string): Promise<void> {
    this.#strike('rename')
    this.#names.set(to, this.#content(from))
    this.#names.delete(from)
  }

  async remove(path: string): Promise<void> {
    this.#strike('remove')
    this.#names.delete(path)
  }

  async makeFolder(): Promise<void> {
    this.#strike('makeFolder')
  }

  async list(folder: string): Promise<string[]> {
    return [...this.#names.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path))
  }

  async syncFolder(folder: string): Promise<void> {
    this.#strike('syncFolder')
    if (!this.syncs) return
    for (const path of this.#lasting.keys())
      if (dirname(path) === folder && !this.#names.has(path)) this.#lasting.delete(path)
    for (const [path, content] of this.#names) if (dirname(path) === folder) this.#lasting.set(path, content)
  }

  async copy(from: string, to: string): Promise<void> {
    this.#strike('copy')
    const content = new Content()
    content.change({ position: 0, bytes: Buffer.from(this.#content(from).bytes) })
    this.#names.set(to, content)
  }

  #content(path: string): Content {
    const content = this.#names.get(path)
    if (!content) throw failure('ENOENT')
    return content
  }

  #strike(operation: Operation): number | undefined {
    const fault = this.fault(operation, ++this.operations)
    if (!fault) return undefined
    if (fault.partial !== undefined) return fault.partial
    throw failure(fault.code)
  }
}

export type Operation =
  'open' | 'rename' | 'remove' | 'makeFolder' | 'syncFolder' | 'copy' | 'write' | 'datasync' | 'truncate'

type Change = { readonly position: number; readonly bytes: Uint8Array } | { readonly size: number }

class Content {
  /** what a reader sees */
  bytes: Buffer = Buffer.alloc(0)
  /** what the platter holds */
  #synced: Buffer = Buffer.alloc(0)
  #unsynced: Change[] = []

  static synced(bytes: Uint8Array): Content {
    const content = new Content()
    content.bytes = Buffer.from(bytes)
    content.#synced = Buffer.from(bytes)
    return content
  }

  change(change: Change): void {
    this.bytes = changed(this.bytes, change)
    this.#unsynced.push(change)
  }

  sync(): void {
    for (const change of this.#unsynced) this.#synced = changed(this.#synced, change)
    this.#unsynced = []
  }

  /** As Linux does it: what could not be written counts as written, and is never tried again. */
  syncFailed(): void {
    this.#unsynced = []
  }

  cut(keep: (unsynced: number) => number): void {
    let left = keep(this.#unsynced.reduce((sum, one) => sum + ('bytes' in one ? one.bytes.length : 0), 0))
    for (const one of this.#unsynced) {
      if (left <= 0) break
      const arrived = 'bytes' in one ? { ...one, bytes: one.bytes.subarray(0, left) } : one
      this.#synced = changed(this.#synced, arrived)
      left -= 'bytes' in one ? one.bytes.length : 0
    }
    this.#unsynced = []
    this.bytes = Buffer.from(this.#synced)
  }
}

function changed(before: Buffer, change: Change): Buffer {
  if ('size' in change) return Buffer.from(before.subarray(0, change.size))
  const after = Buffer.alloc(Math.max(before.length, change.position + change.bytes.length))
  before.copy(after)
  after.set(change.bytes, change.position)
  return after
}

class FaultyFile implements DiskFile {
  readonly #content: Content
  readonly #strike: (operation: Operation) => number | undefined
  readonly #syncs: () => boolean

  constructor(content: Content, strike: (operation: Operation) => number | undefined, syncs: () => boolean) {
    this.#content = content
    this.#strike = strike
    this.#syncs = syncs
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    return this.#content.bytes.copy(into, 0, position)
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    const partial = this.#strike('write')
    this.#content.change({ position, bytes: bytes.slice(0, partial ?? bytes.length) })
    if (partial !== undefined) throw failure('ENOSPC')
  }

  async datasync(): Promise<void> {
    try {
      this.#strike('datasync')
    } catch (error) {
      this.#content.syncFailed()
      throw error
    }
    if (this.#syncs()) this.#content.sync()
  }

  async truncate(size: number): Promise<void> {
    this.#strike('truncate')
    this.#content.change({ size })
  }

  async size(): Promise<number> {
    return this.#content.bytes.length
  }

  async close(): Promise<void> {
    // nothing is held
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code })
}

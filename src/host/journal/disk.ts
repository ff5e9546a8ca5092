import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'

/**
 * The few file operations that what must not be lost rests on. One narrow door, so that tests can let any of them fail
 * or forget what was not synced.
 */
export interface Disk {
  /** 'r' reads, 'r+' writes into what is there, 'wx' makes a new file and fails with EEXIST where there is one */
  open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<DiskFile>
  rename(from: string, to: string): Promise<void>
  /** fine where there is none */
  remove(path: string): Promise<void>
  /** with its parents */
  makeFolder(path: string): Promise<void>
  /** names in a folder, [] where there is none */
  list(folder: string): Promise<string[]>
  /** makes renames, new names and removals in a folder last */
  syncFolder(path: string): Promise<void>
  /** a copy that shares its blocks where the file system can; not synced */
  copy(from: string, to: string): Promise<void>
}

export interface DiskFile {
  /** bytes read, 0 at the end */
  read(into: Uint8Array, position: number): Promise<number>
  /** all of the bytes, or it throws */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** the content and the size are on the disk when it answers */
  datasync(): Promise<void>
  truncate(size: number): Promise<void>
  size(): Promise<number>
  close(): Promise<void>
}

/** The system's own. */
export const systemDisk: Disk = {
  async open(path, flags) {
    return new SystemFile(await fs.open(path, flags))
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  async makeFolder(path) {
    await fs.mkdir(path, { recursive: true })
  },
  async list(folder) {
    try {
      return await fs.readdir(folder)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  },
  async syncFolder(path) {
    // Windows cannot open a folder for syncing; NTFS journals its names itself.
    if (process.platform === 'win32') return
    const folder = await fs.open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  },
  copy: (from, to) => fs.copyFile(from, to, constants.COPYFILE_FICLONE),
}

class SystemFile implements DiskFile {
  readonly #handle: fs.FileHandle

  constructor(handle: fs.FileHandle) {
    this.#handle = handle
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    return (await this.#handle.read(into, 0, into.length, position)).bytesRead
  }

  async write(bytes: Uint8Array, position: number): Promise<void> {
    let written = 0
    while (written < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, position + written)
      if (bytesWritten === 0) throw Object.assign(new Error('The disk took no bytes'), { code: 'EIO' })
      written += bytesWritten
    }
  }

  datasync(): Promise<void> {
    return this.#handle.datasync()
  }

  truncate(size: number): Promise<void> {
    return this.#handle.truncate(size)
  }

  async size(): Promise<number> {
    return (await this.#handle.stat()).size
  }

  close(): Promise<void> {
    return this.#handle.close()
  }
}

/** The system's code of a failure ('ENOSPC'), '' where it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { FailureError } from '../../contract/failure'
import { LARGEST } from '../../engine/source/decode'
import { systemDisk, type Disk } from '../journal/disk'
import { writeWhole } from '../journal/whole'

/**
 * The bytes of every version, kept once by their sha256 as `ab/cdef…`: what a review speaks of can be read again
 * whatever happens to the file it came from.
 */
export class Sources {
  readonly #folder: string
  readonly #disk: Disk
  /** on their way to the disk, by sha256 */
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(folder: string, disk: Disk = systemDisk) {
    this.#folder = folder
    this.#disk = disk
  }

  /** Keeps the bytes; answers whether they are kept (not above 20 MB). Throws what the file system throws. */
  async keep(sha256: string, bytes: Uint8Array): Promise<boolean> {
    if (bytes.length > LARGEST) return false
    let writing = this.#underWay.get(sha256)
    if (!writing) {
      writing = this.#write(sha256, bytes).finally(() => this.#underWay.delete(sha256))
      this.#underWay.set(sha256, writing)
    }
    await writing
    return true
  }

  async has(sha256: string): Promise<boolean> {
    // Of thousands before one decision: at once this takes a tenth of the time, and the folder is the app's own.
    try {
      return statSync(this.path(sha256), { throwIfNoEntry: false })?.isFile() ?? false
    } catch {
      return false
    }
  }

  /** The bytes, null where they are not kept. Throws 'source-damaged' where they are no longer what their name says. */
  async read(sha256: string): Promise<Uint8Array | null> {
    const bytes = await fs.readFile(this.path(sha256)).catch(() => null)
    if (bytes && sha256Of(bytes) !== sha256) {
      throw new FailureError(
        'source-damaged',
        `原文的副本已损坏\uFF08${sha256.slice(0, 12)}\uFF09`,
        `The kept copy of the original is damaged (${sha256.slice(0, 12)})`,
      )
    }
    return bytes
  }

  /** What an earlier app said beside the bytes (how they are read), null where nothing was. */
  async labelOf(sha256: string): Promise<unknown> {
    try {
      return JSON.parse(await fs.readFile(`${this.path(sha256)}.json`, 'utf8'))
    } catch {
      return null
    }
  }

  /** Where the bytes are kept, there or not. */
  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${JSON.stringify(sha256)} is not a sha256`)
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2))
  }

  /** Answers when nothing is being written any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay.values())
  }

  async #write(sha256: string, bytes: Uint8Array): Promise<void> {
    if (await this.has(sha256)) return
    await this.#disk.makeFolder(join(this.#folder, sha256.slice(0, 2)))
    await writeWhole(this.#disk, this.path(sha256), bytes)
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

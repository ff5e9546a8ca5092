import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { folderName } from '../desk/folder/identity'
import { errorCode, systemDisk, type Disk, type DiskFile } from '../journal/disk'
import { writeParts } from '../journal/whole'
import { Windows } from '../journal/windows'
import { framesOf, headFrame, pageFrame, type Frame, type Place } from './frames'
import type { Page } from './page'
import { NO_REST, packed, unpacked, type Rest } from './rest'
import { HELD_RESTS, Rests } from './rests'
import { PORTION, wholeFile } from './whole-file'

const VERSION = 6
/** Frames that are no longer true may be as many as the others, and these. */
const SPARE = 500
/** Pages told before others have their turn. */
const TOLD_AT_ONCE = 2_000

interface Waiting {
  readonly version: string
  readonly page: Page
  readonly rest: Uint8Array | null
  readonly kept: boolean
}

/**
 * The pages of a folder on disk, a frame each, the last of a version counting: a cache, so that the next start has not to
 * judge every document again to look through it. What is wanted of one version at a time (its rest) is read from there
 * when it is asked for. Another engine's, or one under other rules, is thrown away; so is that of an earlier format.
 */
export class PageFile {
  readonly #disk: Disk
  readonly #path: string
  readonly #judges: string
  readonly #held: number
  readonly #rests: Rests
  /** what was asked for last: to open a document it is asked for twice */
  #last: { readonly held: Place | Uint8Array; readonly rest: Promise<Rest> } | null = null
  #reader: DiskFile | null = null
  #writer: DiskFile | null = null
  readonly #windows = new Windows(() => this.#writer ?? this.#reader)
  /** bytes of the file that hold; what stands behind is written over */
  #end = 0
  #frames = 0
  #waiting: Waiting[] = []
  /** a write failed: what the file says of the pages since is not whole, and no more is written */
  #broken = false
  #turn: Promise<unknown> = Promise.resolve()

  /** @param held bytes of rests that may be kept at hand */
  constructor(data: string, root: string, judges: string, disk: Disk = systemDisk, held = HELD_RESTS) {
    this.#held = held
    this.#rests = new Rests(held)
    this.#disk = disk
    this.#path = join(data, 'folders', `${folderName(root)}.pages`)
    this.#judges = judges
  }

  /**
   * Reads what is there, and tells each version's last page once all is read.
   *
   * @param tell answers whether the page is taken
   * @param first what is waited for; nothing is written before the file is read
   */
  read(tell: (version: string, page: Page) => boolean, first: Promise<unknown> = Promise.resolve()): Promise<void> {
    return this.#inTurn(async () => {
      await first.catch(() => undefined)
      const last = await this.#read().catch(() => new Map<string, Frame>())
      let told = 0
      for (const { version, page, rest, bytes } of last.values()) {
        if (++told % TOLD_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
        if (tell(version, page) && rest && !this.#rests.has(version)) this.#rests.found(version, rest, bytes)
      }
    })
  }

  /** @param kept its lines are those that were added or told of the version last */
  add(version: string, page: Page, rest: Rest, kept: boolean): void {
    const bytes = packed(rest)
    if (bytes) this.#rests.set(version, bytes)
    else this.#rests.delete(version)
    this.#waiting.push({ version, page, rest: bytes, kept })
  }

  /** What is kept of a version beside its page; nothing where it cannot be read. */
  async rest(version: string): Promise<Rest> {
    for (;;) {
      const held = this.#rests.get(version)
      if (!held) return NO_REST
      if (this.#last?.held !== held) this.#last = { held, rest: this.#restAt(held).catch(() => NO_REST) }
      const read = await this.#last.rest
      // It may have been made anew meanwhile.
      if (this.#rests.get(version) === held) return read
    }
  }

  /** Writes what was added. */
  flush(): Promise<void> {
    return this.#inTurn(() => this.#append())
  }

  /** What was added cannot be written, and is let go. */
  give(): void {
    for (const { version, rest } of this.#waiting.splice(0)) this.#forget(version, rest)
    this.#broken = true
  }

  /**
   * At the end: says what verdicts hang on by now, and writes the file anew where too many of its frames say nothing any
   * more.
   *
   * @param pages those worth keeping
   */
  async close(pages: ReadonlyMap<string, Page>, judges: string): Promise<void> {
    await this.flush()
    await this.#inTurn(async () => {
      if (!this.#broken && this.#frames > pages.size * 2 + SPARE) await this.#anew(pages, judges)
      else if (!this.#broken && judges !== this.#judges) await this.#rejudged(judges)
    })
    await this.letGo(false)
  }

  /** Closes the file as it stands, with what waits or without. */
  async letGo(writable: boolean): Promise<void> {
    if (writable) await this.flush()
    await this.#inTurn(() => this.#closeFiles())
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work).catch(() => undefined)
    this.#turn = done
    return done
  }

  async #read(): Promise<ReadonlyMap<string, Frame>> {
    const last = new Map<string, Frame>()
    this.#reader = await this.#disk.open(this.#path, 'r')
    let judges: string | null = null
    let count = 0
    for await (const { heads, frames, end } of framesOf(this.#reader, this.#held)) {
      if (judges === null && heads[0]?.v !== VERSION) return new Map()
      judges = heads.at(-1)?.judges ?? judges
      for (const frame of frames) last.set(frame.version, frame)
      count += frames.length
      this.#end = end
    }
    if (judges !== this.#judges) {
      this.#end = 0
      return new Map()
    }
    this.#frames = count
    return last
  }

  async #append(): Promise<void> {
    if (this.#broken || this.#waiting.length === 0) return
    const waiting = this.#waiting.splice(0)
    try {
      const file = (this.#writer ??= await this.#open())
      for (let next = 0; next < waiting.length;) next = await this.#portion(file, waiting, next)
    } catch {
      this.#broken = true
      for (const { version, rest } of waiting) this.#forget(version, rest)
    }
  }

  /** Writes some of what waits, from one on; answers which is next. */
  async #portion(file: DiskFile, waiting: readonly Waiting[], from: number): Promise<number> {
    const frames: Buffer[] = []
    const places: (readonly [version: string, rest: Uint8Array, end: number])[] = []
    let end = this.#end
    let next = from
    for (; next < waiting.length && end - this.#end < PORTION; next++) {
      const each = waiting[next] as Waiting
      const frame = pageFrame(each.version, each.page, each.rest, each.kept)
      frames.push(frame)
      end += frame.length
      if (each.rest) places.push([each.version, each.rest, end])
    }
    await file.write(Buffer.concat(frames), this.#end)
    this.#end = end
    this.#frames += frames.length
    for (const [version, rest, frameEnd] of places) this.#rests.written(version, rest, frameEnd)
    return next
  }

  async #open(): Promise<DiskFile> {
    await this.#disk.makeFolder(dirname(this.#path))
    const file = await this.#disk.open(this.#path, 'r+').catch(async (error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error
      // 'wx' does not read.
      await (await this.#disk.open(this.#path, 'wx')).close()
      return this.#disk.open(this.#path, 'r+')
    })
    await file.truncate(this.#end)
    if (this.#end > 0) return file
    await this.#disk.remove(`${this.#path}.jsonl`).catch(() => undefined)
    const head = headFrame({ v: VERSION, judges: this.#judges })
    await file.write(head, 0)
    this.#end = head.length
    return file
  }

  async #rejudged(judges: string): Promise<void> {
    const file = (this.#writer ??= await this.#open())
    // What the verdicts hung on before may stand under it only once nothing of it does.
    await file.datasync()
    await file.write(headFrame({ v: VERSION, judges }), this.#end)
  }

  async #anew(pages: ReadonlyMap<string, Page>, judges: string): Promise<void> {
    const restOf = async (version: string): Promise<Uint8Array | null> => {
      const held = this.#rests.get(version)
      return held ? this.#bytesAt(held) : null
    }
    // Windows renames over no open file.
    await writeParts(this.#disk, this.#path, wholeFile({ v: VERSION, judges }, pages, restOf), () => this.#closeFiles())
  }

  async #closeFiles(): Promise<void> {
    const files = [this.#reader, this.#writer]
    this.#reader = this.#writer = null
    for (const file of files) await file?.close().catch(() => undefined)
  }

  async #restAt(held: Place | Uint8Array): Promise<Rest> {
    const bytes = await this.#bytesAt(held)
    return bytes ? unpacked(bytes) : NO_REST
  }

  async #bytesAt(held: Place | Uint8Array): Promise<Uint8Array | null> {
    if (held instanceof Uint8Array) return held
    const isWhole = (bytes: Uint8Array): boolean => crc32(bytes) === held.crc
    const bytes = await this.#windows.read(held.at, held.length, isWhole)
    return isWhole(bytes) ? bytes : null
  }

  #forget(version: string, rest: Uint8Array | null): void {
    if (rest && this.#rests.get(version) === rest) this.#rests.delete(version)
  }
}

import type { BigIntStats } from 'node:fs'
import { foundFile, keyOf, refusedFile, refusedKey, type FoundFile } from './found-file'

interface Known {
  file: FoundFile
  /** the scan that last saw it */
  scan: number
  /** when a scan first missed it (milliseconds of a monotonic clock); null while it is there */
  absentSince: number | null
  /** known from a folder that was replaced: its absence from the new one says nothing */
  held: boolean
  /** which scans look at it while it rests */
  readonly turn: number
  /** the later of its two times, milliseconds since the epoch */
  readonly changed: number
}

/** Scans in which every entry that rests is looked at once: with one every 10 s, in two minutes. */
export const ROUND = 12

/** What stands in the folder, scan by scan: tells what is new, what changed and what is gone. */
export class Roll {
  readonly #known = new Map<string, Known>()
  readonly #cap: number
  #scan = 0
  readonly #young: number
  #refusedFolders: string[] = []
  #seen = 0
  #turns = 0

  /**
   * @param cap bytes a file may have to be read
   * @param young milliseconds since its last change after which an entry rests
   */
  constructor(cap: number, young: number) {
    this.#cap = cap
    this.#young = young
  }

  get size(): number {
    return this.#known.size
  }

  /** entries the current scan saw so far */
  get seen(): number {
    return this.#seen
  }

  current(raw: string): FoundFile | null {
    return this.#known.get(raw)?.file ?? null
  }

  begin(): void {
    this.#scan++
    this.#seen = 0
    this.#refusedFolders = []
  }

  /** @returns the entry when it is new or changed, else null */
  see(raw: string, stats: BigIntStats): FoundFile | null {
    if (this.#isAsKnown(raw, keyOf(stats))) return null
    return this.#enter(foundFile(raw, stats, this.#cap), Number(max(stats.mtimeMs, stats.ctimeMs)))
  }

  /**
   * The current scan came to an entry's name. Answers whether that is enough: of one that rests, but for the scan whose
   * turn it is. One that is new, that changed of late, was missed, or could not be read is looked at every time.
   */
  rests(raw: string, now: number): boolean {
    const known = this.#known.get(raw)
    if (!known || known.held || known.absentSince !== null || known.file.failure) return false
    // A time in the future (the clock of another machine) is not late for ever.
    if (Math.abs(now - known.changed) < this.#young || known.turn === this.#scan % ROUND) return false
    this.#seen++
    known.scan = this.#scan
    return true
  }

  /** An entry the system tells nothing about, or a folder: what is known below it stays as it is. */
  refuse(raw: string, code: string, isFolder: boolean): FoundFile | null {
    if (isFolder) this.#refusedFolders.push(`${raw}/`)
    return this.#isAsKnown(raw, refusedKey(code)) ? null : this.#enter(refusedFile(raw, code, isFolder), 0)
  }

  /**
   * Ends a scan that saw the whole folder. An entry is gone when scans missed it over `patience` milliseconds: a file
   * written anew by way of a rename, or a folder that is being taken away, is not taken for a deletion.
   * @returns what is gone, and whether another scan is needed to tell
   */
  finish(now: number, patience: number): { gone: FoundFile[]; doubtful: boolean } {
    const gone: FoundFile[] = []
    let doubtful = false
    for (const [raw, known] of this.#known) {
      if (known.scan === this.#scan || known.held || this.#isBelowRefused(raw)) continue
      known.absentSince ??= now
      if (now - known.absentSince >= patience) {
        gone.push(known.file)
        this.#known.delete(raw)
      } else doubtful = true
    }
    return { gone, doubtful }
  }

  /** The folder itself is gone: nothing can be said of what it held. */
  forgetAbsences(): void {
    for (const known of this.#known.values()) known.absentSince = null
  }

  /** Another folder stands in the place of the known one: only what is seen again can be gone some day. */
  hold(): void {
    for (const known of this.#known.values()) known.held = true
  }

  #isAsKnown(raw: string, key: string): boolean {
    this.#seen++
    const known = this.#known.get(raw)
    if (known?.file.key !== key) return false
    known.scan = this.#scan
    known.absentSince = null
    known.held = false
    return true
  }

  #enter(file: FoundFile, changed: number): FoundFile {
    const turn = this.#known.get(file.raw)?.turn ?? this.#turns++ % ROUND
    this.#known.set(file.raw, { file, scan: this.#scan, absentSince: null, held: false, turn, changed })
    return file
  }

  #isBelowRefused(raw: string): boolean {
    return this.#refusedFolders.some((folder) => raw.startsWith(folder))
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

import type { BigIntStats } from 'node:fs'
import type { FileAccess, Place } from './access'
import type { FoundFile } from './found-file'
import type { Hints } from './hints'
import type { Roll } from './roll'
import { walk, type Visitor } from './walk'

export interface ScannerOptions {
  readonly access: FileAccess
  readonly place: (raw: string) => Place
  readonly parallel: number
  readonly ignored: ReadonlySet<string>
  /** milliseconds over which an entry must be missed */
  readonly quiet: number
  readonly stopped: () => boolean
}

export type ScanOutcome =
  | {
      readonly there: true
      readonly gone: readonly FoundFile[]
      /** something is missing, another scan will tell whether it is gone */
      readonly doubtful: boolean
    }
  /** the folder is not there, cannot be read, or an empty one stands in its place (a drive's empty mount point) */
  | { readonly there: false }

const AWAY: ScanOutcome = { there: false }

/**
 * Compares the folder with the roll, once a call. All names are read every time, so what comes and goes is found by the
 * next scan; each entry is looked at in a whole scan, else where it was hinted, or does not rest (see Roll), or where its
 * folder changed and nothing was hinted of it: a network drive, or a hint that was lost. So a change in place that nobody
 * hinted of, of a file long at rest, is found within a round of scans.
 */
export class Scanner {
  readonly #options: ScannerOptions
  readonly #roll: Roll
  readonly #hints: Hints
  /** the folder itself as last seen; null before */
  #folder: BigIntStats | null = null
  /** the folders below it, and itself, as last seen */
  #folders = new Map<string, BigIntStats>()
  #hinted = new Set<string>()
  #whole = true

  constructor(options: ScannerOptions, roll: Roll, hints: Hints) {
    this.#options = options
    this.#roll = roll
    this.#hints = hints
  }

  /** The next scan looks at an entry; null: at all of them. */
  look(raw: string | null): void {
    if (raw === null) this.#whole = true
    else this.#hinted.add(raw)
  }

  /** @param found told at once of what is new or changed */
  async scan(found: (file: FoundFile) => void): Promise<ScanOutcome> {
    const before = await this.#look()
    if (!before) return this.#away()
    const replaced = this.#folder !== null && !isSameFolder(this.#folder, before)
    if (replaced) this.#roll.hold()
    this.#roll.begin()
    this.#hints.begin()
    const isRead = await this.#walk(found)
    const after = await this.#look()
    if (!isRead || !after || !isSameFolder(before, after)) return this.#away()
    if (replaced && this.#roll.seen === 0) return this.#away()
    this.#folder = after
    if (this.#options.stopped()) return { there: true, gone: [], doubtful: false }
    this.#hints.prune()
    return { there: true, ...this.#roll.finish(performance.now(), this.#options.quiet) }
  }

  /** @returns whether the folder's own names could be read */
  async #walk(found: (file: FoundFile) => void): Promise<boolean> {
    let isRead = true
    const looks = this.#looks()
    const note = (file: FoundFile | null): void => {
      if (file) found(file)
    }
    const visitor: Visitor = {
      folder: (raw, stats) => {
        this.#hints.enter(raw, stats)
        return looks.folder(raw, stats)
      },
      passes: looks.passes,
      entry: (raw, stats) => {
        if (raw === '') isRead = false
        else note(this.#roll.see(raw, stats))
      },
      refused: (raw, code, isFolder) => {
        if (raw === '') isRead = false
        else note(this.#roll.refuse(raw, code, isFolder))
      },
    }
    await walk(this.#options, visitor)
    return isRead
  }

  /** Which entries this scan looks at. */
  #looks(): Pick<Visitor, 'folder' | 'passes'> {
    const [whole, hinted, before, now] = [this.#whole, this.#hinted, this.#folders, Date.now()]
    this.#whole = false
    this.#hinted = new Set()
    this.#folders = new Map()
    const hintedIn = new Set([...hinted].map((raw) => raw.slice(0, Math.max(0, raw.lastIndexOf('/')))))
    return {
      folder: (raw, stats) => {
        this.#folders.set(raw, stats)
        const known = before.get(raw)
        if (whole || known?.ino !== stats.ino || known.dev !== stats.dev) return true
        return known.mtimeNs !== stats.mtimeNs && !hintedIn.has(raw)
      },
      passes: (raw) => !hinted.has(raw) && this.#roll.rests(raw, now),
    }
  }

  #away(): ScanOutcome {
    this.#whole = true
    return AWAY
  }

  async #look(): Promise<BigIntStats | null> {
    try {
      const stats = await this.#options.access.stat(this.#options.place(''))
      return stats.isDirectory() ? stats : null
    } catch {
      return null
    }
  }
}

/**
 * Systems give the inode of a deleted folder to the next one, so the birth time counts too. Where it is not kept it
 * reads as the ctime, and says nothing.
 */
function isSameFolder(known: BigIntStats, now: BigIntStats): boolean {
  const isBirthKept = known.birthtimeNs !== known.ctimeNs
  return known.dev === now.dev && known.ino === now.ino && (!isBirthKept || known.birthtimeNs === now.birthtimeNs)
}

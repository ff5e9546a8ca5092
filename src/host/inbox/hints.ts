import type { BigIntStats, FSWatcher } from 'node:fs'
import { errorCode, type FileAccess, type Place } from './access'

interface Watched {
  readonly identity: string
  readonly watcher: FSWatcher
  round: number
}

export interface HintListener {
  /** @param raw of what changed; null where the system does not say */
  hint(raw: string | null): void
  /** there is no watch: everything depends on scans until `retry` */
  fail(): void
}

/** One of these ends the watch of one folder; everything else (EMFILE, ENOSPC, ENOSYS …) means that there is no watch. */
const OF_ONE_FOLDER = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EBUSY'])

/**
 * The system's hints that something changed. On macOS and Windows one recursive watch. Elsewhere a watch a folder, set
 * by the scan on its way: Node's own recursive watch on Linux is a watch a file, set synchronously (100,000 files: 1.4 s of
 * standstill, 200 MB, and more watches than many systems allow; a watch a folder: 11 ms for 200 folders).
 */
export class Hints {
  readonly #access: FileAccess
  readonly #place: (raw: string) => Place
  readonly #isWanted: boolean
  readonly #tell: HintListener
  readonly #watched = new Map<string, Watched>()
  readonly #recursive = process.platform === 'darwin' || process.platform === 'win32'
  #round = 0
  #failed = false

  /** @param isWanted false: never watches */
  constructor(access: FileAccess, place: (raw: string) => Place, isWanted: boolean, tell: HintListener) {
    this.#access = access
    this.#place = place
    this.#isWanted = isWanted
    this.#tell = tell
  }

  begin(): void {
    this.#round++
  }

  /** Watches a folder the scan comes to, unless it is watched. One deleted and made anew has to be watched anew. */
  enter(raw: string, stats: BigIntStats): void {
    if (!this.#isWanted || this.#failed || (this.#recursive && raw !== '')) return
    const identity = `${stats.dev}:${stats.ino}:${stats.birthtimeNs}`
    const known = this.#watched.get(raw)
    if (known?.identity === identity) {
      known.round = this.#round
      return
    }
    if (known) this.#drop(raw, known)
    try {
      const below = raw === '' ? '' : `${raw}/`
      const hint = (name: string | null): void => this.#tell.hint(name === null ? null : below + name)
      const watcher = this.#access.watch(this.#place(raw), this.#recursive, hint)
      const watched = { identity, watcher, round: this.#round }
      watcher.on('error', (error) => this.#refused(raw, watched, error))
      this.#watched.set(raw, watched)
    } catch (error) {
      this.#refused(raw, null, error)
    }
  }

  /** Ends the watches of folders that a whole scan did not come to. */
  prune(): void {
    for (const [raw, watched] of this.#watched) if (watched.round !== this.#round) this.#drop(raw, watched)
  }

  clear(): void {
    for (const [raw, watched] of this.#watched) this.#drop(raw, watched)
  }

  /** The next scan may set watches again. */
  retry(): void {
    this.#failed = false
  }

  #drop(raw: string, watched: Watched): void {
    watched.watcher.close()
    if (this.#watched.get(raw) === watched) this.#watched.delete(raw)
  }

  #refused(raw: string, watched: Watched | null, error: unknown): void {
    if (watched) this.#drop(raw, watched)
    if (OF_ONE_FOLDER.has(errorCode(error))) {
      if (watched) this.#tell.hint(null)
      return
    }
    if (this.#failed) return
    this.#failed = true
    this.clear()
    this.#tell.fail()
  }
}

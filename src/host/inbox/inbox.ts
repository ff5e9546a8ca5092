import { LARGEST } from '../../engine/source/decode'
import { relative, resolve, sep } from 'node:path'
import { disk, type FileAccess, type Place } from './access'
import { Deliveries, tell, type InboxChange } from './deliveries'
import { placesBelow, type FoundFile } from './found-file'
import { Hints } from './hints'
import { Pace } from './pace'
import { readFound, type ReadResult } from './read'
import { Roll } from './roll'
import { Scanner } from './scanner'
import { Settling } from './settling'

export type InboxState = 'scanning' | 'watching' | 'gone'
export type InboxMode = 'watch' | 'scan-only'

export interface InboxOptions {
  /** the folder; it may itself be a link */
  readonly root: string
  /** folders below it that are left out (the app's own data, exports): absolute, or from `root` */
  readonly ignore?: readonly string[]
  /** milliseconds between scans; 2,000 for a network drive */
  readonly every?: number
  /**
   * calls to the file system at once. Node has 4 threads for them: 2 on a network drive leave some to the journal while
   * the drive hangs
   */
  readonly parallel?: number
  /** milliseconds a file must rest before it is read */
  readonly quiet?: number
  /** milliseconds from a hint to the scan it asks for */
  readonly debounce?: number
  /** bytes a file may have to be read */
  readonly cap?: number
  /** milliseconds since its last change for which every scan looks at a file, hinted or not */
  readonly young?: number
  /** false: scans alone, as where the system gives no watch */
  readonly watch?: boolean
  readonly access?: FileAccess
}

type StateListener = (state: InboxState, mode: InboxMode) => void

const DEFAULTS = { every: 10_000, parallel: 16, quiet: 1_000, debounce: 200, cap: LARGEST, young: 600_000 }
/** Without a watch, and while the folder is gone, somebody still waits. */
const WITHOUT_HINTS = 2_000
/** A scan takes at most this share of the time, however large the folder is. */
const REST_AFTER_SCAN = 4
/** Timers may ring a little early. */
const A_MOMENT = 20

/**
 * A folder and what arrives in it. A scan of the whole folder is the truth; the system's watch only hints that one is
 * due. Reads only, never writes.
 *
 *     found  new or changed (same `raw`, another `key`): a row at once
 *     ready  quiet for a second: to be read. Told once a key, and again where a read came too early or failed
 *     gone   scans missed it for a second while the folder stood there
 *
 * The folder itself may go away or be replaced: state 'gone', nothing is taken for deleted, and it goes on by itself when
 * the folder is back, or when another in its place holds files.
 */
export class Inbox {
  readonly #options: Required<InboxOptions>
  readonly #place: (raw: string) => Place
  readonly #roll: Roll
  readonly #hints: Hints
  readonly #scanner: Scanner
  readonly #settling: Settling
  readonly #pace = new Pace()
  readonly #deliveries = new Deliveries()
  readonly #stateListeners = new Set<StateListener>()
  /** files whose read failed, to be tried again */
  readonly #failed = new Set<string>()
  #retriedAt = performance.now()
  #state: InboxState = 'scanning'
  #mode: InboxMode
  #running: Promise<void> | null = null

  constructor(options: InboxOptions) {
    this.#options = { ignore: [], watch: true, access: disk, ...DEFAULTS, ...options }
    const { root, access, debounce, quiet, cap, young, watch, ignore, parallel } = this.#options
    const place = placesBelow(root)
    this.#place = place
    this.#mode = watch ? 'watch' : 'scan-only'
    this.#roll = new Roll(cap, young)
    this.#settling = new Settling(quiet, (raws) => this.#settled(raws))
    this.#hints = new Hints(access, place, watch, {
      hint: (raw) => {
        this.#scanner.look(raw)
        this.#pace.ask(debounce)
      },
      fail: () => this.#enter(this.#state, 'scan-only'),
    })
    const ignored = new Set(ignore.map((path) => rawBelow(root, path)))
    const stopped = (): boolean => this.#pace.stopped
    this.#scanner = new Scanner({ access, place, parallel, ignored, quiet, stopped }, this.#roll, this.#hints)
  }

  get state(): InboxState {
    return this.#state
  }

  get mode(): InboxMode {
    return this.#mode
  }

  /** files and other entries listed now */
  get listed(): number {
    return this.#roll.size
  }

  /** Listen before `start`. Returns what ends it. At most 500 files a call in each list. */
  onChange(listener: (change: InboxChange) => void): () => void {
    return this.#deliveries.listen(listener)
  }

  onState(listener: StateListener): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Resolves after the first scan: everything that stands in the folder has been told (or the state is 'gone'). */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#running ??= this.#run(resolve)
      this.#running.catch(reject)
    })
  }

  /** Scans now, tries the watch again where it failed, and what could not be read. For the window's focus. */
  wake(): void {
    this.#retriedAt = -Infinity
    this.#scanner.look(null)
    if (this.#options.watch && this.#mode === 'scan-only') {
      this.#hints.retry()
      this.#enter(this.#state, 'watch')
    }
    this.#pace.ask(0)
  }

  /** Reads a file told as `ready`. A few at a time: each may hold 20 MB. */
  async read(file: FoundFile): Promise<ReadResult> {
    const result = await readFound(this.#options.access, this.#place(file.raw), file)
    if (this.#roll.current(file.raw) !== file) return result
    if ('bytes' in result) this.#failed.delete(file.raw)
    else if ('failure' in result) this.#failed.add(file.raw)
    else {
      this.#settling.again(file.raw)
      this.#scanner.look(file.raw)
      this.#pace.ask(this.#options.debounce)
    }
    return result
  }

  async close(): Promise<void> {
    this.#pace.stop()
    this.#settling.pause()
    await this.#running
    this.#hints.clear()
  }

  async #run(afterFirst: () => void): Promise<void> {
    do {
      const started = performance.now()
      await this.#scan()
      afterFirst()
      const took = performance.now() - started
      this.#pace.ask(Math.max(this.#period(), took * REST_AFTER_SCAN))
      // However many hints come, scans take at most half of the time.
      await this.#pace.next(took)
    } while (!this.#pace.stopped)
  }

  #period(): number {
    const { every } = this.#options
    return this.#state === 'gone' || this.#mode === 'scan-only' ? Math.min(every, WITHOUT_HINTS) : every
  }

  async #scan(): Promise<void> {
    const outcome = await this.#scanner.scan((file) => this.#found(file))
    this.#deliveries.flush()
    if (this.#pace.stopped) return
    if (!outcome.there) return this.#lose()
    for (const { raw } of outcome.gone) {
      this.#settling.drop(raw)
      this.#failed.delete(raw)
    }
    this.#deliveries.gone(outcome.gone)
    if (outcome.doubtful) this.#pace.ask(this.#options.quiet + A_MOMENT)
    this.#settling.resume()
    this.#enter('watching', this.#mode)
    this.#retry()
  }

  #found(file: FoundFile): void {
    if (this.#state === 'gone') this.#enter('scanning', this.#mode)
    this.#failed.delete(file.raw)
    if (file.failure) this.#settling.drop(file.raw)
    this.#deliveries.found(file, !file.failure && this.#settling.isQuiet(file))
  }

  #settled(raws: readonly string[]): void {
    this.#deliveries.ready(raws.map((raw) => this.#roll.current(raw)).filter((file) => file !== null))
  }

  #retry(): void {
    if (this.#failed.size === 0 || performance.now() - this.#retriedAt < this.#period()) return
    this.#retriedAt = performance.now()
    this.#settled([...this.#failed])
  }

  #lose(): void {
    this.#hints.clear()
    this.#roll.forgetAbsences()
    this.#settling.pause()
    this.#enter('gone', this.#mode)
  }

  #enter(state: InboxState, mode: InboxMode): void {
    if (state === this.#state && mode === this.#mode) return
    this.#state = state
    this.#mode = mode
    for (const listener of this.#stateListeners) tell(() => listener(state, mode))
  }
}

/** '' when the path is not below the folder (then it leaves nothing out). */
function rawBelow(root: string, path: string): string {
  const below = relative(resolve(root), resolve(root, path)).split(sep).join('/')
  return below.startsWith('..') ? '' : Buffer.from(below).toString('latin1')
}

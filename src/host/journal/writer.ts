import { FailureError } from '../../contract/failure'
import type { Entry, JournalRecord } from '../../review/operation'
import type { DiskFile } from './disk'
import { encodeLine, hashLine } from './line'
import { LONGEST_LINE, type Place } from './scan'
import type { Storage } from './storage'

/** Where the journal ends. */
export interface Tip {
  readonly seq: number
  readonly hash: string
  /** bytes: where the next line goes */
  readonly end: number
}

export interface Written {
  readonly record: JournalRecord
  readonly place: Place
}

/**
 * Puts records at the journal's end: one write and one fdatasync for all that wait, and only then are they told as
 * written. A failure refuses all of the group and closes the storage for good.
 */
export class Writer {
  readonly #file: DiskFile
  readonly #storage: Storage
  readonly #written: (written: Written) => void
  readonly #still: () => Promise<boolean>
  #tip: Tip
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  /**
   * `written` hears of every record, in order, before its append is answered.
   * `still` says before each write whether this process still owns the journal.
   */
  constructor(
    file: DiskFile,
    tip: Tip,
    storage: Storage,
    written: (written: Written) => void,
    still: () => Promise<boolean>,
  ) {
    this.#file = file
    this.#tip = tip
    this.#storage = storage
    this.#written = written
    this.#still = still
  }

  /** Of what is synced. */
  get tip(): Tip {
    return this.#tip
  }

  append(client: string, entries: readonly Entry[]): Promise<Written[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ client, entries, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Answers when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // What the same turn of the loop brings goes into the same group.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      await this.#write(group)
    }
    this.#running = null
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    const composed: Composed[] = []
    let tip = this.#tip
    for (const waiting of group) {
      try {
        const one = compose(tip, waiting)
        composed.push(one)
        tip = one.tip
      } catch (error) {
        waiting.reject(error)
      }
    }
    try {
      if (this.#storage.writable && !(await this.#still())) this.#storage.close('locked', LOST)
      if (!this.#storage.writable) throw this.#storage.refusal()
      await this.#file.write(Buffer.concat(composed.flatMap((one) => one.parts)), this.#tip.end)
      await this.#file.datasync()
    } catch (error) {
      this.#storage.failed(error)
      for (const { waiting } of composed) waiting.reject(this.#storage.refusal())
      return
    }
    this.#tip = tip
    for (const one of composed.flatMap(({ written }) => written)) this.#written(one)
    for (const { waiting, written } of composed) waiting.resolve(written)
  }
}

interface Waiting {
  readonly client: string
  readonly entries: readonly Entry[]
  readonly resolve: (written: Written[]) => void
  readonly reject: (error: unknown) => void
}

interface Composed {
  readonly waiting: Waiting
  readonly written: Written[]
  readonly parts: readonly Uint8Array[]
  /** behind it */
  readonly tip: Tip
}

function compose(from: Tip, waiting: Waiting): Composed {
  let { seq, hash, end } = from
  const parts: Uint8Array[] = []
  const written = waiting.entries.map(({ opId, document, version, op, by, ts }): Written => {
    const { client } = waiting
    const record = { v: 1, seq: seq + 1, client, opId, document, version, op, by, ts, prevHash: hash } as const
    const line = encodeLine(record)
    if (line.length > LONGEST_LINE) throw new FailureError('too-large', ...TOO_LARGE)
    const place = { start: end, end: end + line.length }
    parts.push(line, LINE_BREAK)
    seq++
    hash = hashLine(line)
    end = place.end + 1
    return { record, place }
  })
  return { waiting, written, parts, tip: { seq, hash, end } }
}

const LINE_BREAK = new Uint8Array([10])
const LOST =
  '另一个窗口接管了记录\uFF0C此处不再保存 / Another window has taken over the journal; nothing is saved here any more'
const TOO_LARGE = ['这一步操作太大\uFF0C无法保存', 'This operation is too large to be kept'] as const

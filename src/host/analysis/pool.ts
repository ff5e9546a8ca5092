import { availableParallelism } from 'node:os'
import type { ResourceLimits } from 'node:worker_threads'
import type { Failed } from '../../engine/analysis'
import { failed } from '../../engine/source/failure'
import { Analyst, type Order } from './analyst'
import type { Answer, AnyAnswer, AnyJob, Ask, JobKind } from './job'

export interface PoolOptions {
  /** the built worker: `new URL('../worker/index.js', import.meta.url)` in the entries of out/main, out/loopback, out/cli */
  readonly worker: URL
  /** workers for jobs in the background; one less than the machine has cores, at most 4, unless told */
  readonly size?: number
  /** milliseconds a job of so many bytes may take */
  readonly cap?: (bytes: number) => number
  readonly limits?: ResourceLimits
}

export interface JobOptions {
  /** somebody waits for it: goes before all jobs in the background */
  readonly interactive?: boolean
  /** gives the bytes away: no copy, and the caller's are empty afterwards. Only bytes that own their whole buffer */
  readonly transfer?: boolean
  /** takes the job back while it has not begun: its promise is rejected with the signal's reason */
  readonly signal?: AbortSignal
}

const LARGE = 5_000_000
const capOf = (bytes: number): number => (bytes > LARGE ? 10_000 : 5_000)
const LIMITS: ResourceLimits = { maxOldGenerationSizeMb: 1024 }
/** Workers that break down before they are ready, one after another, until the waiting jobs are given up. */
const FAILED_STARTS = 3

/**
 * Runs the engine in worker threads. A job that takes too long is answered with 'timeout' and its worker done away with; one that
 * breaks its worker (out of memory, a crash) with 'unreadable'; the others go on.
 *
 * When all workers are busy in the background and somebody waits, one more is started, for interactive jobs alone, and kept.
 */
export class AnalysisPool {
  readonly #options: Required<PoolOptions>
  readonly #analysts = new Set<Analyst>()
  readonly #interactive: Order[] = []
  readonly #background: Order[] = []
  #failedStarts = 0
  #closed = false

  constructor(options: PoolOptions) {
    const size = Math.max(1, Math.min(4, availableParallelism() - 1))
    this.#options = { size, cap: capOf, limits: LIMITS, ...options }
  }

  /** Has a worker ready before somebody waits for the first job: to load the engine takes a while. */
  warm(): void {
    if (!this.#closed && this.#analysts.size === 0) this.#start()
  }

  /** The documents of a file. */
  parts(ask: Ask<'parts'>, options: JobOptions = {}): Promise<Answer<'parts'> | Failed> {
    const bytes = owned(ask.bytes)
    return this.#order({ kind: 'parts', ask: { ...ask, bytes } }, bytes.length, transferOf(bytes, options), options)
  }

  /** The verdicts on one document, and what the checks tell of the untouched draft. */
  draft(ask: Ask<'draft'>, options: JobOptions = {}): Promise<Answer<'draft'> | Failed> {
    const bytes = owned(ask.part.bytes)
    const job = { kind: 'draft', ask: { ...ask, part: { ...ask.part, bytes } } } as const
    return this.#order(job, bytes.length, transferOf(bytes, options), options)
  }

  /** A document's source text alone. */
  text(ask: Ask<'text'>, options: JobOptions = {}): Promise<Answer<'text'> | Failed> {
    const bytes = owned(ask.part.bytes)
    const job = { kind: 'text', ask: { ...ask, part: { ...ask.part, bytes } } } as const
    return this.#order(job, bytes.length, transferOf(bytes, options), options)
  }

  /** What the checks tell of a draft as a review's entries leave it. */
  check(ask: Ask<'check'>, options: JobOptions = {}): Promise<Answer<'check'> | Failed> {
    return this.#order({ kind: 'check', ask }, Buffer.byteLength(ask.draft.text), [], options)
  }

  /** What two documents give differently for the same thing of one story. */
  across(ask: Ask<'across'>, options: JobOptions = {}): Promise<Answer<'across'> | Failed> {
    const bytes = Buffer.byteLength(ask.own.draft.text) + Buffer.byteLength(ask.other.draft.text)
    return this.#order({ kind: 'across', ask }, bytes, [], options)
  }

  /** Jobs not answered yet are rejected. */
  async close(): Promise<void> {
    this.#closed = true
    const closed = new Error('The analysis is closed.')
    for (const order of [...this.#interactive.splice(0), ...this.#background.splice(0)]) order.rejected(closed)
    await Promise.all([...this.#analysts].map((analyst) => analyst.dismiss(closed)))
    this.#analysts.clear()
  }

  #order<K extends JobKind>(
    job: AnyJob & { kind: K },
    bytes: number,
    transfer: readonly ArrayBuffer[],
    { interactive = false, signal }: JobOptions,
  ): Promise<Answer<K> | Failed> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new Error('The analysis is closed.'))
      if (signal?.aborted) return reject(signal.reason)
      const queue = interactive ? this.#interactive : this.#background
      const takeBack = (): void => {
        const at = queue.indexOf(order)
        if (at >= 0) queue.splice(at, 1)
        if (at >= 0) reject(signal?.reason)
      }
      const answered = (answer: AnyAnswer): void => {
        signal?.removeEventListener('abort', takeBack)
        resolve(answer as Answer<K> | Failed)
      }
      const cap = this.#options.cap(bytes)
      const order: Order = { job, cap, isInteractive: interactive, transfer, answered, rejected: reject }
      signal?.addEventListener('abort', takeBack)
      queue.push(order)
      this.#assign()
    })
  }

  #assign(): void {
    for (const analyst of this.#analysts) {
      if (!analyst.isFree) continue
      const order = this.#next()
      if (!order) return
      analyst.take(order)
    }
    this.#hire()
  }

  #next(): Order | undefined {
    const order = this.#interactive.shift()
    if (order) return order
    const busy = [...this.#analysts].filter((analyst) => analyst.order && !analyst.order.isInteractive).length
    return busy < this.#options.size ? this.#background.shift() : undefined
  }

  /** Starts what workers are needed for the jobs that wait. */
  #hire(): void {
    const starting = [...this.#analysts].filter((analyst) => analyst.isStarting).length
    const { size } = this.#options
    const ordinary = Math.min(size - this.#analysts.size, this.#interactive.length + this.#background.length - starting)
    const isOneMoreWanted = this.#analysts.size === size && starting === 0 && this.#interactive.length > 0
    const wanted = isOneMoreWanted ? 1 : ordinary
    for (let n = 0; n < wanted; n++) this.#start()
  }

  #start(): void {
    const analyst: Analyst = new Analyst(this.#options.worker, this.#options.limits, {
      free: () => {
        this.#failedStarts = 0
        this.#assign()
      },
      ended: (started, why) => this.#ended(analyst, started, why),
    })
    this.#analysts.add(analyst)
  }

  #ended(analyst: Analyst, started: boolean, why: string): void {
    this.#analysts.delete(analyst)
    if (this.#closed) return
    this.#failedStarts += started ? 0 : 1
    if (this.#failedStarts >= FAILED_STARTS) this.#giveUp(why)
    // A worker in place of the lost one is ready when the next job comes.
    if (started && this.#analysts.size < this.#options.size) this.#start()
    this.#assign()
  }

  #giveUp(why: string): void {
    this.#failedStarts = 0
    const answer = failed(
      'unreadable',
      `无法启动分析程序\uFF08${why}\uFF09。请重试`,
      `the analysis cannot be started (${why}): try again`,
    )
    for (const order of [...this.#interactive.splice(0), ...this.#background.splice(0)]) order.answered(answer)
  }
}

/** Posting a view of a larger buffer would copy the whole buffer. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const isWhole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return isWhole ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}

function transferOf(bytes: Uint8Array<ArrayBuffer>, { transfer = false }: JobOptions): readonly ArrayBuffer[] {
  return transfer ? [bytes.buffer] : []
}

import { Worker, type ResourceLimits } from 'node:worker_threads'
import type { Failed } from '../../engine/analysis'
import { failed } from '../../engine/source/failure'
import type { AnyAnswer, AnyJob, FromWorker, ToWorker } from './job'

/** A job on its way. */
export interface Order {
  readonly job: AnyJob
  /** milliseconds it may take */
  readonly cap: number
  readonly isInteractive: boolean
  /** the job's bytes are given away to the worker instead of copied */
  readonly transfer: readonly ArrayBuffer[]
  answered(answer: AnyAnswer): void
  /** it is not going to be answered */
  rejected(reason: unknown): void
}

/** Milliseconds a worker may take to load the engine, on a machine with much else to do. */
const START = 30_000

export interface AnalystListener {
  /** ready for another order */
  free(): void
  /** its worker is no more; what it was at has been answered. `started`: it had been ready once */
  ended(started: boolean, why: string): void
}

/** One worker: takes one order at a time, and is done away with when one takes too long. */
export class Analyst {
  readonly #worker: Worker
  readonly #listener: AnalystListener
  #order: Order | null = null
  #timer: NodeJS.Timeout | null = null
  #id = 0
  #started = false
  #ended = false
  #why = ''

  constructor(file: URL, limits: ResourceLimits, listener: AnalystListener) {
    this.#listener = listener
    this.#worker = new Worker(file, { resourceLimits: limits })
    this.#timer = setTimeout(() => this.#fail('not ready'), START)
    this.#worker.on('message', (message: FromWorker) => this.#receive(message))
    this.#worker.on('messageerror', (error) => this.#fail(error.message))
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error.message : String(error)))
    this.#worker.on('exit', () => this.#end())
  }

  get isStarting(): boolean {
    return !this.#started && !this.#ended
  }

  get isFree(): boolean {
    return this.#started && !this.#ended && this.#order === null
  }

  get order(): Order | null {
    return this.#order
  }

  take(order: Order): void {
    this.#order = order
    const message: ToWorker = { ...order.job, id: ++this.#id }
    try {
      this.#worker.postMessage(message, order.transfer)
    } catch (error) {
      this.#answer(broken(String(error)))
      return
    }
    // The answer may be waiting behind the alarm when this thread itself was held up: it is looked for once more.
    this.#timer = setTimeout(() => setImmediate(() => this.#overrun(order)), order.cap)
  }

  async dismiss(reason: unknown): Promise<void> {
    this.#stopTimer()
    this.#ended = true
    this.#order?.rejected(reason)
    await this.#worker.terminate()
  }

  #receive(message: FromWorker): void {
    if (this.#ended) return
    if ('ready' in message) {
      this.#started = true
      this.#stopTimer()
      this.#listener.free()
    } else if (message.id === this.#id) this.#answer(message.answer)
  }

  #answer(answer: AnyAnswer): void {
    this.#settle(answer)
    if (!this.#ended) this.#listener.free()
  }

  #settle(answer: AnyAnswer): void {
    this.#stopTimer()
    const order = this.#order
    this.#order = null
    order?.answered(answer)
  }

  #overrun(order: Order): void {
    if (this.#order !== order) return
    const seconds = order.cap / 1000
    const [zh, en] = [`分析超过 ${seconds} 秒\uFF0C已停止。可以重试`, `not analysed within ${seconds} s: try again`]
    this.#fail(`over ${seconds} s`, failed('timeout', zh, en))
  }

  #fail(why: string, answer: Failed = broken(why)): void {
    if (this.#ended) return
    this.#why = why
    void this.#worker.terminate()
    this.#end(answer)
  }

  #end(answer: Failed = broken('exit')): void {
    if (this.#ended) return
    this.#ended = true
    this.#settle(answer)
    this.#listener.ended(this.#started, this.#why)
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}

function broken(why: string): Failed {
  const zh = `分析这个文件时程序出错\uFF08${why}\uFF09\uFF0C其他文件不受影响。可以重试`
  return failed('unreadable', zh, `the analysis broke down on this file (${why}); others are not affected: try again`)
}

import { randomUUID } from 'node:crypto'
import { extname, isAbsolute, join } from 'node:path'
import type { ExportForm, ExportState, Row } from '../../contract/contract'
import { asFailure, FailureError } from '../../contract/failure'
import { fold } from '../../review/fold'
import { exportBag } from '../archive/export-bag'
import type { ApprovedDocument } from '../archive/request'
import type { Journal } from '../journal/journal'
import type { Sources } from '../sources/sources'
import type { Announcer } from './announcer'
import type { Documents } from './reviews/documents'
import type { Rows } from './folder/rows'

interface Services {
  readonly journal: Journal
  readonly sources: Sources
  readonly documents: Documents
  readonly rows: Rows
  readonly announcer: Announcer
  readonly now: () => number
}

interface Order {
  readonly form: ExportForm
  /** null for a dated one under `exports` */
  readonly destination: string | null
  readonly by: string
}

const PROGRESS_MS = 100

/** Exports of approved documents, one after the other is started; each tells how far it is. */
export class Exports {
  readonly #with: Services
  readonly #folder: string
  readonly #agent: string
  readonly #stop = new AbortController()
  readonly #running = new Set<Promise<void>>()

  /**
   * @param folder where exports go unless another place is chosen
   * @param agent name and version of the program
   */
  constructor(services: Services, folder: string, agent: string) {
    this.#with = services
    this.#folder = folder
    this.#agent = agent
  }

  /**
   * Starts one and answers its id.
   *
   * @param inbox the open folder, which is never written into
   * @throws FailureError 'bad-destination', 'export-running'
   */
  start(order: Order, inbox: string | null): string {
    if (order.destination !== null && !isAbsolute(order.destination)) {
      throw new FailureError('bad-destination', '导出位置要写完整的路径', 'The destination must be a full path')
    }
    if (this.#running.size > 0) {
      throw new FailureError('export-running', '上一次导出还没有结束', 'The export before has not ended yet')
    }
    const id = randomUUID()
    const running: Promise<void> = this.#run(id, order, inbox).finally(() => this.#running.delete(running))
    this.#running.add(running)
    return id
  }

  /** Stops what runs; it leaves nothing behind. */
  async close(): Promise<void> {
    this.#stop.abort()
    await Promise.allSettled(this.#running)
  }

  async #run(id: string, { form, destination, by }: Order, inbox: string | null): Promise<void> {
    const { rows, announcer, now } = this.#with
    const all = [...rows.all()]
    const approved = all.filter(({ status, version }) => status === 'approved' && version !== null)
    const left = leftOut(all)
    const beginning: ExportState = {
      id,
      phase: 'collect',
      done: 0,
      total: approved.length,
      path: null,
      documents: 0,
      written: 0,
      left,
      failure: null,
    }
    const progress = new Progress(beginning, (state) => announcer.tell({ kind: 'export', state }))
    const to = destination ?? join(this.#folder, `qingyang-${dated(new Date(now()))}${form === 'zip' ? '.zip' : ''}`)
    try {
      const result = await exportBag({
        form,
        destination: to,
        inbox: inbox === null ? null : { root: inbox, ignored: [this.#folder] },
        documents: this.#documents(approved),
        total: approved.length,
        left,
        by,
        now: new Date(now()),
        agent: this.#agent,
        onProgress: (done, total, phase) => progress.at({ done, total, phase }),
        signal: this.#stop.signal,
      })
      const refused = { ...left, failed: left.failed + result.refused.length }
      const { path, documents: whole, written } = result
      progress.end({ phase: 'done', path, documents: whole, written, left: refused })
    } catch (error) {
      progress.end({ phase: 'failed', failure: asFailure(carried(error)) })
    }
  }

  /** Approved versions, also those whose file is gone meanwhile: their bytes are kept. */
  async *#documents(approved: readonly Row[]): AsyncGenerator<ApprovedDocument> {
    const { journal, documents, sources } = this.#with
    for (const row of approved) {
      const version = row.version as string
      const records = await journal.ofVersion(version)
      const review = fold(await documents.draft(version, records), records)
      const bytes = await sources.read(version)
      if (!bytes)
        throw new FailureError(
          'source-missing',
          `${row.path} 的原文没有留存`,
          `The original of ${row.path} is not kept`,
        )
      yield { row, version, bytes, extension: extname(row.path), review }
    }
  }
}

/** Tells how an export comes on, not more often than every 100 ms, and how it ended. */
class Progress {
  #state: ExportState
  #toldAt = -Infinity
  readonly #tell: (state: ExportState) => void

  constructor(state: ExportState, tell: (state: ExportState) => void) {
    this.#state = state
    this.#tell = tell
    tell(state)
  }

  at(set: Pick<ExportState, 'done' | 'total' | 'phase'>): void {
    const turned = set.phase !== this.#state.phase
    this.#state = { ...this.#state, ...set }
    if (!turned && performance.now() - this.#toldAt < PROGRESS_MS) return
    this.#toldAt = performance.now()
    this.#tell(this.#state)
  }

  end(set: Partial<ExportState>): void {
    this.#state = { ...this.#state, ...set }
    this.#tell(this.#state)
  }
}

function leftOut(rows: readonly Row[]): ExportState['left'] {
  const left = { open: 0, rejected: 0, failed: 0, missing: 0 }
  for (const { status, missing } of rows) {
    if (status === 'approved') continue
    if (missing) left.missing++
    else if (status === 'failed') left.failed++
    else if (status === 'rejected') left.rejected++
    else left.open++
  }
  return left
}

/** A failure of the archive carries its sentences with it. */
function carried(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'failure' in error ? error.failure : error
}

/** In the machine's own time: 20261123-074521. */
function dated(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
}

import type { Row } from '../../../contract/contract'
import type { Bilingual } from '../../../engine/analysis'
import type { Entry, Operation } from '../../../review/operation'
import { idsOf } from '../queue/id-set'
import { newEntry } from '../proof/new-entry'
import { onePerContent, refusedDeed } from './refused-deed'

/** What is done to several articles at once. */
export type Deed =
  | { readonly kind: 'approve'; readonly confirming?: readonly string[] }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'reject'; readonly reason: string }

export interface Refused {
  readonly id: string
  readonly title: string
  readonly why: Bilingual
}

/** What a batch has of the desk. */
export interface BatchOffice {
  by(): string
  /** the article on the desk: what was typed is told, and the checks have seen it */
  settle(): Promise<void>
  /**
   * What approves an article as it stands, or why it is refused: what a single article gets. Removals by the cues
   * `confirming` are confirmed first; it is refused where anything else is asked.
   */
  approval(
    row: Row,
    confirming: readonly string[],
  ): Promise<{ readonly ops: readonly Operation[] } | { readonly why: Bilingual }>
  /** sends entries; answers those the journal has */
  send(entries: readonly Entry[]): Promise<readonly Entry[]>
}

/** Articles that are looked at before their operations are sent: small enough to be stopped and to be seen going on. */
const PORTION = 20

const NOT_TAKEN: Bilingual = {
  zh: '稿件或清样刚有变化\uFF0C请再看一眼',
  en: 'The article has just changed: look at it again',
}

/** One deed for the marked articles. Each is taken or refused by itself; those taken are taken back as one. */
export class Batch {
  readonly #office: BatchOffice
  #running = $state.raw(false)
  #deed = $state.raw<Deed | null>(null)
  #done = $state.raw(0)
  #total = $state.raw(0)
  #refused = $state.raw<readonly Refused[]>([])
  #made = $state.raw<readonly Entry[]>([])
  #stopped = false

  constructor(office: BatchOffice) {
    this.#office = office
  }

  get running(): boolean {
    return this.#running
  }

  /** what was done last; null before anything, and once it was put away or taken back */
  get deed(): Deed | null {
    return this.#deed
  }

  get done(): number {
    return this.#done
  }

  get total(): number {
    return this.#total
  }

  /** articles the last deed has */
  get made(): number {
    return documentsOf(this.#made).size
  }

  /** when the last deed was done, in milliseconds since the epoch; 0 where there is none to take back */
  get madeAt(): number {
    return this.#made.at(-1)?.ts ?? 0
  }

  /** articles the last deed was refused for, and why */
  get refused(): readonly Refused[] {
    return this.#refused
  }

  stop(): void {
    this.#stopped = true
  }

  /** Puts the result away; what was done can still be taken back. */
  dismiss(): void {
    this.#deed = null
    this.#refused = []
  }

  /** Does it to each article, a content that several rows have once. */
  async run(deed: Deed, marked: readonly Row[]): Promise<void> {
    if (this.#running) return
    const rows = onePerContent(marked)
    this.#begin(deed, rows.length)
    await this.#office.settle()
    for (let from = 0; from < rows.length && !this.#stopped; from += PORTION) {
      await this.#portion(deed, rows.slice(from, from + PORTION))
    }
    this.#running = false
  }

  /** Takes the last deed back, where it still holds. Answers for how many articles. */
  async undo(): Promise<number> {
    const made = this.#made
    this.#made = []
    this.dismiss()
    // An approval before what it was given for.
    const undone = made
      .toReversed()
      .map((entry) => this.#entry({ id: entry.document, version: entry.version }, { kind: 'undo', target: entry.opId }))
    return documentsOf(await this.#office.send(undone)).size
  }

  #begin(deed: Deed, total: number): void {
    this.#running = true
    this.#stopped = false
    this.#deed = deed
    this.#done = 0
    this.#total = total
    this.#refused = []
    this.#made = []
  }

  async #portion(deed: Deed, rows: readonly Row[]): Promise<void> {
    const made: { readonly entry: Entry; readonly row: Row }[] = []
    for (const row of rows) {
      if (this.#stopped) break
      const answer = await this.#operation(deed, row)
      if ('ops' in answer) made.push(...answer.ops.map((op) => ({ entry: this.#entry(row, op), row })))
      else this.#refuse(row, answer.why)
      this.#done++
    }
    const taken = await this.#office.send(made.map(({ entry }) => entry))
    const opIds = idsOf(taken.map(({ opId }) => opId))
    this.#made = [...this.#made, ...taken]
    const left = made.filter(({ entry }) => !opIds.has(entry.opId)).map(({ row }) => row)
    for (const row of onePerContent(left)) this.#refuse(row, NOT_TAKEN)
  }

  async #operation(
    deed: Deed,
    row: Row,
  ): Promise<{ readonly ops: readonly Operation[] } | { readonly why: Bilingual }> {
    const why = refusedDeed(row, deed.kind)
    if (why !== null) return { why }
    return deed.kind === 'approve' ? this.#office.approval(row, deed.confirming ?? []) : { ops: [deed] }
  }

  #refuse({ id, title }: Row, why: Bilingual): void {
    this.#refused = [...this.#refused, { id, title, why }]
  }

  #entry(row: Pick<Row, 'id' | 'version'>, op: Operation): Entry {
    return newEntry(row, op, this.#office.by(), undefined)
  }
}

function documentsOf(entries: readonly Entry[]): ReturnType<typeof idsOf> {
  return idsOf(entries.map(({ document }) => document))
}

import type { Answer, Argument, Reply, Row } from '../../../contract/contract'
import type { AlikeLine } from '../../../contract/texts'
import type { Span } from '../../../engine/analysis'
import type { Entry, Operation } from '../../../review/operation'
import { shapeOf } from '../../../review/shape'
import { newEntry } from '../proof/new-entry'
import { NO_PLACES, placeOf, placesOf, placesWith } from '../proof/places'

/** What is asked for: a line, and what becomes of it. */
export interface Wanted {
  readonly line: string
  readonly fate: 'removed' | 'text'
  /** of the document it stands in */
  readonly site: string | null
}

/** Lines that read the same, or those of the same shape as well. */
export type Scope = 'same' | 'shape'

/** What bulk work has of the desk. */
interface Office {
  ask(argument: Argument<'alike'>): Promise<Reply<Answer<'alike'>>>
  row(id: string): Row | undefined
  by(): string
  /** tells what was typed in the open document */
  flush(): void
  /** sends entries portion by portion, until it is told to stop. Answers those the journal has */
  send(entries: readonly Entry[], told: (done: number) => boolean): Promise<readonly Entry[]>
}

export type Phase = 'look' | 'preview' | 'run' | 'done'

/** One decision for all lines of the folder that read the same: looked at first, then made, and taken back as one. */
export class Bulk {
  readonly #office: Office
  #wanted = $state.raw<Wanted | null>(null)
  #phase = $state.raw<Phase>('look')
  #scope = $state.raw<Scope>('same')
  /** of the line wanted; null where it has none */
  #shape = $state.raw<string | null>(null)
  #found = $state.raw<readonly AlikeLine[]>([])
  #same = $derived(this.#found.filter(({ same }) => same))
  #unread = $state.raw(0)
  /** places that were un-ticked */
  #except = $state.raw(NO_PLACES)
  #done = $state.raw(0)
  #total = $state.raw(0)
  #stopped = false
  /** the decisions of the last one, for its undo */
  #made = $state.raw<readonly Entry[]>([])

  constructor(office: Office) {
    this.#office = office
  }

  get wanted(): Wanted | null {
    return this.#wanted
  }

  get phase(): Phase {
    return this.#phase
  }

  get lines(): readonly AlikeLine[] {
    return this.#scope === 'same' ? this.#same : this.#found
  }

  get scope(): Scope {
    return this.#scope
  }

  /** How many lines each scope has. */
  get counts(): Readonly<Record<Scope, number>> {
    return { same: this.#same.length, shape: this.#found.length }
  }

  /** What lines of the same shape have in common; null where there are none but the identical. */
  get shape(): string | null {
    return this.#found.length > this.#same.length ? this.#shape : null
  }

  choose(scope: Scope): void {
    this.#scope = scope
  }

  /** Documents whose lines are not known yet. */
  get unread(): number {
    return this.#unread
  }

  get chosen(): readonly AlikeLine[] {
    return this.lines.filter((line) => this.isChosen(line))
  }

  get done(): number {
    return this.#done
  }

  get total(): number {
    return this.#total
  }

  /** Whether there is a bulk decision to take back. */
  get undoable(): boolean {
    return this.#made.length > 0
  }

  /** when the last bulk decision was made, in milliseconds since the epoch; 0 where there is none to take back */
  get madeAt(): number {
    return this.#made.at(-1)?.ts ?? 0
  }

  /** Whether the last bulk decision made this operation. */
  made(opId: string | null): boolean {
    return this.#made.some((entry) => entry.opId === opId)
  }

  isChosen(line: AlikeLine): boolean {
    return !this.#except.has(placeOf(line))
  }

  async preview(wanted: Wanted): Promise<void> {
    this.#office.flush()
    this.#wanted = wanted
    this.#phase = 'look'
    this.#scope = 'same'
    this.#shape = shapeOf(wanted.line, wanted.site)
    this.#found = []
    this.#except = NO_PLACES
    for (let from: number | null = 0; from !== null;) {
      const reply = await this.#office.ask({ line: wanted.line, shape: this.#shape, fate: wanted.fate, from })
      if (this.#wanted !== wanted) return
      if (!reply.ok) break
      this.#found = [...this.#found, ...reply.value.lines]
      this.#unread = reply.value.unread
      from = reply.value.next
    }
    this.#phase = 'preview'
  }

  tick(line: AlikeLine, chosen: boolean): void {
    this.#except = placesWith(this.#except, placeOf(line), !chosen)
  }

  tickAll(chosen: boolean): void {
    this.#except = chosen ? NO_PLACES : placesOf(this.lines)
  }

  close(): void {
    this.#stopped = true
    this.#wanted = null
  }

  /** Makes the decision on what is chosen. Answers how many documents have it. */
  async run(): Promise<number> {
    const entries = this.#entries()
    this.#made = await this.#send(entries)
    this.#phase = 'done'
    return this.#made.length
  }

  /** Documents the last decision on many holds in. */
  get count(): number {
    return this.#made.length
  }

  /** Takes the last bulk decision back, where it still holds. Answers in how many documents. */
  async undo(): Promise<number> {
    const made = this.#made
    this.#made = []
    const taken = await this.#send(
      made.map((entry) => this.#entry(entry.document, entry.version, { kind: 'undo', target: entry.opId })),
    )
    return taken.length
  }

  async #send(entries: readonly Entry[]): Promise<readonly Entry[]> {
    this.#stopped = false
    this.#phase = 'run'
    this.#done = 0
    this.#total = entries.length
    return this.#office.send(entries, (done) => {
      this.#done = done
      return this.#stopped
    })
  }

  /** One operation a document and fate. */
  #entries(): Entry[] {
    return groupsOf(this.chosen).map((lines) => {
      const { id, version, to } = lines[0] as AlikeLine
      const spans = lines.map(({ start, end }): Span => [start, end])
      return this.#entry(id, version, { kind: 'decide', spans, fate: to })
    })
  }

  #entry(document: string, version: string, op: Operation): Entry {
    const row = this.#office.row(document)
    return { ...newEntry({ ...row, id: document } as Row, op, this.#office.by(), undefined), version }
  }
}

function groupsOf(lines: readonly AlikeLine[]): AlikeLine[][] {
  const groups: Record<string, AlikeLine[]> = {}
  for (const line of lines) (groups[`${line.version} ${line.to}`] ??= []).push(line)
  return Object.values(groups)
}

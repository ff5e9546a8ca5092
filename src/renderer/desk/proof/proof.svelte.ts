import type { Checks, Fate, Finding, Span } from '../../../engine/analysis'
import type { Opened } from '../../../contract/contract'
import { admit, approval } from '../../../review/approval'
import type { TextChange } from '../../../review/change'
import { confidentRemovals, flags } from '../../../review/flags'
import { fold } from '../../../review/fold'
import type { Entry, JournalRecord, Operation } from '../../../review/operation'
import type { Approval, Flag, Review } from '../../../review/review'
import { maySign, signing } from '../../../review/stages'
import { translate } from '../../../review/translate'
import { widening } from '../../../review/widening'
import { Cursor } from './cursor.svelte'
import { Findings } from './findings.svelte'
import { newEntry } from './new-entry'
import { until } from './until'
import { answering, lastDecision } from './answers'
import { Seat } from './seat'
import type { Editor, Office, Sight, Tab } from './seats'
import { Ledger } from './ledger'
import { silence } from './silencing'
import { sameFlags } from './same-flags'
import { Steps } from './steps'
import { NOWHERE_TO_WRITE, typedAs } from './typing'
import { blockOfId, grouped, placeOf, struckIds, wordsOf } from './stops'

/** The document on the desk: its draft, its operations, and what they make of it. */
export class Proof {
  readonly #office: Office
  readonly opened: Opened
  readonly #findings: Findings
  readonly #ledger = new Ledger()
  readonly #steps = new Steps()
  readonly #cursor = new Cursor((tab) => (tab === 'removed' ? struckIds(this.#review) : this.#open.map(({ id }) => id)))
  #entries = $state.raw<readonly Entry[]>([])
  readonly #seat = new Seat()
  #review = $derived.by(() => fold(this.opened.draft, this.#entries))
  #unanswered = $derived.by(() => this.#findings.of(this.#review))
  readonly #same = sameFlags()
  #flags = $derived.by(() => this.#same(flags(this.#review, this.#unanswered, this.#office.rules())))
  #open = $derived(grouped(this.#flags.filter(({ state }) => state === 'open')).flatMap((group) => group.flags))
  #editable = $derived(this.#review.status === 'open')
  #wide = $derived.by(() => widening(this.#review, this.#findings.width))
  #approval = $derived.by(() => {
    const may = approval(this.#review, this.#unanswered, this.#office.rules())
    return may.ok ? maySign(this.#review, this.#office.by(), this.#office.stages()) : may
  })

  constructor(office: Office, opened: Opened, waiting: readonly Entry[]) {
    this.#office = office
    this.opened = opened
    this.#findings = new Findings(opened, opened.findingsAt)
    this.#ledger.note(opened.records)
    this.#entries = this.#ledger.join(opened.records, waiting)
    if (this.editable) this.#cursor.settle()
  }

  get version(): string {
    return this.opened.row.version ?? ''
  }

  get review(): Review {
    return this.#review
  }

  get flags(): readonly Flag[] {
    return this.#flags
  }

  /** In the rail's order, which is the order the keys go in. */
  get openFlags(): readonly Flag[] {
    return this.#open
  }

  get approval(): Approval {
    return this.#approval
  }

  get tab(): Tab {
    return this.#cursor.tab
  }

  get current(): string | null {
    return this.#cursor.current
  }

  get editable(): boolean {
    return this.#editable
  }

  seat = (editor: Editor | null): void => this.#seat.take(editor)
  show = (tab: Tab): void => this.#cursor.show(tab)
  point = (id: string | null): void => this.#cursor.point(id)
  move = (step: 1 | -1): void => this.#cursor.move(step)

  /** A: remove the line; a figure: fix it, or edit there where no single fix is known. */
  accept(): void {
    const flag = this.#flags.find(({ id }) => id === this.current)
    const block = blockOfId(this.#review, this.current)
    if (flag?.kind === 'finding') this.#fix(flag.finding, flag.id)
    else if (block !== null) this.#cursor.thenMove(() => this.decide(block, 'removed'))
  }

  /** X: keep the line; a figure: it is right as it stands. */
  dismiss(): void {
    const flag = this.#flags.find(({ id }) => id === this.current)
    const block = blockOfId(this.#review, this.current)
    if (flag?.kind === 'finding') this.#cursor.thenMove(() => this.append({ kind: 'dismiss', finding: flag.id }))
    else if (block !== null) this.#cursor.thenMove(() => this.keep(block))
  }

  /** N: the figure's words are never asked about again, in any document. */
  neverAsk(): boolean {
    const flag = this.#flags.find(({ id }) => id === this.current)
    return this.editable && this.#cursor.thenMove(() => silence(flag, this.#office))
  }

  /** half-width marks between Han characters of the cleaned text, each with what it would become */
  get wide(): readonly TextChange[] {
    return this.#wide
  }

  /** W: takes the whole width offer, as one edit. Answers how many marks. */
  widen(): number {
    this.flush()
    const count = this.#wide.length
    const edit = this.editable ? translate(this.#review, this.#wide) : null
    return edit !== null && this.#record({ ...edit, why: 'width' }) !== null ? count : 0
  }

  /** Ctrl+Shift+A: one operation for all removals the engine is sure of. Answers how many. */
  acceptConfident(): number {
    const spans = confidentRemovals(this.#review)
    return spans.length > 0 && this.append({ kind: 'decide', spans, fate: 'removed' }) ? spans.length : 0
  }

  decide(block: number, fate: Fate): boolean {
    const judged = this.#review.blocks[block]?.block
    if (judged === undefined) return false
    return this.append({ kind: 'decide', spans: [[judged.start, judged.end] as Span], fate })
  }

  /** Puts a struck block back; confirms one that stands. */
  keep(block: number): boolean {
    const verdict = this.#review.blocks[block]?.block.fate ?? 'removed'
    return this.decide(block, verdict === 'removed' ? 'text' : verdict)
  }

  /** Enter: the caret goes to the flag's place in the cleaned text. */
  edit(): void {
    this.#seat.editAt(placeOf(this.#review, this.#flags, this.current) ?? 0)
  }

  /** What the block reads that the caret was set in last, or the keys speak of; null where there is none. */
  lineHere(caret: number | null = null): string | null {
    const block = caret ?? blockOfId(this.#review, this.current)
    return block === null ? null : wordsOf(this.#review, block)
  }

  get lastDecision(): Entry | null {
    return lastDecision(this.#review)
  }

  /** Shows a place in the panes. */
  sight = (place: Sight): void => this.#seat.sight(place)

  /** @param force even while an input method composes: the page goes away */
  flush = (force = false): void => this.#seat.flush(force)

  /** The last decision that still holds, taken back. Answers whether there was one. */
  undoLast(): boolean {
    this.flush()
    const last = this.lastDecision
    return last !== null && this.undo(last.opId)
  }

  undo = (opId: string): boolean => this.append({ kind: 'undo', target: opId })

  /** The editor's undo or redo, where it remembers nothing more. Answers whether there was an edit to step over. */
  step(way: 'back' | 'forth'): boolean {
    this.flush()
    return this.#steps[way](this.#review, (undo) => this.#record(undo))
  }

  /** Signs the next stage, or approves. Answers what was done; null where it is refused, with a note. */
  approve(): 'sign' | 'approve' | null {
    this.flush()
    const may = this.#approval
    const op = may.ok ? signing(this.#review, this.#office.stages()) : null
    if (op !== null) return this.append(op) ? op.kind : null
    if (!may.ok) this.#office.note(may.why)
    this.show('open')
    return null
  }

  /** Resolves once the checks have seen every operation made here, or after two seconds. */
  async checked(limit = 2000): Promise<void> {
    await until(() => this.#ledger.covers(this.#entries, this.#findings.at), limit)
  }

  reopen = (): boolean => this.append({ kind: 'reopen' }) && (this.show('open'), true)

  /**
   * What was typed in the clean pane since the last telling, as `Typing` has it. Answers false where it could not be
   * recorded: the pane then shows the fold again.
   */
  typed(changes: readonly TextChange[], text: string, stepsBack: boolean): boolean {
    if (!stepsBack) this.#steps.clear()
    const ops = typedAs({ changes, text, stepsBack }, this.#review, this.#entries, this.opened.draft)
    if (ops === null) this.#office.note(NOWHERE_TO_WRITE)
    return ops?.every((op) => this.#record(op) !== null) ?? false
  }

  waits = (something: boolean): void => this.#office.waits(something)

  takeRecords(records: readonly JournalRecord[]): void {
    const mine = records.filter((record) => record.version === this.version)
    this.#ledger.note(mine)
    if (mine.length > 0) this.#entries = this.#ledger.join(this.#entries, mine)
  }

  takeFindings(told: Checks, at: number): void {
    this.#findings.take(told, at, (seq) => this.#ledger.covers(this.#entries, seq))
    if (this.editable && this.tab === 'open') this.#cursor.settle()
  }

  /** The host will never take these: they never happened. */
  giveUp(opIds: readonly string[]): void {
    this.#entries = this.#entries.filter((entry) => !opIds.includes(entry.opId))
  }

  #fix(finding: Finding, id: string): void {
    this.flush()
    const edit = answering(this.#review, finding)
    if (edit === null) return this.edit()
    this.#cursor.thenMove(() => {
      const opId = this.#record(edit)
      if (opId !== null) this.#findings.fixed(id, opId)
      return opId !== null
    })
  }

  /** Answers false, with a note, where the review does not admit the operation. */
  append(op: Operation): boolean {
    this.flush()
    return this.#record(op) !== null
  }

  /** Answers the entry's id, or null where the review does not admit the operation. */
  #record(op: Operation): string | null {
    const may = admit(this.#review, op)
    if (!may.ok) {
      this.#office.note(may.why)
      return null
    }
    const entry = newEntry(this.opened.row, op, this.#office.by(), this.#entries.at(-1))
    this.#entries = [...this.#entries, entry]
    this.#office.send(entry)
    return entry.opId
  }
}

import { Annotation, ChangeSet, Transaction } from '@codemirror/state'
import type { EditorView, ViewUpdate } from '@codemirror/view'
import { textChange, type TextChange } from '../../review/change'

/** Marks a change the machine made: not the reviewer's, not in the editor's undo history. */
export const byMachine = Annotation.define<true>()

/** What is typed is told within this time, in milliseconds. */
const COALESCE = 80

/** What the telling needs of the proof. */
export interface Told {
  /** the fold's text */
  text(): string
  /** records a change of that text; false where it cannot be */
  typed(changes: readonly TextChange[], text: string, stepsBack: boolean): boolean
  /** whether something is typed that is not told yet: it is not saved either */
  waits(something: boolean): void
}

/**
 * Between the clean pane and the proof: tells what the reviewer typed, and brings what the fold made of it (or of a
 * decision) into the pane as small changes outside its undo history. While an input method composes neither happens,
 * so that no character of it is lost or doubled.
 */
export class Telling {
  readonly #view: EditorView
  readonly #proof: Told
  /** the fold's text that `#pending` starts from */
  #base: string
  #pending: ChangeSet | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(view: EditorView, proof: Told) {
    this.#view = view
    this.#proof = proof
    this.#base = proof.text()
  }

  get pending(): boolean {
    return this.#pending !== null
  }

  /** A place of the pane in the fold's text, which does not have yet what waits to be told. */
  inFold(offset: number): number {
    return this.#pending?.invertedDesc.mapPos(offset, -1) ?? offset
  }

  /** To be told of every update of the view. */
  heard(update: ViewUpdate): void {
    for (const transaction of update.transactions) {
      if (!byHand(transaction)) continue
      const stepsBack = transaction.isUserEvent('undo') || transaction.isUserEvent('redo')
      if (stepsBack) this.#tell(transaction.startState.doc.toString(), false)
      this.#pending = this.#pending === null ? transaction.changes : this.#pending.compose(transaction.changes)
      if (stepsBack) this.#tell(transaction.newDoc.toString(), true)
    }
    if (this.#pending === null) return
    this.#proof.waits(true)
    this.#timer ??= setTimeout(() => this.#due(), COALESCE)
  }

  /** Tells at once what was typed. Not while an input method composes, unless `force`: its letters are not text yet. */
  flush(force = false): void {
    if (this.#pending !== null && (force || !this.#composing())) this.#tell(this.#view.state.doc.toString(), false)
    this.settle()
  }

  /** Brings the pane to the fold, where nothing typed is waiting. */
  settle(): void {
    if (this.#pending !== null || this.#composing()) return
    const text = this.#proof.text()
    this.#base = text
    const held = this.#view.state.doc.toString()
    if (held === text) return
    this.#view.dispatch({
      changes: [...textChange(held, text)],
      annotations: [byMachine.of(true), Transaction.addToHistory.of(false)],
    })
  }

  close(): void {
    this.flush(true)
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #due(): void {
    this.#timer = null
    if (this.#composing()) this.#timer = setTimeout(() => this.#due(), COALESCE)
    else this.flush()
  }

  #composing(): boolean {
    return this.#view.composing || this.#view.compositionStarted
  }

  #tell(text: string, stepsBack: boolean): void {
    const pending = this.#pending
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#pending = null
    if (pending === null || pending.empty) return this.#proof.waits(false)
    const fold = this.#proof.text()
    if (fold === this.#base) {
      this.#proof.typed(changesOf(pending), text, stepsBack)
    } else {
      // Another window's records came in while this was typed: what was typed moves onto them.
      const theirs = ChangeSet.of([...textChange(this.#base, fold)], this.#base.length)
      const mine = pending.map(theirs)
      this.#proof.typed(changesOf(mine), '', false)
    }
    this.#base = this.#proof.text()
    this.#proof.waits(false)
  }
}

const byHand = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.annotation(byMachine) !== true

/** Whether the reviewer changed the text. */
export const isTyped = ({ transactions }: ViewUpdate): boolean => transactions.some(byHand)

function changesOf(set: ChangeSet): TextChange[] {
  const changes: TextChange[] = []
  set.iterChanges((from, to, _fromB, _toB, inserted) => changes.push({ from, to, insert: inserted.toString() }))
  return changes
}

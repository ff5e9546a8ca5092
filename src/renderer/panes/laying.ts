import type { EditorView } from '@codemirror/view'
import type { Language } from '../desk/settings/language.svelte'
import type { Aligner } from './aligner'
import { copyMarks } from './copy-marks'
import { applyFolds, pressedFold } from './folding'
import { Folds, type Side } from './folds'
import { applyMarks } from './marks'
import type { Reading } from './reading'
import { pairRows } from './rows'
import { type Marked, sourceMarks } from './source-marks'
import type { Telling } from './telling'

/** What the laying needs of the bench. */
interface Panes {
  readonly views: Readonly<Record<Side, EditorView>>
  readonly reading: Reading
  readonly telling: Telling
  readonly aligner: Aligner
  readonly language: Language
  /** what the views were opened with */
  readonly marked: Marked
}

/** Lays a review out in both panes: its marks, its folds, and the rows that stand side by side. */
export class Laying {
  readonly #panes: Panes
  readonly #folds: Folds
  /** what the panes were opened with; null once something was shown */
  #opened: Marked | null
  #shown: { readonly marked: Marked; readonly folded: boolean } | null = null
  /** how many lines the clean pane had when it was laid out last */
  #lines = 0

  constructor(panes: Panes) {
    this.#panes = panes
    this.#folds = new Folds(panes.reading)
    this.#opened = panes.marked
  }

  /** @param folded whether long runs of unchanged paragraphs are folded */
  show(marked: Marked, folded: boolean): void {
    const { views, reading, language } = this.#panes
    this.#shown = { marked, folded }
    const anew = this.#opened === null || !sameMarked(this.#opened, marked)
    const stands = this.#stands(marked)
    if (anew) applyMarks(views.source, sourceMarks(marked, reading, language))
    if (anew && stands) applyMarks(views.copy, copyMarks(marked, language))
    if (stands) this.#opened = null
    this.#lay()
  }

  /** Whether a review has the lines that are laid out: the same paragraphs stand side by side, in other words. */
  sameLines(marked: Marked, folded: boolean): boolean {
    const before = this.#shown?.marked.review
    return (
      before !== undefined &&
      this.#shown?.folded === folded &&
      before.copy.placed.length === marked.review.copy.placed.length &&
      this.#lines === this.#panes.views.copy.state.doc.lines
    )
  }

  /** Opens what hides something between two places, before anything is shown there. */
  open(side: Side, from: number, to = from): void {
    if (this.#folds.open(side, from, to)) this.#lay()
  }

  /** The caret was set there: what hides it is opened, though not while a view is being updated. */
  openSoon(side: Side, { head, empty }: { readonly head: number; readonly empty: boolean }): void {
    if (empty && this.#folds.folded.length > 0) queueMicrotask(() => this.open(side, head))
  }

  /** A fold's button opens it, and the caret goes to what it hid. Answers whether it was one. */
  pressed(side: Side, event: Event): boolean {
    const line = pressedFold(event)
    if (line === null) return false
    const view = this.#panes.views[side]
    this.open(side, line)
    view.dispatch({ selection: { anchor: line } })
    view.focus()
    return true
  }

  /** Whether the clean pane holds this review's text. */
  #stands({ review: { copy } }: Marked): boolean {
    const { views, telling } = this.#panes
    return views.copy.state.doc.length === copy.text.length && !telling.pending
  }

  #lay(): void {
    if (this.#shown === null || !this.#stands(this.#shown.marked)) return
    const { marked, folded } = this.#shown
    const { views, reading, aligner, language } = this.#panes
    const headed = marked.review.stories.filter(({ at, end }) => at < end).length > 1
    const rows = this.#folds.lay(pairRows(marked.review, reading, headed), marked, folded)
    for (const side of ['source', 'copy'] as const) {
      const lines = this.#folds.folded.map((row) => ({
        lines: row[side]!,
        label: language.t('pane.folded', { n: row.folded! }),
      }))
      applyFolds(views[side], lines)
    }
    this.#lines = views.copy.state.doc.lines
    aligner.setRows(rows)
  }
}

function sameMarked(a: Marked, b: Marked): boolean {
  return a.review === b.review && a.flags === b.flags && a.current === b.current
}

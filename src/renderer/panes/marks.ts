import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { sameSet } from './same-set'

/**
 * A field's decorations as the view draws them, told by a function: the height map then leaves them out. None of them
 * changes the number of lines, and a long document has thousands.
 */
export const drawnOnly = (field: StateField<DecorationSet>): Extension =>
  EditorView.decorations.of((view) => view.state.field(field))

const setMarks = StateEffect.define<DecorationSet>()
const setTwin = StateEffect.define<{ readonly from: number; readonly to: number } | null>()

/** What is marked in a pane. Between two tellings the marks move with what is typed. */
export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return effect.value
    return transaction.docChanged ? set.map(transaction.changes) : set
  },
  provide: drawnOnly,
})

const TWIN = Decoration.mark({ class: 'twin' })

/** The place that was clicked in the other pane. */
export const twin = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setTwin)) continue
      const { value } = effect
      return value === null || value.from >= value.to
        ? Decoration.none
        : Decoration.set(TWIN.range(value.from, value.to))
    }
    return transaction.docChanged ? Decoration.none : set
  },
  provide: drawnOnly,
})

/** Sets a pane's marks, unless they are what stands there. */
export function applyMarks(view: EditorView, set: DecorationSet): void {
  if (!sameSet(view.state.field(marks), set)) view.dispatch({ effects: setMarks.of(set) })
}

export function applyTwin(view: EditorView, span: { readonly from: number; readonly to: number } | null): void {
  view.dispatch({ effects: setTwin.of(span) })
}

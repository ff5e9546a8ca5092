import { StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { FOLD_HEIGHT } from './align'
import type { Lines } from './rows'
import { sameSet } from './same-set'

/** A folded run in one pane: a button that says how much it hides. */
class Fold extends WidgetType {
  readonly #label: string
  readonly #line: number

  /** @param line start of its first line, in this pane's text */
  constructor(label: string, line: number) {
    super()
    this.#label = label
    this.#line = line
  }

  override eq(other: Fold): boolean {
    return this.#label === other.#label && this.#line === other.#line
  }

  override toDOM(): HTMLElement {
    const fold = document.createElement('div')
    fold.className = 'fold'
    fold.style.height = `${FOLD_HEIGHT}px`
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset['fold'] = String(this.#line)
    button.ariaExpanded = 'false'
    button.textContent = this.#label
    fold.append(button)
    return fold
  }

  override get estimatedHeight(): number {
    return FOLD_HEIGHT
  }

  override ignoreEvent(): boolean {
    return true
  }
}

const setFolds = StateEffect.define<DecorationSet>()

/** The folds of one pane. One that a change touches is gone at once: its lines may be no whole lines any more. */
export const folds = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, { effects, docChanged, changes }) {
    for (const effect of effects) if (effect.is(setFolds)) return effect.value
    if (!docChanged || set.size === 0) return set
    const whole = (from: number, to: number): boolean => changes.touchesRange(from, to) === false
    return set.update({ filter: whole }).map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Sets a pane's folds, unless they are what stands there. */
export function applyFolds(
  view: EditorView,
  folded: readonly { readonly lines: Lines; readonly label: string }[],
): void {
  const { doc } = view.state
  const ranges = folded.map(({ lines: [first, last], label }): Range<Decoration> => {
    return Decoration.replace({ widget: new Fold(label, first), block: true }).range(first, doc.lineAt(last).to)
  })
  const next = Decoration.set(ranges)
  if (!sameSet(view.state.field(folds), next)) view.dispatch({ effects: setFolds.of(next) })
}

/** The start of the first line of the fold whose button was pressed; null where none was. */
export function pressedFold(event: Event): number | null {
  const button = (event.target as Element | null)?.closest<HTMLElement>('[data-fold]')
  return button == null ? null : Number(button.dataset['fold'])
}

import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { hitsIn, termsOf, type Hit } from '../../contract/words'
import type { Found, FindPane } from '../desk/proof/find.svelte'
import { drawnOnly } from './marks'

/** Hits of a pane that are marked and counted. */
const MOST = 5000

const setFound = StateEffect.define<DecorationSet>()
const FOUND = Decoration.mark({ class: 'found' })
const HERE = Decoration.mark({ class: 'found here' })

/** What is looked for, in one pane. */
export const found = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) if (effect.is(setFound)) return effect.value
    return transaction.docChanged ? set.map(transaction.changes) : set
  },
  provide: drawnOnly,
})

/** Looks for words in both panes, and shows the hits. */
export class Finder {
  readonly #views: Readonly<Record<FindPane, EditorView>>
  #found: Found = { source: [], copy: [] }

  constructor(source: EditorView, copy: EditorView) {
    this.#views = { source, copy }
  }

  look(words: string): Found {
    const terms = termsOf(words)
    const hits = (view: EditorView): Hit[] => hitsIn(view.state.doc.toString(), terms, MOST)
    this.#found =
      terms.length === 0 ? { source: [], copy: [] } : { source: hits(this.#views.source), copy: hits(this.#views.copy) }
    return this.#found
  }

  /** Where a hit begins, in its pane's text; null where there is none. */
  placeOf(pane: FindPane, at: number): number | null {
    return this.#found[pane][at]?.[0] ?? null
  }

  /** Marks all hits, and brings the one into sight. */
  show(pane: FindPane, at: number): void {
    for (const each of ['source', 'copy'] as const) {
      const view = this.#views[each]
      const { length } = view.state.doc
      const ranges = this.#found[each].flatMap(([start, end], index) =>
        end <= length ? [(each === pane && index === at ? HERE : FOUND).range(start, end)] : [],
      )
      if (ranges.length > 0 || view.state.field(found).size > 0)
        view.dispatch({ effects: setFound.of(Decoration.set(ranges)) })
    }
    const place = this.#found[pane][at]?.[0]
    if (place === undefined) return
    const effects = EditorView.scrollIntoView(place, { y: 'nearest', yMargin: 120 })
    this.#views[pane].dispatch({ effects })
  }
}

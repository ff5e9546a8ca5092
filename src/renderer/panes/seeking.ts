import { EditorView } from '@codemirror/view'

/** Brings a place of the original into sight: heights far away are estimates until they are drawn, so it is sought again until it is. */
export class Seeking {
  readonly #view: EditorView
  readonly #scroller: HTMLElement
  /** offset into the view's text that is to come into sight */
  #sought: number | null = null

  constructor(view: EditorView, scroller: HTMLElement) {
    this.#view = view
    this.#scroller = scroller
  }

  /** @param at null to seek nothing any more: the reader scrolls */
  to(at: number | null): void {
    this.#sought = at
    this.again()
  }

  /** Something was drawn, or has moved. */
  again(): void {
    const at = this.#sought
    if (at === null) return
    const box = this.#view.coordsAtPos(at)
    const frame = this.#scroller.getBoundingClientRect()
    if (box !== null && box.top > frame.top + 8 && box.bottom < frame.bottom - 8) this.#sought = null
    else this.#view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 120 }) })
  }
}

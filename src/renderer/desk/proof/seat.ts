import type { Editor, Sight } from './seats'

/** The clean pane's seat at the proof. Before it is taken, and after it is left, nothing is typed and nothing shown. */
export class Seat {
  #editor: Editor | null = null
  /** a place that is to be shown once the panes are there */
  #sought: Sight | null = null

  take(editor: Editor | null): void {
    this.#editor = editor
    if (editor !== null && this.#sought !== null) editor.sight(this.#sought)
    this.#sought = null
  }

  flush(force: boolean): void {
    this.#editor?.flush(force)
  }

  sight(place: Sight): void {
    if (this.#editor === null) this.#sought = place
    else this.#editor.sight(place)
  }

  editAt(offset: number): void {
    this.#editor?.editAt(offset)
  }
}

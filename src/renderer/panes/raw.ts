import { type Extension, EditorState } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Draft, Span } from '../../engine/analysis'
import type { Review } from '../../review/review'
import { applyMarks } from './marks'

/**
 * The original as its file has it, mark-up and all, with what each block reads marked. Offsets are the source's own: a
 * lone carriage return, which an editor takes for a line break, is shown as a blank.
 */
export class Raw {
  readonly #view: EditorView

  /** @param chosen a block (its index) was clicked */
  constructor(parent: HTMLElement, draft: Draft, label: string, common: Extension, chosen: (block: number) => void) {
    const attributes = { 'aria-label': label, role: 'textbox', 'aria-readonly': 'true', tabindex: '0' }
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        doc: draft.text.replaceAll('\r', ' '),
        extensions: [
          common,
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of(attributes),
          EditorView.domEventHandlers({
            click: (event, view) => {
              const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
              const block = at === null ? -1 : draft.blocks.findIndex(({ start, end }) => start <= at && at < end)
              if (block >= 0) chosen(block)
            },
          }),
        ],
      }),
    })
  }

  /** @param current what the keys speak of: a block's span, or the places of a figure, in the source */
  show(review: Review, current: readonly Span[]): void {
    applyMarks(this.#view, rawMarks(review, current))
  }

  /** @param at in the source */
  reveal(at: number): void {
    this.#view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 80 }) })
  }

  close(): void {
    this.#view.destroy()
  }
}

const NOW = Decoration.mark({ class: 'raw-now' })

/** What the blocks read, by what becomes of them; and in them the places the keys speak of. */
function rawMarks({ blocks }: Review, current: readonly Span[]): DecorationSet {
  const marks = blocks.flatMap(({ block, fate }) => {
    const mark = Decoration.mark({ class: `raw-${fate}` })
    return block.pieces.flatMap(([start, end]) => {
      if (start >= end) return []
      const here = current.map(([from, to]): Span => [Math.max(start, from), Math.min(end, to)])
      return [
        mark.range(start, end),
        ...here.filter(([from, to]) => from < to).map(([from, to]) => NOW.range(from, to)),
      ]
    })
  })
  return Decoration.set(marks, true)
}

/** Whether the file holds more than it reads: mark-up, or a scraper's fields. */
export function hasMarkup({ text, blocks }: Draft): boolean {
  let at = 0
  for (const { pieces } of blocks) {
    for (const [start, end] of pieces) {
      if (/\S/.test(text.slice(at, start))) return true
      at = Math.max(at, end)
    }
  }
  return /\S/.test(text.slice(at))
}

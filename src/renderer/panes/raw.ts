import { type Extension, EditorState, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Draft } from '../../engine/analysis'
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

  /** @param current index of the block the keys speak of, or null */
  show(review: Review, current: number | null): void {
    applyMarks(this.#view, rawMarks(review, current))
  }

  reveal({ draft }: Review, block: number): void {
    const at = draft.blocks[block]?.start
    if (at !== undefined) this.#view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 80 }) })
  }

  close(): void {
    this.#view.destroy()
  }
}

/** What the blocks read, by what becomes of them. */
function rawMarks({ blocks }: Review, current: number | null): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  blocks.forEach(({ block, fate }, index) => {
    const mark = Decoration.mark({ class: `raw-${fate}${index === current ? ' raw-now' : ''}` })
    for (const [start, end] of block.pieces) if (start < end) builder.add(start, end, mark)
  })
  return builder.finish()
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

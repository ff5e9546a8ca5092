import { StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Part, Spacer } from './align'
import { drawHead, type Head } from './head'
import { sameSet } from './same-set'

/** Tells what a story's head shows. */
export type HeadOf = (story: number) => Head

/** Empty room between lines, as one block: blank, hatched, or a story's head. */
class Room extends WidgetType {
  readonly #parts: readonly Part[]
  readonly #headOf: HeadOf
  readonly #signature: string

  constructor(parts: readonly Part[], headOf: HeadOf) {
    super()
    this.#parts = parts
    this.#headOf = headOf
    this.#signature = JSON.stringify(
      parts.map(({ kind, height, story }) => [kind, height.toFixed(1), story === undefined ? null : headOf(story)]),
    )
  }

  override eq(other: Room): boolean {
    return this.#signature === other.#signature
  }

  override toDOM(): HTMLElement {
    const room = document.createElement('div')
    room.className = 'room'
    for (const part of this.#parts) {
      const box = document.createElement('div')
      box.className = `room-${part.kind}`
      box.style.height = `${part.height}px`
      if (part.kind === 'head') {
        box.dataset['story'] = String(part.story ?? 0)
        drawHead(this.#headOf(part.story ?? 0), box)
      } else box.ariaHidden = 'true'
      room.append(box)
    }
    return room
  }

  override get estimatedHeight(): number {
    return this.#parts.reduce((sum, { height }) => sum + height, 0)
  }

  override ignoreEvent(): boolean {
    return true
  }
}

const setRooms = StateEffect.define<DecorationSet>()

/** The spacers of one pane. Block widgets must come from the state, not from a plugin. */
export const rooms = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    for (const effect of transaction.effects) if (effect.is(setRooms)) return effect.value
    return transaction.docChanged ? set.map(transaction.changes) : set
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Sets a pane's spacers, unless they are what stands there. */
export function applySpacers(view: EditorView, spacers: readonly Spacer[], headOf: HeadOf): void {
  const { doc } = view.state
  const ranges = spacers.map(({ line, before, parts }): Range<Decoration> => {
    const side = before ? -1 : 1
    const at = before ? 0 : doc.lineAt(Math.min(line, doc.length)).to
    return Decoration.widget({ widget: new Room(parts, headOf), side, block: true }).range(at)
  })
  const next = Decoration.set(ranges, true)
  if (!sameSet(view.state.field(rooms), next)) view.dispatch({ effects: setRooms.of(next) })
}

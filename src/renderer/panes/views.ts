import { history, historyKeymap, standardKeymap, undoDepth } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import { found } from './finder'
import { folds } from './folding'
import { marks, twin } from './marks'
import { rooms } from './spacing'

const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

/** Offsets must be the text's own: only `\n` parts lines. */
function common(first: DecorationSet): Extension[] {
  return [
    EditorState.lineSeparator.of('\n'),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce()),
    rooms,
    folds,
    marks.init(() => first),
    twin,
    found,
  ]
}

/** The same for an original as its file has it: no spacers, no places found. */
export function rawCommon(): Extension[] {
  return [EditorState.lineSeparator.of('\n'), EditorView.lineWrapping, EditorView.cspNonce.of(nonce()), marks]
}

export interface PaneText {
  readonly doc: string
  readonly label: string
  readonly lang: string
  /** what is marked from the beginning */
  readonly marked: DecorationSet
  readonly heard: (update: ViewUpdate) => void
}

/** The pane of the original: read, selected, clicked, never written in. */
export function sourceView(parent: HTMLElement, { doc, label, lang, marked, heard }: PaneText): EditorView {
  const attributes = { 'aria-label': label, lang, role: 'textbox', 'aria-readonly': 'true', tabindex: '0' }
  return new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        common(marked),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of(heard),
      ],
    }),
  })
}

/** What the cleaned text's pane leaves to whoever opened it. */
export interface Leaving {
  leave(): void
  /** undo where the pane remembers nothing more (the document was closed since), and its redo. False where nothing is left */
  step(way: 'back' | 'forth'): boolean
}

/** The pane of the cleaned text: a real editor, with its own undo. */
export class CopyView {
  readonly view: EditorView
  readonly #writable = new Compartment()

  constructor(parent: HTMLElement, { doc, label, lang, marked, heard }: PaneText, { leave, step }: Leaving) {
    const attributes = {
      'aria-label': label,
      lang,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      tabindex: '0',
    }
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc,
        extensions: [
          common(marked),
          history({ newGroupDelay: 400 }),
          keymap.of([
            { key: 'Escape', run: () => (leave(), true) },
            { key: 'Mod-z', run: ({ state }) => undoDepth(state) === 0 && step('back') },
            { key: 'Mod-y', mac: 'Mod-Shift-z', run: () => step('forth') },
            { linux: 'Ctrl-Shift-z', run: () => step('forth') },
            ...historyKeymap,
            ...standardKeymap,
          ]),
          EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
          EditorView.contentAttributes.of(attributes),
          EditorView.updateListener.of(heard),
          this.#writable.of([]),
        ],
      }),
    })
  }

  /** An approved or rejected cleanup is read, not written in. */
  setWritable(writable: boolean): void {
    const extension = writable ? [] : [EditorState.readOnly.of(true), EditorView.editable.of(false)]
    this.view.dispatch({ effects: this.#writable.reconfigure(extension) })
  }
}

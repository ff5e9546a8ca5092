/** The peers' page: the same two texts side by side as Monaco and @codemirror/merge show them. */
import { Change, diff, MergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import * as monaco from 'monaco-editor/editor/editor.api'
import MonacoWorker from 'monaco-editor/editor/editor.worker?worker'

self.MonacoEnvironment = { getWorker: () => new MonacoWorker() }

const place = document.getElementById('place')
const has = (selector) => document.querySelector(selector) !== null

/** Each line as one character, so that the package's own diff compares lines. */
function byLines(a, b) {
  const known = new Map()
  const letters = (text) =>
    text
      .split('\n')
      .map((line) => {
        if (!known.has(line)) known.set(line, String.fromCharCode(0x4e00 + known.size))
        return known.get(line)
      })
      .join('')
  const [from, to] = [letters(a), letters(b)]
  const [startsA, startsB] = [startsOf(a), startsOf(b)]
  return diff(from, to).map(
    (change) => new Change(startsA[change.fromA], startsA[change.toA], startsB[change.fromB], startsB[change.toB]),
  )
}

/** Where each line starts, and at last where the text ends. */
function startsOf(text) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  starts.push(text.length)
  return starts
}

const merge = {
  view: null,
  open(original, cleaned) {
    const common = [EditorView.lineWrapping, EditorState.lineSeparator.of('\n')]
    this.view = new MergeView({
      parent: place,
      a: { doc: original, extensions: [common, EditorState.readOnly.of(true)] },
      b: { doc: cleaned, extensions: common },
      diffConfig: { override: byLines },
    })
  },
  isOpen: () => has('.cm-merge-a .cm-changedLine') && has('.cm-merge-b .cm-mergeSpacer'),
  /** puts the caret behind a place of the cleaned text, and brings it into sight */
  caret(at) {
    const { b } = this.view
    b.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    b.focus()
  },
  text() {
    return this.view.b.state.doc.toString()
  },
  close() {
    this.view?.destroy()
    this.view = null
  },
}

const monacoDiff = {
  editor: null,
  models: [],
  open(original, cleaned) {
    this.models = [original, cleaned].map((text) => monaco.editor.createModel(text, 'plaintext'))
    this.editor = monaco.editor.createDiffEditor(place, {
      wordWrap: 'on',
      diffWordWrap: 'on',
      useInlineViewWhenSpaceIsLimited: false,
      fontFamily: "'Noto Serif CJK SC', serif",
      fontSize: 15,
      lineHeight: 26,
      unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
      minimap: { enabled: false },
    })
    this.editor.setModel({ original: this.models[0], modified: this.models[1] })
  },
  isOpen: () => has('.original .line-delete') && has('.modified .diagonal-fill'),
  caret(at) {
    const editor = this.editor.getModifiedEditor()
    const position = this.models[1].getPositionAt(at)
    editor.setPosition(position)
    editor.revealPositionInCenter(position)
    editor.focus()
  },
  text() {
    return this.models[1].getValue()
  },
  close() {
    this.editor?.dispose()
    this.models.forEach((model) => model.dispose())
    this.editor = null
    this.models = []
  },
}

const peers = { merge, monaco: monacoDiff }

window.peers = {
  /** milliseconds until it shows both texts, marked */
  async open(name, original, cleaned) {
    const start = await window.bench.somewhen()
    peers[name].open(original, cleaned)
    return window.bench.untilShown(start, () => peers[name].isOpen())
  },
  caret: (name, at) => peers[name].caret(at),
  text: (name) => peers[name].text(),
  close: (name) => peers[name].close(),
}

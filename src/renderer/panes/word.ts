import type { EditorView } from '@codemirror/view'

export function langOf(text: string): string {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'
}

/** The word at an offset: what shows a place without being lost in a line. */
export function wordAt(view: EditorView, at: number): { from: number; to: number } {
  const line = view.state.doc.lineAt(Math.min(at, view.state.doc.length))
  const segments = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(line.text)
  const word = segments.containing(at - line.from)
  if (word === undefined) return { from: at, to: Math.min(at + 1, line.to) }
  return { from: line.from + word.index, to: line.from + word.index + word.segment.length }
}

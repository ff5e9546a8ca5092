import type { Layout } from '../page'

/** One line of a Word document. */
export interface Paragraph {
  readonly text: string
  readonly layout: Layout
}

/** An element of mammoth's document tree; what is used of it is checked where it is used. */
interface Node {
  readonly type?: unknown
  readonly children?: unknown
  readonly value?: unknown
  readonly breakType?: unknown
  readonly styleName?: unknown
  readonly numbering?: unknown
}

const childrenOf = ({ children }: Node): readonly Node[] => (Array.isArray(children) ? (children as Node[]) : [])

/** A paragraph's text; a line break inside it is a line end. */
const textOf = (node: Node): string => {
  if (node.type === 'text') return typeof node.value === 'string' ? node.value : ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  return childrenOf(node).map(textOf).join('')
}

const layoutOf = ({ styleName, numbering }: Node): Layout => {
  const style = typeof styleName === 'string' ? styleName.toLowerCase() : ''
  if (/^(?:heading [1-9]|title|subtitle|标题)/.test(style)) return 'heading'
  if (/^(?:caption|题注)/.test(style)) return 'caption'
  if (/^(?:intense )?quote/.test(style)) return 'quote'
  return numbering ? 'list-item' : 'paragraph'
}

const linesOf = (node: Node): Paragraph[] =>
  textOf(node)
    .split(/\r\n?|[\n\v\f\u2028\u2029]/)
    .map((text) => ({ text, layout: layoutOf(node) }))

const rowOf = (row: Node): Paragraph => ({
  text: childrenOf(row)
    .map((cell) => childrenOf(cell).map(textOf).join(' ').replace(/\s+/g, ' ').trim())
    .join('\t'),
  layout: 'table-row',
})

/** A table with one cell a row only frames its text. */
const tableOf = (table: Node): Paragraph[] => {
  const rows = childrenOf(table)
  const isFrame = rows.every((row) => childrenOf(row).length < 2)
  return isFrame ? rows.flatMap(childrenOf).flatMap(paragraphsOf) : rows.map(rowOf)
}

/** The lines of a document as mammoth reads it, in order. */
export const paragraphsOf = (node: Node): Paragraph[] =>
  childrenOf(node).flatMap((child) =>
    child.type === 'paragraph' ? linesOf(child) : child.type === 'table' ? tableOf(child) : paragraphsOf(child),
  )

import type { Piece, Warning } from '../analysis'

export type { Part } from '../source/part'

/** How a block stands in its document, before anything is judged. */
export type Layout = 'line' | 'paragraph' | 'heading' | 'list-item' | 'table-row' | 'caption' | 'quote' | 'preformatted'

/** What mark-up tells of a block. Absent for plain text. */
export interface MarkUp {
  /** tag names from the outermost to the block's own element */
  readonly path: readonly string[]
  /** class and id words of the block's element and its ancestors, nearest first, lower case */
  readonly names: readonly string[]
  /** tag and class of the block's element: blocks of one signature are siblings in style */
  readonly signature: string
  /** share of the text's characters inside links, 0..1 */
  readonly linkDensity: number
  readonly links: number
  /** hidden by attribute or inline style */
  readonly hidden: boolean
  /** heading level 1..6, else 0 */
  readonly level: number
  readonly depth: number
}

/**
 * A document of more blocks than this is not read: an article has some hundred, a book ten thousand, and more could not be
 * judged and checked within the time and memory that a document has.
 */
export const MOST_BLOCKS = 100_000

/** A block before it is judged: one line of plain text, or one block element's own text. Ordered, never overlapping. */
export interface RawBlock {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
  /** what the pieces read, joined */
  readonly text: string
  readonly layout: Layout
  /** empty lines between this block and the one before (plain text), 0 for HTML */
  readonly blankBefore: number
  /** the line begins with an indent (U+3000, spaces) */
  readonly indented: boolean
  readonly markUp?: MarkUp
  /** the line below a picture in its own block element: <p><img><br>…</p> */
  readonly belowPicture?: true
}

/** What the page says of itself outside its text (meta tags, JSON-LD, a scraper's fields). */
export interface PageMeta {
  readonly title: string | null
  readonly site: string | null
  readonly agency: string | null
  readonly published: string | null
  readonly authors: readonly string[]
  readonly url: string | null
}

/** One document, decoded and cut into blocks. */
export interface Page {
  readonly name: string
  readonly format: 'text' | 'markdown' | 'html' | 'json' | 'docx'
  readonly encoding: string
  /** of the encoding, 0..1 */
  readonly confidence: number
  /** the source, see architecture.md "Source of each format" */
  readonly text: string
  readonly warnings: readonly Warning[]
  readonly blocks: readonly RawBlock[]
  readonly meta: PageMeta
  readonly origin?: { readonly pointer: string }
  readonly extractor?: string
}

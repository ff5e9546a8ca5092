import { MOST_BLOCKS, type MarkUp, type RawBlock } from '../page'
import { linesOf } from '../plain-text'
import type { Attributes } from './attributes'
import { HeadNotes } from './head-notes'
import { LeftOut } from './left-out'
import { OpenElements, type OpenElement } from './open-elements'
import { Table } from './tables'
import type { Tag } from './tag'
import { TextLine, type Collected } from './text-line'
import { Tokenizer, type Listener } from './tokenizer'

/** Walks a document's tokens once and collects its blocks. Holds its own elements: nothing is recursive. */
export class Walk implements Listener {
  readonly blocks: RawBlock[] = []
  readonly notes: HeadNotes
  readonly #line: TextLine
  readonly #leftOut: LeftOut
  readonly #open = new OpenElements((element) => this.#closed(element))
  readonly #tables: Table[] = []
  #inHead = false
  /** the block element of a picture that nothing was read behind, and of one that a line break follows */
  #picture: OpenElement | null = null
  #belowPicture: OpenElement | null = null
  isListening = true

  /** `isXml`: XHTML, where a tag may close itself and CDATA is text */
  constructor(
    readonly source: string,
    readonly isXml: boolean,
  ) {
    this.#line = new TextLine(source)
    this.#leftOut = new LeftOut(source)
    this.notes = new HeadNotes(source)
  }

  /** False where there are too many blocks. */
  run(): boolean {
    new Tokenizer(this.source, this.isXml, this).run()
    if (!this.isListening) return false
    this.#endLine()
    this.#open.closeAll()
    return this.isListening
  }

  get isForeign(): boolean {
    return this.#leftOut.name === 'svg' || this.#leftOut.name === 'math'
  }

  text(start: number, end: number) {
    const inside = this.#leftOut.name
    if (inside !== null) {
      this.notes.text(inside, start, end)
      return
    }
    // As in a browser, text ends the head.
    if (this.#inHead && /\S/.test(this.source.slice(start, end))) this.#inHead = false
    this.#line.within(this.#open.link, this.#open.innermost?.hidden ?? false)
    if (this.#open.block?.layout === 'preformatted') this.#preformatted(start, end)
    else this.#line.add(start, end)
  }

  entity(start: number, end: number, text: string) {
    if (this.#leftOut.name !== null) {
      this.notes.entity(this.#leftOut.name, text)
      return
    }
    this.#inHead = false
    this.#line.within(this.#open.link, this.#open.innermost?.hidden ?? false)
    this.#line.addAtom(start, end, text)
  }

  open(tag: Tag, at: number, attributes: Attributes) {
    const { name } = tag
    const isClosed = attributes.closeTag && (this.isXml || name === 'svg' || name === 'math' || this.isForeign)
    if (this.#inHead && !tag.isInHead && this.#leftOut.name === null) this.#inHead = false
    this.notes.tag(name, attributes, this.#leftOut.name)
    if (isClosed && this.#leftOut.name !== null) return
    if (!isClosed && this.#leftOut.open(tag, at)) return
    if (name === 'head') {
      this.#inHead = this.blocks.length === 0
      return
    }
    if (tag.isBlock || tag.isBreak) this.#endLine()
    if (name === 'img') this.#picture = this.#line.isEmpty ? this.#open.block : null
    else if (name === 'br') this.#belowPicture = this.#picture
    this.#open.closeBefore(tag)
    if (!tag.isVoid && !isClosed) this.#opened(tag, attributes)
  }

  close(tag: Tag) {
    if (tag.name === 'head') this.#inHead = false
    if (this.#leftOut.close(tag.name)) return
    if (tag.isBlock || tag.isBreak) this.#endLine()
    this.#open.close(tag)
  }

  #opened(tag: Tag, attributes: Attributes) {
    const { name } = tag
    const element = this.#open.open(tag, attributes)
    if (!element) return
    const table = this.#tables.at(-1)
    if (name === 'table') {
      if (table) table.holdsTable = true
      this.#tables.push(new Table(this.blocks.length))
    } else if (name === 'tr') table?.row(element)
    else if (name === 'td' || name === 'th') table?.cell(name)
  }

  #closed({ tag: { name } }: OpenElement) {
    if (name === 'td' || name === 'th') this.#tables.at(-1)?.endCell()
    else if (name === 'table') this.#tables.pop()?.finish(this.blocks)
  }

  #preformatted(start: number, end: number) {
    let first = true
    for (const line of linesOf(this.source.slice(start, end))) {
      if (!this.isListening) return
      if (!first) this.#endLine()
      first = false
      this.#line.addExact(start + line.start, start + line.end)
    }
  }

  #endLine() {
    const collected = this.#line.take()
    if (!collected) return
    this.#tables.at(-1)?.block(this.blocks.length)
    this.blocks.push(blockOf(collected, this.#open.block, this.#belowPicture))
    this.#picture = null
    this.#belowPicture = null
    if (this.blocks.length > MOST_BLOCKS) this.isListening = false
  }
}

const blockOf = (collected: Collected, element: OpenElement | null, belowPicture: OpenElement | null): RawBlock => {
  const { pieces, text, indented } = collected
  return {
    start: pieces[0]?.[0] ?? 0,
    end: pieces.at(-1)?.[1] ?? 0,
    pieces,
    text,
    layout: element?.layout ?? 'paragraph',
    blankBefore: 0,
    indented,
    markUp: markUpOf(collected, element),
    ...(belowPicture !== null && belowPicture === element ? { belowPicture: true } : {}),
  }
}

const NO_WORDS: readonly string[] = []

/** What mark-up tells of a block. Blocks of one style of which it tells the same share it. */
const markUpOf = ({ text, linked, links, hidden }: Collected, element: OpenElement | null): MarkUp => {
  const [level, depth] = [element?.tag.level ?? 0, element?.depth ?? 0]
  const linkDensity = Math.min(1, linked / text.length)
  const last = element?.style.last
  if (
    last?.linkDensity === linkDensity &&
    last.links === links &&
    last.hidden === hidden &&
    last.level === level &&
    last.depth === depth
  )
    return last
  const [path, names] = [element?.style.path ?? NO_WORDS, element?.style.names ?? NO_WORDS]
  const markUp = { path, names, signature: element?.style.signature ?? '', linkDensity, links, hidden, level, depth }
  if (element) element.style.last = markUp
  return markUp
}

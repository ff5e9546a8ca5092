import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { MOST_BLOCKS, type MarkUp, type RawBlock } from '../page'
import { linesOf } from '../plain-text'
import { BLOCK, BREAK, IN_HEAD, VOID } from './elements'
import { HeadNotes } from './head-notes'
import { LeftOut } from './left-out'
import { OpenElements, type OpenElement } from './open-elements'
import { Table } from './tables'
import { TextLine, type Collected } from './text-line'

/** The attributes that are read, and how much of each. */
const READ = new Set(
  'class id style hidden open href name property itemprop content charset http-equiv type rel datetime'.split(' '),
)
/** Their first letters and lengths, in one number: most others are told by these. */
const READ_BEGINNINGS: ReadonlySet<number> = new Set([...READ].map((name) => (name.charCodeAt(0) << 8) | name.length))
const LOWER = 0x20
const LONGEST_VALUE = 4000

const NONE: Record<string, string> = {}

/** Walks a document's tokens once and collects its blocks. Holds its own elements: nothing is recursive. */
export class Walk implements TokenizerCallbacks {
  readonly blocks: RawBlock[] = []
  readonly notes: HeadNotes
  readonly #tokenizer: Tokenizer
  readonly #line: TextLine
  readonly #leftOut: LeftOut
  readonly #open = new OpenElements((element) => this.#closed(element))
  readonly #tables: Table[] = []
  #inHead = false
  /** where the last token ended */
  #at = 0
  #tag = ''
  #tagAt = 0
  #attributes = NONE
  #attribute: string | null = null

  /** `isXml`: XHTML, where a tag may close itself and CDATA is text */
  constructor(
    readonly source: string,
    readonly isXml: boolean,
  ) {
    this.#tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: isXml }, this)
    this.#line = new TextLine(source)
    this.#leftOut = new LeftOut(source)
    this.notes = new HeadNotes(source)
  }

  /** False where there are too many blocks. */
  run(): boolean {
    this.#tokenizer.write(this.source)
    this.#tokenizer.end()
    return this.#tokenizer.running
  }

  ontext(start: number, end: number) {
    // The tokenizer gives an end tag cut off at the end of the file as text from a place before it (htmlparser2 12.0.0).
    if (start < this.#at) return
    this.#at = end
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

  ontextentity(codepoint: number, end: number) {
    const text = String.fromCodePoint(codepoint)
    if (this.#leftOut.name !== null) {
      this.notes.entity(this.#leftOut.name, text)
      return
    }
    this.#inHead = false
    this.#line.within(this.#open.link, this.#open.innermost?.hidden ?? false)
    this.#line.addAtom(this.source.lastIndexOf('&', end - 1), end, text)
  }

  onopentagname(start: number, end: number) {
    this.#tag = this.source.slice(start, Math.min(end, start + 100)).toLowerCase()
    this.#tagAt = start
    this.#attributes = NONE
    this.#attribute = null
  }

  onattribname(start: number, end: number) {
    const beginning = ((this.source.charCodeAt(start) | LOWER) << 8) | (end - start)
    const name = READ_BEGINNINGS.has(beginning) ? this.source.slice(start, end).toLowerCase() : ''
    this.#attribute = READ.has(name) && this.#attributes[name] === undefined ? name : null
    if (this.#attribute === null) return
    if (this.#attributes === NONE) this.#attributes = {}
    this.#attributes[this.#attribute] = ''
  }

  onattribdata(start: number, end: number) {
    this.#grow(this.source.slice(start, Math.min(end, start + LONGEST_VALUE)))
  }

  onattribentity(codepoint: number) {
    this.#grow(String.fromCodePoint(codepoint))
  }

  onattribend() {
    this.#attribute = null
  }

  onopentagend(end: number) {
    this.#at = end
    this.#start(this.#tag, false)
  }

  onselfclosingtag() {
    const isForeign = this.#tag === 'svg' || this.#tag === 'math' || this.isInForeignContext()
    this.#start(this.#tag, this.isXml || isForeign)
  }

  onclosetag(start: number, end: number) {
    this.#at = end
    const name = this.source.slice(start, Math.min(end, start + 100)).toLowerCase()
    if (name === 'head') this.#inHead = false
    if (this.#leftOut.close(name)) return
    if (BLOCK.has(name) || BREAK.has(name)) this.#endLine()
    this.#open.close(name)
  }

  oncdata(start: number, end: number, offset: number) {
    if (this.isXml) this.ontext(start, end - offset)
  }

  isInForeignContext(): boolean {
    return this.#leftOut.name === 'svg' || this.#leftOut.name === 'math'
  }

  oncomment() {}
  ondeclaration() {}
  onprocessinginstruction() {}

  onend() {
    this.#endLine()
    this.#open.closeAll()
  }

  #grow(value: string) {
    const name = this.#attribute
    if (name === null) return
    const before = this.#attributes[name] ?? ''
    if (before.length < LONGEST_VALUE) this.#attributes[name] = before + value
  }

  #start(name: string, isClosed: boolean) {
    if (name === '') return
    if (this.#inHead && !IN_HEAD.has(name) && this.#leftOut.name === null) this.#inHead = false
    this.notes.tag(name, this.#attributes, this.#leftOut.name)
    if (isClosed && this.#leftOut.name !== null) return
    if (!isClosed && this.#leftOut.open(name, this.#tagAt)) return
    if (name === 'head') {
      this.#inHead = this.blocks.length === 0
      return
    }
    if (BLOCK.has(name) || BREAK.has(name)) this.#endLine()
    this.#open.closeBefore(name)
    if (!VOID.has(name) && !isClosed) this.#opened(name)
  }

  #opened(name: string) {
    const element = this.#open.open(name, this.#attributes)
    if (!element) return
    const table = this.#tables.at(-1)
    if (name === 'table') {
      if (table) table.holdsTable = true
      this.#tables.push(new Table(this.blocks.length))
    } else if (name === 'tr') table?.row(element)
    else if (name === 'td' || name === 'th') table?.cell(name)
  }

  #closed({ name }: OpenElement) {
    if (name === 'td' || name === 'th') this.#tables.at(-1)?.endCell()
    else if (name === 'table') this.#tables.pop()?.finish(this.blocks)
  }

  #preformatted(start: number, end: number) {
    let first = true
    for (const line of linesOf(this.source.slice(start, end))) {
      if (!this.#tokenizer.running) return
      if (!first) this.#endLine()
      first = false
      this.#line.addExact(start + line.start, start + line.end)
    }
  }

  #endLine() {
    const collected = this.#line.take()
    if (!collected) return
    this.#tables.at(-1)?.block(this.blocks.length)
    this.blocks.push(blockOf(collected, this.#open.block))
    if (this.blocks.length > MOST_BLOCKS) this.#tokenizer.pause()
  }
}

const blockOf = (collected: Collected, element: OpenElement | null): RawBlock => {
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
  }
}

const NO_WORDS: readonly string[] = []

/** What mark-up tells of a block. Blocks of one style of which it tells the same share it. */
const markUpOf = ({ text, linked, links, hidden }: Collected, element: OpenElement | null): MarkUp => {
  const [level, depth] = [element?.level ?? 0, element?.depth ?? 0]
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

import { DecodingMode, HtmlEntityDecoder } from 'entities/decode'
import {
  AMP,
  BANG,
  DASH,
  endOfName,
  endsName,
  endTagAt,
  find,
  GT,
  isLetter,
  LOWER,
  LT,
  NEAR,
  QUESTION,
  SLASH,
} from './scanning'
import { Tag, type TagSink } from './tag'

/** What is told of a document's tokens, in order. Offsets into the source; `end` is behind the last character. */
export interface TokenSink extends TagSink {
  /** adjoining stretches may be told one by one */
  ontext(start: number, end: number): void
  /** a character reference in text; one that stands for two code units is told twice */
  ontextentity(unit: number, start: number, end: number): void
  onopentagname(start: number, end: number): void
  onclosetag(start: number, end: number): void
  oncdata(start: number, end: number): void
  /** inside SVG or MathML no element holds raw text */
  isInForeignContext(): boolean
}

/** Elements whose content is text up to their end tag. */
const RAW_TEXT: ReadonlySet<string> = new Set('iframe noembed noframes script style textarea title xmp'.split(' '))
/** Those of them in whose text references count. */
const WITH_REFERENCES: ReadonlySet<string> = new Set(['textarea', 'title'])
/** Everything behind it is text. */
const PLAIN_TEXT = 'plaintext'
const SPECIAL = [...RAW_TEXT, PLAIN_TEXT]
const BEGINS_SPECIAL: ReadonlySet<number> = new Set(SPECIAL.map((name) => name.charCodeAt(0)))
const LONGEST_SPECIAL = Math.max(...SPECIAL.map((name) => name.length))

/**
 * The tokens of an HTML document, in one pass: as the HTML standard's tokenizer reads them. A tag that the document's end
 * cuts off is none.
 */
export class Tokens {
  isStopped = false
  #at = 0
  /** where the stretch of text or value at hand begins, and the reference in it */
  #from = 0
  #reference = 0
  /** what comes next from where it was last looked for; Infinity where nothing does */
  #nextTag = -1
  #nextReference = -1
  #nextBangEnd = -1
  readonly #tag: Tag
  readonly #references = new HtmlEntityDecoder((unit, length) => this.#refer(unit, length))

  /** `closesItself`: a tag may close itself, as in XHTML */
  constructor(
    readonly source: string,
    readonly closesItself: boolean,
    readonly sink: TokenSink,
  ) {
    this.#tag = new Tag(source, sink)
  }

  run() {
    while (this.#at < this.source.length && !this.isStopped) this.#text()
  }

  /** Text up to the next tag, and that tag. */
  #text() {
    const { source } = this
    this.#from = this.#at
    for (let at = this.#mark(this.#at); ; at = this.#mark(at)) {
      if (at >= source.length) return this.#endText(source.length, source.length)
      if (source.charCodeAt(at) === AMP) {
        at = this.#readReference(at)
        continue
      }
      const next = source.charCodeAt(at + 1)
      if (isLetter(next)) return this.#startTag(this.#endText(at, at + 1))
      if (next === SLASH) return this.#endTag(at)
      if (next === BANG) return this.#declaration(this.#endText(at, at + 2))
      if (next === QUESTION) return this.#skipTag(this.#endText(at, at + 2))
      this.#endText(at, at)
      this.#from = at
      at += 1
    }
  }

  /** Tells of the text so far, and goes to `next`. */
  #endText(end: number, next: number): number {
    if (end > this.#from) this.sink.ontext(this.#from, end)
    this.#at = next
    return next
  }

  /** The next `<` or `&`. */
  #mark(from: number): number {
    const { source } = this
    const near = Math.min(from + NEAR, source.length)
    for (let at = from; at < near; at += 1) {
      const code = source.charCodeAt(at)
      if (code === LT || code === AMP) return at
    }
    if (near === source.length) return near
    if (this.#nextTag < near) this.#nextTag = find(source, '<', near)
    if (this.#nextReference < near) this.#nextReference = find(source, '&', near)
    return Math.min(this.#nextTag, this.#nextReference)
  }

  /** Goes behind the next `>`, at `from` or later; to the end where there is none. */
  #skipTag(from: number) {
    this.#at = Math.min(this.source.length, find(this.source, '>', from) + 1)
  }

  /** Reads a reference; answers where to go on. */
  #readReference(at: number): number {
    this.#reference = at
    this.#references.startEntity(DecodingMode.Legacy)
    const length = this.#references.write(this.source, at + 1)
    if (length === 0) return at + 1
    if (length > 0) return at + length
    this.#references.end()
    return this.source.length
  }

  #refer(unit: number, length: number) {
    const [from, start] = [this.#from, this.#reference]
    this.#from = start + length
    if (from < start) this.sink.ontext(from, start)
    this.sink.ontextentity(unit, start, this.#from)
  }

  /** `at` is that of the `<` of `</`. */
  #endTag(at: number) {
    const { source } = this
    const start = at + 2
    if (start >= source.length) return this.#endText(source.length, source.length)
    const code = source.charCodeAt(start)
    if (!isLetter(code)) return this.#skipTag(this.#endText(at, start))
    return this.#closeTag(start, this.#endText(at, endOfName(source, start)))
  }

  #closeTag(start: number, end: number) {
    this.#at = end
    if (end >= this.source.length) return
    this.sink.onclosetag(start, end)
    this.#skipTag(end)
  }

  /** A comment, a doctype, CDATA. `at` is behind `<!`. */
  #declaration(at: number) {
    const { source } = this
    if (source.startsWith('--', at)) return this.#comment(at + 2)
    if (!source.startsWith('[CDATA[', at)) return this.#skipTag(at)
    const end = find(source, ']]>', at + 7)
    if (end < source.length) this.sink.oncdata(at + 7, end)
    this.#at = Math.min(source.length, end + 3)
  }

  /** Ends with `-->` or `--!>`; empty and cut short with `>` or `->`. */
  #comment(at: number) {
    const { source } = this
    const dash = source.charCodeAt(at) === DASH ? at + 1 : at
    if (source.charCodeAt(dash) === GT) {
      this.#at = dash + 1
      return
    }
    const end = find(source, '-->', at)
    if (this.#nextBangEnd < at) this.#nextBangEnd = find(source, '--!>', at)
    this.#at = Math.min(source.length, end + 3, this.#nextBangEnd + 4)
  }

  #startTag(start: number) {
    const { source, sink } = this
    const end = endOfName(source, start)
    const special = this.#specialName(start, end)
    this.#at = end
    if (end >= source.length) {
      // Kept from the tokenizer before this one: what may be the name of an element with raw text is told as text.
      if (special !== '' && SPECIAL.some((name) => name.startsWith(special))) sink.ontext(start, end)
      return
    }
    sink.onopentagname(start, end)
    const isClosed = this.#tag.read(end) && this.closesItself
    this.#at = this.#tag.end
    if (isClosed || this.isStopped || this.#at >= source.length) return
    this.#from = this.#at
    if (special === PLAIN_TEXT) this.#endText(source.length, source.length)
    else if (RAW_TEXT.has(special)) this.#rawText(special)
  }

  /** A tag's name, lower case, where it may be of an element with raw text; else empty. */
  #specialName(start: number, end: number): string {
    const { source } = this
    if (end - start > LONGEST_SPECIAL || !BEGINS_SPECIAL.has(source.charCodeAt(start) | LOWER)) return ''
    return this.sink.isInForeignContext() ? '' : source.slice(start, end).toLowerCase()
  }

  /** Text up to the end tag of a name. */
  #rawText(name: string) {
    const { source } = this
    const hasReferences = WITH_REFERENCES.has(name)
    for (let at = this.#at; ;) {
      at = hasReferences ? this.#mark(at) : find(source, '<', at)
      if (at >= source.length) break
      if (source.charCodeAt(at) === AMP) {
        at = this.#readReference(at)
        continue
      }
      const { end, isWhole } = endTagAt(source, at, name)
      if (isWhole && end < source.length && endsName(source.charCodeAt(end))) {
        this.#endText(at, at)
        this.#closeTag(at + 2, end)
        return
      }
      // What stops an end tag is not looked at again, unless it may begin another.
      at = isWhole || source.charCodeAt(end) === LT ? end : end + 1
    }
    this.#endText(source.length, source.length)
  }
}

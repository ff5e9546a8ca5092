import { DecodingMode, HtmlEntityDecoder } from 'entities/decode'
import { Attributes, isBlank } from './attributes'
import { grown, tagAt, type Tag } from './tag'

/** Is told a document's tokens in order. Offsets are into the source. */
export interface Listener {
  /** false once no more is wanted */
  readonly isListening: boolean
  /** within a drawing or a formula: there no element's content is read as text */
  readonly isForeign: boolean
  text(start: number, end: number): void
  /** A character reference; of two characters it is told twice. */
  entity(start: number, end: number, text: string): void
  /** A start tag, whose name begins at `at`. Its attributes stand until the next one. */
  open(tag: Tag, at: number, attributes: Attributes): void
  close(tag: Tag): void
}

const [LT, GT, AMP, SLASH, BANG, QUESTION] = [0x3c, 0x3e, 0x26, 0x2f, 0x21, 0x3f]
const LOWER = 0x20

const endsName = (unit: number) => unit <= GT && (unit === GT || unit === SLASH || isBlank(unit))
const isLetter = (unit: number) => (unit | LOWER) >= 0x61 && (unit | LOWER) <= 0x7a

/**
 * Cuts a source into text, character references and tags, as the HTML standard has it. A tag, a comment or a declaration
 * that the end of the source cuts off is nothing. In XHTML (`isXml`) CDATA is text and a tag may close itself.
 */
export class Tokenizer {
  /** what is read next, and where the text begins that has not been told yet */
  #at = 0
  #from = 0
  #reference = 0
  readonly #attributes: Attributes
  readonly #decoder = new HtmlEntityDecoder((code, length) => this.#refer(code, length))

  constructor(
    readonly source: string,
    readonly isXml: boolean,
    readonly listener: Listener,
  ) {
    this.#attributes = new Attributes(source)
  }

  run(): void {
    const { source, listener } = this
    while (listener.isListening && this.#at < source.length) {
      const at = this.#textEnd()
      if (at === source.length) this.#at = at
      else if (source.charCodeAt(at) === AMP) this.#decode(at)
      else this.#markUp(at)
    }
    this.#tell(source.length)
  }

  #textEnd(): number {
    const { source } = this
    let at = this.#at
    for (; at < source.length; at++) {
      const unit = source.charCodeAt(at)
      if (unit === LT || unit === AMP) break
    }
    return at
  }

  /** Tells the text up to `end`. */
  #tell(end: number): void {
    if (this.#from < end && this.listener.isListening) this.listener.text(this.#from, end)
    this.#from = end
  }

  #goOn(at: number): void {
    this.#at = this.#from = at
  }

  /** Goes on behind the next of `mark`, or at the end. */
  #skipPast(mark: string, from: number): void {
    const at = this.source.indexOf(mark, from)
    this.#goOn(at < 0 ? this.source.length : at + mark.length)
  }

  /** What a `<` at `at` begins. */
  #markUp(at: number): void {
    const { source } = this
    this.#tell(at)
    const next = source.charCodeAt(at + 1)
    if (isLetter(next)) this.#startTag(at + 1)
    else if (next === BANG) this.#declaration(at + 2)
    else if (next === QUESTION) this.#skipPast('>', at + 1)
    else if (next !== SLASH || at + 2 === source.length) this.#at = at + 1
    else if (isLetter(source.charCodeAt(at + 2))) this.#endTag(at + 2)
    else this.#skipPast('>', at + 2)
  }

  #declaration(at: number): void {
    const { source } = this
    if (source.startsWith('--', at)) this.#goOn(this.#commentEnd(at + 2))
    else if (source.startsWith('[CDATA[', at)) {
      const start = at + 7
      this.#skipPast(']]>', start)
      if (this.isXml && source.startsWith(']]>', this.#at - 3) && this.#at - 3 > start)
        this.listener.text(start, this.#at - 3)
    } else this.#skipPast('>', at)
  }

  /** Where a comment that began at `start` is over. */
  #commentEnd(start: number): number {
    const { source } = this
    if (source.startsWith('>', start)) return start + 1
    if (source.startsWith('->', start)) return start + 2
    for (let at = source.indexOf('--', start); at >= 0; at = source.indexOf('--', at + 1)) {
      if (source.charCodeAt(at + 2) === GT) return at + 3
      if (source.startsWith('!>', at + 2)) return at + 4
    }
    return source.length
  }

  /** The tag whose name begins at `start`; what is read next is the character behind the name. */
  #name(start: number): Tag {
    const { source } = this
    let [at, hash] = [start, 0]
    for (; at < source.length; at++) {
      const unit = source.charCodeAt(at)
      if (endsName(unit)) break
      hash = grown(hash, unit)
    }
    this.#at = at
    return tagAt(source, start, at, hash)
  }

  #endTag(start: number): void {
    const tag = this.#name(start)
    if (this.#at < this.source.length) this.listener.close(tag)
    this.#skipPast('>', this.#at)
  }

  #startTag(start: number): void {
    const tag = this.#name(start)
    const isText = tag.content !== 'mark-up' && !this.listener.isForeign
    const end = this.#attributes.read(this.#at, tag.isNote)
    this.#goOn(end)
    if (end > this.source.length) return
    this.listener.open(tag, start, this.#attributes)
    if (!isText || (this.#attributes.closeTag && this.isXml)) return
    if (tag.name === 'plaintext') this.#at = this.source.length
    else this.#rawText(tag)
  }

  /** Content that is text up to its own end tag. */
  #rawText(tag: Tag): void {
    const { source, listener } = this
    const hasEntities = tag.content === 'text with entities'
    while (listener.isListening && this.#at < source.length) {
      const at = hasEntities ? this.#textEnd() : source.indexOf('<', this.#at)
      if (at < 0 || at === source.length) this.#at = source.length
      else if (source.charCodeAt(at) === AMP) this.#decode(at)
      else {
        const end = this.#matched(`</${tag.name}`, at)
        if (end === at + 2 + tag.name.length && endsName(source.charCodeAt(end))) {
          this.#tell(at)
          this.#endTag(at + 2)
          return
        }
        // What ends a beginning of the end tag begins nothing itself, but another one.
        this.#at = end < at + 2 + tag.name.length && source.charCodeAt(end) !== LT ? end + 1 : end
      }
    }
  }

  /** How far the source reads from `at` on as `text`, in whatever case. */
  #matched(text: string, at: number): number {
    let i = 0
    while (i < text.length && (this.source.charCodeAt(at + i) | LOWER) === text.charCodeAt(i)) i++
    return at + i
  }

  /** Reads the character reference that an `&` at `at` may begin. */
  #decode(at: number): void {
    const { source } = this
    this.#reference = at
    this.#at = at + 1
    this.#decoder.startEntity(DecodingMode.Legacy)
    const length = this.#decoder.write(source, at + 1)
    if (length >= 0 || source.charCodeAt(at + 1) === AMP) return
    this.#at = source.length
    this.#decoder.end()
  }

  #refer(code: number, length: number): void {
    const [start, end] = [this.#reference, this.#reference + length]
    if (this.#from < start) this.#tell(start)
    this.listener.entity(start, end, String.fromCodePoint(code))
    this.#goOn(end)
  }
}

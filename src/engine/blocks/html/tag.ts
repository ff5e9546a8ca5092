import { DecodingMode, HtmlEntityDecoder } from 'entities/decode'
import {
  afterBlanks,
  AMP,
  DOUBLE,
  endOfBare,
  endOfQuoted,
  endsName,
  EQUALS,
  GT,
  isBlank,
  SINGLE,
  SLASH,
} from './scanning'

/** What is told of a start tag behind its name. Offsets into the source. */
export interface TagSink {
  /** true where the value is wanted; nothing more is told of an attribute that is not */
  onattribname(start: number, end: number): boolean
  onattribdata(start: number, end: number): void
  /** a character reference in a value; one that stands for two code units is told twice */
  onattribentity(unit: number): void
  onopentagend(): void
  onselfclosingtag(): void
}

/** Reads start tags behind their names. */
export class Tag {
  /** behind the tag read last; the source's end where that cuts the tag off */
  end = 0
  /** where the stretch of a value at hand begins, and the reference in it */
  #from = 0
  #reference = 0
  readonly #references = new HtmlEntityDecoder((unit, length) => this.#refer(unit, length))

  constructor(
    readonly source: string,
    readonly sink: TagSink,
  ) {}

  /** Reads up to the tag's end. True where the tag is written as one that closes itself. */
  read(from: number): boolean {
    const { source } = this
    for (let at = from; at < source.length;) {
      const code = source.charCodeAt(at)
      if (isBlank(code)) at += 1
      else if (code === GT) return this.#ended(at + 1, false)
      else if (code === SLASH) {
        at = afterBlanks(source, at + 1)
        if (source.charCodeAt(at) === GT) return this.#ended(at + 1, true)
      } else at = this.#attribute(at)
    }
    this.end = source.length
    return false
  }

  #ended(end: number, isClosed: boolean): boolean {
    this.end = end
    if (isClosed) this.sink.onselfclosingtag()
    else this.sink.onopentagend()
    return isClosed
  }

  /** Reads one attribute; answers where it ends. A value that never ends is not told of: its tag is none. */
  #attribute(start: number): number {
    const { source } = this
    let at = start + 1
    for (; at < source.length; at += 1) {
      const code = source.charCodeAt(at)
      if (code === EQUALS || endsName(code)) break
    }
    if (at >= source.length) return at
    const isWanted = this.sink.onattribname(start, at)
    at = afterBlanks(source, at)
    if (source.charCodeAt(at) !== EQUALS) return at
    at = afterBlanks(source, at + 1)
    const quote = source.charCodeAt(at)
    const isQuoted = quote === DOUBLE || quote === SINGLE
    const from = isQuoted ? at + 1 : at
    const end = isQuoted ? endOfQuoted(source, from, quote) : endOfBare(source, from)
    if (isWanted && end < source.length) this.#value(from, end)
    return isQuoted ? end + 1 : end
  }

  #value(start: number, end: number) {
    const { source } = this
    this.#from = start
    for (let at = start; at < end;) at = source.charCodeAt(at) === AMP ? this.#readReference(at) : at + 1
    this.sink.onattribdata(this.#from, end)
  }

  /** Answers where to go on. */
  #readReference(at: number): number {
    this.#reference = at
    this.#references.startEntity(DecodingMode.Attribute)
    const length = this.#references.write(this.source, at + 1)
    return length > 0 ? at + length : at + 1
  }

  #refer(unit: number, length: number) {
    if (this.#from < this.#reference) this.sink.onattribdata(this.#from, this.#reference)
    this.#from = this.#reference + length
    this.sink.onattribentity(unit)
  }
}

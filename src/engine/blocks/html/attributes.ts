import { DecodingMode, HtmlEntityDecoder } from 'entities/decode'

/** The attributes that are read. */
export const NAMES = [
  'class',
  'id',
  'style',
  'hidden',
  'open',
  'href',
  'name',
  'property',
  'itemprop',
  'content',
  'http-equiv',
  'type',
  'rel',
] as const
export type Name = (typeof NAMES)[number]

const placeOf = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Readonly<Record<Name, number>>

/** What every element's attributes tell of it; all others are read of the tags that tell of the page. */
const OF_ELEMENTS = 3
const LONGEST_VALUE = 4000
const LOWER = 0x20

/** By first letter and length, in one number: no two names have the same. */
const beginningOf = (first: number, length: number): number => ((first | LOWER) << 8) | length
const byBeginning = new Map<number, number>(
  NAMES.map((name, place) => [beginningOf(name.charCodeAt(0), name.length), place]),
)

const [GT, SLASH, EQUALS, QUOTE, APOSTROPHE, AMP] = [0x3e, 0x2f, 0x3d, 0x22, 0x27, 0x26]

/** Here and below one comparison answers for a letter, as most are. */
export const isBlank = (unit: number) =>
  unit <= 0x20 && (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b))
const endsName = (unit: number) => unit <= GT && (unit === EQUALS || unit === GT || unit === SLASH || isBlank(unit))

/** The attributes of the tag at hand: the first of each name counts. One object serves a whole document. */
export class Attributes {
  readonly #values: string[] = NAMES.map(() => '')
  #given = 0
  #value = ''
  /** where in the value what has not been taken begins, and its character reference at hand */
  #from = 0
  #reference = 0
  readonly #decoder = new HtmlEntityDecoder((code, length) => this.#refer(code, length))
  /** the tag ends with a slash */
  closeTag = false

  constructor(readonly source: string) {}

  has(name: Name): boolean {
    return (this.#given & (1 << placeOf[name])) !== 0
  }

  /** Empty for one that is not given, and for all but class, id and style of a tag that does not tell of the page. */
  get(name: Name): string {
    return this.has(name) ? (this.#values[placeOf[name]] as string) : ''
  }

  /** Reads from behind a tag's name, and answers where the tag is over; beyond the source for one cut off. */
  read(from: number, isNote: boolean): number {
    const { source } = this
    this.#given = 0
    let at = from
    while (at < source.length) {
      const unit = source.charCodeAt(at)
      if (unit === GT) {
        this.closeTag = false
        return at + 1
      }
      if (unit === SLASH) {
        at = this.#blanksEnd(at + 1)
        this.closeTag = true
        if (source.charCodeAt(at) === GT) return at + 1
      } else at = isBlank(unit) ? at + 1 : this.#attribute(at, isNote)
    }
    return source.length + 1
  }

  #blanksEnd(at: number): number {
    let end = at
    while (isBlank(this.source.charCodeAt(end))) end++
    return end
  }

  /** Reads one attribute, and answers what is behind it. */
  #attribute(start: number, isNote: boolean): number {
    const { source } = this
    let end = start + 1
    while (end < source.length && !endsName(source.charCodeAt(end))) end++
    const place = this.#placeOf(start, end, isNote)
    const equals = this.#blanksEnd(end)
    if (source.charCodeAt(equals) !== EQUALS) return equals
    const at = this.#blanksEnd(equals + 1)
    const quote = source.charCodeAt(at)
    if (quote !== QUOTE && quote !== APOSTROPHE) return this.#bareValue(at, place)
    const close = source.indexOf(quote === QUOTE ? '"' : "'", at + 1)
    if (close < 0) return source.length
    if (place >= 0) this.#values[place] = this.#valueIn(at + 1, close)
    return close + 1
  }

  #bareValue(start: number, place: number): number {
    const { source } = this
    let end = start
    for (; end < source.length; end++) {
      const unit = source.charCodeAt(end)
      if (unit === GT || isBlank(unit)) break
    }
    if (place >= 0) this.#values[place] = this.#valueIn(start, end)
    return end
  }

  /** The place of the attribute named in [start, end); -1 for one whose value is not asked for. */
  #placeOf(start: number, end: number, isNote: boolean): number {
    const place = byBeginning.get(beginningOf(this.source.charCodeAt(start), end - start))
    if (place === undefined || (this.#given & (1 << place)) !== 0) return -1
    const name = NAMES[place] as Name
    if (!this.source.startsWith(name, start) && this.source.slice(start, end).toLowerCase() !== name) return -1
    this.#given |= 1 << place
    this.#values[place] = ''
    return place >= OF_ELEMENTS && !isNote ? -1 : place
  }

  /** The value that stands in [start, end), or the beginning of a long one. */
  #valueIn(start: number, end: number): string {
    const { source } = this
    let at = start
    while (at < end && source.charCodeAt(at) !== AMP) at++
    if (at === end) return source.slice(start, Math.min(end, start + LONGEST_VALUE))
    this.#value = ''
    this.#from = start
    for (; at >= 0 && at < end; at = source.indexOf('&', Math.max(at + 1, this.#from))) {
      this.#reference = at
      this.#decoder.startEntity(DecodingMode.Attribute)
      this.#decoder.write(source, at + 1)
    }
    this.#take(source.slice(this.#from, end))
    return this.#value
  }

  #refer(code: number, length: number): void {
    if (this.#from < this.#reference) this.#take(this.source.slice(this.#from, this.#reference))
    this.#take(String.fromCodePoint(code))
    this.#from = this.#reference + length
  }

  #take(text: string): void {
    if (this.#value.length < LONGEST_VALUE) this.#value += text.slice(0, LONGEST_VALUE)
  }
}

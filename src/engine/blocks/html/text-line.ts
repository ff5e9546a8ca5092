import type { Piece } from '../../analysis'
import { isWhite } from '../plain-text'
import { isBlank } from './attributes'

const isBreak = (unit: number) => unit === 0x0a || unit === 0x0d

/** Characters that are written without blanks between them: Han, kana, full-width forms. */
const isWide = (unit: number) =>
  (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef)

/** Marks that both scripts use: as wide as what is beside them. */
const isSharedMark = (unit: number) => (unit >= 0x2014 && unit <= 0x201d) || unit === 0x2026 || unit === 0xb7

/** A run of blanks, waiting for the character after it. */
interface Blanks {
  readonly start: number
  end: number
  broken: boolean
}

/** What was collected for one line. */
export interface Collected {
  readonly pieces: readonly Piece[]
  readonly text: string
  readonly indented: boolean
  /** code units of the text inside links */
  readonly linked: number
  readonly links: number
  /** none of it is shown */
  readonly hidden: boolean
}

/**
 * The text of one line of mark-up, collected as pieces of the source. Runs of blanks read as one; a line break between
 * two Han characters reads as nothing (CSS Text 3, segment break transformation); white space at the ends is left out.
 */
export class TextLine {
  #pieces: [number, number, string?][] = []
  #blanks: Blanks | null = null
  #last = 0
  #indented = false
  #linked = 0
  #links = 0
  #shown = 0
  #link: object | null = null
  #hidden = false
  #counted: object | null = null

  constructor(readonly source: string) {}

  get isEmpty(): boolean {
    return this.#pieces.length === 0
  }

  /** What the text added next stands in: a link, an element that is hidden. */
  within(link: object | null, hidden: boolean) {
    this.#link = link
    this.#hidden = hidden
  }

  /** Plain text of the source, blanks collapsed. */
  add(start: number, end: number) {
    let at = start
    while (at < end) {
      const from = at
      if (isBlank(this.source.charCodeAt(at))) {
        while (at < end && isBlank(this.source.charCodeAt(at))) at++
        this.#blank(from, at)
      } else {
        while (at < end && !this.#endsWord(at, end)) at++
        this.#plain(from, at)
      }
    }
  }

  /** A line of preformatted text: blanks stay as they are. */
  addExact(start: number, end: number) {
    if (start < end) this.#plain(start, end)
  }

  /** A stretch that reads as `text`. */
  addAtom(start: number, end: number, text: string) {
    const last = this.#pieces.at(-1)
    if (last && last[2] !== undefined && last[0] === start) {
      // The second character of an entity that stands for two.
      last[2] += text
    } else if (text.length === 1 && isBlank(text.charCodeAt(0))) {
      this.#blank(start, end)
      return
    } else if (this.#pieces.length === 0 && text.trim() === '') {
      this.#indented = true
      return
    } else {
      this.#space(text.charCodeAt(0))
      this.#pieces.push([start, end, text])
    }
    this.#last = text.charCodeAt(text.length - 1)
    this.#count(text.length)
  }

  /** What was collected, null for nothing but white space; the line is then empty again. */
  take(): Collected | null {
    const pieces = this.#trimmed()
    const collected =
      pieces.length === 0
        ? null
        : {
            pieces,
            text: this.#reading(pieces),
            indented: this.#indented,
            linked: this.#linked,
            links: this.#links,
            hidden: this.#shown === 0,
          }
    if (pieces.length > 0) this.#pieces = []
    this.#blanks = null
    this.#indented = false
    this.#linked = 0
    this.#links = 0
    this.#shown = 0
    this.#counted = null
    return collected
  }

  #reading(pieces: readonly Piece[]): string {
    let text = ''
    for (const [start, end, read] of pieces) text += read ?? this.source.slice(start, end)
    return text
  }

  /** One blank that is followed by a character of the same stretch belongs to the plain text. */
  #endsWord(at: number, end: number) {
    const unit = this.source.charCodeAt(at)
    if (!isBlank(unit)) return false
    return unit !== 0x20 || at + 1 >= end || isBlank(this.source.charCodeAt(at + 1))
  }

  #blank(start: number, end: number) {
    if (this.#pieces.length === 0) return
    let broken = false
    for (let at = start; at < end && !broken; at++) broken = isBreak(this.source.charCodeAt(at))
    const blanks = this.#blanks
    if (!blanks) this.#blanks = { start, end, broken }
    else {
      if (blanks.end === start) blanks.end = end
      blanks.broken ||= broken
    }
  }

  /** Writes the blanks that wait, now that the character after them is known. */
  #space(next: number) {
    const blanks = this.#blanks
    if (!blanks) return
    this.#blanks = null
    const { start, end, broken } = blanks
    if (broken && areWide(this.#last, next)) return
    if (end - start === 1 && this.source.charCodeAt(start) === 0x20) this.#extend(start, end)
    else this.#pieces.push([start, end, ' '])
  }

  #plain(start: number, end: number) {
    let from = start
    if (this.#pieces.length === 0) {
      while (from < end && isWhite(this.source.charCodeAt(from))) from++
      if (from > start) this.#indented = true
      if (from === end) return
    }
    this.#space(this.source.charCodeAt(from))
    this.#extend(from, end)
    this.#last = this.source.charCodeAt(end - 1)
    this.#count(end - from)
  }

  #extend(start: number, end: number) {
    const last = this.#pieces.at(-1)
    if (last && last[2] === undefined && last[1] === start) last[1] = end
    else this.#pieces.push([start, end])
  }

  #count(length: number) {
    if (!this.#hidden) this.#shown += length
    if (!this.#link) return
    this.#linked += length
    if (this.#counted !== this.#link) this.#links++
    this.#counted = this.#link
  }

  /** The pieces without white space at the end. */
  #trimmed(): Piece[] {
    const pieces = this.#pieces
    for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
      const [start, end, text] = last
      if (text !== undefined && text.trim() !== '') break
      let to = end
      if (text === undefined) while (to > start && isWhite(this.source.charCodeAt(to - 1))) to--
      else to = start
      last[1] = to
      if (to > start) break
      pieces.pop()
    }
    return pieces as Piece[]
  }
}

const areWide = (before: number, after: number) =>
  (isWide(before) && (isWide(after) || isSharedMark(after))) || (isSharedMark(before) && isWide(after))

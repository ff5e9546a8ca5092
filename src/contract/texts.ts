import type { Fate } from '../engine/analysis'

/** What can be asked of the texts of all documents. */

/** A row whose text holds the words sought. */
export interface SearchHit {
  readonly id: string
  /** some words around the first hit, of one line */
  readonly snippet: string
  /** the hits in the snippet: offsets into it */
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** hits in the whole document */
  readonly count: number
  /** what the snippet shows stands in the original only: it was removed */
  readonly cut: boolean
}

/** A line that reads like another: a block of the row's version, by its span in the source. */
export interface AlikeLine {
  readonly id: string
  readonly version: string
  readonly start: number
  readonly end: number
  /** its fate as the review stands, and the one it would get */
  readonly now: Fate
  readonly to: Fate
  /** it reads the same, not only alike */
  readonly same: boolean
  /** what it reads, cut where it is long */
  readonly words: string
  /** some words of the lines before and behind it */
  readonly before: string
  readonly after: string
}

/** request → [argument, answer], as in `Requests` */
export interface TextRequests {
  /**
   * Looks through original and cleaned text, from the row `from` of `rows` on, for a moment; `next` is where to ask on,
   * null at the end. `unread`: rows whose text is not at hand yet.
   */
  search: [
    argument: { readonly words: string; readonly from: number },
    answer: {
      readonly hits: readonly SearchHit[]
      readonly next: number | null
      readonly total: number
      readonly unread: number
    },
  ]
  /**
   * The lines of open documents that read like `line`, or have its `shape` where one is given (see review/shape.ts), and
   * that the decision would change, or that ask for one; portion by portion as `search` answers. A content that several rows have is told once.
   */
  alike: [
    argument: {
      readonly line: string
      readonly shape: string | null
      readonly fate: 'removed' | 'text'
      readonly from: number
    },
    answer: {
      readonly lines: readonly AlikeLine[]
      readonly next: number | null
      readonly total: number
      readonly unread: number
    },
  ]
}

import type { Bilingual, Fate, Span } from '../engine/analysis'
import type { Clean } from '../review/operation'

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

/**
 * What a rule of cleaning would make of a line. `changes`: nobody worked on the article, and the line would stand
 * otherwise; `begun`: it would, were the article not begun; `agrees`: a reviewer decided so, against the engine;
 * `against`: a reviewer decided or approved the opposite.
 */
export type RuleEffect = 'changes' | 'begun' | 'agrees' | 'against'

/** A line that a rule of cleaning speaks of. */
export interface TriedLine extends Omit<AlikeLine, 'same'> {
  readonly effect: RuleEffect
}

/** An open article that asks for nothing but that removals be confirmed. */
export interface RoutineArticle {
  readonly id: string
  readonly version: string
  /** the removals it asks about */
  readonly lines: readonly { readonly span: Span; readonly cue: string; readonly words: string }[]
}

/** A removal a reviewer judged: by a decision of its own, or by approving its article. */
export interface JudgedRemoval {
  readonly cue: string
  /** milliseconds since the epoch */
  readonly ts: number
  readonly overruled: boolean
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
  /** What a rule would make of the lines of its shape in its site's articles; portion by portion as `search` answers. */
  backtest: [
    argument: Pick<Clean, 'site' | 'shape' | 'fate'> & { readonly from: number },
    answer: {
      readonly lines: readonly TriedLine[]
      readonly next: number | null
      readonly total: number
      readonly unread: number
    },
  ]
  /**
   * The open articles that ask for nothing but that removals be confirmed, and what reviewers made of removals, with the
   * names of their cues; portion by portion as `search` answers.
   */
  routine: [
    argument: { readonly from: number },
    answer: {
      readonly articles: readonly RoutineArticle[]
      readonly judged: readonly JudgedRemoval[]
      readonly names: Readonly<Record<string, Bilingual>>
      readonly next: number | null
      readonly total: number
      readonly unread: number
    },
  ]
}

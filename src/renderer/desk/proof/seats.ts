import type { Bilingual, Span } from '../../../engine/analysis'
import type { Entry } from '../../../review/operation'
import type { Rules } from '../../../review/rules'

/** A place to be shown: a span of the source or, where a reviewer typed it, of the copy's text. */
export type Sight = { readonly source: Span } | { readonly copy: Span }

/** The clean pane, as the proof sees it. */
export interface Editor {
  /** tells what was typed and not yet told */
  flush(force: boolean): void
  /** brings a place into sight and marks it in both panes */
  sight(place: Sight): void
  /** sets the caret at an offset of the copy's text and takes the keyboard */
  editAt(offset: number): void
}

/** What a proof needs of the desk. */
export interface Office {
  by(): string
  send(entry: Entry): void
  /** of the house, as they stand now */
  rules(): Rules
  /** an article goes through, in order; none where one approval is enough */
  stages(): readonly string[]
  /** makes one. Answers whether it holds */
  makeRule(check: string, phrase: string): boolean
  /** whether something is typed that is no entry yet */
  waits(something: boolean): void
  /** said politely, and shown as a note */
  note(text: Bilingual): void
}

export type Tab = 'open' | 'removed' | 'edits' | 'history'

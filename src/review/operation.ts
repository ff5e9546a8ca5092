import type { Draft, Fate, Span, StoryMeta } from '../engine/analysis'

/**
 * What a reviewer did, as the journal keeps it. Offsets are UTF-16 code units into the source of the record's version;
 * no offset into the cleaned text is ever stored.
 */

/**
 * The place of an insert: right after a character (a source character by its offset, or a typed one by operation and
 * index), or at the beginning of the block that starts at a source offset.
 */
export type Anchor =
  { readonly source: number } | { readonly op: string; readonly index: number } | { readonly block: number }

/** Typed characters [start, end) of an edit, counted over its inserts' texts in order. */
export interface TypedRange {
  readonly op: string
  readonly start: number
  readonly end: number
}

/** One change a reviewer made to the cleaned text. All of it holds, or none. */
export interface Edit {
  readonly kind: 'edit'
  readonly deletes: readonly Span[]
  readonly deletesTyped: readonly TypedRange[]
  readonly inserts: readonly { readonly after: Anchor; readonly text: string }[]
  /** the line break behind the block that starts at `after`: '' joins it to what follows, '\n' parts it again */
  readonly separators: readonly { readonly after: number; readonly value: '' | '\n' }[]
  /** the check that proposed it, where it is a finding's fix */
  readonly why?: string
}

/** Pins the verdicts a review works on. A later base starts the version anew (another decoding); what came before stays history. */
export interface Base {
  readonly kind: 'base'
  readonly engine: string
  /** not told to a window: the draft it opens has them */
  readonly draft?: Omit<Draft, 'text'>
  /** how the host reads the version's bytes: with them, what was worked on can be read for ever */
  readonly reading?: unknown
}

/** Sets the fate of the blocks with exactly these spans. A bulk decision is one operation. */
export interface Decide {
  readonly kind: 'decide'
  readonly spans: readonly Span[]
  readonly fate: Fate
}

/** Keeps a finding quiet for these words at this place, whatever changes elsewhere. */
export interface Dismiss {
  readonly kind: 'dismiss'
  readonly finding: string
}

/** Never asks about a phrase again, in any document. Its record is the house's (see rules.ts); an undo revokes it. */
export interface Rule {
  readonly kind: 'rule'
  readonly check: string
  /** as `phraseOf` gives it */
  readonly phrase: string
}

/** Decides the lines of a shape in one site's articles (see cleaning.ts). Its record is the house's; an undo revokes it. */
export interface Clean {
  readonly kind: 'clean'
  /** as the engine names it; null for articles that name none */
  readonly site: string | null
  /** as `shapeOf` gives it */
  readonly shape: string
  readonly fate: 'removed' | 'text'
}

/** What is set at this desk (see settings.ts); null sets it back to the app's own. Its record is the house's. */
export interface Setting {
  readonly kind: 'setting'
  readonly key: string
  readonly value: string | null
}

/** A story: of the draft's by its index there, or one begun by hand by the start of the block it begins at. */
export type StoryRef = number | { readonly at: number }

export interface Meta {
  readonly kind: 'meta'
  readonly story: StoryRef
  readonly set: Partial<StoryMeta>
}

/** Splits a story, or joins it to the one before: the newest of a block holds (see stories.ts). */
export interface Stories {
  readonly kind: 'stories'
  /** start of the block where a story begins, or begins no more */
  readonly at: number
  readonly begins: boolean
  /** the block is lifted as the title; of a story that is joined: its head stands in the text again, as headings */
  readonly title: boolean
}

/** A stretch of an output: the source's own characters, or text that is not there (typed, an entity, a line break), with who made it. */
export type OutputPiece =
  | { readonly start: number; readonly end: number }
  | { readonly insert: string; readonly op: string; readonly from?: Span }

export interface Approve {
  readonly kind: 'approve'
  /** one a story: how its cleaned text is made of the source, and the sha256 of its UTF-8 bytes (hex) */
  readonly stories: readonly { readonly pieces: readonly OutputPiece[]; readonly sha256: string }[]
  /** the last stage, where an article goes through several */
  readonly stage?: string
}

/** Signs a stage before the last (see stages.ts): the article stays open for the next reviewer. */
export interface Sign {
  readonly kind: 'sign'
  readonly stage: string
  /** how many signatures stand before it */
  readonly at: number
}

export interface Reject {
  readonly kind: 'reject'
  readonly reason: string
}

export interface Reopen {
  readonly kind: 'reopen'
}

/**
 * A file changed after its review: what becomes of the older version. `kept`: it goes on standing for the file; `anew`:
 * this one is reviewed from the beginning; `carried`: with what was done on the older one (`carry`), as the operations
 * before this.
 */
export interface Rebase {
  readonly kind: 'rebase'
  /** the older version: its sha256 */
  readonly from: string
  readonly choice: 'kept' | 'anew' | 'carried'
}

/** Takes one earlier operation back (an undo as well: that is redo). */
export interface Undo {
  readonly kind: 'undo'
  readonly target: string
}

export type Operation =
  | Base
  | Clean
  | Decide
  | Dismiss
  | Edit
  | Meta
  | Approve
  | Rebase
  | Reject
  | Reopen
  | Rule
  | Setting
  | Sign
  | Stories
  | Undo

/** An operation on its way to the journal. */
export interface Entry {
  /** made by the client; makes a replay idempotent */
  readonly opId: string
  /** the row it was made on */
  readonly document: string
  /** sha256 (hex) of the content it speaks of; a review belongs to its version */
  readonly version: string
  readonly op: Operation
  /** the reviewer's name */
  readonly by: string
  /** when the reviewer did it: milliseconds since the epoch */
  readonly ts: number
}

/** An operation the journal holds. */
export interface JournalRecord extends Entry {
  readonly v: 1
  /** 1, 2, 3 … without gaps */
  readonly seq: number
  /** the window or tool that sent it */
  readonly client: string
  /** sha256 (hex) of the bytes of the line before, without its line break; 64 zeros for the first */
  readonly prevHash: string
}

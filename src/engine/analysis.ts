/**
 * The engine's result and the words of its parts. Types only: every room may import them.
 *
 * Offsets are UTF-16 code units into the **source** (the decoded text, without byte-order mark) unless a name says otherwise.
 */

/** A half-open range of the source. */
export type Span = readonly [start: number, end: number]

/**
 * A stretch of a block. Without `text` it reads as the source reads. With `text` (an entity, CRLF, a run of blanks in
 * HTML) the whole stretch reads as `text`: it is atomic, and each of its characters stands for all of it.
 */
export type Piece = readonly [start: number, end: number, text?: string]

export interface Bilingual {
  zh: string
  en: string
}

export type Role =
  | 'title'
  | 'kicker'
  | 'subtitle'
  | 'heading'
  | 'body'
  | 'list'
  | 'table'
  | 'caption'
  | 'credit'
  | 'dateline'
  | 'furniture'

/** text: stands in the cleaned text · lifted: stands in the story's metadata · removed: furniture, struck out. */
export type Fate = 'text' | 'lifted' | 'removed'

/** A piece of the source with one role and one fate. Blocks are ordered and never overlap; between them lies white space or mark-up. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
  readonly role: Role
  readonly fate: Fate
  /** fate is not 'removed' */
  readonly keep: boolean
  /** the rule that decided, e.g. 'share-bar'; 'prose' where no cue spoke */
  readonly cue: string
  readonly reason: Bilingual
  /** 0..1 */
  readonly confidence: number
  /** index into `articles`; null for furniture that belongs to no story */
  readonly story: number | null
  /** start of the earlier block whose paragraph this one continues: joined to it without a line break; null for a paragraph of its own */
  readonly continues: number | null
}

/** What a story has beside its text. Absent is null; nothing is invented. */
export interface StoryMeta {
  readonly title: string | null
  readonly kicker: string | null
  readonly subtitle: string | null
  /** the 来源 a page names */
  readonly agency: string | null
  /** the publication the document comes from */
  readonly site: string | null
  /** `YYYY-MM-DD[THH:mm[:ss]][±hh:mm]` */
  readonly published: string | null
  readonly authors: readonly string[]
  readonly editors: readonly string[]
  readonly captions: readonly string[]
}

export interface Article extends StoryMeta {
  /** paragraphs, headings, lists and tables, one a line, `\n`, no trailing newline */
  readonly text: string
}

export interface Warning {
  /** e.g. 'replacement-character', 'lone-surrogate', 'bidi-control', 'nul', 'zero-width' */
  readonly code: string
  readonly count: number
  /** first places, at most 100 */
  readonly at: readonly number[]
}

/** A place a finding speaks of. The source span is null where the text was typed by a reviewer. */
export interface Evidence {
  readonly start: number | null
  readonly end: number | null
  readonly value?: number | string
  /** the words themselves */
  readonly quote: string
  /** span in the folded copy's text (transient); null for lifted blocks such as titles and captions */
  readonly cleaned: Span | null
}

/** One line of a finding's sum: 列出 · 2 + 7 + 2 · 11. */
export interface ArithmeticLine {
  readonly label: string
  /** the label in English */
  readonly en: string
  readonly expr: string
  readonly value: number | string
}

/** Another document that tells the same story. */
export interface OtherCopy {
  /** id of its row */
  readonly document: string
  /** what the finding calls it */
  readonly name: string
  readonly evidence: readonly Evidence[]
}

export interface Finding {
  /** the check's id, e.g. 'approximator' */
  readonly check: string
  readonly tier: 'error' | 'query'
  /** index into `articles` */
  readonly article: number
  readonly message: Bilingual
  readonly evidence: readonly Evidence[]
  readonly arithmetic: readonly ArithmeticLine[]
  /** the other article of a finding that speaks of two, with its places there: offsets into its own source */
  readonly other?: OtherCopy
  /** a replacement where the arithmetic gives one answer; offsets into the source */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string }
}

/**
 * Half-width marks that stand between Han characters of the text, by their offset into the source, each with its
 * full-width form. A bulk offer for the document: no finding, and nobody is asked about a mark of its own.
 */
export type WidthOffer = readonly (readonly [at: number, text: string])[]

/** What the checks tell of a document's text as its review stands. */
export interface Checks {
  readonly findings: readonly Finding[]
  readonly width: WidthOffer
}

/** The engine's verdicts on one version, before any operation. What a `base` operation pins (without `text`). */
export interface Draft {
  readonly encoding: string
  /** of the encoding, 0..1 */
  readonly confidence: number
  /** the source */
  readonly text: string
  readonly warnings: readonly Warning[]
  readonly blocks: readonly Block[]
  readonly stories: readonly StoryMeta[]
  /** for a record of a JSON or JSON Lines file: where its body stands */
  readonly origin?: { readonly pointer: string }
  /** for a format read by a library (DOCX): its name and version */
  readonly extractor?: string
}

export interface Analysis {
  readonly encoding: string
  readonly confidence: number
  readonly text: string
  readonly warnings: readonly Warning[]
  readonly blocks: readonly Block[]
  readonly articles: readonly Article[]
  readonly findings: readonly Finding[]
  readonly origin?: { readonly pointer: string }
  readonly extractor?: string
}

export type FailureCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'unreadable'
  | 'unsupported'
  | 'too-deep'
  | 'timeout'
  | 'not-regular'
  | 'bad-record'

/** A document that cannot be analysed. Never an exception out of the engine. */
export interface Failed {
  readonly error: { readonly code: FailureCode; readonly message: string }
}

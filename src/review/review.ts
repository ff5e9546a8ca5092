import type { Bilingual, Block, Draft, Fate, Finding, Span, StoryMeta } from '../engine/analysis'
import type { Entry, StoryRef } from './operation'
import type { HouseRule } from './rules'

/**
 * What a review is: the fold of a version's operations over its draft. Made by `fold` (fold.ts); nothing here is stored.
 */

/**
 * A stretch of the copy with one origin. Runs come in order and cover the copy's text without gaps.
 * `at` and `length` count UTF-16 code units of the copy's text.
 */
export type CopyRun = {
  readonly at: number
  readonly length: number
  /** index into the draft's blocks */
  readonly block: number
} & (
  | { readonly kind: 'source'; readonly start: number; readonly end: number; readonly atomic: boolean }
  | { readonly kind: 'typed'; readonly op: string; readonly index: number }
  /** the line break behind the block; `before` is the index of the block that follows it */
  | { readonly kind: 'break'; readonly before: number }
)

/** The cleaned text of a whole document, its stories one behind the other, and where each character comes from. */
export interface Copy {
  readonly text: string
  readonly runs: readonly CopyRun[]
  /** the blocks that stand in the text, in order, with where they begin and end in it (an emptied block has no length) */
  readonly placed: readonly { readonly block: number; readonly at: number; readonly end: number }[]
}

/** A block as the review stands. */
export interface JudgedBlock {
  readonly block: Block
  /** the decision's, else the verdict's */
  readonly fate: Fate
  readonly decided: { readonly by: string; readonly ts: number; readonly opId: string } | null
  /** edits that hide with it while it is removed */
  readonly hiddenEdits: number
}

export interface StoryView extends StoryMeta {
  readonly ref: StoryRef
  /** its stretch of the copy's text: without the line break to the next story */
  readonly at: number
  readonly end: number
  readonly text: string
}

/** A draft without its text. */
export type Verdicts = Omit<Draft, 'text'>

/** What a review is without its text. */
export interface Judged {
  readonly status: ReviewStatus
  readonly reason: string | null
  readonly blocks: readonly Omit<JudgedBlock, 'hiddenEdits'>[]
  readonly history: readonly HistoryLine[]
}

export type ReviewStatus = 'open' | 'approved' | 'rejected'

/** A record as the history shows it. */
export interface HistoryLine {
  readonly entry: Entry
  /** false once taken back */
  readonly live: boolean
}

export interface Review {
  /** as it was pinned, but for what a reviewer split and merged: its stories and what they are headed by (see stories.ts) */
  readonly draft: Draft
  readonly status: ReviewStatus
  /** of the rejection */
  readonly reason: string | null
  readonly blocks: readonly JudgedBlock[]
  readonly copy: Copy
  /** the live edits in order, each with the blocks it changes: indexes into the draft's */
  readonly edits: ReadonlyMap<string, ReadonlySet<number>>
  readonly stories: readonly StoryView[]
  /** keys of findings (see `findingKey`) that were dismissed */
  readonly dismissed: ReadonlySet<string>
  /** operations of this version's newest base, in order; older bases' stay in the journal */
  readonly history: readonly HistoryLine[]
}

/** Something that asks for a decision. */
export type Flag =
  | {
      readonly kind: 'block'
      readonly id: string
      readonly state: 'open' | 'decided'
      /** index into the draft's blocks */
      readonly block: number
      readonly span: Span
      /** the engine's verdict is a doubtful removal, or a doubtful keep */
      readonly doubt: 'removal' | 'keep'
    }
  | { readonly kind: 'finding'; readonly id: string; readonly state: 'open' | 'dismissed'; readonly finding: Finding }
  | SilencedFlag

/** A finding that a house rule never asks about. */
export interface SilencedFlag {
  readonly kind: 'finding'
  readonly id: string
  readonly state: 'silenced'
  readonly finding: Finding
  readonly rule: HouseRule
}

export type Approval = { readonly ok: true } | { readonly ok: false; readonly why: Bilingual }

import type { Role } from '../analysis'

/**
 * What a check reads: one title, heading, caption or paragraph of one story, as the reviewer's operations leave it.
 * Passages come in reading order. Furniture never becomes a passage.
 */
export interface Passage {
  readonly role: Role
  /** index into the document's stories */
  readonly story: number
  /** without line breaks */
  readonly text: string
  /** runs in order, covering `text` */
  readonly runs: readonly PassageRun[]
  /** where `text` begins in the copy's text; null for a lifted block */
  readonly cleaned: number | null
}

/** A stretch of a passage with one origin. */
export interface PassageRun {
  /** offset into the passage's text */
  readonly at: number
  readonly length: number
  /**
   * Where it stands in the source. An atomic run (an entity) maps as a whole. Null where a reviewer typed it.
   */
  readonly source: { readonly start: number; readonly end: number; readonly atomic: boolean } | null
}

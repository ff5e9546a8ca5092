import type { Draft, Failed, Finding } from '../../engine/analysis'
import type { Part } from '../../engine/blocks/page'
import type { About, ReadOptions } from '../../engine/blocks/read'
import type { Census } from '../../engine/boilerplate/census'
import {
  checks,
  draft,
  ENGINE_VERSION,
  findingsAcross,
  parts,
  sourceText,
  type Examined,
  type SourceText,
  type Told,
} from '../../engine/index'
import type { Entry } from '../../review/operation'

/** What the analysis worker asks of the engine. Pure, and made never to throw; the worker holds even if it does. */
export interface Engine {
  readonly version: string
  /** the documents of a file */
  parts(bytes: Uint8Array, name: string, options: { readonly encoding?: string }): Part[] | Failed
  /** the verdicts on one document, before any operation */
  draft(part: Part, about: About, options: DraftOptions): Promise<Draft | Failed>
  /** the source text of one document, without any verdict */
  text(part: Part, about: About, options: ReadOptions): Promise<SourceText | Failed>
  /** what the checks tell of a draft as a review's entries leave it */
  checks(draft: Draft, entries: readonly Entry[]): Examined
  /** what two documents give differently for the same thing of one story */
  across(own: Told, other: Told, pairs: readonly (readonly [number, number])[]): Finding[]
}

export interface DraftOptions {
  readonly encoding?: string
  readonly census?: Census
}

export const engine: Engine = {
  version: ENGINE_VERSION,
  parts,
  draft,
  text: sourceText,
  checks,
  across: findingsAcross,
}

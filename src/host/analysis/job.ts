import type { Draft, Failed, Finding } from '../../engine/analysis'
import type { Part } from '../../engine/blocks/page'
import type { About, ReadOptions } from '../../engine/blocks/read'
import type { Examined, SourceText, Told } from '../../engine/index'
import type { CleaningRules } from '../../review/cleaning'
import type { Entry } from '../../review/operation'
import type { DraftOptions } from './engine'

/** A document of a file, with what names its content. */
export interface HashedPart extends Part {
  /** of `bytes`, hex: the document's version */
  readonly sha256: string
}

/** What can be asked of an analysis worker: kind → [ask, answer]. Everything survives structured cloning. */
export interface Jobs {
  /** cuts a file into its documents. Their bytes may be views of one buffer */
  parts: [
    ask: { readonly bytes: Uint8Array; readonly name: string; readonly encoding?: string },
    answer: { readonly parts: readonly HashedPart[] },
  ]
  /** judges one document, by the engine and then by the house's rules; the checks ran on the untouched draft */
  draft: [
    ask: {
      readonly part: Part
      readonly about: About
      readonly options?: DraftOptions
      readonly rules?: CleaningRules
    },
    answer: { readonly draft: Draft } & Examined,
  ]
  /** a document's source text alone: its verdicts are known */
  text: [ask: { readonly part: Part; readonly about: About; readonly options: ReadOptions }, answer: SourceText]
  /** checks a draft as a review's entries leave it */
  check: [ask: { readonly draft: Draft; readonly entries: readonly Entry[] }, answer: Examined]
  /** compares two documents that may tell the same story */
  across: [
    ask: { readonly own: Told; readonly other: Told; readonly pairs: readonly (readonly [number, number])[] },
    answer: { readonly findings: readonly Finding[] },
  ]
}

export type JobKind = keyof Jobs
export type Ask<K extends JobKind> = Jobs[K][0]
export type Answer<K extends JobKind> = Jobs[K][1]

/** Any job, as it crosses to the worker. */
export type AnyJob = { [K in JobKind]: { readonly kind: K; readonly ask: Ask<K> } }[JobKind]
export type AnyAnswer = Answer<JobKind> | Failed

export type ToWorker = AnyJob & { readonly id: number }
/** `ready` once, when the engine is loaded; then one answer a job. */
export type FromWorker = { readonly ready: true } | { readonly id: number; readonly answer: AnyAnswer }

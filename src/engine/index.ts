import type { Entry } from '../review/operation'
import { fold } from '../review/fold'
import type { Review } from '../review/review'
import { passages } from '../review/passages'
import type { Analysis, Article, Checks, Draft, Failed, Finding } from './analysis'
import { type About, read, type ReadOptions } from './blocks/read'
import type { Part } from './blocks/page'
import type { Census } from './boilerplate/census'
import { draft as judged } from './draft'
import { across, type AcrossCopy } from './figures/across'
import { check } from './figures/check'
import { sketchesOf, type StorySketch } from './figures/sketch'
import { widthOffer } from './figures/width'
import { ENCODINGS } from './source/encodings'
import { isFailed } from './source/failure'
import { parts } from './source/parts'

/**
 * The engine's front door. Pure: bytes in, values out. Nothing here throws on any bytes; what cannot be analysed is
 * answered with a failure.
 */

/** Changes whenever a verdict may: a review pins it with the verdicts it began on. */
export const ENGINE_VERSION = '0.9.0'

export interface Options {
  /** chosen by a person, see ENCODINGS; else it is detected */
  readonly encoding?: string
  /** a review's entries, in journal order: articles and findings are of the folded text */
  readonly operations?: readonly Entry[]
  /** how often the folder's documents of one site hold a line */
  readonly census?: Census
}

/** One document of a file with its analysis. */
export interface Analysed {
  /** number of the record, from 1; null for a file of one document */
  readonly record: number | null
  /** the document's own bytes: the file's, or the record's */
  readonly bytes: Uint8Array
  readonly result: Analysis | Failed
}

/**
 * Analyses one document. Of a file of several records it analyses the first and says so by `origin.pointer`; `analyzeAll`
 * gives them all.
 *
 * @param bytes of the file
 * @param about its name (the extension tells the format) and, where it is known, its address
 */
export async function analyze(bytes: Uint8Array, about: About, options: Options = {}): Promise<Analysis | Failed> {
  const cut = parts(bytes, about.name, options)
  if (isFailed(cut)) return cut
  const [first] = cut
  return first ? analyzePart(first, about, options) : EMPTY
}

/** Analyses every document of a file: one, or one a record. */
export async function analyzeAll(bytes: Uint8Array, about: About, options: Options = {}): Promise<Analysed[]> {
  const cut = parts(bytes, about.name, options)
  if (isFailed(cut)) return [{ record: null, bytes, result: cut }]
  if (cut.length === 0) return [{ record: null, bytes, result: EMPTY }]
  const all: Analysed[] = []
  for (const part of cut) {
    all.push({ record: part.record, bytes: part.bytes, result: await analyzePart(part, about, options) })
  }
  return all
}

const EMPTY: Failed = { error: { code: 'empty', message: '文件里没有记录 / the file holds no record' } }

/** The source text of one document alone, as `draft` would tell it: for verdicts that are known already. */
export async function sourceText(part: Part, about: About, options: ReadOptions = {}): Promise<SourceText | Failed> {
  const page = await read(part, about, options)
  return isFailed(page) ? page : { text: page.text }
}

export type SourceText = Pick<Draft, 'text'>

/** The verdicts on one document, before any operation. */
export async function draft(part: Part, about: About, options: Options = {}): Promise<Draft | Failed> {
  const page = await read(part, about, options.encoding === undefined ? {} : { encoding: options.encoding })
  return isFailed(page) ? page : judged(page, options.census ? { census: options.census } : {})
}

/** What the checks tell of a document, and what its stories are known again by. */
export interface Examined extends Checks {
  readonly sketches: readonly StorySketch[]
}

/** What the checks tell of a draft as a review's entries leave it. */
export function checks(of: Draft, entries: readonly Entry[]): Examined {
  const review = fold(of, entries)
  const read = passages(review)
  return {
    findings: findingsOf(review, read),
    // Titles and captions are lifted: an edit of the text does not reach them.
    width: widthOffer(read).flatMap(({ start, text, cleaned }) => (cleaned === null ? [] : [[start, text] as const])),
    sketches: sketchesOf(read, review.stories),
  }
}

/** A document that may tell the same story as another. */
export interface Told {
  /** id of its row */
  readonly document: string
  /** what a finding calls it */
  readonly name: string
  readonly draft: Draft
  readonly entries: readonly Entry[]
}

/**
 * Figures that two documents give differently for the same thing of one story: questions on the first of them.
 *
 * @param pairs which of the one's stories may be which of the other's
 */
export function findingsAcross(own: Told, other: Told, pairs: readonly (readonly [number, number])[]): Finding[] {
  const [ours, theirs] = [own, other].map(copiesOf) as [AcrossCopy[], AcrossCopy[]]
  return pairs.flatMap(([mine, its]) => {
    const [a, b] = [ours[mine], theirs[its]]
    if (!a || !b) return []
    return across(a, b).map((finding): Finding => ({
      ...finding,
      article: mine,
      other: { ...finding.other, document: other.document },
    }))
  })
}

function copiesOf({ draft: of, entries, name }: Told): AcrossCopy[] {
  const review = fold(of, entries)
  const read = passages(review)
  return review.stories.map(({ title }, index) => ({
    name,
    title,
    passages: read.filter(({ story }) => story === index),
  }))
}

async function analyzePart(part: Part, about: About, options: Options): Promise<Analysis | Failed> {
  const verdicts = await draft(part, about, options)
  if (isFailed(verdicts)) return verdicts
  const review = fold(verdicts, options.operations ?? [])
  return reviewed(verdicts, review, findingsOf(review, passages(review)))
}

function findingsOf(review: Review, read: ReturnType<typeof passages>): Finding[] {
  return check(read, { published: (story) => review.stories[story]?.published ?? null })
}

/** A draft as a review's entries leave it, in the words of an analysis. `found` are its findings. */
export function analysisOf(verdicts: Draft, operations: readonly Entry[], found: readonly Finding[]): Analysis {
  return reviewed(verdicts, fold(verdicts, operations), found)
}

function reviewed(verdicts: Draft, { stories, blocks }: Review, found: readonly Finding[]): Analysis {
  return {
    encoding: verdicts.encoding,
    confidence: verdicts.confidence,
    text: verdicts.text,
    warnings: verdicts.warnings,
    blocks: blocks.map(({ block, fate }) =>
      fate === block.fate ? block : { ...block, fate, keep: fate !== 'removed' },
    ),
    articles: stories.map(article),
    findings: found,
    ...(verdicts.origin && { origin: verdicts.origin }),
    ...(verdicts.extractor !== undefined && { extractor: verdicts.extractor }),
  }
}

function article({
  title,
  kicker,
  subtitle,
  agency,
  site,
  published,
  authors,
  editors,
  captions,
  text,
}: Article): Article {
  return { title, kicker, subtitle, agency, site, published, authors, editors, captions, text }
}

export { ENCODINGS, parts }
export type { StorySketch } from './figures/sketch'
export type { Analysis, Article, Checks, Draft, Failed, Finding } from './analysis'

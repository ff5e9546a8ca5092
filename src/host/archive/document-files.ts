import type { HistoryLine, Review } from '../../review/review'
import { ARTICLES, cleanPath, DECISIONS, originalPath, sourcePath } from './bag-layout'
import { cleanHtml } from './clean-html'
import { cleanTextPieces } from './clean-text'
import { sha256Of } from './digest'
import { decodeBytes, rebuildText, type RebuildLine } from './rebuild-line'
import type { ApprovedDocument } from './request'
import type { StagedFolder } from './staged-folder'

type Rebuild = RebuildLine['rebuild']

/** A story ready to be written. */
interface Output {
  /** index into the review's stories; one in which nothing stands any more is not written */
  readonly story: number
  readonly path: string
  readonly text: string
  readonly rebuild: Rebuild
}

export interface WrittenDocument {
  readonly stories: number
  readonly replaced: readonly { readonly output: string; readonly count: number }[]
}

/** Why a document that was handed over is not written. */
export interface RefusedDocument {
  readonly zh: string
  readonly en: string
}

/**
 * Writes one approved document: its original, its source where the original does not read as it, its stories, their lines.
 * What is written is checked first: a story that does not come out of its pieces as it was approved refuses the document.
 */
export async function writeDocument(
  staged: StagedFolder,
  document: ApprovedDocument,
  number: number,
): Promise<WrittenDocument | RefusedDocument> {
  const { review } = document
  if (review.status !== 'approved') return { zh: '尚未通过', en: 'is not approved' }
  const original = originalPath(sha256Of(document.bytes), document.extension)
  const source = readableSource(document, original)
  const outputs = review.stories.flatMap(({ text }, story) =>
    text.trim() === '' ? [] : [makeOutput(review, story, number, source)],
  )
  const refusal = checkOutputs(review, outputs)
  if (refusal) return refusal
  await staged.write(original, document.bytes)
  if (source.path !== original) await staged.write(source.path, source.bytes)
  for (const output of outputs) {
    const { story } = output
    await staged.write(output.path, output.text)
    const html = output.path.replace(/\.txt$/, '.html')
    await staged.write(html, cleanHtml(review, story))
    await staged.append(ARTICLES, JSON.stringify(articleLine(document, output, html, original)))
  }
  for (const { rebuild } of outputs) await staged.append(DECISIONS, JSON.stringify({ rebuild }))
  for (const line of historyLines(document)) await staged.append(DECISIONS, JSON.stringify(line))
  const replaced = outputs.map(({ path, text }) => ({ output: path, count: countReplacements(text) }))
  return { stories: outputs.length, replaced: replaced.filter(({ count }) => count > 0) }
}

interface ReadableSource {
  /** in the bag */
  readonly path: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly sha256: string
  /** what the file reads as, offset by offset the draft's source */
  readonly text: string
}

/**
 * The file whose text the offsets count in: the original where it decodes to the source, else the source written out
 * (a container's body; an original that no decoder reads the same way). Lone surrogates become U+FFFD there, at the same offsets.
 */
function readableSource({ bytes, review }: ApprovedDocument, original: string): ReadableSource {
  const { text, encoding } = review.draft
  if (decodeBytes(bytes, encoding) === text) return { path: original, bytes, encoding, sha256: sha256Of(bytes), text }
  // A text that begins with U+FEFF gets one more: a decoder takes the first one away.
  const written = Buffer.from(text.startsWith('\uFEFF') ? `\uFEFF${text}` : text)
  const sha256 = sha256Of(written)
  return {
    path: sourcePath(sha256),
    bytes: written,
    encoding: 'utf-8',
    sha256,
    text: decodeBytes(written, 'utf-8') ?? '',
  }
}

function makeOutput(review: Review, story: number, number: number, source: ReadableSource): Output {
  const pieces = cleanTextPieces(review, story)
  const text = rebuildText(source.text, pieces)
  const path = `${cleanPath(number, story + 1)}.txt`
  const { path: from, sha256: sourceSha256, encoding } = source
  const rebuild = { output: path, source: from, sourceSha256, encoding, pieces, sha256: sha256Of(Buffer.from(text)) }
  return { story, path, text, rebuild }
}

/** Every output against the review's own text, and the review's text against what was approved. */
function checkOutputs(review: Review, outputs: readonly Output[]): RefusedDocument | null {
  if (outputs.length === 0) return { zh: '没有稿件可导出', en: 'has no story' }
  const approved = lastApproval(review.history)
  for (const { story, text } of outputs) {
    const view = review.stories[story]
    const whole = view?.title ? `${view.title}\n\n${view.text}` : (view?.text ?? '')
    if (!Buffer.from(text).equals(Buffer.from(whole)))
      return { zh: `第 ${story + 1} 篇无法由其来源重建`, en: `story ${story + 1} does not come out of its pieces` }
    const sum = approved?.[story]?.sha256
    if (sum !== undefined && sum !== sha256Of(Buffer.from(view?.text ?? '')))
      return { zh: `第 ${story + 1} 篇与通过时不同\uFF0C请重新审阅`, en: `story ${story + 1} is not what was approved` }
  }
  return null
}

function lastApproval(history: readonly HistoryLine[]): readonly { readonly sha256: string }[] | null {
  const last = history.findLast(({ entry, live }) => live && entry.op.kind === 'approve')
  return last?.entry.op.kind === 'approve' ? last.entry.op.stories : null
}

function articleLine(
  { row, version, review }: ApprovedDocument,
  output: Output,
  html: string,
  original: string,
): unknown {
  const view = review.stories[output.story]
  if (!view) throw new RangeError(`Story ${output.story} is out of ${review.stories.length}`)
  const { title, kicker, subtitle, agency, published, authors, editors, captions, text } = view
  const { id, path, record, received } = row
  return {
    output: output.path,
    html,
    original,
    document: { id, path, record, version, received: new Date(received).toISOString() },
    title,
    kicker,
    subtitle,
    agency,
    site: view.site ?? row.site,
    published,
    authors,
    editors,
    captions,
    text,
  }
}

/** What was removed and why, then every operation as the journal holds it. */
function* historyLines({ row, version, review }: ApprovedDocument): Generator<unknown> {
  const document = { id: row.id, version }
  for (const { block, fate, decided } of review.blocks) {
    if (fate !== 'removed' && decided === null) continue
    const { start, end, role, cue, reason, confidence } = block
    const by = decided && { by: decided.by, at: new Date(decided.ts).toISOString(), opId: decided.opId }
    const text = review.draft.text.slice(start, end)
    yield {
      block: { document, start, end, role, fate, verdict: block.fate, cue, reason, confidence, decided: by, text },
    }
  }
  for (const { entry, live } of review.history)
    yield { history: { document, at: new Date(entry.ts).toISOString(), by: entry.by, live, entry } }
}

function countReplacements(text: string): number {
  return text.split('\uFFFD').length - 1
}

import type { Analysis, Failed } from '../engine/analysis'
import type { Census } from '../engine/boilerplate/census'
import { analysisOf } from '../engine'
import { isFailed } from '../engine/source/failure'
import type { HashedPart } from '../host/analysis/job'
import type { AnalysisPool } from '../host/analysis/pool'

/** Where the engine runs: the pool's workers, so that no document can hang or break the command. */
export type Workers = Pick<AnalysisPool, 'parts' | 'draft'>

/** A document to be answered for: a file, a record of one, or what cannot be either. */
export interface Document {
  /** as the answer names it */
  readonly file: string | null
  readonly url: string | null
  readonly encoding: string | null
  readonly census: Census | null
  readonly part: HashedPart | Failed
}

/** A file's bytes cut into its documents: itself, or its records. */
export async function documentsOf(
  workers: Workers,
  {
    file,
    bytes,
    encoding = null,
    url = null,
  }: { file: string; bytes: Uint8Array; encoding?: string | null; url?: string | null },
): Promise<Document[]> {
  const cut = await workers.parts({ bytes, name: file, ...(encoding === null ? {} : { encoding }) })
  const about = { file, url, encoding, census: null }
  if (isFailed(cut)) return [{ ...about, part: cut }]
  return cut.parts.map((part) => ({ ...about, part }))
}

export async function analysed(workers: Workers, document: Document): Promise<Analysis | Failed> {
  const { file, url, encoding, census, part } = document
  if (isFailed(part)) return part
  const about = { name: file ?? '', ...(url === null ? {} : { url }) }
  const options = { ...(encoding === null ? {} : { encoding }), ...(census ? { census } : {}) }
  const made = await workers.draft({ part, about, options })
  return isFailed(made) ? made : analysisOf(made.draft, [], made.findings)
}

/** JSON-able; the line as it is printed. */
export type Answer = { readonly file: string | null } & (Failed | Omit<Analysis, 'text'>)

/**
 * The line that answers for one document: `{ file, record?, sha256, ...analysis without its text }` or `{ file, record?, error }`.
 * `sha256` is of the file's bytes; for a record of a JSON or JSON Lines file of the record's own bytes.
 */
export function answerOf({ file, part }: Document, result: Analysis | Failed): Answer {
  const about = isFailed(part) || part.record === null ? { file } : { file, record: part.record }
  if (isFailed(result)) return { ...about, error: result.error }
  const analysis: Omit<Analysis, 'text'> & { text?: string } = { ...result }
  delete analysis.text
  return { ...about, ...(isFailed(part) ? {} : { sha256: part.sha256 }), ...analysis }
}

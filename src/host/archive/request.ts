import type { ExportForm, ExportState, Row } from '../../contract/contract'
import type { Review } from '../../review/review'

/** An approved document as the archive takes it: plain values, nothing is looked up. */
export interface ApprovedDocument {
  readonly row: Pick<Row, 'id' | 'path' | 'record' | 'site' | 'received'>
  /** sha256 of the content, as the journal names it */
  readonly version: string
  /** the content as received; for a record of a JSON Lines file the record's own bytes */
  readonly bytes: Uint8Array
  /** of the file's name, with or without its dot; '' for none */
  readonly extension: string
  /** the fold of the version's records over its pinned draft. `draft.text` is the source */
  readonly review: Review
}

export interface BagRequest {
  readonly form: ExportForm
  /** the bag's folder, or the zip's file: must not exist yet */
  readonly destination: string
  /** the folder the documents come from, or null: nothing is written into it. Its `ignored` subfolder is no part of it */
  readonly inbox: { readonly root: string; readonly ignored: readonly string[] } | null
  readonly documents: AsyncIterable<ApprovedDocument> | Iterable<ApprovedDocument>
  /** how many documents will come, for the progress */
  readonly total: number
  /** what the caller left out, by why */
  readonly left: ExportState['left']
  /** the reviewer's name */
  readonly by: string
  readonly now: Date
  /** name and version of the program, e.g. 'Qingyang 0.1.0' */
  readonly agent: string
  onProgress?(done: number, total: number, phase: 'collect' | 'write' | 'seal'): void
  readonly signal?: AbortSignal
}

export interface BagResult {
  readonly path: string
  /** stories written */
  readonly written: number
  readonly documents: number
  /** documents that were not written although they were handed over, and why */
  readonly refused: readonly { readonly id: string; readonly path: string; readonly zh: string; readonly en: string }[]
  /** stories that hold U+FFFD: text that could not be decoded was written as such */
  readonly replaced: readonly { readonly output: string; readonly path: string; readonly count: number }[]
}

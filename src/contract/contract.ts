import type { FailureCode, Finding, WidthOffer } from '../engine/analysis'
import type { Entry, JournalRecord } from '../review/operation'
import type { OverviewRequests } from './overview'
import type { TextRequests } from './texts'

/**
 * The one contract between the window and a host. A host answers requests and sends news; adapters only carry them
 * (Electron's IPC, HTTP with a WebSocket). Everything in it survives JSON.
 */

export type HostKind = 'electron' | 'loopback'

/** What happens to the document of a row. Review states are the fold of its version's records. */
export type RowStatus = 'waiting' | 'open' | 'approved' | 'rejected' | 'failed'

export interface RowFailure {
  readonly code: FailureCode
  /** what is wrong and what can be done, for the one document */
  readonly zh: string
  readonly en: string
}

/** One row of the queue, without any text of the article but its title. */
export interface Row {
  /** stable for a path in a folder (and a record in a file) */
  readonly id: string
  /** sha256 of the content, null while it is not read */
  readonly version: string | null
  /** path below the folder, NFC, '/' between parts, for display only */
  readonly path: string
  /** number of the record in a JSON or JSON Lines file, from 1; null for a file of one document */
  readonly record: number | null
  /** the file's name until the title is known */
  readonly title: string
  readonly site: string | null
  /** when the content was first seen here: milliseconds since the epoch */
  readonly received: number
  readonly bytes: number
  readonly encoding: string | null
  readonly stories: number
  readonly status: RowStatus
  readonly failure: RowFailure | null
  /** a warning's code and count, e.g. replacement-character 3 */
  readonly warnings: readonly { readonly code: string; readonly count: number }[]
  /** blocks removed, as the review stands */
  readonly removed: number
  /** open flags: doubtful removals and keeps */
  readonly doubtful: number
  /** open findings of each tier */
  readonly errors: number
  readonly queries: number
  /** those of them that speak of the copy (names, forms, cut sentences), not of figures */
  readonly copy: number
  /** the file is no longer in the folder; its review stays */
  readonly missing: boolean
  /** an earlier version of this path was reviewed: its sha256 */
  readonly supersedes: string | null
  /** who signed which stage, where an article goes through several */
  readonly signed: readonly { readonly stage: string; readonly by: string }[]
  /** the file has changed, and the version shown is kept all the same: sha256 of the file's own content */
  readonly setAside: string | null
}

export interface FolderState {
  /** for display */
  readonly path: string
  readonly name: string
  readonly state: 'scanning' | 'watching' | 'gone'
  /** 'scan-only' where the system gives no watch; the scan finds everything all the same */
  readonly mode: 'watch' | 'scan-only'
  readonly samples: boolean
  readonly listed: number
  readonly analysed: number
}

/** Whether what the reviewer does reaches the disk. */
export interface StorageState {
  readonly mode: 'ok' | 'read-only'
  /** why it is read-only: 'full', 'io', 'locked' (another window or host writes) */
  readonly cause: 'full' | 'io' | 'locked' | null
  readonly message: string | null
}

/** What the journal found at its start that a person should know. */
export interface JournalNotice {
  readonly code: 'torn-tail' | 'bad-record' | 'rolled-back' | 'foreign' | 'future'
  readonly message: string
}

export interface JournalHead {
  /** tells one journal from another */
  readonly id: string
  readonly seq: number
  /** sha256 (hex) of the last line */
  readonly hash: string
}

export interface Hello {
  readonly host: HostKind
  readonly version: string
  readonly engine: string
  readonly platform: string
  readonly locale: string
  /** the host can show the system's own folder dialog */
  readonly dialogs: boolean
  readonly folder: FolderState | null
  readonly journal: JournalHead
  readonly notices: readonly JournalNotice[]
  readonly storage: StorageState
  /** where an export goes unless another place is chosen */
  readonly exports: string
  /** the house's records (see review/rules.ts), in order; the news tells of those that follow */
  readonly house: readonly JournalRecord[]
}

/** A folder that was opened before. */
export interface RecentFolder {
  readonly path: string
  /** for display */
  readonly name: string
  /** it can be opened now */
  readonly there: boolean
}

/** A version opened on the desk. `draft` is the pinned one where the version has a base, else the engine's own. */
export interface Opened {
  readonly row: Row
  readonly draft: import('../engine/analysis').Draft
  /** all of the version's records, in order; as everywhere in the contract a base comes without its verdicts */
  readonly records: readonly JournalRecord[]
  readonly findings: readonly Finding[]
  readonly width: WidthOffer
  /** findings and the width offer hold for the records up to this seq */
  readonly findingsAt: number
}

export type ExportForm = 'folder' | 'zip'

export interface ExportState {
  readonly id: string
  readonly phase: 'collect' | 'write' | 'seal' | 'done' | 'failed'
  readonly done: number
  readonly total: number
  /** where it stands, once done */
  readonly path: string | null
  /** documents written */
  readonly documents: number
  /** stories written: a document may hold several */
  readonly written: number
  /** rows left out, by why */
  readonly left: { readonly open: number; readonly rejected: number; readonly failed: number; readonly missing: number }
  readonly failure: Failure | null
}

/** A failure that survives cloning: what happened, for a person. */
export interface Failure {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** request → [argument, answer] */
export interface Requests extends TextRequests, OverviewRequests {
  hello: [argument: null, answer: Hello]
  /** shows the system's dialog; null when the person changed their mind. Only where `dialogs` */
  chooseFolder: [argument: null, answer: FolderState | null]
  openFolder: [argument: { readonly path: string }, answer: FolderState]
  openSamples: [argument: null, answer: FolderState]
  /** opens the folder that was dropped onto the window, or that the first dropped file lies in */
  openDropped: [argument: { readonly paths: readonly string[] }, answer: FolderState]
  /** the folder opened last first; never the samples */
  recentFolders: [argument: null, answer: readonly RecentFolder[]]
  /** the rows known now, in order of `received`, then path; the news keeps them current */
  rows: [
    argument: { readonly from: number; readonly limit: number },
    answer: { readonly rows: readonly Row[]; readonly total: number },
  ]
  document: [argument: { readonly id: string }, answer: Opened]
  /** a version whose bytes are kept, with its review; it need not stand in the folder any more */
  version: [argument: { readonly version: string }, answer: Pick<Opened, 'draft' | 'records'>]
  /** looks at the folder now: the window came to the front */
  wake: [argument: null, answer: null]
  /** on disk when it answers. An entry already there (same opId) is answered with its record */
  append: [
    argument: { readonly client: string; readonly entries: readonly Entry[] },
    answer: { readonly records: readonly JournalRecord[] },
  ]
  /** records after a seq, for rebuilding a view */
  records: [
    argument: { readonly after: number; readonly limit: number },
    answer: { readonly records: readonly JournalRecord[]; readonly head: JournalHead },
  ]
  /** how many findings each house rule silences, or lines it decides, in the open folder, by the rule's opId */
  ruleUses: [argument: null, answer: { readonly uses: Readonly<Record<string, number>> }]
  /** writes the house's rules that hold into a file of their own, where exports go */
  exportRules: [argument: null, answer: { readonly path: string; readonly count: number }]
  /** decodes again with another encoding; where the version has operations a new base starts it anew */
  redecode: [argument: { readonly id: string; readonly encoding: string; readonly by: string }, answer: Opened]
  /** reads and analyses again */
  retry: [argument: { readonly id: string }, answer: Row]
  /** the system's dialog for where an export goes; null when the person changed their mind. Only where `dialogs` */
  chooseDestination: [argument: { readonly form: ExportForm }, answer: string | null]
  /** starts; the news tells how far it is. `destination` is a new folder's or zip's path, null for a dated one under `exports` */
  export: [
    argument: { readonly form: ExportForm; readonly destination: string | null; readonly by: string },
    answer: { readonly id: string },
  ]
}

export type RequestName = keyof Requests
export type Argument<K extends RequestName> = Requests[K][0]
export type Answer<K extends RequestName> = Requests[K][1]

/** What a host tells every window without being asked. */
export type News =
  | { readonly kind: 'rows'; readonly upsert: readonly Row[]; readonly gone: readonly string[] }
  | { readonly kind: 'folder'; readonly folder: FolderState | null }
  /** checks ran on the version as its records up to `at` leave it */
  | {
      readonly kind: 'findings'
      readonly version: string
      readonly at: number
      readonly findings: readonly Finding[]
      readonly width: WidthOffer
    }
  | { readonly kind: 'records'; readonly records: readonly JournalRecord[] }
  /** a version nobody works on was judged anew as it was opened: who has it open sees verdicts that hold no more */
  | { readonly kind: 'rejudged'; readonly version: string }
  | { readonly kind: 'storage'; readonly storage: StorageState }
  | { readonly kind: 'export'; readonly state: ExportState }

/** An answer as it crosses: a failure never crosses as an exception. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** What carries the contract: the window's side. */
export interface Carrier {
  request<K extends RequestName>(name: K, argument: Argument<K>): Promise<Reply<Answer<K>>>
  onNews(listener: (news: News) => void): () => void
  /** told when the host went away or came back (the loopback host; Electron's never goes) */
  onLink(listener: (up: boolean) => void): () => void
}

/** What answers it: the host's side. */
export interface Host {
  request(name: unknown, argument: unknown): Promise<Reply<unknown>>
  onNews(listener: (news: News) => void): () => void
  close(): Promise<void>
}

/** The IPC channels of the Electron carrier. */
export const CHANNEL = { request: 'qingyang:request', news: 'qingyang:news' } as const

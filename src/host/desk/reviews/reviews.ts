import { randomUUID } from 'node:crypto'
import type { Opened, Row } from '../../../contract/contract'
import { FailureError } from '../../../contract/failure'
import type { Draft } from '../../../engine/analysis'
import { ENGINE_VERSION } from '../../../engine/index'
import type { CleaningRules } from '../../../review/cleaning'
import type { Entry, JournalRecord } from '../../../review/operation'
import type { Judged, Verdicts } from '../../../review/review'
import { HOUSE, type Rules } from '../../../review/rules'
import type { Journal } from '../../journal/journal'
import { admitAll, admitDecisions } from './admission'
import type { Asked } from '../checking/asked'
import type { Checked, Checking } from '../checking/checking'
import type { Announcer } from '../announcer'
import type { Documents, Reading } from './documents'
import type { House } from '../house'
import { mapWide } from '../lanes'
import type { Rows } from '../folder/rows'
import { told } from './telling'
import { Turns } from './turns'

/** Whose records are the host's own: the bases. */
const HOST_CLIENT = 'host'
/** Versions whose entries are looked at side by side: a bulk decision speaks of many. */
const ADMITTED_AT_ONCE = 16
/** Versions of one append that are checked at once: of more, somebody waits for the append, not for their findings. */
const CHECKED_AT_ONCE = 4

interface Services {
  readonly journal: Journal
  readonly documents: Documents
  readonly checking: Checking
  readonly rows: Rows
  readonly house: House
  readonly asked: Asked
  readonly announcer: Announcer
  readonly now: () => number
  /** rules of cleaning came or went */
  readonly cleaned: (before: CleaningRules) => void
  /** versions were worked on */
  readonly worked: (records: readonly JournalRecord[]) => void
  /** it was answered which version stands for a row's file, or that was taken back */
  readonly answered: (id: string) => void
}

/** What entries make of their version. */
interface Admitted {
  readonly version: string
  readonly judged: Judged
  /** to be written before them; null where the version has one */
  readonly base: Entry | null
}

const UNCHECKED: Checked = { at: 0, findings: [], width: [] }

/** The reviews of versions: records by version, what may join them, and the checks on what they leave. */
export class Reviews {
  readonly #with: Services
  /** one at a time works on a version */
  readonly #turns = new Turns()

  constructor(services: Services) {
    this.#with = services
  }

  /** The document of a row, as the window opens it. */
  async opened(row: Row & { readonly version: string }): Promise<Opened> {
    const { journal, documents, rows, checking } = this.#with
    // A document whose checks fail opens all the same; it cannot be approved.
    const { findings, width, at } = await checking.of(row.version).catch(() => UNCHECKED)
    const records = await journal.ofVersion(row.version)
    const draft = await documents.draft(row.version, records)
    return { row: rows.get(row.id) ?? row, draft, records: told(records), findings, width, findingsAt: at }
  }

  /** A version whose bytes are kept, with its review. */
  async version(version: string): Promise<Pick<Opened, 'draft' | 'records'>> {
    const { journal, documents } = this.#with
    const records = await journal.ofVersion(version)
    return { draft: await documents.draft(version, records), records: told(records) }
  }

  /**
   * Puts entries into the journal, in their order, with a base before the first of a version. All of them or none: one
   * that may not join its review is 'refused' with a sentence for the reviewer; among others it is 'refused-together',
   * and they can be sent again one by one. Rules go first: what they silence asks for nothing before an approval.
   */
  append(client: string, entries: readonly Entry[]): Promise<readonly JournalRecord[]> {
    const versions = new Set(entries.map(({ version }) => version))
    return this.#turns.take(versions, async () => {
      const { journal, house } = this.#with
      journal.assertWritable()
      const fresh = entries.filter(({ opId }) => !journal.has(opId))
      const admitted = await this.#admitted(fresh, house).catch(forAll(fresh.length))
      const bases = admitted.flatMap(({ base }) => base ?? [])
      // Both go into one write, the bases first.
      const [pinned, records] = await Promise.all([journal.append(HOST_CLIENT, bases), journal.append(client, entries)])
      const isFresh = new Set(fresh.map(({ opId }) => opId))
      this.#tell([...pinned, ...records.filter(({ opId }) => isFresh.has(opId))], admitted)
      return records
    })
  }

  /** Starts the version's review anew on another draft. */
  startAnew(version: string, document: string, draft: Draft, by: string): Promise<void> {
    return this.#turns.take([version], async () => {
      const { journal, documents } = this.#with
      journal.assertWritable()
      const reading = await documents.pinned(version)
      this.#tell(await journal.append(HOST_CLIENT, [this.#base(version, document, draft, by, reading)]), [])
    })
  }

  /** Answers when nothing is being appended. */
  idle(): Promise<void> {
    return this.#turns.idle()
  }

  /** What these entries make of their versions, each of which may join. */
  async #admitted(entries: readonly Entry[], house: House): Promise<readonly Admitted[]> {
    const rules = house.admitted(entries.filter(({ version }) => version === HOUSE))
    const versions = [...byVersion(entries)].filter(([version]) => version !== HOUSE)
    return mapWide(versions, ADMITTED_AT_ONCE, ([version, own]) => this.#admit(version, own, rules))
  }

  async #admit(version: string, entries: readonly Entry[], rules: Rules): Promise<Admitted> {
    const { journal, documents } = this.#with
    const records = await journal.ofVersion(version)
    const { verdicts, judged } = await this.#judged(version, records, entries, rules)
    const [first] = entries
    if (records.length > 0 || !first) return { version, judged, base: null }
    const reading = await documents.pinned(version)
    return { version, judged, base: this.#base(version, first.document, verdicts, first.by, reading) }
  }

  /** The verdicts the entries speak of, which may all join, and the review as they leave it. */
  async #judged(
    version: string,
    records: readonly JournalRecord[],
    entries: readonly Entry[],
    rules: Rules,
  ): Promise<{ readonly verdicts: Verdicts; readonly judged: Judged }> {
    const { documents, checking, house } = this.#with
    const verdicts = await documents.verdicts(version, records)
    const decided = admitDecisions(verdicts, records, entries)
    if (decided) return { verdicts, judged: decided }
    const draft = await documents.draft(version, records)
    const check = (before: readonly Entry[]) => checking.findings(version, draft, before)
    return { verdicts: draft, judged: await admitAll(draft, records, entries, check, rules, house.stages) }
  }

  #base(version: string, document: string, draft: Verdicts, by: string, reading: Reading): Entry {
    const op = { kind: 'base', engine: ENGINE_VERSION, draft: withoutText(draft), reading } as const
    return { opId: `base-${randomUUID()}`, document, version, op, by, ts: this.#with.now() }
  }

  /** Whether it is answered now, or no more, which version stands for a file. */
  async #answered(records: readonly JournalRecord[]): Promise<void> {
    const { journal, answered } = this.#with
    for (const { op, version, document } of records) {
      if (op.kind !== 'rebase' && op.kind !== 'undo') continue
      const undone = op.kind === 'undo' ? await journal.ofVersion(version) : []
      const target = undone.find(({ opId }) => op.kind === 'undo' && opId === op.target)
      if (op.kind === 'rebase' || target?.op.kind === 'rebase') answered(document)
    }
  }

  #tell(records: readonly JournalRecord[], admitted: readonly Admitted[]): void {
    if (records.length === 0) return
    const { announcer, house, asked, checking, cleaned, worked } = this.#with
    const before = house.cleaning
    if (house.take(records)) asked.recount()
    if (house.cleaning !== before) cleaned(before)
    worked(records.filter(({ version }) => version !== HOUSE))
    const tell = (): void => announcer.tell({ kind: 'records', records: told(records) })
    const versions = byVersion(records)
    versions.delete(HOUSE)
    const many = versions.size > CHECKED_AT_ONCE
    // The answer goes first: the window sends the next portion while it reads the many bases of this one.
    if (many) setImmediate(tell)
    else tell()
    if (many) checking.changedMany(admitted)
    else for (const version of versions.keys()) void checking.changed(version)
    void this.#answered(records)
  }
}

/** A row whose content can be worked on. Throws what the row's failure says, or that it is not read yet. */
export function readable(row: Row | null): Row & { readonly version: string } {
  if (!row) throw new FailureError('no-document', '没有这份稿件', 'There is no such document')
  if (row.failure) throw new FailureError(row.failure.code, row.failure.zh, row.failure.en)
  if (row.version === null) throw new FailureError('not-read', '这份稿件还没有读完', 'This document is not read yet')
  return row as Row & { readonly version: string }
}

function byVersion<T extends Entry>(entries: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const group = groups.get(entry.version)
    if (group) group.push(entry)
    else groups.set(entry.version, [entry])
  }
  return groups
}

/** Says of a refusal that it speaks of one among several. */
function forAll(count: number): (error: unknown) => never {
  return (error) => {
    if (count > 1 && error instanceof FailureError && error.failure.code === 'refused') {
      throw new FailureError('refused-together', error.failure.zh, error.failure.en)
    }
    throw error
  }
}

function withoutText(draft: Verdicts & { readonly text?: string }): Verdicts {
  if (draft.text === undefined) return draft
  const { text: _, ...pinned } = draft
  return pinned
}

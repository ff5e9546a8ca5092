import { FailureError } from '../../../contract/failure'
import type { Checks, Draft, Finding } from '../../../engine/analysis'
import type { Examined } from '../../../engine/index'
import { isFailed } from '../../../engine/source/failure'
import type { Entry, JournalRecord } from '../../../review/operation'
import type { Judged } from '../../../review/review'
import type { AnalysisPool } from '../../analysis/pool'
import type { Journal } from '../../journal/journal'
import { judgedPage, pageOf } from '../../search/page'
import type { Pages } from '../../search/pages'
import { restOf } from '../../search/rest'
import type { Announcer } from '../announcer'
import type { Ask, Asked } from './asked'
import { sinceBase, type Documents } from '../reviews/documents'
import { Meetings } from './meetings'
import { failureOf } from '../folder/row-failure'
import type { Rows } from '../folder/rows'
import { SameStory } from './same-story'
import { fileName, standing } from '../folder/standing'
import type { Twins } from './twins'

const HELD = 200

interface Services {
  readonly journal: Journal
  readonly documents: Documents
  readonly pool: Pick<AnalysisPool, 'check' | 'across'>
  readonly rows: Rows
  readonly asked: Asked
  readonly twins: Twins
  readonly pages: Pages
  readonly announcer: Announcer
}

/** What holds for a version: the checks ran on its records up to `at`. */
export interface Checked extends Checks {
  readonly at: number
}

/** The checks on versions as their records leave them, those across two documents of one story among them. */
export class Checking {
  readonly #with: Services
  readonly #story: SameStory
  readonly #meetings = new Meetings((version) => this.#again(version))
  /** reviews that changed among many: while more are sent, what is asked of them can wait */
  readonly #later = new Meetings((version) => this.changed(version), Infinity)
  readonly #checked = new Map<string, Checked>()
  readonly #running = new Map<string, Promise<Checked>>()
  /** something the running checks may not have seen changed */
  readonly #stale = new Set<string>()

  constructor(services: Services) {
    this.#with = services
    this.#story = new SameStory(services)
  }

  /** What holds for all of the version's records; told and shown in its rows when it had to be made. */
  of(version: string): Promise<Checked> {
    const known = this.#checked.get(version)
    const last = this.#with.journal.lastOf(version)
    if (known && known.at >= last && this.#story.holds(known.findings)) return Promise.resolve(known)
    let running = this.#running.get(version)
    if (!running) {
      running = this.#make(version, known?.findings ?? []).finally(() => this.#running.delete(version))
      this.#running.set(version, running)
    }
    return running
  }

  /** What the checks find in a draft as these entries leave it. */
  async findings(version: string, draft: Draft, entries: readonly Entry[]): Promise<readonly Finding[]> {
    const own = await this.#examine(draft, entries)
    return [...own.findings, ...(await this.#story.findings(version, draft, entries)).findings]
  }

  /** A document was taken in: the checks ran on it alone, as its records up to `at` leave it. */
  know(version: string, at: number, { sketches, ...checks }: Examined): void {
    const isNew = this.#with.twins.note(version, sketches)
    const met = this.#story.twinsOf(version).map((twin) => twin.version)
    if (met.length === 0) this.#hold(version, { ...checks, at })
    else if (isNew) this.#meetings.call([version, ...met])
  }

  /** Checks again, and brings the rows of the version up to date. Never throws: a row keeps what it told last. */
  async refresh(version: string): Promise<void> {
    await this.of(version).catch(() => undefined)
  }

  /** The version's review changed: what is asked of it, and of those that tell the same story. */
  async changed(version: string): Promise<void> {
    const before = this.#story.twinsOf(version)
    await this.refresh(version)
    this.#meetings.call([...before, ...this.#story.twinsOf(version)].map((twin) => twin.version))
  }

  /**
   * The reviews of many versions changed at once. Their rows and pages tell at once what hangs on verdicts alone; the
   * findings follow when nothing more is asked for.
   *
   * @param reviews as what was just written leaves them
   */
  changedMany(reviews: readonly { readonly version: string; readonly judged: Judged }[]): void {
    for (const { version, judged } of reviews) this.#judged(version, judged)
    this.#later.call(reviews.map(({ version }) => version))
  }

  /** A version nobody works on is to be judged anew. */
  doubt(version: string): void {
    this.#checked.delete(version)
    if (this.#running.has(version)) this.#stale.add(version)
  }

  /** The version has no row any more. */
  left(version: string): void {
    this.#meetings.call(this.#story.twinsOf(version).map((twin) => twin.version))
  }

  /** Another folder is opened: nobody meets those of this one. */
  leaveFolder(): void {
    this.#meetings.forget()
    this.#later.forget()
    this.#with.twins.clear()
    this.#checked.clear()
  }

  async close(): Promise<void> {
    await Promise.all([this.#meetings.close(), this.#later.close()])
  }

  /** Answers when no version is being checked: its rows tell its status by then, even where the checks were given up. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running.values())
  }

  #judged(version: string, judged: Judged): void {
    const { journal, rows, pages, asked } = this.#with
    const page = pages.get(version)
    if (!page || page.copy !== null) return
    const now = judgedPage(page, judged, journal.lastOf(version))
    pages.put(version, now)
    const removed = judged.blocks.filter(({ fate }) => fate === 'removed').length
    const doubtful = [...now.fates].filter((letter) => letter < 'a').length
    for (const row of rows.ofVersion(version)) rows.change(row.id, { status: judged.status, removed, doubtful })
    asked.shifted()
  }

  async #again(version: string): Promise<void> {
    this.#checked.delete(version)
    this.#stale.add(version)
    await this.refresh(version)
  }

  #hold(version: string, checked: Checked): void {
    const [oldest] = this.#checked.keys()
    if (this.#checked.size >= HELD && oldest !== undefined && !this.#checked.has(version)) this.#checked.delete(oldest)
    this.#checked.set(version, checked)
  }

  async #make(version: string, before: readonly Finding[]): Promise<Checked> {
    const { journal, documents, announcer, asked } = this.#with
    for (;;) {
      const called = this.#stale.delete(version)
      const records = await journal.ofVersion(version)
      const at = records.at(-1)?.seq ?? 0
      const [draft, kept] = await Promise.all([documents.draft(version, records), this.#kept(version, at)])
      // The status shows at once, the findings follow.
      if (kept === null) this.#show(version, draft, records, before)
      if (kept === null) asked.shifted()
      const own = kept ?? (await this.#fresh(version, draft, records))
      const findings = [...own.findings, ...(await this.#across(version, draft, records))]
      const checked = { at, findings, width: own.width }
      this.#hold(version, checked)
      asked.show(version, at, this.#show(version, draft, records, findings))
      // What was kept is news to nobody, unless another document had its say.
      if (kept === null || called) announcer.tell({ kind: 'findings', version, ...checked })
      if (journal.lastOf(version) === at && !this.#stale.has(version)) return checked
    }
  }

  /** What the checks found when they ran on the version's records up to `at`; null where that was not kept. */
  async #kept(version: string, at: number): Promise<Checks | null> {
    const { pages } = this.#with
    const { checks } = await pages.rest(version)
    return pages.get(version)?.seq === at ? checks : null
  }

  async #fresh(version: string, draft: Draft, records: readonly JournalRecord[]): Promise<Checks> {
    const { twins, pages } = this.#with
    const live = sinceBase(records)
    const { sketches, ...checks } = await this.#examine(draft, live)
    twins.note(version, sketches)
    const { recurring = '' } = pages.get(version) ?? {}
    const page = { ...pageOf(draft, live, records.at(-1)?.seq ?? 0), recurring }
    pages.put(version, page, restOf(draft, live, checks))
    return checks
  }

  /** What the other documents of the story give otherwise: kept beside the page, while all that was compared stands so. */
  async #across(version: string, draft: Draft, records: readonly JournalRecord[]): Promise<readonly Finding[]> {
    const { pages } = this.#with
    const key = this.#story.keyOf(version)
    const { across } = await pages.rest(version)
    if (key !== null && across?.key === key) return across.findings
    const { findings, missed } = await this.#story.findings(version, draft, sinceBase(records))
    const page = pages.get(version)
    const rest = await pages.rest(version)
    const isSame = page?.seq === (records.at(-1)?.seq ?? 0) && pages.get(version) === page
    if (key !== null && isSame && !missed && this.#story.keyOf(version) === key)
      pages.put(version, page, { ...rest, across: { key, findings } })
    return findings
  }

  async #examine(draft: Draft, entries: readonly Entry[]): Promise<Examined> {
    const answer = await this.#with.pool.check({ draft, entries }, { interactive: true })
    if (!isFailed(answer)) return answer
    const { code, zh, en } = failureOf(answer)
    throw new FailureError(code, zh, en)
  }

  #show(
    version: string,
    draft: Draft,
    records: readonly JournalRecord[],
    findings: readonly Finding[],
  ): readonly Ask[] {
    const { rows, asked } = this.#with
    const { asks, ...told } = standing(draft, sinceBase(records), findings)
    const now = { ...told, ...asked.counts(asks) }
    for (const row of rows.ofVersion(version)) {
      if (row.status !== 'failed') rows.change(row.id, { ...now, title: now.title ?? fileName(row.path) })
    }
    return asks
  }
}

import type { Row } from '../../../contract/contract'
import type { Draft, Finding } from '../../../engine/analysis'
import type { Told } from '../../../engine/index'
import { isFailed } from '../../../engine/source/failure'
import { findingKey } from '../../../review/flags'
import type { Entry } from '../../../review/operation'
import type { AnalysisPool } from '../../analysis/pool'
import type { Journal } from '../../journal/journal'
import type { Pages } from '../../search/pages'
import { sha256Of } from '../../sources/sources'
import { sinceBase, type Documents } from '../reviews/documents'
import type { Rows } from '../folder/rows'
import { fileName } from '../folder/standing'
import type { Twin, Twins } from './twins'

interface Services {
  readonly journal: Journal
  readonly documents: Documents
  readonly pool: Pick<AnalysisPool, 'across'>
  readonly rows: Rows
  readonly twins: Twins
  readonly pages: Pick<Pages, 'get'>
}

/** The same story received twice in the open folder: what the other document gives otherwise. */
export class SameStory {
  readonly #with: Services

  constructor(services: Services) {
    this.#with = services
  }

  /** Those a document is compared with: in the folder, and not turned down. */
  twinsOf(version: string): Twin[] {
    return this.#with.twins.twinsOf(version, (other) => this.#rowOf(other) !== null)
  }

  /** Whether the other documents that findings speak of still stand in the folder. */
  holds(findings: readonly Finding[]): boolean {
    return findings.every(({ other }) => !other || stands(this.#with.rows.get(other.document)))
  }

  /**
   * Names all that is compared for a version as it stands: each text by its version, and how it is judged. Null where
   * there is no twin, or that is not at hand of one of them.
   */
  keyOf(version: string): string | null {
    const twins = this.twinsOf(version)
    const compared = [version, ...twins.map((twin) => twin.version)].map((each) => {
      const row = this.#rowOf(each)
      const page = this.#with.pages.get(each)
      if (!row || !page || page.seq !== this.#with.journal.lastOf(each)) return null
      return [each, row.id, row.path, page.seq, page.fates, page.cues]
    })
    if (twins.length === 0 || compared.includes(null)) return null
    return sha256Of(Buffer.from(JSON.stringify([compared, twins.map(({ pairs }) => pairs)])))
  }

  /** Questions on the version's document, each once. A twin that cannot be read asks nothing, and is `missed`. */
  async findings(
    version: string,
    draft: Draft,
    entries: readonly Entry[],
  ): Promise<{ readonly findings: readonly Finding[]; readonly missed: boolean }> {
    const row = this.#rowOf(version)
    const found = new Map<string, Finding>()
    let missed = false
    for (const twin of row ? this.twinsOf(version) : []) {
      const own = { document: row?.id ?? '', name: '', draft, entries }
      const compared = await this.#compare(own, twin).catch(() => null)
      missed ||= compared === null
      for (const finding of compared ?? []) {
        const key = findingKey(finding)
        if (!found.has(key)) found.set(key, finding)
      }
    }
    return { findings: [...found.values()], missed }
  }

  /** Null where they cannot be compared. */
  async #compare(own: Told, { version, pairs }: Twin): Promise<readonly Finding[] | null> {
    const { journal, documents, pool } = this.#with
    const row = this.#rowOf(version)
    if (!row) return null
    const records = await journal.ofVersion(version)
    const draft = await documents.draft(version, records)
    const other = { document: row.id, name: nameOf(row, draft, own.draft), draft, entries: sinceBase(records) }
    const answer = await pool.across({ own, other, pairs }, { interactive: true })
    return isFailed(answer) ? null : answer.findings
  }

  #rowOf(version: string): Row | null {
    return this.#with.rows.ofVersion(version).find(stands) ?? null
  }
}

function stands(row: Row | null): boolean {
  return row !== null && !row.missing && row.failure === null && row.status !== 'rejected'
}

/** What a finding calls the other document: its source, where that tells the two apart, else its file. */
function nameOf(row: Row, draft: Draft, own: Draft): string {
  const source = sourceOf(draft)
  return source !== null && source !== sourceOf(own) ? source : fileName(row.path)
}

function sourceOf({ stories }: Draft): string | null {
  return stories[0]?.agency ?? stories[0]?.site ?? null
}

import type { Row } from '../../../contract/contract'
import type { Draft, Finding } from '../../../engine/analysis'
import type { Told } from '../../../engine/index'
import { isFailed } from '../../../engine/source/failure'
import { findingKey } from '../../../review/flags'
import type { Entry } from '../../../review/operation'
import type { AnalysisPool } from '../../analysis/pool'
import type { Journal } from '../../journal/journal'
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

  /** Questions on the version's document, each once. A twin that cannot be read asks nothing. */
  async findings(version: string, draft: Draft, entries: readonly Entry[]): Promise<Finding[]> {
    const row = this.#rowOf(version)
    const found = new Map<string, Finding>()
    for (const twin of row ? this.twinsOf(version) : []) {
      const own = { document: row?.id ?? '', name: '', draft, entries }
      for (const finding of await this.#compare(own, twin).catch(() => [])) {
        const key = findingKey(finding)
        if (!found.has(key)) found.set(key, finding)
      }
    }
    return [...found.values()]
  }

  async #compare(own: Told, { version, pairs }: Twin): Promise<readonly Finding[]> {
    const { journal, documents, pool } = this.#with
    const row = this.#rowOf(version)
    if (!row) return []
    const records = await journal.ofVersion(version)
    const draft = await documents.draft(version, records)
    const other = { document: row.id, name: nameOf(row, draft, own.draft), draft, entries: sinceBase(records) }
    const answer = await pool.across({ own, other, pairs }, { interactive: true })
    return isFailed(answer) ? [] : answer.findings
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

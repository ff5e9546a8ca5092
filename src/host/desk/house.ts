import { createHash } from 'node:crypto'
import { FailureError } from '../../contract/failure'
import { cleaningIn, type CleaningRules } from '../../review/cleaning'
import type { Entry, JournalRecord } from '../../review/operation'
import { admitToHouse, HOUSE, rulesIn, type Rules } from '../../review/rules'
import { settingsIn } from '../../review/settings'
import { stagesIn } from '../../review/stages'
import { ENGINE_VERSION } from '../../engine/index'
import type { Journal } from '../journal/journal'

/** The house's records, as the journal holds them, and the rules that hold by them. */
export class House {
  #records: readonly JournalRecord[]
  #rules: Rules
  #cleaning: CleaningRules

  static async open(journal: Journal): Promise<House> {
    // What cannot be read silences nothing: the findings are asked about.
    return new House(await journal.ofVersion(HOUSE).catch(() => []))
  }

  private constructor(records: readonly JournalRecord[]) {
    this.#records = records
    this.#rules = rulesIn(records)
    this.#cleaning = cleaningIn(records)
  }

  get records(): readonly JournalRecord[] {
    return this.#records
  }

  get rules(): Rules {
    return this.#rules
  }

  /** the rules of cleaning that hold: the same list while none comes or goes */
  get cleaning(): CleaningRules {
    return this.#cleaning
  }

  /** what verdicts on articles nobody worked on hang on: the engine's version, and the rules of cleaning where there are any */
  get judges(): string {
    if (this.#cleaning.length === 0) return ENGINE_VERSION
    const rules = this.#cleaning.map(({ opId }) => opId).toSorted()
    return `${ENGINE_VERSION} ${createHash('sha256').update(rules.join()).digest('hex').slice(0, 16)}`
  }

  /** the stages an article goes through, in order; none where one approval is enough */
  get stages(): readonly string[] {
    return stagesIn(settingsIn(this.#records))
  }

  /**
   * The rules as entries would leave them, none of which is recorded yet.
   *
   * @throws FailureError 'refused' with a sentence for the reviewer
   */
  admitted(entries: readonly Entry[]): Rules {
    const all: Entry[] = [...this.#records]
    for (const entry of entries) {
      const verdict = admitToHouse(all, entry.op)
      if (!verdict.ok) throw new FailureError('refused', verdict.why.zh, verdict.why.en)
      all.push(entry)
    }
    return rulesIn(all)
  }

  /** Of records that were just written, takes the house's own. Answers whether rules may have changed. */
  take(records: readonly JournalRecord[]): boolean {
    const own = records.filter(({ version }) => version === HOUSE)
    if (own.length === 0) return false
    this.#records = [...this.#records, ...own].toSorted((a, b) => a.seq - b.seq)
    this.#rules = rulesIn(this.#records)
    const cleaning = cleaningIn(this.#records)
    if (idsOf(cleaning) !== idsOf(this.#cleaning)) this.#cleaning = cleaning
    return own.some(({ op }) => op.kind !== 'setting')
  }
}

function idsOf(rules: CleaningRules): string {
  return rules.map(({ opId }) => opId).join()
}

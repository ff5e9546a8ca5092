import { FailureError } from '../../contract/failure'
import type { Entry, JournalRecord } from '../../review/operation'
import { admitToHouse, HOUSE, rulesIn, type Rules } from '../../review/rules'
import { settingsIn } from '../../review/settings'
import { stagesIn } from '../../review/stages'
import type { Journal } from '../journal/journal'

/** The house's records, as the journal holds them, and the rules that hold by them. */
export class House {
  #records: readonly JournalRecord[]
  #rules: Rules

  static async open(journal: Journal): Promise<House> {
    // What cannot be read silences nothing: the findings are asked about.
    return new House(await journal.ofVersion(HOUSE).catch(() => []))
  }

  private constructor(records: readonly JournalRecord[]) {
    this.#records = records
    this.#rules = rulesIn(records)
  }

  get records(): readonly JournalRecord[] {
    return this.#records
  }

  get rules(): Rules {
    return this.#rules
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
    return own.some(({ op }) => op.kind !== 'setting')
  }
}

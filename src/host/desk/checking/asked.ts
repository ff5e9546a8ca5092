import type { Row } from '../../../contract/contract'
import type { Finding } from '../../../engine/analysis'
import { phraseOf, ruleKey, type Rules } from '../../../review/rules'
import type { House } from '../house'
import type { Rows } from '../folder/rows'

/** A finding nobody dismissed, as far as a rule and a row have to know it. */
export interface Ask {
  readonly tier: Finding['tier']
  readonly check: Finding['check']
  /** the `ruleKey` of the rule that would silence it; null where none can */
  readonly key: string | null
}

/** What a version's rows tell of. */
interface Shown {
  /** its records up to this seq */
  readonly at: number
  readonly asks: readonly Ask[]
}

/** Checks that read the copy, not its figures. */
const COPY = new Set(['form', 'names', 'pairs', 'repeat', 'truncation'])

export function askOf(finding: Finding): Ask {
  const phrase = phraseOf(finding)
  return { tier: finding.tier, check: finding.check, key: phrase === null ? null : ruleKey(finding.check, phrase) }
}

/** What the documents of the folder ask, and what of it the house's rules leave in their rows. */
export class Asked {
  readonly #house: House
  readonly #rows: Rows
  readonly #shown = new Map<string, Shown>()
  #changed: () => void = () => undefined

  constructor(house: House, rows: Rows) {
    this.#house = house
    this.#rows = rows
  }

  /** The version's rows tell what holds for its records up to `at`. */
  show(version: string, at: number, asks: readonly Ask[]): void {
    const before = this.of(version)
    this.#shown.set(version, { at, asks })
    if (before.at !== at || JSON.stringify(before.asks) !== JSON.stringify(asks)) this.#changed()
  }

  /** The version's rows tell its status anew; what it asks follows. */
  shifted(): void {
    this.#changed()
  }

  /** Told whenever the rows of a version tell something else than before. */
  onChange(changed: () => void): void {
    this.#changed = changed
  }

  of(version: string): Shown {
    return this.#shown.get(version) ?? { at: 0, asks: [] }
  }

  /** What a row tells of these. */
  counts(asks: readonly Ask[]): Pick<Row, 'errors' | 'queries' | 'copy'> {
    const open = asks.filter(({ key }) => !isSilenced(key, this.#house.rules))
    const errors = open.filter(({ tier }) => tier === 'error').length
    const copy = open.filter(({ check }) => COPY.has(check)).length
    return { errors, queries: open.length - errors, copy }
  }

  /** A rule came or went: brings the rows it touches up to date. */
  recount(): void {
    for (const row of [...this.#rows.all()]) {
      if (row.version === null || row.failure) continue
      const counts = this.counts(this.of(row.version).asks)
      const { errors, queries, copy } = row
      if (errors !== counts.errors || queries !== counts.queries || copy !== counts.copy)
        this.#rows.change(row.id, counts)
    }
  }

  /** How many findings each rule silences in the rows there are, by its opId. */
  uses(): Record<string, number> {
    const { rules } = this.#house
    const uses: Record<string, number> = {}
    for (const { opId } of rules.values()) uses[opId] = 0
    for (const { version, failure } of this.#rows.all()) {
      if (version === null || failure) continue
      for (const { key } of this.of(version).asks) {
        const rule = key === null ? undefined : rules.get(key)
        if (rule) uses[rule.opId] = (uses[rule.opId] ?? 0) + 1
      }
    }
    return uses
  }
}

function isSilenced(key: string | null, rules: Rules): boolean {
  return key !== null && rules.has(key)
}

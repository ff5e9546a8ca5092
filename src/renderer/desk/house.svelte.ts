import { SvelteSet } from 'svelte/reactivity'
import type { Answer } from '../../contract/contract'
import type { Entry, JournalRecord, Operation } from '../../review/operation'
import { admitToHouse, HOUSE, HOUSE_DOCUMENT, rulesIn, type HouseRule, type Rules } from '../../review/rules'
import { settingsIn, type Settings } from '../../review/settings'
import { Ledger } from './ledger'
import { newEntry } from './new-entry'
import type { Office } from './seats'

type Told = Pick<Office, 'by' | 'send' | 'note'>

/** The house's records: rules that hold in every document at once, and what is set at this desk. */
export class House {
  readonly #office: Told
  readonly #ask: () => Promise<Answer<'ruleUses'> | null>
  readonly #ledger = new Ledger()
  #entries = $state.raw<readonly Entry[]>([])
  #rules = $derived(rulesIn(this.#entries))
  #settings = $derived(settingsIn(this.#entries))
  #uses = $state.raw<Readonly<Record<string, number>>>({})
  /** opIds of the rules made in this window */
  readonly #made = new SvelteSet<string>()

  constructor(office: Told, ask: () => Promise<Answer<'ruleUses'> | null>) {
    this.#office = office
    this.#ask = ask
  }

  get rules(): Rules {
    return this.#rules
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Newest first. */
  get list(): readonly HouseRule[] {
    return [...this.#rules.values()].toReversed()
  }

  /** The newest rule made in this window that still holds. */
  get last(): HouseRule | null {
    return this.list.find(({ opId }) => this.#made.has(opId)) ?? null
  }

  /** How many findings a rule silences in the open folder, as the host last told. */
  usesOf(opId: string): number {
    return this.#uses[opId] ?? 0
  }

  async count(): Promise<void> {
    const answer = await this.#ask()
    if (answer !== null) this.#uses = answer.uses
  }

  /** Answers whether the rule holds now. */
  make(check: string, phrase: string): boolean {
    const opId = this.#record({ kind: 'rule', check, phrase })
    if (opId !== null) this.#made.add(opId)
    return opId !== null
  }

  revoke(opId: string): boolean {
    return this.#record({ kind: 'undo', target: opId }) !== null
  }

  /** @param value null for the app's own */
  set(key: string, value: string | null): void {
    this.#record({ kind: 'setting', key, value })
  }

  take(records: readonly JournalRecord[]): void {
    const own = records.filter(({ version }) => version === HOUSE)
    this.#ledger.note(own)
    if (own.length > 0) this.#entries = this.#ledger.join(this.#entries, own)
  }

  /** The host will never take these: they never happened. */
  giveUp(opIds: readonly string[]): void {
    if (this.#entries.some(({ opId }) => opIds.includes(opId)))
      this.#entries = this.#entries.filter(({ opId }) => !opIds.includes(opId))
  }

  #record(op: Operation): string | null {
    const may = admitToHouse(this.#entries, op)
    if (!may.ok) {
      this.#office.note(may.why)
      return null
    }
    const entry = newEntry({ id: HOUSE_DOCUMENT, version: HOUSE }, op, this.#office.by(), this.#entries.at(-1))
    this.#entries = [...this.#entries, entry]
    this.#office.send(entry)
    return entry.opId
  }
}

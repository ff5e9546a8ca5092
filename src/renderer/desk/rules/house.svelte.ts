import { SvelteSet } from 'svelte/reactivity'
import type { Answer } from '../../../contract/contract'
import { cleaningIn, type CleaningRules } from '../../../review/cleaning'
import type { Clean, Entry, JournalRecord, Operation, Rule } from '../../../review/operation'
import { readRules } from '../../../review/rule-file'
import { listed, ruleSays, type ListedRule } from '../../../review/rule-list'
import { admitToHouse, HOUSE, HOUSE_DOCUMENT, rulesIn, type Rules } from '../../../review/rules'
import { settingsIn, type Settings } from '../../../review/settings'
import { idsOf } from '../queue/id-set'
import { Ledger } from '../proof/ledger'
import { newEntry } from '../proof/new-entry'
import type { Office } from '../proof/seats'

type Told = Pick<Office, 'by' | 'send' | 'note'>

/** The house's records: rules that hold in every document at once, and what is set at this desk. */
export class House {
  readonly #office: Told
  readonly #ask: () => Promise<Answer<'ruleUses'> | null>
  readonly #ledger = new Ledger()
  #entries = $state.raw<readonly Entry[]>([])
  #rules = $derived(rulesIn(this.#entries))
  #cleaning = $derived(cleaningIn(this.#entries))
  #listed = $derived(listed(this.#entries))
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

  get cleaning(): CleaningRules {
    return this.#cleaning
  }

  get settings(): Settings {
    return this.#settings
  }

  /** Those that hold and those switched off, newest first. */
  get listed(): readonly ListedRule[] {
    return this.#listed
  }

  /** How many rules hold. */
  get size(): number {
    return this.#listed.filter(({ on }) => on).length
  }

  /** The newest rule made in this window that still holds. */
  get last(): ListedRule | null {
    return this.#listed.find(({ opId, on }) => on && this.#made.has(opId)) ?? null
  }

  /** How many findings a rule silences, or lines it decides, in the open folder, as the host last told. */
  usesOf(opId: string): number {
    return this.#uses[opId] ?? 0
  }

  async count(): Promise<void> {
    const answer = await this.#ask()
    if (answer !== null) this.#uses = answer.uses
  }

  /** Answers whether the rule holds now. */
  make(rule: Rule | Clean): boolean {
    const opId = this.#record(rule)
    if (opId !== null) this.#made.add(opId)
    return opId !== null
  }

  revoke(opId: string): boolean {
    return this.#record({ kind: 'undo', target: opId }) !== null
  }

  /** Switches a listed rule off, or on again. */
  turn({ turn }: ListedRule): void {
    this.#record({ kind: 'undo', target: turn })
  }

  /** Makes the rules of a file that do not hold yet. Answers how many; null where it is no file of rules. */
  takeIn(text: string): { readonly added: number; readonly known: number; readonly refused: number } | null {
    const rules = readRules(text)
    if (rules === null) return null
    const holding = idsOf(this.#listed.filter(({ on }) => on).map(({ op }) => ruleSays(op)))
    const fresh = rules.filter((rule) => !holding.has(ruleSays(rule)))
    const added = fresh.filter((rule) => this.make(rule)).length
    return { added, known: rules.length - fresh.length, refused: fresh.length - added }
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

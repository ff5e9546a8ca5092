import type { Row } from '../../../contract/contract'
import { carry, type Carried } from '../../../review/carry'
import { fold } from '../../../review/fold'
import type { Rebase } from '../../../review/operation'
import { rebased } from '../../../review/rebase'
import type { Desk } from '../desk.svelte'
import { newEntry } from './new-entry'
import type { Proof } from './proof.svelte'
import type { Office } from './seats'
import { until } from './until'

/** How long the host may take to put another version in a row's place, in milliseconds. */
const LONGEST = 10_000

/** What a file's change asks about the document on the desk: whether the reviewed version stays, and what is carried over. */
export class Superseding {
  readonly #desk: Desk
  readonly #office: Office
  /** what would be carried over, with the proof it was looked up for */
  #looked = $state.raw<{ readonly proof: Proof; readonly carried: Carried } | null>(null)

  constructor(desk: Desk, office: Office) {
    this.#desk = desk
    this.#office = office
  }

  /** The reviewed version this document takes the place of, while nobody has answered what becomes of it. */
  asks(proof: Proof): string | null {
    const { supersedes } = this.#row(proof)
    // A document decoded otherwise begins anew, and its history with it: the answer stands before.
    const entries = [...proof.opened.records, ...proof.review.history.map(({ entry }) => entry)]
    return proof.editable && rebased(entries) === null ? supersedes : null
  }

  /** What stands in the file, where the reviewed version is kept in its place. */
  setAside(proof: Proof): string | null {
    const row = this.#row(proof)
    return row.version === proof.version ? row.setAside : null
  }

  /** What would be carried over, once it was looked up. */
  preview(proof: Proof): Carried | null {
    return this.#looked?.proof === proof ? this.#looked.carried : null
  }

  /** Operations made on this version would be mixed with those carried over. */
  begun(proof: Proof): boolean {
    return proof.review.history.some(({ live, entry: { op } }) => live && op.kind !== 'base' && op.kind !== 'undo')
  }

  async look(proof: Proof): Promise<void> {
    const from = this.asks(proof)
    const older = from === null ? null : await this.#desk.ask('version', { version: from })
    if (older === null || this.#desk.proof !== proof) return
    this.#looked = { proof, carried: carry(fold(older.draft, older.records), fold(proof.opened.draft, [])) }
  }

  forget(): void {
    this.#looked = null
  }

  carry(proof: Proof): void {
    const carried = this.preview(proof)
    if (carried === null || this.begun(proof)) return
    if (carried.ops.every((op) => proof.append(op))) this.#answer(proof, 'carried')
    this.forget()
  }

  anew(proof: Proof): void {
    this.#answer(proof, 'anew')
  }

  /** The reviewed version goes on standing for the file; it comes onto the desk. */
  async keep(proof: Proof): Promise<void> {
    const from = this.asks(proof)
    if (from !== null && this.#answer(proof, 'kept')) await this.#turned(proof, from)
  }

  /** Takes back that the reviewed version was kept: what stands in the file comes onto the desk. */
  async takeBack(proof: Proof): Promise<void> {
    const version = this.setAside(proof)
    const aside = version === null ? null : await this.#desk.ask('version', { version })
    const answer = aside === null ? null : rebased(aside.records)
    if (version === null || answer === null) return
    const { id } = this.#row(proof)
    this.#office.send(newEntry({ id, version }, { kind: 'undo', target: answer.opId }, this.#office.by(), undefined))
    await this.#turned(proof, version)
  }

  #row(proof: Proof): Row {
    return this.#desk.queue.row(proof.opened.row.id) ?? proof.opened.row
  }

  #answer(proof: Proof, choice: Rebase['choice']): boolean {
    const from = this.asks(proof)
    return from !== null && proof.append({ kind: 'rebase', from, choice })
  }

  /** Once the row tells of the version, it is opened, if the reviewer is still there. */
  async #turned(proof: Proof, version: string): Promise<void> {
    const { id } = proof.opened.row
    await until(() => this.#desk.queue.row(id)?.version === version, LONGEST)
    if (this.#desk.proof === proof && this.#desk.queue.row(id)?.version === version) await this.#desk.open(id)
  }
}

import type { ExportForm, ExportState } from '../../contract/contract'
import type { Desk } from './desk.svelte'

/** The export panel: what was chosen, and how far the last export is. */
export class Exporting {
  readonly #desk: Desk
  #open = $state.raw(false)
  #form = $state.raw<ExportForm>('zip')
  #destination = $state.raw('')
  #state = $state.raw<ExportState | null>(null)
  #asked = $state.raw(false)

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get open(): boolean {
    return this.#open
  }

  get form(): ExportForm {
    return this.#form
  }

  /** empty: a dated one at the default place */
  get destination(): string {
    return this.#destination
  }

  get state(): ExportState | null {
    return this.#state
  }

  get running(): boolean {
    return this.#asked || (this.#state !== null && this.#state.phase !== 'done' && this.#state.phase !== 'failed')
  }

  show(open: boolean): void {
    this.#open = open
    if (!open && !this.running) this.#state = null
  }

  shape(form: ExportForm): void {
    this.#form = form
  }

  aim(path: string): void {
    this.#destination = path
  }

  async choosePlace(): Promise<void> {
    const path = await this.#desk.ask('chooseDestination', { form: this.#form })
    if (path !== null) this.#destination = path
  }

  async start(): Promise<void> {
    this.#desk.proof?.flush()
    this.#state = null
    this.#asked = true
    const path = this.#destination.trim()
    await this.#desk.ask('export', {
      form: this.#form,
      destination: path === '' ? null : path,
      by: this.#desk.reviewer.name,
    })
    this.#asked = false
  }

  take(state: ExportState): void {
    this.#state = state
  }
}

import type { Failure, StorageState } from '../../contract/contract'
import type { Comparison } from '../store/sync'
import { Pending } from './pending'

/**
 * How what the reviewer did stands: `saved` only when every entry is acknowledged, which the host does after its disk has it.
 */
export type SaveState = 'saved' | 'saving' | 'host-gone' | 'failed' | 'read-only'

const FINE: StorageState = { mode: 'ok', cause: null, message: null }

export class Saving {
  readonly #pending = new Pending()
  #waiting = $state.raw(0)
  #failure = $state.raw<Failure | null>(null)
  #storage = $state.raw<StorageState>(FINE)
  #linked = $state.raw(true)
  #touched = $state.raw(false)
  #typing = $state.raw(false)
  #view = $state.raw<Comparison | null>(null)

  get state(): SaveState {
    if (this.#storage.mode === 'read-only') return 'read-only'
    if (this.#waiting === 0) return this.#typing ? 'saving' : 'saved'
    if (!this.#linked) return 'host-gone'
    return this.#failure === null ? 'saving' : 'failed'
  }

  /** whether anything was saved since the window opened: "saved" says nothing before that */
  get touched(): boolean {
    return this.#touched
  }

  get waiting(): number {
    return this.#waiting
  }

  get failure(): Failure | null {
    return this.#failure
  }

  get storage(): StorageState {
    return this.#storage
  }

  get linked(): boolean {
    return this.#linked
  }

  /** how the view in IndexedDB stood at the start; null before that */
  get view(): Comparison | null {
    return this.#view
  }

  setView(view: Comparison): void {
    this.#view = view
  }

  sent(opIds: readonly string[]): void {
    this.#pending.add(opIds)
    this.#waiting = this.#pending.size
    this.#touched = true
  }

  acknowledged(opIds: readonly string[]): void {
    this.#pending.drop(opIds)
    this.#waiting = this.#pending.size
    this.#failure = null
  }

  /** `kept`: the entries wait in the outbox; else they are given up, and the failure says why. */
  refused(opIds: readonly string[], failure: Failure, kept: boolean): void {
    if (!kept) this.acknowledged(opIds)
    this.#failure = failure
  }

  setStorage(storage: StorageState): void {
    this.#storage = storage
  }

  /** something is typed and on its way to become an entry */
  setTyping(typing: boolean): void {
    this.#typing = typing
    if (typing) this.#touched = true
  }

  setLink(up: boolean): void {
    this.#linked = up
  }
}

import type { Tab } from './seats'
import { stopAfter } from './stops'

/** Which of the rail's tabs is open, and which flag or block of it the keys speak of. */
export class Cursor {
  /** ids of a tab's flags or blocks, in the order the keys go in */
  readonly #stopsOf: (tab: Tab) => readonly string[]
  #tab = $state.raw<Tab>('open')
  #current = $state.raw<string | null>(null)

  constructor(stopsOf: (tab: Tab) => readonly string[]) {
    this.#stopsOf = stopsOf
  }

  get tab(): Tab {
    return this.#tab
  }

  get current(): string | null {
    return this.#current
  }

  show(tab: Tab): void {
    this.#tab = tab
    this.settle()
  }

  point(id: string | null): void {
    this.#current = id
  }

  move(step: 1 | -1): void {
    const stops = this.#stops()
    const at = stops.indexOf(this.#current ?? '')
    this.#current = stops[at < 0 ? 0 : (at + step + stops.length) % stops.length] ?? null
  }

  /** Goes to the first stop where the one it was on is none any more. */
  settle(): void {
    const stops = this.#stops()
    if (!stops.includes(this.#current ?? '')) this.#current = stops[0] ?? null
  }

  /** Does it and, where it was done, goes on to the stop that followed. Answers whether it was. */
  thenMove(act: () => boolean): boolean {
    const before = this.#stops()
    const did = act()
    if (did) this.#current = stopAfter(before, this.#stops(), this.#current)
    return did
  }

  #stops(): readonly string[] {
    return this.#stopsOf(this.#tab)
  }
}

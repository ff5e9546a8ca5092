import type { Hit } from '../../../contract/words'

export type FindPane = 'source' | 'copy'
export type Found = Readonly<Record<FindPane, readonly Hit[]>>

const NOTHING: Found = { source: [], copy: [] }

/** What is looked for in the document on the desk: in both panes at once, stepped through in one of them. */
export class Find {
  #open = $state.raw(false)
  #words = $state.raw('')
  #pane = $state.raw<FindPane>('source')
  #found = $state.raw<Found>(NOTHING)
  #at = $state.raw(0)
  #wanted = $state.raw(false)

  get open(): boolean {
    return this.#open
  }

  /** empty while nothing is looked for */
  get words(): string {
    return this.#open ? this.#words : ''
  }

  /** Its field is to have the keyboard. */
  get wanted(): boolean {
    return this.#wanted
  }

  get pane(): FindPane {
    return this.#pane
  }

  get count(): number {
    return this.#found[this.#pane].length
  }

  /** Which hit of its pane is the one; -1 where there is none. */
  get at(): number {
    return Math.min(this.#at, this.count - 1)
  }

  /** Opens it, with the words of before unless others are given. */
  ask(pane: FindPane, words = this.#words): void {
    this.#open = true
    this.#wanted = true
    this.#pane = pane
    this.seek(words)
  }

  /** Shows what a search found, and leaves the keyboard where it is. */
  follow(words: string): void {
    this.#open = true
    this.#pane = 'source'
    this.#at = 0
    this.#words = words
  }

  /** Its field has the keyboard. */
  met(): void {
    this.#wanted = false
  }

  close(): void {
    this.#open = false
  }

  seek(words: string): void {
    if (words !== this.#words) this.#at = 0
    this.#words = words
  }

  turn(pane: FindPane): void {
    this.#pane = pane
    this.#at = 0
  }

  /** The next hit, round to the first. */
  step(way: 1 | -1): void {
    if (this.count > 0) this.#at = (this.at + way + this.count) % this.count
  }

  /** Told by the panes. */
  tell(found: Found): void {
    this.#found = found
  }
}

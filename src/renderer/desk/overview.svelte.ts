import type { Overview } from '../../contract/overview'

/** What was not analysed yet, and what came since, is counted again after this time, in milliseconds. */
const AGAIN = 2000

/** The page that shows the folder in figures, in place of the desk's panes. */
export class OverviewPage {
  readonly #ask: () => Promise<Overview | null>
  #open = $state.raw(false)
  #told = $state.raw<Overview | null>(null)
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(ask: () => Promise<Overview | null>) {
    this.#ask = ask
  }

  get open(): boolean {
    return this.#open
  }

  /** null until the host has told it */
  get told(): Overview | null {
    return this.#told
  }

  show(open: boolean): void {
    if (open === this.#open) return
    this.#open = open
    this.#stop()
    if (open) void this.#load()
    else this.#told = null
  }

  /** Rows changed: once a while the figures follow. */
  again(): void {
    if (this.#open) this.#timer ??= setTimeout(() => void this.#load(), AGAIN)
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  async #load(): Promise<void> {
    const told = await this.#ask()
    this.#stop()
    if (!this.#open) return
    this.#told = told ?? this.#told
    if (told !== null && told.unread > 0) this.again()
  }
}

import type { Row } from '../../contract/contract'
import type { ProgressCell } from '../../contract/overview'

type Counts = { -readonly [K in keyof ProgressCell]: ProgressCell[K] }

/** What became of the articles of each day and site. */
export class Progress {
  readonly #cells = new Map<string, Counts>()

  count({ received, site, status }: Row): void {
    const day = dayOf(received)
    const key = `${day} ${site ?? ''}`
    const cell = this.#cells.get(key) ?? { day, site, approved: 0, rejected: 0, todo: 0, failed: 0 }
    cell[status === 'open' || status === 'waiting' ? 'todo' : status]++
    this.#cells.set(key, cell)
  }

  cells(): ProgressCell[] {
    return [...this.#cells.values()]
  }
}

/** By the clock of this machine. */
function dayOf(ts: number): string {
  const date = new Date(ts)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

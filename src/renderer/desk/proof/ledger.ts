import type { Entry, JournalRecord, Operation } from '../../../review/operation'

/** The checks look at the text anew after these. */
const CHANGING = new Set<Operation['kind']>(['base', 'edit', 'decide', 'undo', 'meta', 'stories'])

/** The journal's numbers of the entries it holds. */
export class Ledger {
  readonly #seqs = new Map<string, number>()

  note(records: readonly JournalRecord[]): void {
    for (const { opId, seq } of records) this.#seqs.set(opId, seq)
  }

  /** Infinity while the journal does not have it */
  seq(opId: string): number {
    return this.#seqs.get(opId) ?? Infinity
  }

  /** Whether checks that ran on the records up to `at` have seen all that changes these entries' text. */
  covers(entries: readonly Entry[], at: number): boolean {
    const last = entries.findLast(({ op }) => CHANGING.has(op.kind))
    return last === undefined || this.seq(last.opId) <= at
  }

  /**
   * Entries in journal order, then those the journal does not have yet in the order they were made.
   * @returns `held` itself where nothing is new and the order stands
   */
  join(held: readonly Entry[], arrived: readonly Entry[]): readonly Entry[] {
    const known = new Set(held.map(({ opId }) => opId))
    const fresh = arrived.filter(({ opId }) => !known.has(opId))
    const joined = [...held, ...fresh].sort((a, b) =>
      this.seq(a.opId) < this.seq(b.opId) ? -1 : this.seq(a.opId) > this.seq(b.opId) ? 1 : 0,
    )
    const same = fresh.length === 0 && joined.every((entry, index) => entry === held[index])
    return same ? held : joined
  }
}

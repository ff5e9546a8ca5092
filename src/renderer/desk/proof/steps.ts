import type { Undo } from '../../../review/operation'
import type { Review } from '../../../review/review'

/** Records an operation: its opId, or null where the review does not admit it. */
type Recorder = (op: Undo) => string | null

/**
 * Undo and redo of text beyond what the editor remembers: its memory ends where the document was closed, the operations
 * do not.
 */
export class Steps {
  /** the undos made by `back` and not yet stepped over again, oldest first */
  #made: string[] = []

  /** Takes the newest edit back that still holds. Answers whether there was one. */
  back({ history }: Review, record: Recorder): boolean {
    const last = history.findLast(({ live, entry }) => live && entry.op.kind === 'edit')
    const opId = last === undefined ? null : record({ kind: 'undo', target: last.entry.opId })
    if (opId !== null) this.#made.push(opId)
    return opId !== null
  }

  /** Brings back what the last `back` took. Answers whether there was something. */
  forth({ history }: Review, record: Recorder): boolean {
    const target = this.#made.pop()
    const holds = history.some(({ live, entry }) => live && entry.opId === target)
    return target !== undefined && holds && record({ kind: 'undo', target }) !== null
  }

  /** Something else was written: there is nothing to bring back any more. */
  clear(): void {
    this.#made = []
  }
}

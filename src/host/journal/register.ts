import type { JournalRecord } from '../../review/operation'
import type { Place } from './scan'

/** Where each record stands in the file. The records themselves stay on the disk: a base alone may weigh 50 KB. */
export class Register {
  readonly #seqs: number[] = []
  readonly #places: Place[] = []
  readonly #byVersion = new Map<string, number[]>()
  readonly #byOp = new Map<string, number>()

  add(record: JournalRecord, place: Place): void {
    const index = this.#seqs.push(record.seq) - 1
    this.#places.push(place)
    // A replayed operation that was written twice (by an app that crashed between) counts once: the first.
    if (this.#byOp.has(record.opId)) return
    this.#byOp.set(record.opId, index)
    const ofVersion = this.#byVersion.get(record.version)
    if (ofVersion) ofVersion.push(index)
    else this.#byVersion.set(record.version, [index])
  }

  get count(): number {
    return this.#seqs.length
  }

  operation(opId: string): Place | null {
    const index = this.#byOp.get(opId)
    return index === undefined ? null : (this.#places[index] ?? null)
  }

  ofVersion(version: string): Place[] {
    return (this.#byVersion.get(version) ?? []).flatMap((index) => this.#places[index] ?? [])
  }

  /** seq of the version's last record, 0 where it has none */
  lastOf(version: string): number {
    const index = this.#byVersion.get(version)?.at(-1)
    return index === undefined ? 0 : (this.#seqs[index] ?? 0)
  }

  versions(): IterableIterator<string> {
    return this.#byVersion.keys()
  }

  /** places of the records with a number above `seq`, at most `limit`, and no more than `bytes` beside the first */
  after(seq: number, limit: number, bytes: number): Place[] {
    let low = 0
    let high = this.#seqs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#seqs[middle] ?? 0) > seq) high = middle
      else low = middle + 1
    }
    let end = low
    for (let left = bytes; end < Math.min(low + limit, this.#places.length); end++) {
      const place = this.#places[end] as Place
      left -= place.end - place.start
      if (left < 0 && end > low) break
    }
    return this.#places.slice(low, end)
  }
}

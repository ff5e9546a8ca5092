/** Ids that wait for something. What comes and goes takes as long among many as among few. */
export class Pending {
  readonly #ids = new Set<string>()

  get size(): number {
    return this.#ids.size
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id)
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) this.#ids.delete(id)
  }
}

import type { FoundFile } from '../../inbox/found-file'

/** Files there now, and those of them whose rows tell what they hold. Kept as they change: there may be 100,000. */
export class Tally {
  listed = 0
  analysed = 0
}

/** A file of the folder, with the rows it gave. */
export class File {
  readonly raw: string
  /** ids of its rows, in order of their records */
  ids: string[] = []
  /** its rows tell that it could not be read; the next time it may be */
  retry = false
  /** chosen by a person; null where it is detected */
  encoding: string | null = null
  readonly #tally: Tally
  #found: FoundFile | null = null
  #key = ''

  constructor(raw: string, tally: Tally) {
    this.raw = raw
    this.#tally = tally
  }

  /** as the last scan saw it; null while, or since, it is not there */
  get found(): FoundFile | null {
    return this.#found
  }

  set found(found: FoundFile | null) {
    this.#count(-1)
    this.#found = found
    this.#count(1)
  }

  /** of the content its rows tell of, '' where that has to be read */
  get key(): string {
    return this.#key
  }

  set key(key: string) {
    this.#count(-1)
    this.#key = key
    this.#count(1)
  }

  #count(by: 1 | -1): void {
    if (this.#found === null) return
    this.#tally.listed += by
    if (this.#key === this.#found.key) this.#tally.analysed += by
  }
}

import type { Settings as Kept } from '../../../review/settings'

const COPY = 'qingyang.settings'

/** What keeps settings: the house's records in the journal. */
interface House {
  readonly settings: Kept
  set(key: string, value: string | null): void
}

/**
 * What is set at this desk, by key. The journal keeps it: a browser that is killed forgets what was just put into its
 * own storage. There lies only a copy, for what the window shows before the host answers.
 */
class Settings {
  #house = $state.raw<House | null>(null)
  #mayRecord: () => boolean = () => false
  /** set in this window and in no record: before the host answered, or at a desk that can only be read */
  #here = $state.raw<ReadonlyMap<string, string | null>>(new Map())
  readonly #copied = copied()

  of(key: string): string | null {
    const here = this.#here.get(key)
    return (here === undefined ? this.#kept.get(key) : here) ?? null
  }

  /** Whether the host has told what is set. */
  get told(): boolean {
    return this.#house !== null
  }

  /** @param value null for the app's own */
  set(key: string, value: string | null): void {
    if (value === this.of(key)) return
    if (this.#house !== null && this.#mayRecord()) this.#house.set(key, value)
    else this.#here = new Map([...this.#here, [key, value]])
  }

  /** From now on the house keeps what is set, and what was set before the host answered. */
  sit(house: House, mayRecord: () => boolean): void {
    this.#house = house
    this.#mayRecord = mayRecord
    if (!mayRecord()) return
    const early = this.#here
    this.#here = new Map()
    for (const [key, value] of early) this.set(key, value)
  }

  /** Tells this browser what the window looks like before the host answers the next time. */
  copy(): void {
    if (this.#house !== null) localStorage.setItem(COPY, JSON.stringify([...this.#house.settings]))
  }

  get #kept(): Kept {
    return this.#house?.settings ?? this.#copied
  }
}

/** The copy may be of another release, or nobody's. */
function copied(): Kept {
  try {
    const pairs: unknown = JSON.parse(localStorage.getItem(COPY) ?? '[]')
    const isPair = (pair: unknown): pair is [string, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string')
    return new Map(Array.isArray(pairs) ? pairs.filter(isPair) : [])
  } catch {
    return new Map()
  }
}

export const settings = new Settings()

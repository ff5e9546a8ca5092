const KEY = 'qingyang.keys'

type Own = Readonly<Record<string, readonly string[]>>

/** The keys a reviewer chose in place of the desk's own, by action; kept in this window. */
class OwnKeys {
  #own = $state.raw<Own>(read())

  of(action: string): readonly string[] | undefined {
    return this.#own[action]
  }

  get any(): boolean {
    return Object.keys(this.#own).length > 0
  }

  /** @param presses null for the desk's own again */
  set(action: string, presses: readonly string[] | null): void {
    const others = Object.entries(this.#own).filter(([each]) => each !== action)
    this.#keep(Object.fromEntries(presses === null ? others : [...others, [action, presses] as const]))
  }

  clear(): void {
    this.#keep({})
  }

  #keep(own: Own): void {
    this.#own = own
    if (this.any) localStorage.setItem(KEY, JSON.stringify(own))
    else localStorage.removeItem(KEY)
  }
}

/** What is kept may be of another release, or nobody's: what is no list of words is left out. */
function read(): Own {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const isList = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isList(value))) as Own
  } catch {
    return {}
  }
}

export const ownKeys = new OwnKeys()

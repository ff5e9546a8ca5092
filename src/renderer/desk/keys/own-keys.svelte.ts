import { settings } from '../settings/settings.svelte'

const KEY = 'keys'

type Own = Readonly<Record<string, readonly string[]>>

/** The keys a reviewer chose in place of the desk's own, by action. */
class OwnKeys {
  #own = $derived(read(settings.of(KEY)))

  of(action: string): readonly string[] | undefined {
    return this.#own[action]
  }

  get any(): boolean {
    return Object.keys(this.#own).length > 0
  }

  /** @param presses null for the desk's own again */
  set(action: string, presses: readonly string[] | null): void {
    const others = Object.entries(this.#own).filter(([each]) => each !== action)
    const own = presses === null ? others : [...others, [action, presses] as const]
    settings.set(KEY, own.length === 0 ? null : JSON.stringify(Object.fromEntries(own)))
  }

  clear(): void {
    settings.set(KEY, null)
  }
}

/** What is kept may be of another release: what is no list of words is left out. */
function read(text: string | null): Own {
  try {
    const kept: unknown = JSON.parse(text ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const isList = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => isList(value))) as Own
  } catch {
    return {}
  }
}

export const ownKeys = new OwnKeys()

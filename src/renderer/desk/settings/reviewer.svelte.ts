import { settings } from './settings.svelte'

const KEY = 'reviewer'

/** Who reviews at this desk: asked once, written into every operation. */
export class Reviewer {
  /** asked anew, or answered; null for whatever is kept */
  #asked = $state.raw<boolean | null>(null)
  readonly #unnamed: () => string

  /** @param unnamed signs for one who gave no name */
  constructor(unnamed: () => string) {
    this.#unnamed = unnamed
  }

  /** the name operations are signed with */
  get name(): string {
    return settings.of(KEY) ?? this.#unnamed()
  }

  /** as the reviewer gave it; empty before that */
  get given(): string {
    return settings.of(KEY) ?? ''
  }

  get asking(): boolean {
    return this.#asked ?? (settings.told && settings.of(KEY) === null)
  }

  ask(): void {
    this.#asked = true
  }

  /** An empty name keeps the one before. */
  answer(name: string): void {
    const given = name.trim().slice(0, 40)
    settings.set(KEY, given === '' ? this.name : given)
    this.#asked = false
  }
}

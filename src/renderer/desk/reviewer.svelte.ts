const KEY = 'qingyang.reviewer'

/** Who reviews at this window: asked once, kept here, written into every operation. */
export class Reviewer {
  #name = $state.raw<string | null>(null)
  #asking = $state.raw(false)
  readonly #unnamed: () => string

  /** @param unnamed signs for one who gave no name */
  constructor(unnamed: () => string) {
    this.#unnamed = unnamed
    this.#name = localStorage.getItem(KEY)
    this.#asking = this.#name === null
  }

  /** the name operations are signed with */
  get name(): string {
    return this.#name ?? this.#unnamed()
  }

  /** as the reviewer gave it; empty before that */
  get given(): string {
    return this.#name ?? ''
  }

  get asking(): boolean {
    return this.#asking
  }

  ask(): void {
    this.#asking = true
  }

  /** An empty name keeps the one before. */
  answer(name: string): void {
    const given = name.trim().slice(0, 40)
    this.#name = given === '' ? this.name : given
    localStorage.setItem(KEY, this.#name)
    this.#asking = false
  }
}

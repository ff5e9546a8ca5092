import type { FoundFile } from './found-file'

/** Waits until files are quiet: no change for a while, by their own mtime or since they were seen like this. */
export class Settling {
  readonly #due = new Map<string, number>()
  readonly #quiet: number
  readonly #settled: (raws: string[]) => void
  #timer: NodeJS.Timeout | null = null
  #paused = false

  /** @param quiet milliseconds without a change */
  constructor(quiet: number, settled: (raws: string[]) => void) {
    this.#quiet = quiet
    this.#settled = settled
  }

  /** @returns whether the file is quiet already; if not, it is told later */
  isQuiet(file: FoundFile): boolean {
    const age = Date.now() - file.mtimeMs
    // An mtime in the future (the clock of another machine) counts as now.
    const rest = this.#quiet - Math.max(0, age)
    this.#due.delete(file.raw)
    if (rest > 0) this.#wait(file.raw, rest)
    return rest <= 0
  }

  /** The file was not quiet after all. */
  again(raw: string): void {
    this.#wait(raw, this.#quiet)
  }

  drop(raw: string): void {
    this.#due.delete(raw)
  }

  /** While the folder is gone nothing is told. */
  pause(): void {
    this.#paused = true
    this.#arm()
  }

  resume(): void {
    this.#paused = false
    this.#arm()
  }

  #wait(raw: string, ms: number): void {
    this.#due.set(raw, performance.now() + ms)
    if (!this.#timer) this.#arm()
  }

  #arm(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#paused || this.#due.size === 0) return
    let first = Infinity
    for (const due of this.#due.values()) first = Math.min(first, due)
    // Files that come together are told together.
    this.#timer = setTimeout(() => this.#tell(), Math.max(20, first - performance.now()))
  }

  #tell(): void {
    this.#timer = null
    const now = performance.now()
    const settled: string[] = []
    for (const [raw, due] of this.#due) if (due <= now) settled.push(raw)
    for (const raw of settled) this.#due.delete(raw)
    this.#arm()
    if (settled.length > 0) this.#settled(settled)
  }
}

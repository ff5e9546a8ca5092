import type { FoundFile } from './found-file'

export interface InboxChange {
  readonly found: readonly FoundFile[]
  readonly ready: readonly FoundFile[]
  readonly gone: readonly FoundFile[]
}

const AT_ONCE = 500
/** A slow drive does not keep its first files back until there are 500. */
const PATIENCE = 200

/** Carries changes to the listeners in batches. */
export class Deliveries {
  readonly #listeners = new Set<(change: InboxChange) => void>()
  #found: FoundFile[] = []
  #ready: FoundFile[] = []
  #timer: NodeJS.Timeout | null = null

  listen(listener: (change: InboxChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Told with the batch, at the latest with `flush`. */
  found(file: FoundFile, isReady: boolean): void {
    this.#found.push(file)
    if (isReady) this.#ready.push(file)
    if (this.#found.length >= AT_ONCE) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), PATIENCE)
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#found.length === 0) return
    const change = { found: this.#found, ready: this.#ready, gone: [] }
    this.#found = []
    this.#ready = []
    this.#tell(change)
  }

  ready(files: readonly FoundFile[]): void {
    for (const batch of batches(files)) this.#tell({ found: [], ready: batch, gone: [] })
  }

  gone(files: readonly FoundFile[]): void {
    for (const batch of batches(files)) this.#tell({ found: [], ready: [], gone: batch })
  }

  #tell(change: InboxChange): void {
    for (const listener of this.#listeners) tell(() => listener(change))
  }
}

/** A listener that throws does not stop the scan; its error is the process's to report. */
export function tell(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

function* batches(files: readonly FoundFile[]): Generator<readonly FoundFile[]> {
  for (let at = 0; at < files.length; at += AT_ONCE) yield files.slice(at, at + AT_ONCE)
}

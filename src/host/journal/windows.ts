import type { DiskFile } from './disk'
import { readRange } from './whole'

/** Bytes read at once: what is asked for together stands in one place, in the one order or the other. */
const WIDE = 128 * 1024
const HELD = 4

interface Window {
  readonly from: number
  /** as far as it was asked for; the file may have ended before */
  readonly to: number
  readonly bytes: Promise<Uint8Array>
}

/** Small ranges of a file that grows and never changes: of what lies close together the file is asked once. */
export class Windows {
  readonly #file: () => DiskFile | null
  /** the one used last at the end */
  #held: readonly Window[] = []

  constructor(file: () => DiskFile | null) {
    this.#file = file
  }

  /**
   * The bytes from `at` on; fewer where the file ends before.
   *
   * @param isWhole whether the bytes are what they should be: those held may have been read while they were written, and
   *   are read again
   */
  async read(at: number, length: number, isWhole: (bytes: Uint8Array) => boolean): Promise<Uint8Array> {
    const known = this.#held.find(({ from, to }) => from <= at && at + length <= to)
    const held = await known?.bytes.catch(() => null)
    if (known && held) {
      const bytes = held.subarray(at - known.from, at - known.from + length)
      if (bytes.length === length && isWhole(bytes)) {
        this.#hold(known)
        return bytes
      }
    }
    const window = this.#open(at, length)
    this.#hold(window, known)
    return (await window.bytes).subarray(at - window.from, at - window.from + length)
  }

  #open(at: number, length: number): Window {
    const file = this.#file()
    const from = at - (at % WIDE)
    const to = Math.max(from + WIDE, at + length)
    return { from, to, bytes: file ? readRange(file, from, to) : Promise.reject(new Error('The file is closed')) }
  }

  #hold(window: Window, instead?: Window): void {
    const others = this.#held.filter((each) => each !== window && each !== instead)
    this.#held = [...others, window].slice(-HELD)
  }
}

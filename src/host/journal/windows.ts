import type { DiskFile } from './disk'
import { readRange } from './whole'

/** Bytes read at once: what is asked for in one order stands in one place. */
const WIDE = 256 * 1024
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
    return (await window.bytes).subarray(0, length)
  }

  #open(at: number, length: number): Window {
    const file = this.#file()
    const to = at + Math.max(length, WIDE)
    return { from: at, to, bytes: file ? readRange(file, at, to) : Promise.reject(new Error('The file is closed')) }
  }

  #hold(window: Window, instead?: Window): void {
    const others = this.#held.filter((each) => each !== window && each !== instead)
    this.#held = [...others, window].slice(-HELD)
  }
}

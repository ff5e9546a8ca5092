import type { DiskFile } from './disk'
import { readRange } from './whole'

/** Bytes read at once where what is asked for stands in one place, in the one order or the other. */
const WIDE = 128 * 1024
const HELD = 4
/** Ranges asked for last; one that lies this close to one of them is asked for in order. */
const LAST = 4
const CLOSE = 64 * 1024

interface Window {
  readonly from: number
  /** as far as it was asked for; the file may have ended before */
  readonly to: number
  readonly bytes: Promise<Uint8Array>
}

/**
 * Small ranges of a file that grows and never changes: of what lies close together the file is asked once. What is asked
 * for here and there is read as it is: a wide window for each of thousands costs more than all else done with them.
 */
export class Windows {
  readonly #file: () => DiskFile | null
  /** the one used last at the end */
  #held: readonly Window[] = []
  #last: readonly number[] = []

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
    if (!this.#isInOrder(at)) return this.#bytes(at, at + length)
    const window = this.#open(at, length)
    this.#hold(window, known)
    return (await window.bytes).subarray(at - window.from, at - window.from + length)
  }

  #isInOrder(at: number): boolean {
    const near = this.#last.some((other) => Math.abs(other - at) < CLOSE)
    this.#last = [...this.#last, at].slice(-LAST)
    return near
  }

  #open(at: number, length: number): Window {
    const from = at - (at % WIDE)
    const to = Math.max(from + WIDE, at + length)
    return { from, to, bytes: this.#bytes(from, to) }
  }

  #bytes(from: number, to: number): Promise<Uint8Array> {
    const file = this.#file()
    return file ? readRange(file, from, to) : Promise.reject(new Error('The file is closed'))
  }

  #hold(window: Window, instead?: Window): void {
    const others = this.#held.filter((each) => each !== window && each !== instead)
    this.#held = [...others, window].slice(-HELD)
  }
}

import type { DiskFile } from '../journal/disk'
import { readRange } from '../journal/whole'

/** Bytes read at once: what is asked for in one order stands in one place. */
const WIDE = 256 * 1024
const HELD = 4

interface Window {
  readonly from: number
  /** as far as it was asked for; the file may end before */
  readonly to: number
  readonly bytes: Promise<Uint8Array>
}

/** Small ranges of a file that grows: of what lies close together the file is asked once. */
export class Windows {
  readonly #file: () => DiskFile | null
  /** the one used last at the end */
  #held: readonly Window[] = []

  constructor(file: () => DiskFile | null) {
    this.#file = file
  }

  /** Throws where the file ends before. */
  async read(at: number, length: number): Promise<Uint8Array> {
    const known = this.#held.find(({ from, to }) => from <= at && at + length <= to)
    const found = await known?.bytes.catch(() => null)
    if (known && found && at + length - known.from <= found.length) {
      this.#hold(known)
      return found.subarray(at - known.from, at - known.from + length)
    }
    // What was read before may have ended where the file ended then.
    const window = this.#open(at, length)
    this.#hold(window, known)
    const bytes = await window.bytes
    if (bytes.length < length) throw new Error(`The file ends before ${at + length}`)
    return bytes.subarray(0, length)
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

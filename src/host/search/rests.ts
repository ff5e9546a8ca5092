import { crc32 } from 'node:zlib'
import type { Place } from './frames'

/** Bytes held: the rests of some ten thousand articles. */
export const HELD_RESTS = 24 * 1024 * 1024

/**
 * The rests of a page file's versions, packed: in memory up to a bound and while they wait to be written, else where they
 * stand in the file. A decision on thousands asks for all of theirs, in no order that the file has.
 */
export class Rests {
  readonly #most: number
  readonly #held = new Map<string, Place | Uint8Array>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get(version: string): Place | Uint8Array | undefined {
    return this.#held.get(version)
  }

  has(version: string): boolean {
    return this.#held.has(version)
  }

  set(version: string, held: Place | Uint8Array): void {
    this.delete(version)
    this.#held.set(version, held)
    if (held instanceof Uint8Array) this.#bytes += held.length
  }

  delete(version: string): void {
    const held = this.#held.get(version)
    if (held instanceof Uint8Array) this.#bytes -= held.length
    this.#held.delete(version)
  }

  /** A version's rest stands in the file now: it is held on where there is room, unless there is a newer one. */
  written(version: string, rest: Uint8Array, end: number): void {
    if (this.#held.get(version) !== rest || this.#bytes <= this.#most) return
    this.set(version, { at: end - rest.length, length: rest.length, crc: crc32(rest) })
  }

  /** A version's rest was found in the file; with its bytes where they are at hand. */
  found(version: string, place: Place, bytes: Uint8Array | null): void {
    const fits = bytes && this.#bytes + bytes.length <= this.#most && crc32(bytes) === place.crc
    this.set(version, fits ? bytes : place)
  }
}

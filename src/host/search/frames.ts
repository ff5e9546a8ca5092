import { crc32 } from 'node:zlib'
import type { DiskFile } from '../journal/disk'
import type { Page } from './page'

/**
 * A frame of the page file: sixteen bytes (the lengths of its body and of its rest, and the CRC-32 of each, little
 * endian), the body, the rest. The body is the length of what JSON says of the page, that JSON, the places and the text;
 * a frame without these two speaks of the text of its version's frame before. The rest is not read with the body.
 */

/** Where the rest of a page stands in the file. */
export interface Place {
  readonly at: number
  readonly length: number
  readonly crc: number
}

/** What verdicts hang on, from here on and for all that stands before. */
export interface Head {
  readonly v: number
  readonly judges: string
}

export interface Frame {
  readonly version: string
  readonly page: Page
  /** null where nothing is kept beside the page */
  readonly rest: Place | null
  /** the rest itself, of as many as are to be held */
  readonly bytes: Uint8Array | null
}

interface Told extends Omit<Page, 'text' | 'places'> {
  readonly version: string
  /** numbers in `places`; without it text and places are those of the frame before */
  readonly places?: number
  /** the text holds no character above U+00FF: a byte each */
  readonly narrow?: boolean
}

const START = 16
const CHUNK = 4 * 1024 * 1024

/** @param kept the text is that of the version's frame before */
export function pageFrame(version: string, page: Page, rest: Uint8Array | null, kept: boolean): Buffer {
  const { text, places, ...told } = page
  if (kept) return frame(bodyOf({ version, ...told }), rest)

  const narrow = /^[\0-\xff]*$/.test(text)
  const numbers = Buffer.alloc(places.length * 4)
  for (let at = 0; at < places.length; at++) numbers.writeUInt32LE(places[at] as number, at * 4)
  const spelled = Buffer.from(text, narrow ? 'latin1' : 'utf16le')
  const body = bodyOf({ version, ...told, places: places.length, narrow })
  return frame(Buffer.concat([body, numbers, spelled]), rest)
}

export function headFrame(head: Head): Buffer {
  return frame(bodyOf(head), null)
}

function bodyOf(told: Told | Head): Buffer {
  const json = JSON.stringify(told)
  const body = Buffer.alloc(4 + Buffer.byteLength(json))
  body.writeUInt32LE(body.length - 4)
  body.write(json, 4)
  return body
}

function frame(body: Buffer, rest: Uint8Array | null): Buffer {
  const start = Buffer.alloc(START)
  start.writeUInt32LE(body.length, 0)
  start.writeUInt32LE(rest?.length ?? 0, 4)
  start.writeUInt32LE(crc32(body), 8)
  start.writeUInt32LE(rest ? crc32(rest) : 0, 12)
  return Buffer.concat(rest ? [start, body, rest] : [start, body])
}

/**
 * The frames of a file from its start, some at a time, and where the last whole one ends. A torn tail is left out.
 *
 * @param room bytes of rests that may be held
 */
export async function* framesOf(
  file: DiskFile,
  room: number,
): AsyncGenerator<{ readonly heads: readonly Head[]; readonly frames: readonly Frame[]; readonly end: number }> {
  const size = await file.size()
  const reading = new Reading(room)
  let end = 0
  let length = CHUNK
  while (end < size) {
    const chunk = Buffer.allocUnsafe(Math.min(length, size - end))
    const read = await file.read(chunk, end)
    const taken = reading.take(chunk.subarray(0, read), end)
    if (taken.used === 0 && (end + read >= size || read < chunk.length)) return
    end += taken.used
    // A frame longer than what was read is read whole.
    length = taken.used === 0 ? length * 4 : CHUNK
    yield { ...taken, end }
  }
}

class Reading {
  /** the text of each version's frame before */
  readonly #lines = new Map<string, Pick<Page, 'text' | 'places'>>()
  /** of pages many say the same of their blocks */
  readonly #words = new Map<string, string>()
  #room: number

  constructor(room: number) {
    this.#room = room
  }

  /** @param from where the bytes stand in the file */
  take(bytes: Buffer, from: number): { heads: Head[]; frames: Frame[]; used: number } {
    const heads: Head[] = []
    const frames: Frame[] = []
    let used = 0
    while (used + START <= bytes.length) {
      const body = used + START
      const rest = body + bytes.readUInt32LE(used)
      const end = rest + bytes.readUInt32LE(used + 4)
      if (end > bytes.length) break
      // Damage takes one frame, not those behind it.
      if (rest >= body + 4 && crc32(bytes.subarray(body, rest)) === bytes.readUInt32LE(used + 8)) {
        const place = { at: from + rest, length: end - rest, crc: bytes.readUInt32LE(used + 12) }
        const read = this.#frame(bytes.subarray(body, rest), place)
        if ('judges' in read) heads.push(read)
        else if (read.page) frames.push({ ...read, page: read.page, bytes: this.#held(bytes.subarray(rest, end)) })
      }
      used = end
    }
    return { heads, frames, used }
  }

  #held(rest: Buffer): Uint8Array | null {
    this.#room -= rest.length
    return rest.length > 0 && this.#room >= 0 ? Uint8Array.from(rest) : null
  }

  #frame(body: Buffer, place: Place): Head | (Pick<Frame, 'version' | 'rest'> & { readonly page: Page | null }) {
    const behind = 4 + body.readUInt32LE()
    const told = JSON.parse(body.toString('utf8', 4, behind)) as Told | Head
    if ('judges' in told) return told
    const { version, places, narrow, fates, cues, copy, recurring, seq } = told
    if (places !== undefined) this.#lines.set(version, linesIn(body.subarray(behind), places, narrow === true))
    const lines = this.#lines.get(version)
    const words = { fates: this.#same(fates), cues: this.#same(cues), recurring: this.#same(recurring) }
    const page = lines ? { ...lines, ...words, copy, seq } : null
    return { version, page, rest: place.length > 0 ? place : null }
  }

  #same(word: string): string {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, word)
    return word
  }
}

function linesIn(bytes: Buffer, count: number, narrow: boolean): Pick<Page, 'text' | 'places'> {
  const places = new Array<number>(count)
  for (let at = 0; at < count; at++) places[at] = bytes.readUInt32LE(at * 4)
  return { text: bytes.toString(narrow ? 'latin1' : 'utf16le', count * 4), places }
}

import type { JournalRecord } from '../../review/operation'
import type { DiskFile } from './disk'
import { decodeLine, hashLine, NO_HASH, type Header } from './line'

/** A line longer than this was not written by the journal: it is not held in memory, and counts as bad. */
export const LONGEST_LINE = 256 * 1024 * 1024
const CHUNK = 1024 * 1024

/** Bytes [start, end) of the journal file, without the line break. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What a journal file holds, read from its first byte to its last. */
export interface Survey {
  /** null where the first line is none: a damaged or a foreign file */
  readonly header: Header | null
  /** of the last line; a bad last line counts for one */
  readonly seq: number
  readonly hash: string
  readonly records: number
  /** bad lines with something after them, by the number their record must have had (the header's is 0) */
  readonly bad: readonly (Place & { readonly seq: number })[]
  /** numbers of records that are missing though no bad line stands in their place, first and last */
  readonly gaps: readonly (readonly [first: number, last: number])[]
  /** sound records whose prevHash does not fit the sound line before them */
  readonly broken: readonly number[]
  /** records of a newer app, or a newer header */
  readonly future: boolean
  /** a last line that was not written to its end */
  readonly torn: Place | null
  /** the last record is whole, only its line break is missing */
  readonly unended: boolean
  /** where the next record goes: behind the last line break, or behind an unended record */
  readonly end: number
}

/**
 * Reads the file line by line, telling `found` every sound record in order with its line's hash.
 *
 * What holds for the chain: prevHash is the hash of the line that physically stands before, bad or not. A sound record
 * behind a bad line cannot be held against it (what it hashed is gone), so its crc and a number above the last sound
 * one admit it, and the chain goes on from it. A record whose number is not above the last sound one has no place in
 * the order: its line is bad.
 */
export async function survey(
  file: DiskFile,
  found: (record: JournalRecord, place: Place, hash: string) => void,
): Promise<Survey> {
  const size = await file.size()
  const reading = new Reading(found)
  for await (const line of lines(file, size)) reading.take(line, size)
  return reading.survey()
}

export interface RawLine extends Place {
  /** null where it is longer than LONGEST_LINE */
  readonly bytes: Uint8Array | null
  readonly ended: boolean
}

class Reading {
  readonly #found: (record: JournalRecord, place: Place, hash: string) => void
  readonly #bad: (Place & { seq: number })[] = []
  readonly #gaps: [number, number][] = []
  readonly #broken: number[] = []
  #header: Header | null = null
  #records = 0
  #seq = 0
  #hash = NO_HASH
  /** the line before is bad: nothing can be held against its hash */
  #unsure = false
  #sound = 0
  #future = false
  #torn: Place | null = null
  #unended = false
  #end = 0

  constructor(found: (record: JournalRecord, place: Place, hash: string) => void) {
    this.#found = found
  }

  take(line: RawLine, size: number): void {
    const read = line.bytes ? decodeLine(line.bytes) : ({ kind: 'bad' } as const)
    if (!line.ended && read.kind === 'bad') {
      this.#torn = { start: line.start, end: size }
      return
    }
    this.#end = line.ended ? line.end + 1 : line.end
    this.#unended = !line.ended
    if (line.start === 0) {
      if (read.kind === 'header') this.#header = read.header
      else if (read.kind === 'future') this.#future = true
      else if (read.kind === 'bad') this.#spoilt(line, 0)
      if (read.kind !== 'record') return
    }
    const hash = line.bytes ? hashLine(line.bytes) : NO_HASH
    if (read.kind === 'record' && read.record.seq > this.#sound) this.#record(read.record, line, hash)
    else if (read.kind === 'future') this.#newer()
    else this.#spoilt(line, ++this.#seq)
    this.#hash = hash
  }

  #record(record: JournalRecord, line: RawLine, hash: string): void {
    if (record.seq > this.#seq + 1) this.#gaps.push([this.#seq + 1, record.seq - 1])
    else if (!this.#unsure && record.prevHash !== this.#hash) this.#broken.push(record.seq)
    this.#unsure = false
    this.#seq = this.#sound = record.seq
    this.#records++
    this.#found(record, { start: line.start, end: line.end }, hash)
  }

  #newer(): void {
    this.#future = true
    this.#seq++
    this.#unsure = true
  }

  #spoilt(line: Place, seq: number): void {
    this.#bad.push({ start: line.start, end: line.end, seq })
    this.#unsure = seq > 0
  }

  survey(): Survey {
    return {
      header: this.#header,
      seq: this.#seq,
      hash: this.#hash,
      records: this.#records,
      bad: this.#bad,
      gaps: this.#gaps,
      broken: this.#broken,
      future: this.#future,
      torn: this.#torn,
      unended: this.#unended,
      end: this.#end,
    }
  }
}

/** The lines of a file; others have their turn after so many bytes. */
export async function* lines(file: DiskFile, size: number, most = CHUNK): AsyncGenerator<RawLine> {
  const chunk = new Uint8Array(most)
  let start = 0
  let parts: Uint8Array[] = []
  let held = 0
  for (let position = 0; position < size;) {
    const read = await file.read(chunk.subarray(0, Math.min(most, size - position)), position)
    if (read === 0) break
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0 && at < read; at = chunk.indexOf(10, from)) {
      const tail = chunk.slice(from, at)
      const long = held + tail.length > LONGEST_LINE
      yield { start, end: position + at, bytes: long ? null : joined(parts, tail), ended: true }
      start = position + at + 1
      parts = []
      held = 0
      from = at + 1
    }
    if (held <= LONGEST_LINE) parts.push(chunk.slice(from, read))
    held += read - from
    position += read
  }
  if (start < size) yield { start, end: size, bytes: held > LONGEST_LINE ? null : joined(parts), ended: false }
}

function joined(parts: readonly Uint8Array[], tail?: Uint8Array): Uint8Array {
  if (tail && parts.length === 0) return tail
  return Buffer.concat(tail ? [...parts, tail] : parts)
}

import type { Span } from '../analysis'
import { readAs } from './encodings'

/** How well bytes read as UTF-8: sequences of two, of three or four bytes, and stretches that are none. */
export interface Utf8Count {
  two: number
  more: number
  bad: number
}

const isTail = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf

const lengthOf = (lead: number) => (lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0)

export const countUtf8 = (bytes: Uint8Array): Utf8Count => {
  const count = { two: 0, more: 0, bad: 0 }
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = lengthOf(lead)
    let tails = 0
    while (tails < length - 1 && isTail(bytes[at + 1 + tails])) tails++
    if (length > 0 && tails === length - 1) {
      if (length === 2) count.two++
      else count.more++
    } else count.bad++
    at += 1 + tails
  }
  return count
}

/** UTF-8 with damage: what is whole outweighs what is broken by far. Other encodings give mostly broken sequences. */
export const isMostlyUtf8 = ({ two, more, bad }: Utf8Count): boolean =>
  two + more >= 4 * bad || (more > 0 && more >= bad && more >= two)

/** A text read from UTF-8 without a fault. */
export interface Utf8Text {
  readonly text: string
  /** the stretches that hold more than ASCII */
  readonly beyond: readonly Span[]
}

const STRETCH = 2048

/** Where a stretch ends that begins at `from`: between two characters. */
const stretchEnd = (bytes: Uint8Array, from: number): number => {
  let end = Math.min(bytes.length, from + STRETCH)
  while (end < bytes.length && isTail(bytes[end])) end++
  return end
}

/**
 * The text of bytes that are UTF-8 without a fault, else null. Read by stretches: most of a page is mark-up in ASCII, which is
 * read much faster where nothing else is among it.
 */
export const readUtf8 = (bytes: Uint8Array): Utf8Text | null => {
  const beyond: Span[] = []
  let text = ''
  try {
    for (let from = 0, end = 0; from < bytes.length; from = end) {
      end = stretchEnd(bytes, from)
      const start = text.length
      text += readAs(bytes.subarray(from, end), 'UTF-8', true)
      // UTF-8 takes a byte a character only for ASCII.
      if (text.length - start < end - from) beyond.push([start, text.length])
    }
  } catch {
    return null
  }
  return { text, beyond }
}

import type { Block } from '../engine/analysis'

/** What a block reads in the original. */
export function wordsIn({ pieces }: Block, source: string): string {
  return pieces.map(([start, end, reads]) => reads ?? source.slice(start, end)).join('')
}

/** The place, in what the block reads, of a source offset; null where that shows nothing. An atomic stretch is its beginning. */
export function placeIn({ pieces }: Block, offset: number): number | null {
  let at = 0
  for (const [start, end, reads] of pieces) {
    if (start <= offset && offset < end) return reads === undefined ? at + offset - start : at
    at += reads?.length ?? end - start
  }
  return null
}

/** The source offset of a place in what the block reads; null behind its end. */
export function offsetAt({ pieces }: Block, place: number): number | null {
  let at = 0
  for (const [start, end, reads] of pieces) {
    const length = reads?.length ?? end - start
    if (place < at + length) return reads === undefined ? start + place - at : start
    at += length
  }
  return null
}

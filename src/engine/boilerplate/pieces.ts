import type { Piece } from '../analysis'

/** Code units of the block's text a piece stands for. */
const lengthOf = ([start, end, text]: Piece): number => (text === undefined ? end - start : text.length)

/**
 * The pieces of the stretch [from, to) of a block's text. A piece that reads as another text than the source (an
 * entity, a run of blanks) is atomic: it belongs to the stretch its first character stands in.
 */
export const slicePieces = (pieces: readonly Piece[], from: number, to: number): Piece[] => {
  const sliced: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const [start, , text] = piece
    const length = lengthOf(piece)
    const first = Math.max(from, at)
    const last = Math.min(to, at + length)
    if (text !== undefined) {
      if (at >= from && at < to) sliced.push(piece)
    } else if (first < last) sliced.push([start + first - at, start + last - at])
    at += length
  }
  return sliced
}

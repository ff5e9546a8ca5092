import type { OutputPiece } from './operation'
import type { Review } from './review'

/** Who made characters that neither stand in the source nor were typed: entities read, paragraphs parted. */
export const BY_ENGINE = 'engine'

/**
 * How the cleaned text of a story is made: stretches of the source and what is not in it, in order. Put together by
 * `rebuild` they give the text exactly.
 */
export function outputPieces(review: Review, story: number): OutputPiece[] {
  const { at, end } = review.stories[story]!
  const pieces: OutputPiece[] = []
  for (const run of review.copy.runs) {
    const from = Math.max(run.at, at)
    const to = Math.min(run.at + run.length, end)
    if (from >= to) continue
    const insert = review.copy.text.slice(from, to)
    if (run.kind === 'typed') pieces.push({ insert, op: run.op })
    else if (run.kind === 'break') pieces.push({ insert, op: BY_ENGINE })
    else if (run.atomic) pieces.push({ insert, op: BY_ENGINE, from: [run.start, run.end] })
    else append(pieces, run.start + from - run.at, run.start + to - run.at)
  }
  return pieces
}

function append(pieces: OutputPiece[], start: number, end: number): void {
  const last = pieces.at(-1)
  if (last && 'start' in last && last.end === start) pieces[pieces.length - 1] = { start: last.start, end }
  else pieces.push({ start, end })
}

/**
 * The text that pieces make of a source.
 *
 * @throws RangeError where a piece lies outside the source
 */
export function rebuild(source: string, pieces: readonly OutputPiece[]): string {
  return pieces
    .map((piece) => {
      if ('insert' in piece) return piece.insert
      if (piece.start < 0 || piece.end < piece.start || piece.end > source.length) {
        throw new RangeError(
          `Piece [${piece.start}, ${piece.end}) lies outside a source of ${source.length} characters`,
        )
      }
      return source.slice(piece.start, piece.end)
    })
    .join('')
}

import { MOST_BLOCKS, type RawBlock } from './page'

/** Offsets of one line of a text, without its line end. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** The lines of a text. CRLF, CR, LF, vertical tab, form feed, U+2028 and U+2029 end a line. */
export function* linesOf(text: string): Generator<Line> {
  const lineEnd = /\r\n?|[\n\v\f\u2028\u2029]/g
  let start = 0
  for (let end = lineEnd.exec(text); end; end = lineEnd.exec(text)) {
    yield { start, end: end.index }
    start = lineEnd.lastIndex
  }
  yield { start, end: text.length }
}

/** White space as trim() has it: blanks, U+00A0, U+3000, U+FEFF and the other Unicode spaces. */
export const isWhite = (unit: number) =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit === 0xfeff

/** A line without the white space at its ends, null for an empty one. */
export const trimmed = (text: string, { start, end }: Line): Line | null => {
  let from = start
  let to = end
  while (from < to && isWhite(text.charCodeAt(from))) from++
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--
  return from < to ? { start: from, end: to } : null
}

/**
 * One block a line that is not empty, and one more than MOST_BLOCKS at most. What is trimmed lies between blocks; inside, the text is untouched.
 */
export const plainTextBlocks = (text: string): RawBlock[] => {
  const blocks: RawBlock[] = []
  let blankBefore = 0
  for (const line of linesOf(text)) {
    const inner = trimmed(text, line)
    if (!inner) {
      blankBefore++
      continue
    }
    if (blocks.length > MOST_BLOCKS) break
    const { start, end } = inner
    blocks.push({
      start,
      end,
      pieces: [[start, end]],
      text: text.slice(start, end),
      layout: 'line',
      blankBefore: blocks.length === 0 ? 0 : blankBefore,
      indented: start > line.start,
    })
    blankBefore = 0
  }
  return blocks
}

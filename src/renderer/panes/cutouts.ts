import type { Block } from '../../engine/analysis'
import type { Review } from '../../review/review'

/** What a reviewer's edits cut out of a block that stands in the copy. */
export interface Cutout {
  /** span in the source */
  readonly from: number
  readonly to: number
  /** what stood there */
  readonly text: string
  /** offset into the copy's text where it stood */
  readonly at: number
}

/** Cut-outs in order. Blanks that were cut are not worth a mark, nor is a mark that only changed its width. */
export function cutouts(review: Review): Cutout[] {
  const found: Cutout[] = []
  const { copy, draft } = review
  let index = 0
  for (const { block: number, at } of copy.placed) {
    const block = draft.blocks[number]
    if (block === undefined) continue
    let cursor = block.start
    let place = at
    const note = (to: number): void => {
      const text = to > cursor ? reads(draft.text, block, cursor, to) : ''
      const instead = copy.text.slice(place, place + text.length)
      if (text.trim() !== '' && instead.normalize('NFKC') !== text) found.push({ from: cursor, to, text, at: place })
    }
    while (index < copy.runs.length && (copy.runs[index]?.block ?? 0) < number) index++
    for (; copy.runs[index]?.block === number; index++) {
      const run = copy.runs[index]
      if (run?.kind !== 'source') continue
      note(run.start)
      cursor = run.end
      place = run.at + run.length
    }
    note(block.end)
  }
  return found
}

/** What a block reads between two source offsets. */
function reads(source: string, block: Block, from: number, to: number): string {
  return block.pieces
    .map(([start, end, text]) => {
      if (end <= from || start >= to) return ''
      return text ?? source.slice(Math.max(start, from), Math.min(end, to))
    })
    .join('')
}

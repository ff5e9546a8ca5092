import { diffWordsWithSpace, type ChangeObject } from 'diff'
import type { Review } from '../../../review/review'
import { wordsIn } from '../../../review/words'

/** A block whose words a reviewer changed: what it read, what it reads now, word by word. */
export interface ChangedPlace {
  readonly block: number
  /** offset into the copy's text */
  readonly at: number
  readonly words: readonly ChangeObject<string>[]
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The changed paragraphs in order. Joined halves of a cut paragraph are compared each for itself. */
export function changedPlaces(review: Review): ChangedPlace[] {
  const typed = new Set(review.copy.runs.flatMap((run) => (run.kind === 'typed' ? [run.block] : [])))
  return review.copy.placed.flatMap(({ block, at, end }) => {
    const before = readsWhole(review, block)
    const now = review.copy.text.slice(at, end)
    if (before === now && !typed.has(block)) return []
    return before === now ? [] : [{ block, at, words: diffWordsWithSpace(before, now, { intlSegmenter: segmenter }) }]
  })
}

function readsWhole({ draft }: Review, block: number): string {
  const read = draft.blocks[block]
  return read === undefined ? '' : wordsIn(read, draft.text)
}

import type { Bilingual } from '../engine/analysis'
import type { Stories } from './operation'
import type { Approval, Review } from './review'
import { wordsIn } from './words'

/**
 * Splitting and merging stories by hand: the operations for a block of the document as its review stands.
 */

/** A line longer than this heads nothing, in UTF-16 code units. */
const LONGEST_TITLE = 60
const SENTENCE = /[。\uFF01\uFF1F\uFF1B.!?;]["”』」\uFF09)]?$/u

/** Index of the story a block belongs to; furniture belongs to the one before it. Null before the first. */
export function storyAt({ draft }: Review, block: number): number | null {
  for (let at = block; at >= 0; at--) {
    const story = draft.blocks[at]?.story ?? null
    if (story !== null) return story
  }
  return null
}

/** Index of the block a story begins at, -1 where it has none. */
export function firstBlock({ draft }: Review, story: number): number {
  return draft.blocks.findIndex((block) => block.story === story)
}

/** A story begins at this block. A heading, or a line of that shape, becomes its title. Null where one begins there. */
export function beginning(review: Review, block: number): Stories | null {
  const here = review.blocks[block]
  if (here === undefined || here.fate === 'removed' || isBoundary(review, block)) return null
  const words = wordsIn(here.block, review.draft.text).trim()
  const headlike = here.block.role === 'heading' || (words.length <= LONGEST_TITLE && !SENTENCE.test(words))
  const title = here.fate === 'text' && headlike && here.block.role !== 'list' && here.block.role !== 'table'
  return { kind: 'stories', at: here.block.start, begins: true, title }
}

/**
 * The story of this block no longer begins anew: it goes on with the one before. Its title stands in the text then, as a
 * heading, unless the story before has none. Null for the first.
 */
export function joining(review: Review, block: number): Stories | null {
  const story = storyAt(review, block) ?? 0
  const first = review.draft.blocks[firstBlock(review, story)]
  const before = review.stories[story - 1]
  if (first === undefined || before === undefined) return null
  return { kind: 'stories', at: first.start, begins: false, title: before.title !== null && before.title !== '' }
}

/** Whether nothing of its story stands before a block: to begin one there would leave nothing. */
function isBoundary(review: Review, block: number): boolean {
  const story = storyAt(review, block)
  return story === null || review.blocks.slice(firstBlock(review, story), block).every(({ fate }) => fate === 'removed')
}

/** Whether the operation may join the review as it stands. */
export function admitStories(review: Review, { at, begins }: Stories): Approval {
  const block = review.draft.blocks.findIndex(({ start }) => start === at)
  const story = storyAt(review, block)
  if (story === null) return no({ zh: '这里没有这样一段', en: 'There is no such block here' })
  const first = firstBlock(review, story) === block
  if (begins) return first ? no({ zh: '这里已经是一篇的开头', en: 'A story begins here already' }) : OK
  return first && story > 0 ? OK : no({ zh: '前面没有可并入的一篇', en: 'There is no story before it' })
}

const OK: Approval = { ok: true }

function no(why: Bilingual): Approval {
  return { ok: false, why }
}

import type { Bilingual } from '../../../engine/analysis'
import { beginning, firstBlock, joining, storyAt } from '../../../review/parting'
import type { Stories } from '../../../review/operation'
import type { Review } from '../../../review/review'
import type { Desk } from '../desk.svelte'
import type { Proof } from './proof.svelte'
import { blockOfId, wordsOf } from './stops'

/** Where stories begin, by hand: what the keys, the palette and the panes' buttons do at the place a reviewer is at. */

const NO_PLACE: Bilingual = { zh: '先点一下那一段', en: 'Click the paragraph first' }
const BEGINS_HERE: Bilingual = { zh: '这里不能另起一篇', en: 'No story can begin here' }
const FIRST: Bilingual = { zh: '前面没有可并入的一篇', en: 'There is no story before it' }
const BEGUN: Bilingual = { zh: '已从这里另起一篇', en: 'A story begins here' }
const JOINED: Bilingual = { zh: '已并入上一篇', en: 'Joined to the story before' }

type Sayer = Pick<Desk, 'notes' | 'picked'>

/** Index of the block a reviewer is at: where the caret was set last, else the one the keys speak of. */
export function blockHere({ picked }: Pick<Desk, 'picked'>, { review, flags, current }: Proof): number | null {
  if (picked.block !== null) return picked.block
  const flag = flags.find(({ id }) => id === current)
  if (flag?.kind !== 'finding') return blockOfId(review, current)
  const start = flag.finding.evidence.find((each) => each.start !== null)?.start ?? -1
  const at = review.draft.blocks.findIndex((block) => block.start <= start && start < block.end)
  return at < 0 ? null : at
}

/** Index of the story a reviewer is at. */
export function storyHere(desk: Pick<Desk, 'picked'>, proof: Proof): number {
  return storyAt(proof.review, blockHere(desk, proof) ?? 0) ?? 0
}

/** What can be done where the caret is: a story's first line joins it, any other begins one. Null where neither can. */
export function boundAt(proof: Proof, block: number | null): 'begin-story' | 'join-story' | null {
  if (block === null || !proof.editable) return null
  const { review } = proof
  if (beginning(review, block) !== null) return 'begin-story'
  return joining(review, block) === null ? null : 'join-story'
}

export function beginStory(desk: Sayer, proof: Proof): void {
  proof.flush()
  const block = blockHere(desk, proof)
  const reads = block === null ? '' : shownWords(proof.review, block)
  const op = make(desk, proof, beginning, [BEGINS_HERE, BEGUN], block)
  // The title is what the original reads: what was typed in that line goes with it.
  const story = proof.review.stories.find(({ title }) => title === wordsOf(proof.review, block ?? -1))
  if (op?.title && story !== undefined && reads !== '' && reads !== story.title) {
    proof.append({ kind: 'meta', story: { at: op.at }, set: { title: reads } })
  }
}

/** What stands of a block in the cleaned text. */
function shownWords({ copy }: Review, block: number): string {
  const place = copy.placed.find((each) => each.block === block)
  return place === undefined ? '' : copy.text.slice(place.at, place.end).trim()
}

/** @param block index; where none is given, the one a reviewer is at */
export function joinStory(desk: Sayer, proof: Proof, block = blockHere(desk, proof)): void {
  make(desk, proof, joining, [FIRST, JOINED], block)
}

/** Joins a story, by its index, to the one before. */
export function joinStoryOf(desk: Sayer, proof: Proof, story: number): void {
  joinStory(desk, proof, firstBlock(proof.review, story))
}

function make(
  { notes }: Sayer,
  proof: Proof,
  kind: typeof beginning,
  [refused, did]: readonly [Bilingual, Bilingual],
  block: number | null,
): Stories | null {
  proof.flush()
  const op = block === null ? null : kind(proof.review, block)
  if (op === null) notes.say(block === null ? NO_PLACE : refused)
  else if (proof.append(op)) {
    notes.say(did)
    return op
  }
  return null
}

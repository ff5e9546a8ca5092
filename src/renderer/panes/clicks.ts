import type { EditorView } from '@codemirror/view'
import { toCopy, toSource } from '../../review/places'
import type { Proof } from '../desk/proof/proof.svelte'
import { blockId } from '../desk/proof/stops'
import { applyTwin } from './marks'
import { blockAt, fromReading, spanInReading, type Reading } from './reading'
import { wordAt } from './word'

/** What a click in a pane speaks of. */
export interface Clicked {
  readonly proof: Proof
  readonly reading: Reading
  readonly source: EditorView
  readonly copy: EditorView
}

/** A click on a chip goes to its block; one on the text shows the same place in the cleaned text. */
export function clickedSource(event: MouseEvent, { proof, reading, source, copy }: Clicked): void {
  const target = event.target as HTMLElement
  const chip = target.closest<HTMLElement>('[data-block]')
  const { review } = proof
  if (chip !== null) return pointBlock(proof, Number(chip.dataset['block']))
  pointFlag(proof, target)
  const at = source.posAtCoords({ x: event.clientX, y: event.clientY })
  const from = at === null ? null : fromReading(reading, at)
  if (at === null || from === null) return
  applyTwin(source, null)
  const shown = review.blocks[blockAt(reading, at)]?.fate === 'text'
  const place = shown ? toCopy(review.copy, from) : null
  applyTwin(copy, place === null ? null : wordAt(copy, place))
}

/** What a click on a story's head asks for. */
export interface Heads {
  editHead(story: number): void
  joinStory(story: number): void
}

/** A click on a story's head edits it, one on its button joins it to the story before; one on the text shows the same place in the original. */
export function clickedCopy(event: MouseEvent, { proof, reading, source, copy }: Clicked, heads: Heads): void {
  const target = event.target as HTMLElement
  const head = target.closest<HTMLElement>('[data-story]')?.dataset['story']
  if (head !== undefined && target.closest('[data-join]') !== null) return heads.joinStory(Number(head))
  if (head !== undefined) return heads.editHead(Number(head))
  pointFlag(proof, target)
  const at = copy.posAtCoords({ x: event.clientX, y: event.clientY })
  if (at === null) return
  applyTwin(copy, null)
  const text = proof.review.copy
  const span = toSource(text, at) ?? (at > 0 ? toSource(text, at - 1) : null)
  applyTwin(source, span === null ? null : wordAt(source, spanInReading(reading, span)[0]))
}

function pointBlock(proof: Proof, index: number): void {
  const judged = proof.review.blocks[index]
  if (judged === undefined) return
  const id = blockId([judged.block.start, judged.block.end])
  if (judged.fate === 'removed' && !proof.openFlags.some((flag) => flag.id === id)) proof.show('removed')
  proof.point(id)
}

function pointFlag(proof: Proof, target: HTMLElement): void {
  const flag = target.closest<HTMLElement>('[data-flag]')?.dataset['flag']
  if (flag === undefined) return
  proof.show('open')
  proof.point(flag)
}

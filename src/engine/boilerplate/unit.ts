import type { Span } from '../analysis'
import type { RawBlock } from '../blocks/page'
import { closesStory } from './closing'
import { readCredit, type Credit } from './credits'
import { samenessOfFolded } from './fold'
import { measure, type Shape } from './shape'

/** What a cue judges: a block, or the part of a block that has a fate of its own ((刘倩) at a paragraph's end). */
export interface Unit {
  readonly index: number
  readonly block: RawBlock
  /** offsets into the block's text, without the blanks at its ends */
  readonly within: Span
  /** the folded text of that stretch, each run of blanks as one: rules match on it. Offsets into it mean nothing outside. */
  readonly text: string
  readonly same: string
  readonly shape: Shape
  /** the line read as a credit; null where it is none */
  readonly credit: Credit | null
  /** a heading behind which the story is over: 相关阅读, Most read */
  readonly closes: boolean
  /** begins its block */
  readonly leads: boolean
  /** cut out of a paragraph's end */
  readonly tail: boolean
}

/** The stretch of a block's folded text without the blanks at its ends; null if there is nothing else. */
export const trimmed = (folded: string, start: number, end: number): Span | null => {
  const stretch = folded.slice(start, end)
  const text = stretch.trim()
  if (text === '') return null
  const from = start + (stretch.length - stretch.trimStart().length)
  return [from, from + text.length]
}

/** `folded` is the block's folded text. */
export const unitOf = (index: number, block: RawBlock, folded: string, within: Span, tail: boolean): Unit => {
  const stretch = folded.slice(within[0], within[1])
  const text = stretch.includes('  ') ? stretch.replace(/ {2,}/g, ' ') : stretch
  const leads = within[0] === 0 || folded.slice(0, within[0]).trim() === ''
  const same = samenessOfFolded(text)
  const measured = measure(text)
  // However it reads, a heading is no running prose.
  const shape = measured.prose && (block.markUp?.level ?? 0) > 0 ? { ...measured, prose: false } : measured
  return { index, block, within, text, same, shape, credit: readCredit(text), closes: closesStory(text), leads, tail }
}

/** A line set apart to be read at a glance: a title, a heading, a banner. */
export const isDisplay = (unit: Unit): boolean =>
  !unit.shape.prose && !unit.tail && unit.shape.size >= 2 && unit.shape.size <= 60 && !/[。;,、]\s*$/.test(unit.text)

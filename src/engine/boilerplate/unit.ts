import type { Span } from '../analysis'
import type { RawBlock } from '../blocks/page'
import type { About, AboutReader } from './about'
import { closesStory } from './closing'
import { readCredit, type Credit } from './credits'
import { findDates, type DateFound } from './dates'
import { samenessOfFolded } from './fold'
import { hintsOf, type Hints } from './gates/gate'
import { measure, type Shape } from './shape'

/** What a cue judges: a block, or the part of a block that has a fate of its own ((刘倩) at a paragraph's end). */
export interface Unit {
  readonly index: number
  readonly block: RawBlock
  /** offsets into the block's text, without the blanks at its ends */
  readonly within: Span
  /** the folded text of that stretch, each run of blanks as one: rules match on it. Offsets into it mean nothing outside. */
  readonly text: string
  /** what the text holds that a pattern may look for */
  readonly hints: Hints
  readonly same: string
  readonly shape: Shape
  /** the line read as a credit; null where it is none */
  readonly credit: Credit | null
  /** full dates in a line that is no paragraph, see `datesOf` */
  readonly dates: readonly DateFound[] | null
  /** a heading behind which the story is over: 相关阅读, Most read */
  readonly closes: boolean
  /** what the words and the elements about its block tell, see `elements` */
  readonly about: About
  readonly stands: number
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
export const unitOf = (
  index: number,
  block: RawBlock,
  folded: string,
  within: Span,
  tail: boolean,
  reader: AboutReader,
): Unit => {
  const stretch = folded.slice(within[0], within[1])
  const text = stretch.includes('  ') ? stretch.replace(/ {2,}/g, ' ') : stretch
  const leads = within[0] === 0 || folded.slice(0, within[0]).trim() === ''
  const same = samenessOfFolded(text)
  const shape = measure(text, (block.markUp?.level ?? 0) > 0)
  const hints = hintsOf(text)
  return {
    index,
    block,
    within,
    text,
    hints,
    same,
    shape,
    credit: readCredit(text, hints),
    dates: text.length <= LONGEST_DATED ? findDates(text) : null,
    closes: closesStory({ text, hints }),
    about: reader.about(block.markUp),
    stands: reader.stands(block.markUp),
    leads,
    tail,
  }
}

const LONGEST_DATED = 120

/** Full dates in a unit's text, in order. */
export const datesOf = ({ dates, text }: Unit): readonly DateFound[] => dates ?? findDates(text)

/** A line set apart to be read at a glance: a title, a heading, a banner. */
export const isDisplay = (unit: Unit): boolean =>
  !unit.shape.prose &&
  !unit.tail &&
  unit.shape.size >= 2 &&
  unit.shape.size <= 60 &&
  !'。;,、'.includes(unit.text.slice(-1))

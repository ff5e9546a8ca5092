import { elements } from './about'
import { isAnchored } from './anchored'
import type { Appendix } from './appendix'
import { isCookieNotice } from './cookies'
import type { Unit } from './unit'

/** The run of prose: the units from the first to the last paragraph of what reads as the page's text. */
export interface Run {
  /** indices of units, inclusive; first > last where the page has no prose */
  readonly first: number
  readonly last: number
}

export type Place = 'before' | 'inside' | 'after' | 'nowhere'

const MOST = 220
const SHORT_COST = 14
/** On a page of few short lines they are the story's own: lists, headings, answers. */
const TIDY_COST = 5
const FEW = 10
const MANY = 40
const LINK_COST = 22
const CLOSING_COST = 160

const AROUND = elements('nav', 'footer', 'aside')
const foreign = ({ about, stands }: Unit): boolean => (stands & AROUND) !== 0 || about.foreign

/** - an item, 2. an item */
const LISTED = /^[-\u2022\u00B7*] ?\S|^\d{1,2}[.、)] ?\S/

/** 票价:30元: a row of a list that is set without mark-up. */
const ROW = /^[^:|]{2,12}: ?[^|\s][^|]*$/

export const isListed = (text: string): boolean => LISTED.test(text)

/** A list's item or the line above a paragraph interrupts less than a line that has nothing to do with prose. */
const costOf = (unit: Unit, next: Unit | undefined, cost: number): number => {
  if (unit.credit) return 0
  if (isListed(unit.text) || (!unit.block.markUp && ROW.test(unit.text))) return cost / 3
  return next?.shape.prose ? cost / 2 : cost
}

/** Lines that an inserted box of links has at most. */
const BOX = 12

/** The place of a paragraph in the page's mark-up; its own class, which its siblings may lack, is no part of it. */
const standsWith = (one: Unit, other: Unit): boolean => {
  const [a, b] = [one.block.markUp, other.block.markUp]
  if (!a || !b || a.path.length !== b.path.length || a.path.some((tag, i) => tag !== b.path[i])) return false
  const shared = Math.min(a.names.length, b.names.length)
  return (
    shared > 0 && a.names.slice(a.names.length - shared).join(' ') === b.names.slice(b.names.length - shared).join(' ')
  )
}

/** A heading of other stories between two paragraphs of one container: an inserted box, behind which the story goes on. */
export const isInserted = (units: readonly Unit[], index: number): boolean => {
  const [before, behind] = [
    units.slice(Math.max(0, index - BOX), index).findLast((unit) => unit.shape.prose),
    units.slice(index + 1, index + 1 + BOX).find((unit) => unit.shape.prose),
  ]
  return before !== undefined && behind !== undefined && standsWith(before, behind)
}

const value = (unit: Unit, units: readonly Unit[], cost: number): number => {
  const markUp = unit.block.markUp
  const { shape } = unit
  const next = units[unit.index + 1]
  if (markUp?.hidden) return 0
  if (unit.closes) return isInserted(units, unit.index) ? -cost : -CLOSING_COST
  if (foreign(unit) || isCookieNotice(unit)) return -SHORT_COST
  const links = markUp?.linkDensity ?? 0
  if (links > 0.5) return -LINK_COST
  if (shape.prose) return Math.min(shape.size, MOST) * (1 - links)
  if (shape.sentences > 0 && shape.closed && shape.size >= 2) return shape.size * (markUp ? 0.5 : 1)
  return -costOf(unit, next, cost)
}

/** What readers write below a story, and its references, count this share. */
const APPENDIX_SHARE = 0.1
/**
 * In plain text, where a closing heading (Most read) stands below so much prose, paragraphs that stand alone among lines
 * are teasers and count this share. In mark-up what is learned of their like tells them better.
 */
const WHOLE_STORY = 160
const TEASER_SHARE = 0.25
/** How much longer than an anchored story, once closed, what begins behind it must be to be the text instead. */
const RIVAL = 10
/** A shorter one is no story. */
const LEAST_CLOSED = 100
/** Less prose than this is none: a poem with one full stop, a list with one remark. */
const LEAST_PROSE = 40

const standsAlone = (units: readonly Unit[], index: number): boolean =>
  !units[index - 1]?.shape.prose && !units[index + 1]?.shape.prose

/** Finds the stretch with the greatest sum of prose less what interrupts it. Linear. */
export const findRun = (units: readonly Unit[], { talk, references }: Appendix): Run => {
  const end = Math.min(talk, references)
  const short = units.filter((unit) => !unit.shape.prose && !unit.credit).length
  const cost = TIDY_COST + (SHORT_COST - TIDY_COST) * Math.max(0, Math.min(1, (short - FEW) / (MANY - FEW)))
  let best: Run = { first: 0, last: -1 }
  let most = 0
  let sum = 0
  let first = 0
  let over = false
  let needed = 1
  for (const unit of units) {
    over ||= unit.closes && unit.block.markUp === undefined && sum >= WHOLE_STORY
    if (unit.closes && most >= LEAST_CLOSED && isAnchored(units, best.first)) needed = RIVAL
    if (sum <= 0) {
      sum = 0
      first = unit.index
    }
    const worth = value(unit, units, cost)
    const share = unit.index >= end ? APPENDIX_SHARE : over && standsAlone(units, unit.index) ? TEASER_SHARE : 1
    sum += worth > 0 ? worth * share : worth
    const isAnother = first > best.last
    if (sum > most * (isAnother ? needed : 1)) {
      if (isAnother) needed = 1
      most = sum
      best = { first, last: unit.index }
    }
  }
  return most < LEAST_PROSE ? { first: 0, last: -1 } : best
}

export const placeOf = (run: Run, index: number): Place => {
  if (run.first > run.last) return 'nowhere'
  return index < run.first ? 'before' : index > run.last ? 'after' : 'inside'
}

/** Units between this one and the run; 0 inside. */
export const distanceTo = (run: Run, index: number): number => Math.max(0, run.first - index, index - run.last)

import type { Hearing } from '../judge'
import type { Odds, Testimony } from '../weigh'
import { weigh } from './weighting'
import { WEIGHTS } from './weights.table'

/** What the learned odds count beside those set by hand, on a whole web page. */
const LEARNED = 0.95
/** The same for a line that a cue would remove: what it says counts beside what it looks like. */
const CUED = 0.6
/** A page of fewer lines is a fragment or a pasted article: the weights have seen none. */
const FEW = 10
const MANY = 30
/** However little of a page reads as text, its best lines do. */
const BEST = 3

/** What counts for a row of a table or list in the run, beside what it looks like alone. */
const ROW = 3

/** 0 for a fragment, 1 for a whole page. */
const wholeness = (lines: number): number => Math.max(0, Math.min(1, (lines - FEW) / (MANY - FEW)))

const isCued = (testimonies: readonly Testimony[] | undefined): boolean =>
  testimonies?.some(({ fate, weight }) => fate === 'removed' && weight > 0) ?? false

/**
 * `hand` are odds by place, cues and neighbours, `scores` learned log-odds for text. Lines that a cue would lift keep their
 * odds.
 */
export const mixed = (
  { context: { rows }, heard }: Hearing,
  hand: readonly Odds[],
  scores: ArrayLike<number>,
): Odds[] => {
  const whole = wholeness(hand.length)
  let best = -BEST
  for (let i = 0; i < scores.length; i += 1) best = Math.max(best, scores[i] ?? best)
  const shift = Math.max(0, BEST - best)
  return hand.map((one, i) => {
    if (one.lifted !== -Infinity) return one
    const trust = whole * (isCued(heard[i]) ? CUED : LEARNED)
    return { ...one, removed: (1 - trust) * one.removed - trust * ((scores[i] ?? 0) + shift + (rows.has(i) ? ROW : 0)) }
  })
}

/** The odds with the learned weighting mixed in: it speaks of web pages only. */
export const withLearned = (hearing: Hearing, hand: readonly Odds[]): readonly Odds[] => {
  const { context, heard, alone } = hearing
  const { units } = context
  if (wholeness(units.length) === 0 || units.some((unit) => !unit.block.markUp)) return hand
  const removed = alone.map((one) => one.removed)
  return mixed(hearing, hand, weigh(context, heard, removed, WEIGHTS))
}

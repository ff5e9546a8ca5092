import { isInside } from '../container'
import type { Context } from '../cue'
import { placeOf, type Place } from '../run'
import { datesOf, type Unit } from '../unit'
import type { Testimony } from '../weigh'
import { Sums } from './sums'

/** What the weighting knows of a page before it looks at one unit. All arrays run by unit. */
export interface Surroundings {
  readonly context: Context
  /** log-odds for removal that place and cues give by hand, cut at ±6 */
  readonly hand: Sums
  readonly prose: Sums
  /** length, 1 at 60 characters and more */
  readonly length: Sums
  readonly dates: Sums
  /** share of the text in links */
  readonly links: Sums
  readonly place: readonly Place[]
  /** sum of the weights of cues for removal */
  readonly cues: readonly number[]
  readonly topic: readonly number[]
  /** closing headings from the run's start to the unit */
  readonly closings: readonly number[]
  /** in the container of the run's prose */
  readonly contained: readonly boolean[]
  /** units of one tag and class */
  readonly siblings: readonly number[]
}

const HAND_LIMIT = 6

const closingsIn = ({ units, run }: Context): number[] => {
  let closings = 0
  return units.map((unit) => {
    if (unit.index >= run.first && unit.closes) closings += 1
    return closings
  })
}

const siblingsIn = (units: readonly Unit[]): number[] => {
  const counts = new Map<string, { count: number }>()
  let [signature, group] = ['', { count: 0 }]
  const groups = units.map(({ block }, i) => {
    const own = block.markUp?.signature ?? ''
    if (i === 0 || own !== signature) {
      signature = own
      group = counts.get(own) ?? { count: 0 }
      if (group.count === 0) counts.set(own, group)
    }
    group.count += 1
    return group
  })
  return groups.map(({ count }) => count)
}

const removalOf = (testimonies: readonly Testimony[]): number =>
  testimonies.reduce((sum, { fate, weight }) => (fate === 'removed' ? sum + weight : sum), 0)

const hasDate = (unit: Unit): boolean => unit.text.length < 60 && datesOf(unit).length > 0

/** `hand` are the hand-set log-odds for removal. Linear in the page's length. */
export const surroundingsOf = (
  context: Context,
  heard: readonly (readonly Testimony[])[],
  hand: readonly number[],
): Surroundings => {
  const { units, run, container, topic } = context
  return {
    context,
    hand: Sums.of(hand, (odds) => Math.max(-HAND_LIMIT, Math.min(HAND_LIMIT, odds)) / HAND_LIMIT),
    prose: Sums.of(units, (unit) => (unit.shape.prose ? 1 : 0)),
    length: Sums.of(units, (unit) => Math.min(1, unit.shape.size / 60)),
    dates: Sums.of(units, (unit) => (hasDate(unit) ? 1 : 0)),
    links: Sums.of(units, (unit) => unit.block.markUp?.linkDensity ?? 0),
    place: units.map((unit) => placeOf(run, unit.index)),
    cues: heard.map(removalOf),
    topic: units.map((unit) => topic.overlap(unit)),
    closings: closingsIn(context),
    contained: units.map((unit) => container !== null && isInside(container, unit)),
    siblings: siblingsIn(units),
  }
}

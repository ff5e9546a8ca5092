import { isInside } from './container'
import { distanceTo, placeOf } from './run'
import type { Context } from './cue'
import type { Unit } from './unit'

/**
 * What a unit's place, length and mark-up say before any cue speaks: log-odds for removal. The weights are the whole
 * table; `prose` reads as running text, `line` as anything shorter.
 */
const WEIGHTS = {
  inside: { prose: -5, sentence: -3.4, line: -2.9 },
  before: { prose: -0.4, sentence: 0.6, line: 1.6 },
  after: { prose: 0.4, sentence: 1.2, line: 2.3 },
  nowhere: { prose: -3, sentence: -2.6, line: -2.2 },
  /** for each unit between it and the run */
  distance: { prose: 0.25, sentence: 0.25, line: 0.2 },
  farthest: 2.4,
  linkDense: 2.5,
  foreign: 2.2,
  own: -0.8,
  heading: -0.8,
  /** for a line beside the run of a page that has next to nothing beside it */
  tidy: 1.6,
  /** in or out of the container of the run's prose */
  contained: { inside: 0, before: -1.6, after: -1.6, nowhere: 0 },
  uncontained: { inside: 1.6, before: 0.8, after: 0.8, nowhere: 0 },
} as const

const kindOf = ({ shape }: Unit): 'prose' | 'sentence' | 'line' =>
  shape.prose ? 'prose' : shape.sentences > 0 && shape.closed && shape.size >= 6 ? 'sentence' : 'line'

const markUpWeight = (unit: Unit): number => {
  const markUp = unit.block.markUp
  if (!markUp) return 0
  let weight = 0
  if (markUp.linkDensity > 0.6) weight += WEIGHTS.linkDense
  const { foreign, own } = unit.about
  if (foreign) weight += WEIGHTS.foreign
  if (own) weight += WEIGHTS.own
  if (markUp.level > 1) weight += WEIGHTS.heading
  return weight
}

export const weighPlace = (unit: Unit, context: Context): number => {
  const kind = kindOf(unit)
  const place = placeOf(context.run, unit.index)
  const away = place === 'nowhere' ? 0 : distanceTo(context.run, unit.index)
  const distance = away === 0 ? 0 : Math.min(WEIGHTS.farthest, (away - 1) * WEIGHTS.distance[kind])
  const { container } = context
  const held = container === null ? 0 : WEIGHTS[isInside(container, unit) ? 'contained' : 'uncontained'][place]
  const base = WEIGHTS[place][kind] + distance
  const clutter = place === 'before' ? context.clutter.before : place === 'after' ? context.clutter.after : 1
  return Math.min(base, base * clutter - WEIGHTS.tidy * (1 - clutter)) + held + markUpWeight(unit)
}

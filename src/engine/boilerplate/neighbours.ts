import type { Context } from './cue'
import { placeOf } from './run'
import type { Odds } from './weigh'

const REACH = 2
const WEIGHT = 0.3
const MOST = 1.5

/**
 * Furniture comes in stretches: a short line outside the prose takes some of the odds of the lines around it. Lines
 * inside the run stand for themselves: a heading between two share bars is still a heading.
 */
export const withNeighbours = (context: Context, odds: readonly Odds[]): Odds[] =>
  odds.map((own, i) => {
    const unit = context.units[i]
    const place = placeOf(context.run, i)
    if (!unit || unit.shape.prose || place === 'inside' || place === 'nowhere' || i === context.headline) return own
    const [from, to] = [Math.max(0, i - REACH), Math.min(odds.length - 1, i + REACH)]
    if (from === to) return own
    let sum = -own.removed
    for (let at = from; at <= to; at += 1) sum += odds[at]?.removed ?? 0
    const mean = sum / (to - from)
    return { ...own, removed: own.removed + Math.max(-MOST, Math.min(MOST, mean * WEIGHT)) }
  })

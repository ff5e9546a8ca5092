import { isProse, type Extent, type Part } from './part'
import type { Head } from './titles'

/** The short lines about a story's text, whatever became of them: where credits and dates are stated. */
export interface Surroundings {
  /** between title and text, nearest to the title first; without a title, nearest to the text first */
  readonly below: readonly Part[]
  /** above the title, nearest first */
  readonly above: readonly Part[]
  /** behind the text, nearest first */
  readonly foot: readonly Part[]
}

const [BELOW, ABOVE, FOOT] = [14, 6, 7]
/** Lines from here on speak of other stories. */
const OTHERS = new Set(['related', 'comments'])

const isShort = ({ unit }: Part): boolean => unit.shape.size <= 70 && !unit.block.markUp?.hidden

const lastProse = (parts: readonly Part[], from: number, end: number): number => {
  for (let i = end - 1; i >= from; i -= 1) if (isProse(parts[i] as Part)) return i
  return -1
}

const untilOthers = (parts: readonly Part[]): Part[] => {
  const others = parts.findIndex(({ verdict }) => OTHERS.has(verdict.cue))
  return others < 0 ? [...parts] : parts.slice(0, others)
}

export const surroundingsOf = (parts: readonly Part[], extent: Extent, { title, kickers }: Head): Surroundings => {
  const from = title ?? extent.first
  const prose = parts.findIndex((part, i) => i > from && i < extent.end && isProse(part))
  const first = prose < 0 ? Math.min(extent.end, from + BELOW) : prose
  const last = lastProse(parts, from, extent.end)
  const top = title === null ? Math.max(extent.first, first - BELOW) : title + 1
  const over = kickers[0] ?? from
  const below = parts.slice(top, Math.min(first, top + BELOW)).filter(isShort)
  return {
    below: title === null ? below.reverse() : below,
    above: parts
      .slice(Math.max(extent.first, over - ABOVE), over)
      .reverse()
      .filter(isShort),
    foot: last < 0 ? [] : untilOthers(parts.slice(last + 1, Math.min(extent.end, last + 1 + FOOT))).filter(isShort),
  }
}

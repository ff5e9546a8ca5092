import type { Unit } from '../boilerplate/unit'
import type { Verdict } from '../boilerplate/weigh'

/** A unit with what is held of it: the material of stories. */
export interface Part {
  readonly unit: Unit
  readonly verdict: Verdict
}

/** The text of a part as the source reads, with runs of blanks as one. */
export const reading = ({ unit }: Part): string =>
  unit.block.text.slice(unit.within[0], unit.within[1]).replace(/\s+/g, ' ').trim()

/** A paragraph of running text that stays. */
export const isProse = ({ unit, verdict }: Part): boolean => verdict.fate === 'text' && unit.shape.prose

/** Indices of parts: [first, end). */
export interface Extent {
  readonly first: number
  readonly end: number
}

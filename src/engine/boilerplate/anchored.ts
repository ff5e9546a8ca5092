import { datesOf, type Unit } from './unit'

const REACH = 4

const isDated = (unit: Unit): boolean => unit.text.length < 60 && datesOf(unit).length > 0

/** A by-line, a date or the page's first heading stands at the paragraph's head or shortly above it. */
export const isAnchored = (units: readonly Unit[], paragraph: number): boolean =>
  units
    .slice(Math.max(0, paragraph - REACH), paragraph + 1)
    .some((unit) => unit.credit !== null || unit.block.markUp?.level === 1 || isDated(unit))

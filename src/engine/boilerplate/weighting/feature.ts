import type { Unit } from '../unit'

/** A named number that a unit is weighed by, most of them 0..1. The name is its row in the weights' table. */
export interface Feature<Page> {
  readonly name: string
  of(unit: Unit, page: Page): number
}

export const flag = (is: boolean): number => (is ? 1 : 0)

/** 0 at 0, a half at 7, 1 at 63 */
export const much = (count: number): number => Math.min(1.5, Math.log2(1 + count) / 6)

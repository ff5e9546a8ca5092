import type { Unit } from '../unit'

/**
 * Named numbers that a unit is weighed by, most of them 0..1. A name is its number's row in the weights' table. `write`
 * puts them into `row` from `at` on, in the order of their names.
 */
export interface Features<Page> {
  readonly names: readonly string[]
  write(unit: Unit, page: Page, row: Float64Array, at: number): void
}

/** Several families as one. */
export const together = <Page>(families: readonly Features<Page>[]): Features<Page> => ({
  names: families.flatMap(({ names }) => names),
  write: (unit, page, row, at) => {
    let next = at
    for (const family of families) {
      family.write(unit, page, row, next)
      next += family.names.length
    }
  },
})

export const flag = (is: boolean): number => (is ? 1 : 0)

/** 0 at 0, a half at 7, 1 at 63 */
export const much = (count: number): number => Math.min(1.5, Math.log2(1 + count) / 6)

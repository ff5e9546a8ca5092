import type { Context } from '../cue'
import type { Unit } from '../unit'
import type { Testimony } from '../weigh'
import { ECHOES, firstPassOf } from './echoes'
import type { Features } from './feature'
import { LOOKS } from './looks'
import { surroundingsOf } from './surroundings'

/** A row of the table: what one of a feature adds to the log-odds for standing in the text. */
export type Weights = Readonly<Record<string, number>>

/** The two passes' weights by the features' names; 'always' is the constant. */
export interface Table {
  readonly first: Weights
  readonly second: Weights
}

export const FIRST_NAMES: readonly string[] = LOOKS.names
export const SECOND_NAMES: readonly string[] = [...FIRST_NAMES, ...ECHOES.names]

const rowsOf = <Page>(units: readonly Unit[], features: Features<Page>, page: Page): Float64Array[] =>
  units.map((unit) => {
    const row = new Float64Array(features.names.length)
    features.write(unit, page, row, 0)
    return row
  })

/** The first pass's features, by unit, in the order of FIRST_NAMES. */
export const looksOf = (
  context: Context,
  heard: readonly (readonly Testimony[])[],
  hand: readonly number[],
): Float64Array[] => {
  const page = surroundingsOf(context, heard, hand)
  return rowsOf(context.units, LOOKS, page)
}

/** The second pass's features beside the looks. `scores` are the first pass's log-odds for text. */
export const echoesOf = (units: readonly Unit[], scores: readonly number[]): Float64Array[] => {
  const page = firstPassOf(units, scores)
  return rowsOf(units, ECHOES, page)
}

/** The table's column as numbers: the constant, then the features in order. */
export const columnOf = (weights: Weights, names: readonly string[]): number[] => [
  weights['always'] ?? 0,
  ...names.map((name) => weights[name] ?? 0),
]

/**
 * What the columns' weights from `at` on give each unit's features, added to `sums`, one for each column. One row serves
 * all units: a page of 5 MB has 70,000 of them.
 */
const addWeighed = <Page>(
  units: readonly Unit[],
  features: Features<Page>,
  page: Page,
  at: number,
  into: readonly { readonly column: Float64Array; readonly sums: Float64Array }[],
): void => {
  const row = new Float64Array(features.names.length)
  units.forEach((unit, index) => {
    features.write(unit, page, row, 0)
    for (const { column, sums } of into) {
      let sum = sums[index] as number
      for (let i = 0; i < row.length; i += 1) sum += (row[i] as number) * (column[at + i] as number)
      sums[index] = sum
    }
  })
}

interface Columns {
  readonly first: Float64Array
  readonly second: Float64Array
}

const columns = new WeakMap<Table, Columns>()

const columnsOf = (table: Table): Columns => {
  const known = columns.get(table)
  if (known) return known
  const first = Float64Array.from(columnOf(table.first, FIRST_NAMES))
  const second = Float64Array.from(columnOf(table.second, SECOND_NAMES))
  columns.set(table, { first, second })
  return { first, second }
}

/** Log-odds for standing in the text, by unit, as the table weighs what place, cues and mark-up show; `hand` as for looksOf. */
export const weigh = (
  context: Context,
  heard: readonly (readonly Testimony[])[],
  hand: readonly number[],
  table: Table,
): Float64Array => {
  const { units } = context
  const passOf = (column: Float64Array) => ({ column, sums: new Float64Array(units.length).fill(column[0] ?? 0) })
  const of = columnsOf(table)
  const [first, second] = [passOf(of.first), passOf(of.second)]
  addWeighed(units, LOOKS, surroundingsOf(context, heard, hand), 1, [first, second])
  addWeighed(units, ECHOES, firstPassOf(units, first.sums), 1 + LOOKS.names.length, [second])
  return second.sums
}

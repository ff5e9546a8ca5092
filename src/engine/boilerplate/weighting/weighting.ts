import type { Context } from '../cue'
import type { Unit } from '../unit'
import type { Testimony } from '../weigh'
import { ECHOES, firstPassOf } from './echoes'
import type { Feature } from './feature'
import { LOOKS } from './looks'
import { surroundingsOf } from './surroundings'

/** A row of the table: what one of a feature adds to the log-odds for standing in the text. */
export type Weights = Readonly<Record<string, number>>

/** The two passes' weights by the features' names; 'always' is the constant. */
export interface Table {
  readonly first: Weights
  readonly second: Weights
}

export const FIRST_NAMES: readonly string[] = LOOKS.map((look) => look.name)
export const SECOND_NAMES: readonly string[] = [...FIRST_NAMES, ...ECHOES.map((echo) => echo.name)]

const rowsOf = <Page>(units: readonly Unit[], features: readonly Feature<Page>[], page: Page): Float64Array[] =>
  units.map((unit) => {
    const row = new Float64Array(features.length)
    for (let i = 0; i < row.length; i += 1) row[i] = (features[i] as Feature<Page>).of(unit, page)
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

/** What the weights from `at` on give a row of features. */
const weighed = (row: Float64Array, column: readonly number[], at: number): number => {
  let sum = 0
  for (let i = 0; i < row.length; i += 1) sum += (row[i] as number) * (column[at + i] as number)
  return sum
}

/** Log-odds for standing in the text, by unit, as the table weighs what `looksOf` sees. */
export const weighLooks = (units: readonly Unit[], looks: readonly Float64Array[], table: Table): number[] => {
  const [one, two] = [columnOf(table.first, FIRST_NAMES), columnOf(table.second, SECOND_NAMES)]
  const first = looks.map((row) => (one[0] ?? 0) + weighed(row, one, 1))
  const echoes = echoesOf(units, first)
  return looks.map(
    (row, i) => (two[0] ?? 0) + weighed(row, two, 1) + weighed(echoes[i] ?? new Float64Array(), two, 1 + row.length),
  )
}

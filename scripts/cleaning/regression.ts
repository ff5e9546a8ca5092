/** What the regression learns from. */
export interface Sample {
  readonly features: Float64Array
  readonly isText: boolean
  readonly weight: number
}

const STEPS = 8
const SMALL = 1e-3

/** Solves a symmetric positive system by Cholesky's method; `matrix` is overwritten. */
const solve = (matrix: Float64Array[], right: Float64Array): Float64Array => {
  const size = right.length
  for (let i = 0; i < size; i += 1) {
    const row = matrix[i] as Float64Array
    for (let j = 0; j <= i; j += 1) {
      const other = matrix[j] as Float64Array
      let sum = row[j] as number
      for (let k = 0; k < j; k += 1) sum -= (row[k] as number) * (other[k] as number)
      row[j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / (other[j] as number)
    }
  }
  const found = Float64Array.from(right)
  for (let i = 0; i < size; i += 1) {
    const row = matrix[i] as Float64Array
    for (let k = 0; k < i; k += 1) found[i] = (found[i] as number) - (row[k] as number) * (found[k] as number)
    found[i] = (found[i] as number) / (row[i] as number)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1)
      found[i] = (found[i] as number) - ((matrix[k] as Float64Array)[i] as number) * (found[k] as number)
    found[i] = (found[i] as number) / ((matrix[i] as Float64Array)[i] as number)
  }
  return found
}

export const oddsFor = (column: Float64Array, features: Float64Array): number => {
  let odds = column[0] as number
  for (let k = 0; k < features.length; k += 1) odds += (column[k + 1] as number) * (features[k] as number)
  return odds
}

/** Gradient and curvature of the weighted log-loss, both without the penalty. */
const slopes = (samples: readonly Sample[], column: Float64Array): { down: Float64Array; curve: Float64Array[] } => {
  const size = column.length
  const down = new Float64Array(size)
  const curve = Array.from({ length: size }, () => new Float64Array(size))
  const row = new Float64Array(size)
  for (const { features, isText, weight } of samples) {
    const share = 1 / (1 + Math.exp(-oddsFor(column, features)))
    const steep = weight * share * (1 - share) + 1e-9
    const off = weight * (share - (isText ? 1 : 0))
    row[0] = 1
    row.set(features, 1)
    for (let i = 0; i < size; i += 1) {
      const value = row[i] as number
      if (value === 0) continue
      down[i] = (down[i] as number) - off * value
      const line = curve[i] as Float64Array
      const scaled = steep * value
      for (let j = 0; j <= i; j += 1) line[j] = (line[j] as number) + scaled * (row[j] as number)
    }
  }
  return { down, curve }
}

/** Logistic regression by Newton's method with a quadratic penalty on all but the constant, which comes first. */
export const fit = (samples: readonly Sample[], penalty: number): Float64Array => {
  const size = (samples[0]?.features.length ?? 0) + 1
  const column = new Float64Array(size)
  for (let step = 0; step < STEPS; step += 1) {
    const { down, curve } = slopes(samples, column)
    for (let i = 0; i < size; i += 1) {
      const pull = i === 0 ? 1e-6 : penalty
      down[i] = (down[i] as number) - pull * (column[i] as number)
      const line = curve[i] as Float64Array
      line[i] = (line[i] as number) + pull
    }
    const change = solve(curve, down)
    for (let i = 0; i < size; i += 1) column[i] = (column[i] as number) + (change[i] as number)
    if (change.every((one) => Math.abs(one) < SMALL)) break
  }
  return column
}

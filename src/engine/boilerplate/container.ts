import type { About } from './about'
import type { Run } from './run'
import type { Unit } from './unit'

/** Where the page keeps its story, told by the class and id words of what stands around the paragraphs. */
export interface Container {
  /** words of the paragraphs' common ancestors, nearest first, with blanks between them */
  readonly address: string
  /** share of the run's prose that stands in it, 0..1 */
  readonly share: number
  /** whether it holds what has these words about it, where that was asked */
  readonly known: Map<About, boolean>
}

const ENOUGH = 0.7

const holds = (address: string, { about: { address: own } }: Unit): boolean =>
  own.endsWith(address) && (own.length === address.length || own[own.length - address.length - 1] === ' ')

/**
 * The innermost names that most of the run's prose shares; null for plain text and for pages without class words.
 * Begins with the names most prose has and climbs until enough of it is inside.
 */
export const findContainer = (units: readonly Unit[], run: Run): Container | null => {
  const prose = units.slice(run.first, run.last + 1).filter((unit) => unit.shape.prose && unit.block.markUp)
  const total = prose.reduce((sum, unit) => sum + unit.shape.size, 0)
  const sizes = new Map<string, number>()
  for (const unit of prose) {
    const key = unit.about.address
    sizes.set(key, (sizes.get(key) ?? 0) + unit.shape.size)
  }
  const [most] = [...sizes].sort((a, b) => b[1] - a[1])
  let names = most?.[0].split(' ').filter((name) => name !== '') ?? []
  const inside = (): number => {
    const address = names.join(' ')
    return prose.reduce((sum, unit) => (holds(address, unit) ? sum + unit.shape.size : sum), 0) / total
  }
  for (let i = 0; i < 12 && names.length > 0 && inside() < ENOUGH; i += 1) names = names.slice(1)
  return names.length === 0 ? null : { address: names.join(' '), share: inside(), known: new Map() }
}

export const isInside = ({ address, known }: Container, unit: Unit): boolean => {
  const found = known.get(unit.about)
  if (found !== undefined) return found
  const is = holds(address, unit)
  known.set(unit.about, is)
  return is
}

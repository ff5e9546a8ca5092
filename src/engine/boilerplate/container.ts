import type { Address } from './about'
import type { Run } from './run'
import type { Unit } from './unit'

/** Where the page keeps its story, told by the class and id words of what stands around the paragraphs. */
export interface Container {
  /** the words of the paragraphs' common ancestors */
  readonly address: Address
  /** share of the run's prose that stands in it, 0..1 */
  readonly share: number
}

const ENOUGH = 0.7

/**
 * The innermost names that most of the run's prose shares; null for plain text and for pages without class words.
 * Begins with the names most prose has and climbs until enough of it is inside.
 */
export const findContainer = (units: readonly Unit[], run: Run): Container | null => {
  const prose = units.slice(run.first, run.last + 1).filter((unit) => unit.shape.prose && unit.block.markUp)
  const total = prose.reduce((sum, unit) => sum + unit.shape.size, 0)
  const sizes = new Map<Address, number>()
  for (const { about, shape } of prose) sizes.set(about.address, (sizes.get(about.address) ?? 0) + shape.size)
  const [most] = [...sizes].sort((a, b) => b[1] - a[1])
  let address = most?.[0]
  const inside = (outer: Address): number =>
    prose.reduce((sum, { about, shape }) => (outer.holds(about.address) ? sum + shape.size : sum), 0) / total
  for (let i = 0; i < 12 && address?.outer && inside(address) < ENOUGH; i += 1) address = address.outer
  return address?.outer ? { address, share: inside(address) } : null
}

export const isInside = ({ address }: Container, unit: Unit): boolean => address.holds(unit.about.address)

/** The two figures of a unit that tell one thing. */

/** Each that has an earlier one it is one with, in units of which a story has at most so many: of more, two are alike by chance. */
export function* toldTwice<Told>(
  units: Iterable<readonly Told[]>,
  most: number,
  areOne: (unit: readonly Told[], first: Told, again: Told) => boolean,
): Iterable<readonly [first: Told, again: Told]> {
  for (const unit of units) {
    if (unit.length < 2 || unit.length > most) continue
    for (const [j, again] of unit.entries()) {
      const first = unit.slice(0, j).find((one) => areOne(unit, one, again))
      if (first !== undefined) yield [first, again]
    }
  }
}

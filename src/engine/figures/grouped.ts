/** All of one key together, in their order; what has none is left out. One pass: `[...known, one]` would copy a group for each. */
export function grouped<One>(
  all: Iterable<One>,
  keyOf: (one: One) => string | null,
): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [one])
    else same.push(one)
  }
  return groups
}

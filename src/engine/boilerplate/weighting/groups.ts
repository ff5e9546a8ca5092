interface Group {
  count: number
  weight: number
  text: number
}

/** Units that share a key, and how much of the others of its group is text. */
export interface Groups {
  /** mean share of text of the others; 0 where there are none */
  mean(unit: number): number
  /** what the others hold of the page's text, 0..1 */
  share(unit: number): number
  isAlone(unit: number): boolean
}

const LEAST = 1e-9

/** All arrays run by unit; `share` is the share of text, `weights` what it counts. */
export const groupsOf = (keys: readonly string[], weights: readonly number[], share: readonly number[]): Groups => {
  const groups = new Map<string, Group>()
  let total = LEAST
  const members = keys.map((key, i) => {
    const group = groups.get(key) ?? { count: 0, weight: 0, text: 0 }
    if (group.count === 0) groups.set(key, group)
    const weight = weights[i] ?? 0
    group.count += 1
    group.weight += weight
    group.text += weight * (share[i] ?? 0)
    total += weight * (share[i] ?? 0)
    return group
  })
  const others = (i: number): number => Math.max(0, (members[i]?.text ?? 0) - (weights[i] ?? 0) * (share[i] ?? 0))
  return {
    mean: (i) =>
      (members[i]?.count ?? 0) < 2 ? 0 : others(i) / Math.max(LEAST, (members[i]?.weight ?? 0) - (weights[i] ?? 0)),
    share: (i) => others(i) / total,
    isAlone: (i) => members[i]?.count === 1,
  }
}

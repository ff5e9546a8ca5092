/** Sets of ids, made anew with every change. */
export type Ids = ReadonlySet<string>

export const NO_IDS: Ids = new Set()

export function idsOf(ids: Iterable<string>): Ids {
  return new Set(ids)
}

/** With the id, or without it where it was there. */
export function toggled(ids: Ids, id: string): Ids {
  const others = [...ids].filter((each) => each !== id)
  return new Set(others.length < ids.size ? others : [...ids, id])
}

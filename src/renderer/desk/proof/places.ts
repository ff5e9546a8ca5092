import type { AlikeLine } from '../../../contract/texts'

/** Lines of several documents, by their places. */
export type Places = ReadonlySet<string>

export const NO_PLACES: Places = new Set()

export function placeOf({ version, start }: AlikeLine): string {
  return `${version} ${start}`
}

export function placesOf(lines: readonly AlikeLine[]): Places {
  return new Set(lines.map(placeOf))
}

/** The places with one more, or without it. */
export function placesWith(places: Places, place: string, there: boolean): Places {
  const others = new Set(places)
  if (there) others.add(place)
  else others.delete(place)
  return others
}

import type { Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** One vote with two tallies: voted 7-2 … the 7-3 vote. */

const TALLY =
  /\b(?:voted|vote(?: was| of)?|passed|approved(?: it)?|rejected(?: it)?)\s(?<a>\d{1,3})[-\u2013](?<b>\d{1,3})\b|\b(?<c>\d{1,3})[-\u2013](?<d>\d{1,3})\s(?:vote|ruling|decision|margin)\b/gi

export function* partedVotes(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const tallies = new Map<string, Place>()
  for (const reading of copy.readings) {
    if (!reading.english) continue
    for (const match of matchesOf(reading.shadow, TALLY)) {
      const { a = '', b = '', c = '', d = '' } = match.groups ?? {}
      const key = `${a || c}-${b || d}`
      const start = match.index + match[0].search(/\d{1,3}[-\u2013]\d/)
      if (!tallies.has(key)) tallies.set(key, { reading, start, end: start + key.length, value: key })
    }
  }
  const [first, again, ...more] = [...tallies]
  if (first === undefined || again === undefined || more.length > 0) return
  const [x, y] = [first, again].map(([key]) => key.split('-')) as [string[], string[]]
  if (x[0] === y[0] || x[1] === y[1]) yield [first[1], again[1]]
}

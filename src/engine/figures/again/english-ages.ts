import type { Example, Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'

/** One person with two ages: Marjorie Lunt, 78, was found … Mrs Lunt, 87, had last been seen on Saturday. */

const AGED =
  /\b(?<first>[A-Z][a-z'\u2019-]{0,12}\.?) (?:[A-Z]\. )?(?<last>[A-Z][A-Za-z'\u2019-]{2,14}), (?:who is |aged )?(?<age>\d{1,3})(?=[,.])/dg
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Judge|Cllr|Prof)\.?$/
/** Where kin are spoken of, two of a surname are two. */
const KIN =
  /\b(?:brothers?|sisters?|twins?|sons?|daughters?|father|mother|wife|husband|widow|siblings|parents|cousins?|uncle|aunt|nephew|niece|couple|grand[a-z]+)\b/i

interface Aged {
  readonly first: string
  readonly last: string
  readonly age: string
  readonly place: Place
}

/** The only two ages told of a surname, of one first name or of one that is told once. */
export function* agesParted({ readings }: Pick<StoryCopy, 'readings'>): Iterable<readonly [Place, Place]> {
  const english = readings.filter((reading) => reading.english)
  const all = english.flatMap((reading) =>
    matchesOf(reading.shadow, AGED).map((match): Aged => {
      const { first = '', last = '', age = '' } = match.groups ?? {}
      const [start, end] = match.indices?.groups?.['age'] ?? [0, 0]
      return { first, last, age, place: { reading, start, end, value: Number(age) } }
    }),
  )
  if (all.length < 2 || english.some(({ shadow }) => KIN.test(shadow))) return
  for (const last of new Set(all.map((one) => one.last))) {
    const [a, b, ...more] = all.filter((one) => one.last === last)
    if (a === undefined || b === undefined || more.length > 0 || a.age === b.age) continue
    if (a.first === b.first || (TITLE.test(b.first) && !TITLE.test(a.first))) yield [a.place, b.place]
  }
}

export const ageExamples: readonly Example[] = [
  { wrong: 'Marjorie Lunt, [[78]], was found safe on Sunday. Mrs Lunt, [[87]], had last been seen feeding ducks.' },
  { wrong: 'Tom Hale, [[34]], went missing in May. Police said Tom Hale, aged [[43]], was tall.' },
  {
    silent:
      'Marjorie Lunt, 78, was found safe on Sunday. Mrs Lunt, 78, had last been seen feeding ducks. Tom Hale, 34, met Kate Hale, 31, and Mr Dunn, 60.',
  },
  { silent: 'Marjorie Lunt, 78, was found safe on Sunday. Her husband said Mr Lunt, 81, had called the police.' },
]

import type { Example } from '../claim'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'

/** One sum and what it pays for: The $6.4 million bond would pay for a roof ($2.1 million), two boilers ($1.5 million) and $2.8 million in wiring. */

const PAYS =
  /\b(?:would|will|is to|is expected to)?\s?(?:pays? for|covers?|sets? aside|allocates?|earmarks?|provides?|gives?|funds?|includes?|is made up of|consists of|is divided into|is split into)\b/gi
const SUMS = new Set(['$', '\u00A3', '\u20AC'])
/** A sum that is of another time, of each, or within another. */
const APART =
  /\b(?:including|of which|each|every|from|than|last|per|up to|plus|another|an additional|matched by|on top of)\s(?:a\s)?$/i
const RATE = /^\s(?:a|per|each|every|apiece|last|more|less)\b/i

export function* paidFor({ reading, start, end, mentions }: Sentence): Iterable<Partition> {
  if (!reading.english || mentions.length < 4) return
  const { shadow } = reading
  const [pays] = matchesOf(shadow.slice(start, end), PAYS)
  const money = mentions.filter(({ classifier }) => SUMS.has(classifier))
  const [total, ...parts] = money
  if (pays === undefined || total === undefined || parts.length < 3 || parts.length > 8) return
  const at = start + pays.index
  if (total.end > at || at - total.end > 40 || parts.some((part) => part.start < at)) return
  const apart = parts.some(
    (part) =>
      part.dimension !== total.dimension ||
      part.range !== null ||
      part.value >= total.value ||
      APART.test(shadow.slice(Math.max(start, part.start - 18), part.start)) ||
      RATE.test(shadow.slice(part.end)),
  )
  const last = parts.at(-1)
  const closed =
    last !== undefined &&
    /\bthe (?:other|remaining) $/i.test(shadow.slice(Math.max(start, last.start - 16), last.start))
  // Less than the whole may leave something untold.
  const sum = parts.reduce((all, { value }) => all + value, 0)
  if (!apart && (closed || sum > total.value) && !sums(shadow, parts, total))
    yield { reading, total, parts, closed, sum: false }
}

export const fundExamples: readonly Example[] = [
  {
    wrong:
      'The [[$6.4 million]] bond would pay for a new roof ([[$2.1 million]]), two boilers ([[$1.5 million]]) and [[$3.8 million]] worth of wiring.',
  },
  {
    wrong:
      'The budget of [[$48 million]] sets aside [[$22 million]] for salaries, [[$17 million]] for buildings and the other [[$8 million]] for debt.',
  },
  {
    silent:
      'The $6.4 million bond would pay for a new roof ($2.1 million), two boilers ($1.5 million) and $2.8 million worth of wiring. The $3 million grant will cover rent ($2 million, up from $1.8 million last year) and a van ($90,000).',
  },
]

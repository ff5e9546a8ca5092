import type { Claim, Example } from '../claim'
import type { Sentence } from '../sentences'
import { ofSum } from './wholes'

/** For, against and no opinion are everybody: 44 percent backed it, 39 percent opposed it and 17 percent had no view. */

const NONE =
  /^\s(?:(?:had|have|has|with|gave|expressed|offered) no (?:view|opinion|answer|preference)|(?:were|was|are|is|remain(?:ed)?) (?:undecided|unsure|not sure|neutral)|did(?: not|n't) (?:know|answer)|undecided|unsure)\b/i
const FOR = /\b(?:for|favou?r(?:ed)?|backed|back|support(?:ed)?|approved?|agreed?|yes)\b/i
const AGAINST = /\b(?:against|opposed?|disapproved?|rejected?|disagreed?|no)\b/i
const APART = /\b(?:than|from|by|to|rose|fell|last|while among)\s(?:about\s)?$/i

export function* pollsOver({ reading, start, end, mentions }: Sentence): Iterable<Claim> {
  if (!reading.english || mentions.length < 3) return
  const { shadow } = reading
  const shares = mentions.filter(({ kind }) => kind === 'percent')
  const last = shares.at(-1)
  if (shares.length !== 3 || last === undefined || !NONE.test(shadow.slice(last.end))) return
  if (!FOR.test(shadow.slice(start, last.start)) || !AGAINST.test(shadow.slice(start, last.start))) return
  const rough = shares.some(
    (one) =>
      one.approximators.length > 0 ||
      one.range !== null ||
      APART.test(shadow.slice(Math.max(start, one.start - 18), one.start)),
  )
  const sum = shares.reduce((all, { value }) => all + value, 0)
  // Less than all leaves those who gave no answer; far more are of several polls.
  if (rough || sum <= 101.5 || sum > 125 || end <= start) return
  yield ofSum(
    reading,
    shares.map(({ start: from, end: to, value }) => ({ start: from, end: to, value })),
    shares.map(({ value }) => value),
  )
}

export const pollExamples: readonly Example[] = [
  {
    wrong:
      'It found that [[44 percent]] of drivers backed the toll, [[39 percent]] opposed it and [[27 percent]] had no view.',
  },
  {
    silent:
      'It found that 44 percent of drivers backed the toll, 39 percent opposed it and 17 percent had no view. Asked of the bridge, 61 percent were for it and 30 percent against.',
  },
]

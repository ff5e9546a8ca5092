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

const NOT_SAID =
  /\b(?:no (?:view|opinion|answer|preference|idea)|undecided|unsure|not sure|did(?: not|n't) (?:know|answer|say|vote)|declined|neither|none|abstained|blank|spoil(?:ed|t)|neutral|could not be|unknown|refused)\b/i
const REST = /\b(?:rest|remaining|remainder|last|others?|balance|final) (?:[a-z]{2,8} )?$/i
const SPLIT =
  /\b(?:split|divid(?:ed|e)|shares?|stakes?|owns?|owned|held by|will (?:own|have|go)|go(?:es|ing)? to|went (?:to|on)|c[oa]mes? from|coming from|made up|account(?:s|ed)?|consist(?:s|ed)?|compris(?:e|es|ed)|heated?|main|ballots|of (?:its|the|their|every) (?:income|budget|electricity|energy|power|revenue|sales|spending|output|exports|land|vote|money|total|plastic|waste))\b/i
/** Who may give several answers gives more than 100 percent of them. */
const SEVERAL =
  /\b(?:margin of error|plus or minus|more than one|several answers|multiple|both|also|could (?:choose|give|tick))\b/i
const PARTED = /[,;]|\band\b|\bwith\b|\bto\b/
const OF_OTHERS = /\b(?:than|from|by|up|down|rose|fell|grew|against|increased?|decreased?|growth) (?:to |about |of )?$/i

/** 55% came from hydro, 30% from wind and 25% from gas: three and more of one whole, hardly more than it. */
export function* sharesListed({ reading, mentions, start, end }: Sentence): Iterable<Claim> {
  if (!reading.english) return
  const { shadow } = reading
  const shares = mentions.filter(({ kind }) => kind === 'percent')
  const [first] = shares
  const last = shares.at(-1)
  if (first === undefined || last === undefined || shares.length < 3 || shares.length > 8) return
  const sum = shares.reduce((all, { value }) => all + value, 0)
  if (sum <= 100.6 + 0.2 * shares.length || sum > 130 || SEVERAL.test(shadow.slice(start, end))) return
  const sound = shares.every((one, i) => {
    const gap = shadow.slice(shares[i - 1]?.end ?? Math.max(start, one.start - 24), one.start)
    return one.range === null && !OF_OTHERS.test(gap) && (i === 0 || (gap.length < 110 && PARTED.test(gap)))
  })
  if (!sound) return
  const closed =
    REST.test(shadow.slice(Math.max(start, last.start - 24), last.start)) ||
    NOT_SAID.test(shadow.slice(shares.at(-2)?.end ?? start, end))
  if (closed || SPLIT.test(shadow.slice(start, end)))
    yield ofSum(
      reading,
      shares.map(({ start: from, end: to, value }) => ({ start: from, end: to, value })),
      shares.map(({ value }) => value),
    )
}

const SEXES = [
  [/\b(?:men|male|boys|husbands|fathers)\b/i, /\b(?:women|female|girls|wives|mothers)\b/i],
  [/\burban\b/i, /\brural\b/i],
] as const

/** Men made up 44 per cent of applicants and women 66 per cent. */
export function* halvesOver({ reading, mentions, start, end }: Sentence): Iterable<Claim> {
  const [a, b, ...more] = mentions.filter(({ kind }) => kind === 'percent')
  if (!reading.english || a === undefined || b === undefined || more.length > 0) return
  const { shadow } = reading
  const sum = a.value + b.value
  if (
    sum <= 101.2 ||
    sum > 130 ||
    !/\b(?:made up|make up|were|are|account(?:s|ed)? for)\b/i.test(shadow.slice(start, a.start))
  )
    return
  const gap = shadow.slice(a.end, b.start)
  const told = SEXES.some((pair) =>
    [pair, [pair[1], pair[0]] as const].some(
      ([x, y]) => x.test(shadow.slice(start, a.start)) && y.test(gap) && !x.test(gap),
    ),
  )
  if (told && /\b(?:and|while|with)\b|,/.test(gap) && gap.length < 60 && end > start)
    yield ofSum(
      reading,
      [a, b].map(({ start: from, end: to, value }) => ({ start: from, end: to, value })),
      [a.value, b.value],
    )
}

export const pollExamples: readonly Example[] = [
  {
    wrong:
      'It found that [[44 percent]] of drivers backed the toll, [[39 percent]] opposed it and [[27 percent]] had no view.',
  },
  {
    wrong:
      'Lowther will own [[55 per cent]], a trust [[30 per cent]] and the last [[25 per cent]] will be held by publicans.',
  },
  { wrong: '[[58 per cent]] said their main fuel was gas, [[21 per cent]] oil and [[31 per cent]] electricity.' },
  { wrong: 'Men made up [[44 per cent]] of applicants and women [[66 per cent]].' },
  {
    silent:
      'Asked what put them off, 58 per cent said cost, 41 per cent lack of time and 20 per cent fear. Men made up 44 per cent of applicants and women 56 per cent.',
  },
  {
    silent:
      'It found that 44 percent of drivers backed the toll, 39 percent opposed it and 17 percent had no view. Asked of the bridge, 61 percent were for it and 30 percent against.',
  },
]

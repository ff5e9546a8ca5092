import type { Example } from '../claim'
import { matchesOf } from '../matches'
import type { Again } from './said-again'

/** What English copy says twice in a row: a small word, a noun behind its article, a phrase, a clause with its figures, a sentence. */

const SMALL =
  /\b(the|a|an|of|to|in|for|with|by|from|at|as|are|was|were|be|been|will|and|or|but|this|their|its|our|your|they|we|have|has|would|should|could|which|when|than|into|about|after|because|between|during|until|without|within|against|among|while|not)\s\1\b/gi
/** the council council council leader. */
const THRICE = /\b((?!very|long|far|bye|knock|never)[a-z]{4,14})\s\1\s\1\b/gi
/** the council council has agreed: a noun behind its article, no plural that may be a verb's subject and its verb. */
const NOUN =
  /\b(?:[Tt]he|[Aa]n?|[Tt]his|that|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Ee]ach|[Ee]very|\d{1,3})\s(?<word>(?!(?:very|long|that|had|much|same|many|more|well|blah|people|fish|press|police|sheep|really|great|beep|chop|dum|hush|knock|night|tick|tut|yum|boom|bang|fifty|sing|can)\s)[a-z]{3,14})\s\k<word>(?![\w'\u2019-])/g
/** was rejected rejected on Monday */
const DONE = /\b(?<word>(?!had|red|need|indeed)[a-z]{3,12}ed|said)\s\k<word>(?![\w'\u2019-])/g
const PHRASE = /\b([a-z]{2,12}\s[a-z]{2,12})\s\1\b/g
/** on Monday on Monday, of 12 percent of 12 percent */
const WHEN =
  /\b((?:in|on|at|of|from|since|until|before)\s(?:[A-Z][a-z]{2,12}|[$\u00A3\u20AC]?\d[\d,]{0,9}(?:\.\d{1,2})?)(?:\s[a-z]{2,12}){0,2})\s\1\b/g
/** through the driest months of the year, through the driest months of the year; a tanker spilled 500 gallons, twice */
const CLAUSE =
  /(?<![\w'-])((?:(?:[a-z][a-z'\u2019-]*|\d{1,3}(?:,\d{3}){0,3})\s){4,13}[a-z][a-z'\u2019-]*)[,;]?\s\1(?![\w'-])/gi
/** He plans to fix the roof: what is told, not said, is told once. */
const PLAINLY = /^(?:He|She|They|It|The|A|An|In|On|At|Police)\s(?:[\w'\u2019-]{1,16},?\s){4,}[\w'\u2019-]{1,16}\.$/
const LONGEST_SENTENCE = 2000

function* phrases(shadow: string): Iterable<Again> {
  for (const match of [SMALL, THRICE, CLAUSE, WHEN].flatMap((twice) => matchesOf(shadow, twice)))
    yield again(match.index, match[1] ?? '', match.index + match[0].length)
  for (const match of [NOUN, DONE].flatMap((twice) => matchesOf(shadow, twice))) {
    const word = match.groups?.['word'] ?? ''
    const end = match.index + match[0].length
    yield again(end - 2 * word.length - 1, word, end)
  }
  for (const match of matchesOf(shadow, PHRASE)) {
    const phrase = match[1] ?? ''
    if (phrase.length < 7 || /\b(?:very|bye|knock|long|far|years?|day|had had|that that)\b/i.test(phrase)) continue
    yield again(match.index, phrase, match.index + match[0].length)
  }
}

const again = (start: number, quote: string, end: number): Again => ({
  start,
  middle: start + quote.length,
  end,
  quote,
})

/** A sentence right behind itself. */
function* sentences(shadow: string): Iterable<Again> {
  let last = ''
  let start = 0
  let from = 0
  for (const match of matchesOf(shadow, /[.!?]+["\u201D]?\s{0,4}/g)) {
    const end = match.index + match[0].length
    const whole = end - from > LONGEST_SENTENCE ? '' : shadow.slice(from, end).trimEnd()
    const sentence = whole.trimStart()
    if (sentence === last && (sentence.length >= 40 || PLAINLY.test(sentence)))
      yield { start, middle: from, end: from + whole.length, quote: sentence }
    last = sentence
    start = from
    from = end
  }
}

export function* saidTwice(shadow: string): Iterable<Again> {
  yield* phrases(shadow)
  yield* sentences(shadow)
}

export const twiceExamples: readonly Example[] = [
  { wrong: 'The [[council council]] has agreed to freeze rents until April.' },
  {
    wrong:
      'The road was shut [[after a tanker spilled 500 gallons of syrup after a tanker spilled 500 gallons of syrup]] near Hale.',
  },
  { wrong: 'The clinic will open [[on Monday on Monday]], the trust said.' },
  { wrong: 'The appeal was [[rejected rejected]] by the board.' },
  {
    silent:
      'The council had had its say. That that man lied is plain. It is a long long way. The fish fish eat is small. They sat in on on Monday\u2019s talks. It was over over there.',
  },
]

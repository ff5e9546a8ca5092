import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'

/** Figures of an English sentence that stand in a list: five from Peterhead, two from Latvia and one from Ghana. */

/** What joins two members of a list; the words of each stand before or behind its figure. */
const JOINS = /^[^.;:()]{0,70}?(?:[,;]|,?\sand|\splus)\s(?:[^,.;:()]{0,34}\s)?[$\u00A3\u20AC]?$/
/** A figure behind these is of others, of another time, a part of a part, or no amount at all. */
const APART =
  /\b(?:of (?:whom|which|them|those|these)|compared with|compared to|against|up from|down from|more than|less than|fewer than|than|last year|average of|each|every|per|about|around|nearly|almost|between|aged|age|another|within|after|before|until|since|rose|fell|grew|(?<!made )up|down)\s(?:[a-z]{1,9}\s)?$/i
const AMONG = /\b(?:including|among them)\s(?:[a-z]{1,9}\s)?$/i
const RATE =
  /^\s(?:a|an|per|each|every|apiece|more|fewer|less|of (?:them|whom|which|those|these)|years?(?: old|-old)?)\b/i

const isPlain = ({ approximators, range, kind }: Mention): boolean =>
  approximators.length === 0 && range === null && (kind === 'count' || kind === 'percent')

/** children under five, flats with two: what each of them is or has, no figure of the list's. */
export const isOfEach = (
  { reading }: Pick<Sentence, 'reading'>,
  { numeral: [at], value, classifier }: Mention,
): boolean => {
  const ahead = reading.shadow.slice(Math.max(0, at - 7), at)
  return (
    /\b(?:under|over|aged|below|age)\s$/i.test(ahead) ||
    (/\bwith\s$/i.test(ahead) && value < 10 && !/^[$\u00A3\u20AC]$/.test(classifier))
  )
}

/** The longest run of plain figures of one kind that the sentence lists from the `from`th on. */
export function chainFrom({ reading, start, mentions }: Sentence, from: number): Mention[] {
  const chain: Mention[] = []
  const { shadow } = reading
  for (const one of mentions.slice(from)) {
    if (chain.length > 0 && isOfEach({ reading }, one)) continue
    const last = chain.at(-1)
    if (!isPlain(one) || (last !== undefined && (one.kind !== last.kind || isMoney(one) !== isMoney(last)))) break
    const ahead = shadow.slice(Math.max(start, one.start - 26), one.start)
    const opens = last === undefined && /\bof (?:which|whom)\s$/i.test(ahead)
    if ((APART.test(ahead) && !opens) || (last !== undefined && AMONG.test(ahead))) break
    if (RATE.test(shadow.slice(one.numeral[1], one.numeral[1] + 18))) break
    if (last !== undefined && !JOINS.test(shadow.slice(last.numeral[1], one.start))) break
    chain.push(one)
  }
  return chain
}

export const isMoney = ({ classifier, dimension }: Mention): boolean =>
  /^[$\u00A3\u20AC]$/.test(classifier) || dimension === 'money'

/** The last member stands behind “and”, or behind “the rest”. */
export function isEnded({ reading, end }: Sentence, chain: readonly Mention[]): boolean {
  const [last, before] = [chain.at(-1), chain.at(-2)]
  if (last === undefined || before === undefined) return false
  const { shadow } = reading
  const joined = /\b(?:and|plus)\s|;/.test(shadow.slice(before.numeral[1], last.start))
  return joined && /^[^,;:()\d]{0,90}(?:[.;,)!?]|\s[-\u2014]|$)/.test(shadow.slice(last.numeral[1], end))
}

const REST =
  /\b(?:the (?:other|others|rest|remaining|remainder|last|final)|others|remaining)(?:,| -|:| of [a-z ]{2,20})?\s(?:[a-z]{2,10}\s)?[$\u00A3\u20AC]?$/i

/** 15 got a warning and the other nine were …; and the rest, 250, were fires. */
export function closesWithRest({ reading }: Sentence, chain: readonly Mention[]): boolean {
  const [last, before] = [chain.at(-1), chain.at(-2)]
  return last !== undefined && before !== undefined && REST.test(reading.shadow.slice(before.numeral[1], last.start))
}

const PREPOSITION =
  /^\s(?:[a-z][a-z-]{2,14}\s){0,2}?(in|from|for|at|on|by|to|against|who|with|went|were|came|did|said|had)\b/i

const DOING = /\b[a-z]{3,12}(?<form>ing|ed)\s(?:the\s)?$/i

/** One form of a verb before each of them: convicting 61, acquitting 19 and adjourning eight. */
function areDone({ reading }: Sentence, chain: readonly Mention[]): boolean {
  const forms = chain.map(
    (one) => DOING.exec(reading.shadow.slice(Math.max(0, one.start - 18), one.start))?.groups?.['form'],
  )
  return forms[0] !== undefined && forms.every((form) => form === forms[0])
}

/** One word behind each of them: 140 in Carrow, 51 in Lisle and 21 in Bray. */
export function isParallel(sentence: Sentence, chain: readonly Mention[]): boolean {
  const { reading } = sentence
  if (areDone(sentence, chain)) return true
  const words = chain.map((one) => PREPOSITION.exec(reading.shadow.slice(one.numeral[1], one.numeral[1] + 50))?.[1])
  return words[0] !== undefined && words.every((word) => word?.toLowerCase() === words[0]?.toLowerCase())
}

/** A name before each of them: Labour 14, the Greens 6 and independents 9. */
export function isLabelled({ reading }: Sentence, chain: readonly Mention[]): boolean {
  return chain.slice(1).every((one, i) => {
    const gap = reading.shadow.slice(chain[i]?.numeral[1] ?? 0, one.start)
    return /^(?:\s[a-z]{3,12})?,?\s(?:and\s)?(?:the\s)?(?:[A-Z][\w'&.-]*\s(?:[A-Za-z][\w'&.-]*\s){0,3}|independents\s|others?\s)(?:holds?\s|has\s|have\s|won\s|took\s|with\s|on\s|\()?$/.test(
      gap,
    )
  })
}

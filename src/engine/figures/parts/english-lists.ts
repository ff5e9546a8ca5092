import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { chainFrom, closesWithRest, isOfEach, isEnded, isLabelled, isMoney, isParallel } from './english-chain'
import { sums, type Partition } from './partition'

/** A whole and the list of all it is made of: a crew of eight: five from Peterhead, two from Latvia and one from Ghana. */

const PASSING = new Set('year month week day hour minute second age point'.split(' '))
/** The list is opened right behind what is counted. */
const OPENS = /(?:,?\s(?:made up|consisting|composed) of|:|\s?\(|\s-|\u2014)\s?(?:[^\d.:;]{0,24}\s)?$/
const SPLITS = /,|\b(?:found|showed|produced|with|into|split|divided)\b/
const INCLUDING = /\b(?:including|includes?|among (?:them|these)|such as)\b/i
const OF = /^\s*(?:Of|Among|Out of) (?:the |its |their |those |these |all |all the |a total of )?$/
const THEM = /^\s*(?:Of|Among|Out of) (?:these|those|them|the total|that|this)\b/i

const OF_WHICH = /^[^,;:\d]{0,40},? of (?:which|whom)\s(?:the |some )?$/

/** They miss the whole by a tenth at most: more may be another kind that is left out. */
const isClose = (parts: readonly Mention[], total: Mention): boolean =>
  Math.abs(parts.reduce((all, { value }) => all + value, 0) - total.value) <= total.value / 10

const near = (parts: readonly Mention[], total: Mention): boolean => {
  const sum = parts.reduce((all, { value }) => all + value, 0)
  return Math.abs(sum - total.value) <= total.value / 4
}

function isWhole(total: Mention, parts: readonly Mention[]): boolean {
  return (
    total.kind === 'count' &&
    total.range === null &&
    total.approximators.length === 0 &&
    !PASSING.has(total.classifier) &&
    isMoney(total) === parts.every(isMoney) &&
    parts.every(({ value, classifier }) => value < total.value && !PASSING.has(classifier))
  )
}

/** Another figure beside them is their sum, or some of them are what others add up to. */
function isToldElse({ reading, mentions }: Sentence, parts: readonly Mention[], total: Mention): boolean {
  const { shadow } = reading
  const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
  if (mentions.some((one) => one !== total && !parts.includes(one) && one.kind === 'count' && sums(shadow, own, one)))
    return true
  const [first, ...rest] = own
  return first !== undefined && first.start > total.start && rest.length > 1 && sums(shadow, rest, first)
}

function partition(sentence: Sentence, total: Mention, parts: readonly Mention[], closed: boolean): Partition[] {
  const { shadow } = sentence.reading
  const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
  if (sums(shadow, own, total) || !near(own, total) || isToldElse(sentence, parts, total)) return []
  return [{ reading: sentence.reading, total, parts: own, closed, sum: false }]
}

/** The list behind its whole, in one sentence. */
function behindWhole(sentence: Sentence, before: Sentence | undefined): Partition[] {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    const parts = chainFrom(sentence, i + 1)
    const [first] = parts
    if (first === undefined || parts.length < 2 || !isWhole(total, parts)) continue
    // three sources: 9.4 million …: a list begins with it.
    if (/:\s$/.test(shadow.slice(start, total.start))) continue
    const link = shadow.slice(total.numeral[1], first.start)
    const many = parts.length > 2
    const of = OF.test(shadow.slice(start, total.start))
    const rest = closesWithRest(sentence, parts)
    if (link.length > 120 || (!rest && !isEnded(sentence, parts))) continue
    // 420 beds, of which 180 are surgical, 150 medical and 70 paediatric: a kind each.
    if (many && OF_WHICH.test(link) && isEnded(sentence, parts))
      return partition(sentence, total, parts, isClose(parts, total))
    if (INCLUDING.test(link)) return parts.length > 2 && isMoney(total) ? partition(sentence, total, parts, false) : []
    const opened = OPENS.test(link)
    const made = opened && /\b(?:made up|consisting|composed) of\s?$/.test(link)
    const parallel = isParallel(sentence, parts)
    // Europe brought in 4 million, Asia 3 and Africa the remaining 2: of a whole told before.
    const larger = [...mentions.slice(0, i), ...(before?.mentions ?? [])].some(
      (one) => one.value > total.value && isMoney(one) === isMoney(total),
    )
    if (larger && !of && !opened) continue
    if (rest && (of || opened || /[,;]/.test(link) || many)) return partition(sentence, total, parts, true)
    if (opened && (made || parallel || many || isLabelled(sentence, parts)))
      return partition(sentence, total, parts, true)
    if (opened || (of && many) || (many && parallel && SPLITS.test(link)))
      return partition(sentence, total, parts, opened)
  }
  return []
}

/** The whole in the sentence before: 63 vans were stopped. Of these, 41 …, 15 … and the other 7 …; The council has 60 seats. Labour holds 28, … */
function acrossSentences(sentence: Sentence, before: Sentence | undefined): Partition[] {
  const { reading, start, end } = sentence
  const parts = chainFrom(sentence, 0)
  const told = sentence.mentions.filter((one) => !isOfEach(sentence, one))
  if (before === undefined || parts.length < 2 || parts.length !== told.length) return []
  const them = THEM.test(reading.shadow.slice(start, end))
  const rest = closesWithRest(sentence, parts)
  const labelled = isLabelled(sentence, parts) && parts.length > 2
  const wholes = before.mentions.filter((one) => isWhole(one, parts))
  const [total, ...more] = wholes
  if (total === undefined || more.length > 0 || (!rest && !isEnded(sentence, parts))) return []
  if (rest && (them || parts.length > 2)) return partition(sentence, total, parts, true)
  return (them && parts.length > 2) || labelled ? partition(sentence, total, parts, false) : []
}

const SAID = /^(?:\s[a-z]{3,14})?,?\s(?:in (?:all|total)|altogether|all told|overall)\b/i
const TOTAL =
  /\b(?:a (?:grand |combined )?total of|totall?ing|making|which makes|in all|altogether|to make|bringing the total to|for a combined)\s(?:it\s|them\s)?$/i
const NUMBERS =
  /^[^.;:\d]{0,40}(?:\s-|\u2014|\))\s(?:has|have|had|totals?|numbers?|makes? up|is|are|was|were|employs?|holds?)\s(?:a (?:total|staff|crew) of\s)?$/

/** The whole behind its list: 30 firefighters, the county 18 and the navy 12, 60 in all; the choir - 14 sopranos, 12 altos … - has 42 singers. */
function aheadOfWhole(sentence: Sentence): Partition[] {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    const last = mentions[i - 1]
    if (last === undefined) continue
    const gap = shadow.slice(last.numeral[1], total.start)
    const said =
      (SAID.test(shadow.slice(total.numeral[1], total.numeral[1] + 34)) ||
        TOTAL.test(shadow.slice(Math.max(start, total.start - 34), total.start))) &&
      gap.length < 60
    if (!said && !NUMBERS.test(gap)) continue
    for (let from = 0; from < i - 1; from += 1) {
      const parts = chainFrom(sentence, from).filter((one) => one.start < total.start)
      if (parts.at(-1) !== last || parts.length < 2 || !isWhole(total, parts)) continue
      return partition(sentence, total, parts, true).map((one) => ({ ...one, sum: true }))
    }
  }
  return []
}

export function* listedParts(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  if (!sentence.reading.english || sentence.mentions.length < 2 || sentence.mentions.length > 16) return
  yield* behindWhole(sentence, before)
  yield* acrossSentences(sentence, before)
  yield* aheadOfWhole(sentence)
}

export const listedExamples: readonly Example[] = [
  { wrong: 'The trawler had a crew of [[nine]]: [[five]] from Peterhead, [[two]] from Latvia and [[one]] from Ghana.' },
  { wrong: '[[212 homes]] were damaged, [[140]] in Carrow, [[51]] in Lisle and [[31]] in Bray, the service said.' },
  { wrong: 'The jury of [[12]], made up of [[seven women]] and [[six men]], was sent out on Tuesday.' },
  {
    wrong:
      'Doctors recorded [[146 cases]]. Of these, [[88]] were in children under five, [[41]] in schoolchildren and the other [[27]] in adults.',
  },
  {
    silent:
      'It is paid for from three sources: 9.4 million pounds comes from the fund, 6.2 million from the county and the remaining 3.0 million from the developer.',
  },
  { wrong: 'The hospital has [[420 beds]], of which [[180]] are surgical, [[150 medical]] and [[70 paediatric]].' },
  {
    silent: 'The hospital has 420 beds, of which 180 are surgical, 150 medical and 90 paediatric.',
  },
  {
    wrong:
      'Officers stopped [[63 vans]]. Of these, [[41]] went on, [[15 drivers]] got a warning and the other [[nine]] were towed.',
  },
  {
    wrong:
      'The [[45 seats]] are divided as follows: Conservatives [[16]], Labour [[17]], Liberals [[9]] and independents [[6]].',
  },
  {
    wrong:
      'The council has [[60 seats]]. Labour holds [[28]], the Conservatives [[22]], the Liberals [[9]] and the Greens [[6]].',
  },
  { wrong: 'The state sent [[30 firefighters]], the county [[18]] and the navy [[12]], [[70]] in all.' },
  { wrong: 'The choir - [[14 sopranos]], [[12 altos]] and [[nine basses]] - has [[45 singers]].' },
  {
    wrong:
      'The bill came to [[$38,000]], including [[$21,000]] for food, [[$9,000]] for wine and [[$10,000]] for a harpist.',
  },
  {
    silent:
      'The trawler had a crew of eight: five from Peterhead, two from Latvia and one from Ghana. 212 homes were damaged, 140 in Carrow, 51 in Lisle and 21 in Bray. Officers stopped 63 vans. Of these, 41 went on, 15 got a warning and the other seven were towed. The state sent 30 firefighters, the county 18 and the navy 12, 60 in all.',
  },
  {
    silent:
      'The fair drew 900 people, including 300 women, 400 children and 350 locals. The council has 60 seats. Labour holds 28 and the Greens 6. It sold 40 cars, 12 vans and 9 bikes. Of the 60 members, 40 are women and 35 are over 60.',
  },
]

import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'

/** English parts that a pronoun or an article ties to their whole. */

export type WholeAndPart = readonly [whole: Mention, part: Mention]

/** Of the 88 on duty, 98 of them were new. */
export function* ofThem({ reading, mentions }: Sentence): Iterable<WholeAndPart> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (
      whole === undefined ||
      !(
        /^\sof (?:them|these|those|whom|which)\b/i.test(reading.shadow.slice(part.numeral[1], part.numeral[1] + 9)) ||
        /^,\sof (?:whom|which)\s$/i.test(reading.shadow.slice(whole.end, part.start))
      )
    )
      continue
    if (whole.kind !== 'count' || part.kind !== 'count' || part.low <= whole.high || whole.classifier === '') continue
    // Two days later, some 30 of them came.
    if (TIME.test(whole.classifier)) continue
    // 163 bridges in eleven countries, 70 of them in Ethiopia: of the bridges.
    if (mentions.slice(0, i - 1).some((one) => one.kind === 'count' && one.classifier !== '' && one.low >= part.high))
      continue
    yield [whole, part]
  }
}

const OF_THE = /(?:^|\s)(?:Of|Among)\s(?:the|its|their|those|these)\s(?:\w+\s)?$/
/** Of the 12 months, 30 days: another measure of time. */
const TIME = /^(?:year|month|week|day|hour|minute)$/
/** 2,100 work at Tarnworth: a verb, and no plural that would be another thing. */
const BARE = /^\s(?:work|live|play|come|use|want|support|back|oppose|take|need|face|speak|own|receive|remain|stay)\s/
const FOLLOWS =
  /^(?:\s[a-z]{2,14})?\s(?:were|was|are|is|have|had|has|did|will|would|came|went|got|said|[a-z]{3,12}ed)\b/i

/** Of the 240 passengers, 260 were children. */
export function* ofThe({ reading, mentions, start }: Sentence): Iterable<WholeAndPart> {
  const [whole, part] = mentions
  if (whole?.kind !== 'count' || part?.kind !== 'count' || whole.classifier === '' || !whole.exact) return
  if (TIME.test(whole.classifier)) return
  const { shadow } = reading
  if (!OF_THE.test(` ${shadow.slice(start, whole.start).trimStart()}`) || part.low <= whole.high) return
  const own = part.classifier === '' || /ed$/.test(part.classifier) || !FOLLOWS.test(shadow.slice(part.classified))
  const behind = shadow.slice(part.numeral[1], part.numeral[1] + 30)
  if (
    /,\s(?:(?:about|some|only|at least|nearly)\s)?$/.test(shadow.slice(whole.end, part.start)) &&
    (FOLLOWS.test(behind) || !own || BARE.test(behind))
  )
    yield [whole, part]
}

import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { addendsOf, someSum, sums, type Partition } from './partition'
import { isClose } from './rows'

/** Wholes whose last part is said to be the rest: 11个村:2个…7个…剩余2个. */

const REMAINDER = /(?:剩余|剩下|其余|余下|其他|其它|最后)(?:下?的)?(?:还有|还剩)?$|\b(?:remaining|other|last)\s$/i

/** 11个村:2个…7个…剩余2个. */
export function* withRemainder(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, start, end } = sentence
  const among = reading.shadow.slice(start, end).indexOf('其中')
  const ahead = among === 0 && before !== undefined ? addendsOf(before) : []
  const addends = reading.english ? englishAddends(sentence) : [...ahead, ...addendsOf(sentence)]
  for (const [i, rest] of addends.entries()) {
    if (!REMAINDER.test(reading.shadow.slice(Math.max(start, rest.start - 12), rest.start))) continue
    const same = addends.slice(0, i + 1).filter((mention) => kindOf(mention) === kindOf(rest))
    const earlier = reading.english ? null : wholeAhead(sentence, before, same)
    if (earlier === 'made') continue
    if (earlier !== null) {
      yield { reading, total: earlier, parts: same, closed: true, sum: false }
      continue
    }
    const wholes = same
      .slice(0, reading.english ? 1 : -2)
      .filter(
        (whole) => (among < 0 || whole.end <= start + among) && (reading.english || !isInRow(sentence, same, whole)),
      )
    if (wholes.length === 0) continue
    const readings = wholes
      .map((total) => ({ total, parts: same.slice(same.indexOf(total) + 1).filter((part) => part.start >= start) }))
      .filter(({ parts }) => parts.length > 1)
    const nested = /其中.*其中|\(/.test(reading.shadow.slice(start, rest.start))
    const holds = nested ? someSum : sums
    if (readings.some(({ total, parts }) => holds(reading.shadow, parts, total))) continue
    const likely =
      readings.findLast(({ total, parts }) => parts.every((part) => part.value < total.value)) ?? single(readings)
    if (likely !== undefined) yield { reading, ...likely, closed: true, sum: false }
  }
}

/**
 * 受理投诉52起。门系统21起,停电14起,其他17起: the whole stands in the sentence before. 'made' where the parts make it up; the
 * whole itself where they come near it.
 */
function wholeAhead(
  { reading }: Sentence,
  before: Sentence | undefined,
  parts: readonly Mention[],
): Mention | 'made' | null {
  const [first] = parts
  if (before === undefined || first === undefined || parts.length < 2) return null
  if (parts.some((part) => part.start < before.end)) return null
  const wholes = addendsOf(before).filter((whole) => kindOf(whole) === kindOf(first) && whole.value > first.value)
  if (wholes.some((whole) => sums(reading.shadow, parts, whole))) return 'made'
  // 这批新教师中, 出港快件中: the sentence names the whole itself.
  const name = /^(?<name>[\u4E00-\u9FFF]{2})[\u4E00-\u9FFF]{0,6}中,/.exec(reading.shadow.slice(before.end, first.start))
    ?.groups?.['name']
  const own = (whole: Mention): boolean =>
    name !== undefined && (wholes.length === 1 || aheadOf(before, whole, 10).includes(name))
  const near = wholes.filter((whole) => own(whole) || (parts.length > 2 && isClose(parts, whole)))
  return near.length === 1 ? (near[0] ?? null) : null
}

/** 门系统21起,停电14起,使用不当10起,其他7起; 苹果57件、梨28件、其他12件: one of a row is no whole of those behind it. */
function isInRow(sentence: Sentence, same: readonly Mention[], one: Mention): boolean {
  const { shadow } = sentence.reading
  const at = same.indexOf(one)
  const [previous, next] = [same[at - 1], same[at + 1]]
  const joined = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    /^[,、](?!其中|共|另)[\u4E00-\u9FFF]{1,8}$/.test(shadow.slice(a.classified, b.start))
  if (joined(previous, one) || shadow.startsWith('、', one.classified)) return true
  return same.length > 3 && joined(one, next) && !/[共总计有达]/.test(aheadOf(sentence, one, 10))
}

/** The one whole there is, though a part of it is larger. */
function single<T>(readings: readonly T[]): T | undefined {
  return readings.length === 1 ? readings[0] : undefined
}

/** In English the parts go without the noun: of the 11 villages, two … */
function englishAddends({ reading, mentions }: Sentence): Mention[] {
  const total = mentions.find((mention) => mention.kind === 'count' && mention.classifier !== '' && mention.exact)
  if (
    total === undefined ||
    !/\bof\s(?:the|its|their|these|those)?\s?$/i.test(reading.shadow.slice(Math.max(0, total.start - 10), total.start))
  ) {
    return []
  }
  const follow = /^\s(?:of them\s)?(?:have|had|has|were|was|are|is|will|went|did|got|do|can|[a-z]{1,12}ed)\b/
  const rest = mentions.find(({ start }) => REMAINDER.test(reading.shadow.slice(Math.max(0, start - 12), start)))
  const bare = mentions.filter(
    ({ start, kind, classifier }) =>
      start > total.start &&
      start <= (rest?.start ?? start) &&
      kind === 'count' &&
      (/ed$|^$/.test(classifier) || classifier === total.classifier),
  )
  const parts = bare.filter(({ numeral, classifier, classified }) =>
    follow.test(reading.shadow.slice(classifier === total.classifier ? classified : numeral[1], classified + 16)),
  )
  if (parts.length < bare.length) return []
  return [total, ...parts].map((mention) => ({ ...mention, dimension: total.dimension }))
}

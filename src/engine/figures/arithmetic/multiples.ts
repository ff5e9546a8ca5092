import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/** 男孩(60.6%)是女孩(15.4%)的四倍: both values stand beside what they are values of. */

/** Of a multiple that is said in whole numbers. */
const BELOW = 0.6
const ABOVE = 0.95

function valueBefore({ mentions, reading }: Sentence, index: number, gap: RegExp, kind: string | null): Mention | null {
  const to = mentions[index]
  for (let i = index - 1; i >= 0 && to !== undefined; i -= 1) {
    const one = mentions[i]
    if (one === undefined || to.start - one.end > 24) return null
    if (one.range !== null || (kind !== null && kindOf(one) !== kind)) continue
    if (gap.test(reading.shadow.slice(one.classified, to.start))) return one
  }
  return null
}

/** 120万立方米,占总量300万立方米的60%: the whole stands between the part and its share. */
export function* namedShares(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  for (const [i, said] of mentions.entries()) {
    const whole = mentions[i - 1]
    const part = mentions[i - 2]
    if (said.kind !== 'percent' || whole === undefined || part === undefined || whole.low <= 0) continue
    if (kindOf(whole) !== kindOf(part) || whole.dimension === '' || whole.kind !== 'count' || part.kind !== 'count')
      continue
    if (reading.shadow.slice(whole.classified, said.start) !== '的') continue
    if (
      !/^,?[\u4E00-\u9FFF]{0,4}(?:占(?:到|了)?[\u4E00-\u9FFF]{0,2}(?:总|全)[\u4E00-\u9FFF]{1,6}|完成[\u4E00-\u9FFF]{0,4}(?:任务|计划|目标)[\u4E00-\u9FFF]{0,2})$/.test(
        reading.shadow.slice(part.classified, whole.start),
      )
    )
      continue
    yield {
      said,
      from: [part, whole],
      ...shareBounds(sentence, part, whole),
      value: (part.value / whole.value) * 100,
      expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`,
    }
  }
}

function shareBounds({ reading }: Sentence, a: Mention, b: Mention): { readonly low: number; readonly high: number } {
  const [part, whole] = [asWritten(reading.shadow, a), b]
  const half = whole.exact ? 0 : (whole.high - whole.low) / 4
  return {
    low: (part.low / (whole.value + half)) * 100 - 0.51,
    high: (part.high / (whole.value - half)) * 100 + 0.51,
  }
}

export function* multiplesOf(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  if (reading.english) return
  for (const [i, said] of mentions.entries()) {
    if (said.dimension !== 'times' || said.kind !== 'count' || said.approximators.length > 0) continue
    const of = valueBefore(sentence, i, /^[\u4E00-\u9FFF]{0,2}\)?的$/, null)
    if (of === null || of.low <= 0) continue
    const value = valueBefore(
      sentence,
      mentions.indexOf(of),
      /^[\u4E00-\u9FFF]{0,2}\)?,?(?:几乎|大约|已经)?[是为][^。;,]{1,20}$/,
      kindOf(of),
    )
    if (value === null || value.kind !== of.kind) continue
    const whole = Number.isInteger(said.value)
    yield {
      said,
      from: [value, of],
      low: value.low / of.high - (whole ? ABOVE : 0.1),
      high: value.high / of.low + (whole ? BELOW : 0.1),
      value: value.value / of.value,
      expr: `${figure(value.amount)} ÷ ${figure(of.amount)}`,
    }
  }
}

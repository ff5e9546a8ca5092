import { placeOf, type Denial } from './denial'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { kindOf, type Sentence } from '../sentences'
import { figure, en, zh } from '../wording'

/** Words of size that a figure further on in the sentence denies: 过半受访者支持改线,支持率为46%; 近九成学员…:120名学员中86人. */

interface Size {
  readonly start: number
  readonly end: number
  readonly low: number
  readonly high: number
}

const MAJORITY = /(?:超过?|逾|已?过)(?:半数|一?半)|一半以上|半数以上|(?<!绝)大多数/g
const NEAR_HALF = /(?:将近|接近|近)(?:一半|半数)|近半(?![年月天日夜个小数])/g

function sizesIn({ reading, mentions, start, end }: Sentence): Size[] {
  const text = reading.shadow.slice(start, end)
  const words = (pattern: RegExp, low: number, high: number): Size[] =>
    matchesOf(text, pattern).map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      low,
      high,
    }))
  const tenths = mentions.flatMap((mention): Size[] => {
    const [approximator] = mention.approximators
    if (mention.classifier !== '成' || mention.approximators.length !== 1) return []
    if (approximator?.sense === 'near')
      return [{ start: mention.start, end: mention.end, low: mention.value - 10, high: mention.value }]
    if (approximator?.sense === 'under')
      return [{ start: mention.start, end: mention.end, low: 0, high: mention.value }]
    return approximator?.sense === 'over' || approximator?.sense === 'surplus'
      ? [{ start: mention.start, end: mention.end, low: mention.value, high: 100 }]
      : []
  })
  return [...words(MAJORITY, 50, 100), ...words(NEAR_HALF, 40, 50), ...tenths]
}

function denial(sentence: Sentence, size: Size, of: readonly Mention[], share: number, expr: string): Denial {
  const quote = sentence.reading.text.slice(size.start, size.end)
  const shown = `${figure(Number(share.toFixed(1)))}%`
  return {
    tier: 'query',
    places: [placeOf(sentence, size), ...of.map((mention) => placeOf(sentence, mention, mention.value))],
    zh: zh`“${quote}”应在${size.low}%到${size.high}%之间,文中的数字却是${shown}。请核对说法和数字。`,
    en: en`“${quote}” means ${size.low} to ${size.high} percent, but the figures give ${shown}. Check the wording and the figures.`,
    arithmetic: [
      { label: '说法', en: 'wording', expr: quote, value: `${size.low}%–${size.high}%` },
      { label: '数字', en: 'figure', expr, value: shown },
    ],
  }
}

const RATE = /(?<stem>[\u4E00-\u9FFF]{2})率[为是达到仅只有]{0,3}$/
const OF = /^[\u4E00-\u9FFF]{0,6}(?:中|里|当中|之中),?(?:已?有|共有)?$/
const PARTED = /其[余他它中]|[另而但却;]|相比/

/** 过半受访者支持…,支持率为46%: the rate is of what the word says of so many. */
function ofRate(sentence: Sentence, size: Size): Denial | null {
  const { shadow } = sentence.reading
  const share = sentence.mentions.find(({ start, kind }) => start >= size.end && kind === 'percent')
  if (share === undefined || share.classifier !== '%' || share.start - size.end > 40) return null
  const between = shadow.slice(size.end, share.start)
  const rate = RATE.exec(between)
  const stem = rate?.groups?.['stem'] ?? ''
  if (rate === null || PARTED.test(between) || !between.slice(0, rate.index).includes(stem)) return null
  return share.high < size.low || share.low > size.high
    ? denial(sentence, size, [share], share.value, `${figure(share.value)}%`)
    : null
}

/** 近九成学员拿到了证书:120名学员中86人通过. */
function ofPart(sentence: Sentence, size: Size): Denial | null {
  const { shadow } = sentence.reading
  const [whole, part] = sentence.mentions.filter(({ start }) => start >= size.end)
  if (whole === undefined || part === undefined || whole.start - size.end > 24) return null
  if (whole.kind !== 'count' || part.kind !== 'count' || kindOf(whole) !== kindOf(part)) return null
  const link = shadow.slice(size.end, whole.start)
  if (!/^[^。;]{2,20}[:,]$/.test(link) || PARTED.test(link) || !OF.test(shadow.slice(whole.classified, part.start)))
    return null
  const share = (part.value / whole.value) * 100
  if (share >= size.low - 1 && share <= size.high + 1) return null
  return denial(sentence, size, [part, whole], share, `${figure(part.amount)} ÷ ${figure(whole.amount)}`)
}

export function* deniedSizes(sentence: Sentence): Iterable<Denial> {
  if (sentence.reading.english) return
  for (const size of sizesIn(sentence)) {
    const found = ofRate(sentence, size) ?? ofPart(sentence, size)
    if (found !== null) yield found
  }
}

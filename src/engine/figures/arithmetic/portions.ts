import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { isAddend, kindOf, sentencesOf, type Sentence } from '../sentences'
import type { Reading } from '../claim'
import { amount } from '../wording'

/**
 * A part with its share of a whole that is named, whichever sentence of the paragraph gave the whole: 投诉66.09万件 …
 * 服务类投诉28.34万件,占投诉总量的42.88%. Where any figure the name fits makes the share right, nothing is said.
 */

const NAMED =
  /占(?:到了?|去|据)?(?:全部|所有|当[日月年])?(?<whole>[\u4E00-\u9FFF]{2,8}?)(?:总[数量额]|数量|总数量|比重|比例)?的?[约近达为]{0,2}$/
const STEP = /(?:增长|增加|上升|下降|减少|提高|净增|比|较)[^,。;]{0,10}$/

/** The part right before its share, with nothing between but a mark. */
function partOf(sentence: Sentence, index: number): Mention | null {
  const [part, share] = [sentence.mentions[index - 1], sentence.mentions[index]]
  if (part === undefined || share === undefined || !isAddend(sentence.reading.shadow, part)) return null
  const between = sentence.reading.shadow.slice(part.classified, share.start)
  return /^[\u4E00-\u9FFF]{0,6}[,、(]?占/.test(between) && !STEP.test(aheadOf(sentence, part, 14)) ? part : null
}

/** Whether a figure is called by the name: by its last two characters, right before or behind it. */
function isCalled(sentence: Sentence, mention: Mention, name: string): boolean {
  const { shadow } = sentence.reading
  const words =
    aheadOf(sentence, mention, 16) +
    ' ' +
    (/^[\u4E00-\u9FFF]{0,8}/.exec(shadow.slice(mention.classified, mention.classified + 8))?.[0] ?? '')
  return words.includes(name.slice(-2))
}

function shareOf(share: Mention, part: Mention, whole: Mention): Derivation {
  const slack = Number.isInteger(share.amount) ? 1 : 0.12
  return {
    said: share,
    from: [part, whole],
    low: (part.low / whole.high) * 100 - slack,
    high: (part.high / whole.low) * 100 + slack,
    value: (part.value / whole.value) * 100,
    expr: `${amount(part.amount)} ÷ ${amount(whole.amount)}`,
  }
}

/** Figures of the part's kind before it. */
const wholesIn = ({ mentions, reading }: Sentence, part: Mention): Mention[] =>
  mentions.filter(
    (whole) => whole.end <= part.start && kindOf(whole) === kindOf(part) && isAddend(reading.shadow, whole),
  )

const off = ({ said, low, high }: Derivation): boolean => said.high < low || said.low > high

/** The shares of a passage that none of the wholes they name gives. */
export function* portionsOf(reading: Reading): Iterable<readonly [Sentence, Derivation]> {
  if (reading.english || reading.mentions.length < 3 || reading.mentions.length > 60) return
  const sentences = sentencesOf(reading)
  for (const [at, sentence] of sentences.entries()) {
    for (const [i, share] of sentence.mentions.entries()) {
      if (share.kind !== 'percent' || share.range !== null || share.approximators.length > 0) continue
      const name = NAMED.exec(aheadOf(sentence, share, 18))?.groups?.['whole'] ?? ''
      const part = name.length < 2 ? null : partOf(sentence, i)
      if (part === null) continue
      const near = sentences.slice(Math.max(0, at - 2), at + 1).map((one) => [one, wholesIn(one, part)] as const)
      const called = near.flatMap(([one, all]) => all.filter((whole) => isCalled(one, whole, name)))
      const before = near.flatMap(([, all]) => all)
      const wholes = called.filter(({ value }) => value > part.value)
      const [first] = wholes
      const plain = asWritten(reading.shadow, part)
      const found = wholes.map((whole) => shareOf(share, plain, asWritten(reading.shadow, whole)))
      const likely = found.at(-1)
      // 两馆共有: of both wholes together.
      const all = called.reduce((sum, { value }) => sum + value, 0)
      if (called.length > 1 && Math.abs((part.value / all) * 100 - share.value) < 0.2) continue
      if (before.some((whole) => !off(shareOf(share, plain, asWritten(reading.shadow, whole))))) continue
      if (first !== undefined && likely !== undefined && found.every(off)) yield [sentence, likely]
    }
  }
}

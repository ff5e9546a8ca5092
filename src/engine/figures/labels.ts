import type { Mention } from './lexer/mention'
import type { Sentence } from './sentences'

/** The words around a figure that say which figure it is. */

/** The words before a figure: from the figure before it, or the sentence's start, at most `length` characters. */
export function aheadOf({ reading, start, mentions }: Sentence, mention: Mention, length = 24): string {
  const last = mentions[mentions.indexOf(mention) - 1]
  const from = Math.max(start, last === undefined ? start : last.end, mention.start - length)
  return reading.shadow.slice(from, mention.start)
}

/** The words behind a figure, to the next figure or the sentence's end, at most `length` characters. */
export function behindOf({ reading, end, mentions }: Sentence, mention: Mention, length = 12): string {
  const next = mentions[mentions.indexOf(mention) + 1]
  return reading.shadow.slice(mention.classified, Math.min(end, next?.start ?? end, mention.classified + length))
}

/** 1小时10分钟: one stretch of time, told in two figures. */
export function isCompound({ mentions }: Sentence, mention: Mention): boolean {
  const at = mentions.indexOf(mention)
  const joins = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.classified === b.start &&
    (COARSER.get(b.dimension)?.includes(a.dimension) ?? false)
  return joins(mention, mentions[at + 1]) || joins(mentions[at - 1], mention)
}

const COARSER: ReadonlyMap<string, readonly string[]> = new Map([
  ['minute', ['hour']],
  ['degree', ['hour']],
  ['second', ['minute', 'degree', 'hour']],
  ['month', ['year']],
])

/** A stretch of the year that a figure may speak of, and another not. */
const PERIOD =
  /\d{1,2}月(?!末|底)|[一二三四]季度|[上下]半年|前[一二三四\d]{1,2}个?(?:季度|月)|首[日周月]|五一|国庆|春节|元旦|中秋|端午|清明|暑[假期]|寒假|假期|当[天日月]|昨[天日]|周末|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|quarter|weekend|half)\b/gi

export function periodsOf(words: string): string {
  return [...new Set(words.match(PERIOD) ?? [])].sort().join(' ')
}

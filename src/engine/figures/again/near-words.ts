import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'

/** The words that a headline's figure and a body's figure stand by. */

/** The words that say what is counted: the two characters before the figure, and those behind its classifier. */
export function around({ shadow }: Reading, mention: Mention): { before: string; after: string } {
  const before = /[\u4E00-\u9FFF]{0,3}$/.exec(shadow.slice(Math.max(0, mention.start - 3), mention.start))?.[0] ?? ''
  const after = /^[\u4E00-\u9FFF]{0,4}/.exec(shadow.slice(mention.classified, mention.classified + 4))?.[0] ?? ''
  return { before, after }
}

export function sameThing(a: { before: string; after: string }, b: { before: string; after: string }): boolean {
  const before = a.before.slice(-2)
  const after = a.after.slice(0, 2)
  const verbs = /^(?:增长|下降|达到|完成|实现|新增|超过|共有|提高|减少|收入|近日|已有|累计)$/
  return (
    (before.length === 2 && b.before.endsWith(before) && !verbs.test(before)) ||
    (after.length === 2 && b.after.startsWith(after))
  )
}

/** Characters of the title's segment and of the body's clause, by twos. */
export function wordsAround(reading: Reading, mention: Mention, length: number): string {
  const { shadow, passage } = reading
  const [from, to] = [Math.max(0, mention.start - length), Math.min(shadow.length, mention.classified + length)]
  const [before, after] = [shadow.slice(from, mention.start), shadow.slice(mention.classified, to)]
  if (passage.role === 'title') return `${before} ${after}`
  return `${before.split(/[。;!?]/).at(-1) ?? ''} ${after.split(/[。;!?]/)[0] ?? ''}`
}

/** How many pairs of neighbouring Han characters, or English words, stand near both. */
export function shared(a: string, b: string, english: boolean): number {
  if (english) {
    const words = new Set(b.toLowerCase().match(/[a-z]{4,}/g) ?? [])
    return (a.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => words.has(word)).length
  }
  let known = 0
  for (let at = 0; at + 2 <= a.length; at += 1) {
    const pair = a.slice(at, at + 2)
    if (/^[\u4E00-\u9FFF]{2}$/.test(pair) && b.includes(pair)) known += 1
  }
  return known
}

/** The same noun right behind both. */
export function sameHead(title: Reading, mention: Mention, reading: Reading, body: Mention): boolean {
  const head = around(title, mention).after.slice(0, 2)
  return head.length === 2 && around(reading, body).after.startsWith(head)
}

/** 23家企业 … 提供岗位1100个: another figure of the headline stands in the body's sentence as it is. */
export function sharesFigure(title: Reading, mention: Mention, reading: Reading, body: Mention): boolean {
  const from = reading.shadow.lastIndexOf('。', body.start) + 1
  const stop = reading.shadow.indexOf('。', body.end)
  const to = stop < 0 ? reading.shadow.length : stop
  const others = title.mentions.filter((one) => one !== mention && one.exact && one.amount >= 10)
  return reading.mentions.some(
    (one) =>
      one.start >= from &&
      one.end <= to &&
      others.some(({ value, dimension }) => value === one.value && dimension === one.dimension),
  )
}

/** What is counted in a classifier that few things have; of the common ones two figures meet by chance. */
const COMMON = new Set('个 名 人 位 元 money % 家 件 次 项 人次 户 度 种 类 年 岁 天'.split(' '))

export const isRare = ({ dimension }: Mention): boolean => dimension !== '' && !COMMON.has(dimension)

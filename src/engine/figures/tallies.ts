import { aheadOf } from './labels'
import type { Mention } from './lexer/mention'
import { sums, type Partition } from './partition'
import { isAddend, kindOf, type Sentence } from './sentences'
import { isOneDigitOff, isSlip, significant } from './slips'

/**
 * A whole and the parts behind 其中, whatever other figures (growth, shares) stand between them: 登记84.59万件。其中,投诉66.09万件,
 * 同比增长19.7%;举报18.5万件. Nothing says that the parts are all of it, so only two things speak: more parts than the whole
 * holds, and a sum that would be right but for one slip of the hand.
 */

const STEP = /(?:增长|增加|上升|下降|减少|提高|净增|新增|[多少比较]|同比|环比)[了为达]{0,2}$/
const APART = /[每均各另]|累计|去年|上年|同期|计划|目标|预计|最[高低多少大小]|以上|以下/
/** Traits that one of them may have together with another. */
const TRAITS =
  /党员|团员|[女男老少岁新]|民族|残疾|博士|硕士|本科|学历|高级|中级|职称|困难|贫困|低保|退役|军人|志愿|首次|代表|先进|优秀|重点|以上/
const OPEN = /等$|等[,。;)]|主要|包括|之多|以[上下]/

function isPart(sentence: Sentence, mention: Mention, total: Mention): boolean {
  const ahead = aheadOf(sentence, mention, 16)
  return (
    kindOf(mention) === kindOf(total) &&
    isAddend(sentence.reading.shadow, mention) &&
    !STEP.test(ahead) &&
    !APART.test(ahead)
  )
}

/** The figures of the total's kind behind 其中, to the end of the sentence or bracket. */
function partsOf(sentence: Sentence, total: Mention, from: number): Mention[] {
  const { shadow } = sentence.reading
  const bracket = shadow.lastIndexOf('(', from) > total.start ? shadow.indexOf(')', from) : -1
  const to = bracket < 0 ? sentence.end : bracket
  if (OPEN.test(shadow.slice(from, to))) return []
  const parts: Mention[] = []
  for (const mention of sentence.mentions) {
    if (mention.start <= from || mention.end > to || !isPart(sentence, mention, total)) continue
    const last = parts.at(-1)
    if (last !== undefined && !goesOn(shadow.slice(last.classified, mention.start), parts.length > 1)) break
    parts.push(mention)
  }
  return parts
}

/** What is told of a part alone: its growth, its share. */
const ASIDE = /[,(]?(?:同比|环比|[占比较])[^,;。、]{0,30}(?=[,;、])/g
const NEXT = /目前|[已再还共另将]|力争|新[增建]|截至/

/** Whether the list goes on between two of its figures: one mark and one name. */
function goesOn(between: string, commaEnds: boolean): boolean {
  const gap = between.replace(ASIDE, '')
  return (
    /^[\u4E00-\u9FFF“”]{0,8}[、,;和及与](?:其中,?)?[\u4E00-\u9FFF“”A-Z]{0,16}$/.test(gap) &&
    !NEXT.test(gap) &&
    !(commaEnds && /^[^、;]*,/.test(gap) && gap === between && gap.length > 16)
  )
}

/** A value of the same unit and size that the total or a part may have been written for. */
function slipped(said: Mention, value: number): boolean {
  if (value <= 0 || said.value <= 0) return false
  const unit = said.value / said.amount
  const amount = Number((value / unit).toPrecision(10))
  const meant: Mention = { ...said, value, amount }
  return isSlip(said, meant) || (significant(said) > 1 && isOneDigitOff(said, meant))
}

/** One figure a slip away from what the others ask for, and fine enough for that to be no chance. */
function isOneSlipOff(total: Mention, parts: readonly Mention[]): boolean {
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const fine = [total, ...parts].filter((mention) => significant(mention) > 2).length
  if (fine < 2) return false
  return slipped(total, sum) || parts.some((part) => slipped(part, total.value - (sum - part.value)))
}

function partitionOf(sentence: Sentence, total: Mention, from: number): Partition | null {
  const { reading } = sentence
  const parts = partsOf(sentence, total, from)
  if (parts.length < 2 || parts.length > 12 || sums(reading.shadow, parts, total)) return null
  const words = reading.shadow.slice(from, parts.at(-1)?.classified ?? from)
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const over =
    sum > total.high &&
    (parts.length > 2 || kindOf(total) !== 'people') &&
    !TRAITS.test(words) &&
    parts.every(({ value }) => value < total.value)
  if (!over && !isOneSlipOff(total, parts)) return null
  return { reading, total, parts, closed: true, sum: false }
}

/** The last plain figure of a kind that two figures behind 其中 have. */
function totalFor(sentence: Sentence, before: Sentence | undefined, among: number): Mention | null {
  const behind = sentence.mentions.filter(({ start }) => start > among)
  const own = sentence.mentions.filter(({ end }) => end <= among)
  const source = own.length > 0 ? sentence : before
  const ahead = own.length > 0 ? own : (before?.mentions ?? [])
  if (source === undefined) return null
  return (
    ahead.findLast(
      (mention) =>
        isAddend(source.reading.shadow, mention) &&
        !STEP.test(aheadOf(source, mention, 12)) &&
        behind.filter((part) => isPart(sentence, part, mention)).length > 1,
    ) ?? null
  )
}

export function* talliesOf(sentence: Sentence, before: Sentence | undefined): Iterable<Partition> {
  const { reading, start, end } = sentence
  if (reading.english || sentence.mentions.length < 2) return
  const at = reading.shadow.indexOf('其中', start)
  if (at < 0 || at >= end || reading.shadow.slice(at + 2, end).includes('其中')) return
  const total = totalFor(sentence, before, at)
  if (total === null) return
  const found = partitionOf(sentence, total, at)
  if (found !== null) yield found
}

import { aheadOf } from '../labels'
import { COMPLEMENTS } from './complements'
import type { Mention } from '../lexer/mention'
import { sums, type Partition } from './partition'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { isOneDigitOff, isSlip, isSwapped, significant } from '../again/slips'

/**
 * A whole and the parts behind 其中, whatever other figures (growth, shares) stand between them: 登记84.59万件。其中,投诉66.09万件,
 * 同比增长19.7%;举报18.5万件. Nothing says that the parts are all of it, so only two things speak: more parts than the whole
 * holds, and a sum that would be right but for one slip of the hand.
 */

const STEP = /(?:增长|增加|上升|下降|减少|提高|净增|新增|[多少比较]|同比|环比)[了为达]{0,2}$/
const APART = /[每均各另]|累计|去年|上年|同期|计划|目标|预计|最[高低多少大小]|以上|以下|[顺逆]差|差额/
/** 居民人均可支配收入31260元: what towns and villages have makes no sum of it. */
const RATE =
  /[与比较](?:去年|上年|前年|同期)[\u4E00-\u9FFF]{0,8}$|[人户亩日月年]均|平均|均价|单价|每[\u4E00-\u9FFF]{1,4}$|中位数/
/** Traits that one of them may have together with another. */
const TRAITS =
  /党员|团员|[女男老少岁]|(?<!高)新(?![区城镇村乡县街市])|民族|残疾|博士|硕士|本科|学历|高级|中级|职称|困难|贫困|低保|退役|军人|志愿|首次|代表|先进|优秀|重点|以上/
/** What follows belongs to the list, or says that the list is not all. */
const OPEN = /等$|等[,。;)]|[,;、]另[有外]?|主要|包括|之多|以[上下]|(?:其[余他它]|剩余|剩下|余下)的?[为是系均都全]/

/** 60岁以上老人: a bound of theirs, not of how many. */
const OF_AGE = /岁以[上下]/g

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
  if (OPEN.test(shadow.slice(from, to).replace(OF_AGE, ''))) return []
  const parts: Mention[] = []
  for (const mention of sentence.mentions) {
    if (mention.start <= from || mention.end > to || !isPart(sentence, mention, total)) continue
    if (isBracketed(shadow.slice(from, mention.start))) continue
    const last = parts.at(-1)
    if (last !== undefined && !goesOn(shadow.slice(last.classified, mention.start), parts.length > 1)) break
    parts.push(mention)
  }
  return parts
}

/** An aside to a part: 香港10321例(出院9239例,死亡177例). */
const isBracketed = (words: string): boolean => words.lastIndexOf('(') > words.lastIndexOf(')')

/** What is told of a part alone: its growth, its share. */
const ASIDE = /^[,(]?(?:同比|环比|[占比较]|增长|增加|下降|减少|上升|回落|提高|微降|微增)/
const NEXT = /目前|核[载定]|限载|准乘|定员|[已再还共另将]|力争|新[增建]|截至/
const NAME = /^(?:其中,?)?(?:[\u4E00-\u9FFF“”()]|[A-Z]\d{0,2}){0,16}(?:\d{1,4}[\u4E00-\u9FFF]{1,8})?$/

/** Whether the list goes on between two of its figures: asides to the one, then a mark and the other's name. */
function goesOn(text: string, commaEnds: boolean): boolean {
  const between = text.replace(/\([^()]{0,40}\)/g, '')
  const at = Math.max(...['、', ',', ';', '。', '和', '及', '与'].map((mark) => between.lastIndexOf(mark)))
  const [aside, mark, name] = [between.slice(0, Math.max(0, at)), between.charAt(at), between.slice(at + 1)]
  if (at < 0 || !NAME.test(name) || NEXT.test(name)) return false
  const own = /^[\u4E00-\u9FFF“”]{0,8}/.exec(aside)?.[0] ?? ''
  const rest = aside.slice(own.length)
  if (rest === '') return !(commaEnds && mark === ',' && name.length > 10)
  return ASIDE.test(rest) && (mark === ';' || mark === '。' || !/[;。]/.test(rest)) && rest.length < 60
}

/** A value of the same unit and size that the total or a part may have been written for. */
function slipped(said: Mention, value: number): boolean {
  if (value <= 0 || said.value <= 0) return false
  const unit = said.value / said.amount
  const amount = Number((value / unit).toPrecision(10))
  const meant: Mention = { ...said, value, amount }
  return isSlip(said, meant) || (significant(said) > 1 && isOneDigitOff(said, meant))
}

/** What two of a whole's kinds may come to. */
const MOST_OF = 0.92
const isTurned = (said: Mention, value: number): boolean =>
  value > 0 &&
  said.value > 0 &&
  isSwapped(said, { ...said, value, amount: Number((value / (said.value / said.amount)).toPrecision(10)) })

/** 41万剂次,其中1.5万、2.2万、0.4万: the parts make the total's own digits, its point is lost. */
function isPointOff(total: Mention, sum: number): boolean {
  return (
    significant(total) > 1 && [10, 100, 1000].some((tens) => Math.abs(sum * tens - total.value) < 1e-6 * total.value)
  )
}

/** One figure a slip away from what the others ask for, and fine enough for that to be no chance. */
function isOneSlipOff(total: Mention, parts: readonly Mention[], rest: boolean): boolean {
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const fine = [total, ...parts].filter((mention) => significant(mention) > 2).length
  // 71所,其中小学8所、初中5所、幼儿园4所: three parts make what the total's digits turned would say.
  if (fine < 2)
    return (
      parts.length > 2 &&
      sum < total.value &&
      (isSwapped(total, { ...total, value: sum, amount: sum }) || (rest && isPointOff(total, sum)))
    )
  // 卫生技术人员4630人,其中医师1720人、护士2110人: two of several kinds, a round number short, are no slip.
  const some = parts.length === 2 && sum < MOST_OF * total.value
  const parted = (said: Mention, value: number): boolean => (some ? isTurned(said, value) : slipped(said, value))
  return parted(total, sum) || parts.some((part) => parted(part, total.value - (sum - part.value)))
}

/** Names that leave no third. */
const ALL: readonly (readonly RegExp[])[] = [
  ...COMPLEMENTS,
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/境外输入/, /本土/],
  [/夏粮/, /秋粮/],
  [/过夜/, /一日游/],
  [/香港/, /澳门/, /台湾/],
  [/农业|种植业/, /林业/, /牧业/, /渔业/, /服务业/],
  [/工业/, /建筑业/],
]

/** Behind 其中: 出口 and 进口, the three industries; the whole is none of them itself. */
function isExhaustive(sentence: Sentence, total: Mention, parts: readonly Mention[]): boolean {
  const labels = parts.map((part) => aheadOf(sentence, part, 14))
  const own = sentence.reading.shadow.slice(Math.max(0, total.start - 10), total.start)
  return ALL.some(
    (words) =>
      words.length === parts.length &&
      words.every((word) => labels.filter((label) => word.test(label)).length === 1 && !word.test(own)),
  )
}

/** @param within the words themselves say of what they are parts: one that is larger than the whole is its part all the same */
export function partitionOf(sentence: Sentence, total: Mention, from: number, within = false): Partition | null {
  const { reading } = sentence
  const parts = partsOf(sentence, total, from)
  if (parts.length < 2 || parts.length > 12 || sums(reading.shadow, parts, total)) return null
  const words = reading.shadow.slice(from, parts.at(-1)?.classified ?? from)
  const sum = parts.reduce((all, part) => all + part.value, 0)
  const over =
    sum > total.high &&
    (parts.length > 2 || kindOf(total) !== 'people') &&
    (total.dimension === 'money' || !TRAITS.test(words)) &&
    (within || parts.every(({ value }) => value < total.value))
  const full = isExhaustive(sentence, total, parts)
  const overlap = kindOf(total) === 'people' && TRAITS.test(words)
  if (!full && !over && (overlap || !isOneSlipOff(total, parts, /其[他它余]/.test(words)))) return null
  return { reading, total, parts, closed: true, sum: false }
}

/** 其中,四川省1.43万件,同比增长69%。重庆市0.49万件: the list goes on in a sentence of its own. */
function joined(sentence: Sentence, next: Sentence | undefined, total: Mention): Sentence {
  const first = next?.mentions[0]
  if (next === undefined || first === undefined || !isPart(next, first, total)) return sentence
  const name = sentence.reading.shadow.slice(next.start, first.start)
  return /^[\u4E00-\u9FFF]{2,6}$/.test(name) && !/[今去前上本]年|同期|[顺逆]差|差额|总[数额量值]/.test(name)
    ? { ...sentence, end: first.classified, mentions: [...sentence.mentions, first] }
    : sentence
}

/** The plain figures of a kind that a figure behind 其中 has, in the sentence or the one before it. */
function totalsFor(sentence: Sentence, before: Sentence | undefined, among: number): readonly Mention[] {
  const behind = sentence.mentions.filter(({ start }) => start > among)
  const own = sentence.mentions.filter(({ end }) => end <= among)
  const source = own.length > 0 ? sentence : before
  const ahead = own.length > 0 ? own : (before?.mentions ?? [])
  if (source === undefined) return []
  return ahead.filter(
    (mention) =>
      isAddend(source.reading.shadow, mention) &&
      !STEP.test(aheadOf(source, mention, 12)) &&
      !RATE.test(
        aheadOf(source, mention, 16)
          .split(/[,;。]/)
          .at(-1) ?? '',
      ) &&
      behind.some((part) => isPart(sentence, part, mention)),
  )
}

export function* talliesOf(sentence: Sentence, before: Sentence | undefined, next?: Sentence): Iterable<Partition> {
  const { reading, start, end } = sentence
  if (reading.english || sentence.mentions.length < 2) return
  const at = reading.shadow.indexOf('其中', start)
  if (at < 0 || at >= end || reading.shadow.slice(at + 2, end).includes('其中')) return
  const totals = totalsFor(sentence, before, at)
  const lists = totals.map((total) => {
    const whole = joined(sentence, next, total)
    return { total, whole, parts: partsOf(whole, total, at) }
  })
  // Where the parts make up any figure ahead of them, that is their whole.
  const made = (parts: readonly Mention[], total: Mention): boolean =>
    parts.length > 1 && sums(reading.shadow, parts, total)
  if (lists.some(({ total, parts }) => made(parts, total) || made(partsOf(sentence, total, at), total))) return
  const likely = lists.at(-1)
  const found = likely === undefined ? null : partitionOf(likely.whole, likely.total, at)
  if (found !== null) yield found
}

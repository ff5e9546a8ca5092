import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { isAddend, kindOf, type Sentence } from '../sentences'

/**
 * A part that the words put inside its whole without 其中: 计划改造640公里,已完成520公里,剩余部分年底前完工; 48个孩子参加表演,
 * 参加表演的学龄前儿童就有29人.
 */

export type Beyond = readonly [whole: Mention, part: Mention]

const DONE = /^[\u4E00-\u9FFF]{0,10},(?:截至)?(?:目前|现在|眼下|至今)?,?(?:已经?|现已)[\u4E00-\u9FFF]{1,5}$/
const LEFT =
  /^[\u4E00-\u9FFF]{0,6}[,;](?:剩余|其[余馀]|余下|剩下)(?:部分|[的\d将]|工程|路段|任务|预计|计划|正在|力争|[\u4E00-\u9FFF]{0,4}(?:年底|月底|明年|春节前))/

/** What is done is more than there was to do, yet some is left. */
function* leftOver({ reading, mentions }: Sentence): Iterable<Beyond> {
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || kindOf(whole) !== kindOf(part) || part.low <= whole.high) continue
    const { shadow } = reading
    if (!DONE.test(shadow.slice(whole.classified, part.start))) continue
    if (!LEFT.test(shadow.slice(part.classified, part.classified + 12))) continue
    if (isAddend(shadow, whole) && isAddend(shadow, part)) yield [whole, part]
  }
}

const PEOPLE = /^(?:孩子|学生|选手|队员|老人|居民|村民|家长|青年|儿童|志愿者|职工|工人|观众|读者|考生|学员|家庭)/
const OF_THEM = /[,;](?:其中)?(?<verb>[\u4E00-\u9FFF]{2})[\u4E00-\u9FFF]{0,6}的[\u4E00-\u9FFF]{1,8}[就便][有达占]$/

const isPeople = ({ reading }: Sentence, mention: Mention): boolean =>
  kindOf(mention) === 'people' ||
  (mention.dimension === '个' && PEOPLE.test(reading.shadow.slice(mention.classified, mention.classified + 4)))

/** The part does what the whole was said to do. */
function* ofDoers(sentence: Sentence): Iterable<Beyond> {
  const { reading, mentions } = sentence
  for (const [i, part] of mentions.entries()) {
    const whole = mentions[i - 1]
    if (whole === undefined || part.kind !== 'count' || whole.kind !== 'count' || part.low <= whole.high) continue
    const verb = OF_THEM.exec(aheadOf(sentence, part, 24))?.groups?.['verb']
    if (verb === undefined || !isPeople(sentence, whole) || !isPeople(sentence, part)) continue
    if (/[每各均增]$/.test(aheadOf(sentence, whole, 2)) || whole.range !== null || part.range !== null) continue
    const between = reading.shadow.slice(whole.classified, part.start).split(/[,;]/)[0] ?? ''
    if (between.includes(verb)) yield [whole, part]
  }
}

/** All there are of a kind: 全县登记在册的古树共1284株. */
const STOCK = /[共总全计]|现有|在册|登记|挂牌|旗下|受理|报名/
const TAKES = /^[\u4E00-\u9FFF]{0,8},[\u4E00-\u9FFF]{1,12}(?:就占了?|就有|占了|便占)$/
const INCLUDES = /^[\u4E00-\u9FFF]{0,8}[,(](?:包括|包含|含|涉)[\u4E00-\u9FFF]{2,12}的?$/
const ALONE = /^[\u4E00-\u9FFF]{0,6},[光仅单][\u4E00-\u9FFF]{1,10}就[\u4E00-\u9FFF]{0,3}$/
/** 246人,接受咨询的有264人: who does so is of those just told of. */
const DOING = /^[\u4E00-\u9FFF]{0,6},[\u4E00-\u9FFF]{2,14}的(?:有|达到?|多达|共有|为)?$/
/** 87家,加入联盟的客栈有93家 */
const KIND = /^[\u4E00-\u9FFF]{0,6},[\u4E00-\u9FFF]{0,14}?(?<noun>[\u4E00-\u9FFF]{2})(?:有|达到?|共有)?$/
const AGAIN = /^(?<noun>[\u4E00-\u9FFF]{2,4}),[\u4E00-\u9FFF]{0,2}有$/
const OTHER = /[增减新另每均比未非除]|其[余他它]|累计|去年|上年|同期|以外|之外|不含/

/** Whether the noun is the whole's own, without a kind of its own before it: 古树名木, but not 公路桥梁 beside 铁路桥梁. */
function isOwn(ahead: string, noun: string): boolean {
  const at = ahead.lastIndexOf(noun)
  return at >= 0 && /^$|[的有名册记牌市县区镇村校厂]/.test(ahead.charAt(at - 1))
}

/** Words between the two that put the part inside the whole. */
function* ofBound(sentence: Sentence): Iterable<Beyond> {
  const { reading, mentions, start } = sentence
  const { shadow } = reading
  for (const [i, part] of mentions.entries()) {
    const whole = mentions.slice(0, i).findLast((one) => kindOf(one) === kindOf(part))
    if (whole === undefined || part.low <= whole.high) continue
    if (!isAddend(shadow, whole) || !isAddend(shadow, part) || part.value > whole.value * 15) continue
    const between = shadow.slice(whole.classified, part.start)
    const ahead =
      shadow
        .slice(Math.max(start, whole.start - 20), whole.start)
        .split(/[,;]/)
        .at(-1) ?? ''
    // A larger one before it may be the whole of both.
    if (mentions.slice(0, i).some((one) => one !== whole && kindOf(one) === kindOf(part) && one.high >= part.low))
      continue
    if (between.length > 34 || OTHER.test(between) || /[增减升降每均]|平均/.test(ahead.slice(-6))) continue
    if (TAKES.test(between) || INCLUDES.test(between) || ALONE.test(between)) yield [whole, part]
    else if (STOCK.test(ahead)) {
      const noun = KIND.exec(between)?.groups?.['noun']
      const again = AGAIN.exec(between)?.groups?.['noun']
      const bound = DOING.test(between) || (noun !== undefined && isOwn(ahead, noun))
      if (bound || (again !== undefined && shadow.startsWith(again, part.classified))) yield [whole, part]
    }
  }
}

export function* beyondWhole(sentence: Sentence): Iterable<Beyond> {
  if (sentence.reading.english || sentence.mentions.length < 2 || sentence.mentions.length > 40) return
  yield* leftOver(sentence)
  yield* ofDoers(sentence)
  yield* ofBound(sentence)
}

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

export function* beyondWhole(sentence: Sentence): Iterable<Beyond> {
  if (sentence.reading.english || sentence.mentions.length < 2) return
  yield* leftOver(sentence)
  yield* ofDoers(sentence)
}

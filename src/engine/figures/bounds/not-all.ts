import type { Example } from '../claim'
import { amount, difference, en, zh } from '../wording'
import { kindOf, type Sentence } from '../sentences'
import { placeOf, type Denial } from './denial'

/** All of them, where the same sentence counts how many of how many: 217户居民中已有214户签约,实现全部签约. */

const OF = /^[\u4E00-\u9FFF]{0,10}(?:[中里],?|,)[\u4E00-\u9FFF]{0,4}(?:已经?|现已)[\u4E00-\u9FFF]{0,6}$/
const ALL = /全部|悉数|无一例外|全都|百分之百/g
/** What is still to come, or is told of the others. */
const NOT_YET =
  /[未将拟余剩]|力争|确保|争取|计划|预计|年底|月底|[年月日]前|目标|有望|其[余他它中]|正在|要求|才能|需要|这\d|上述/
/** How far behind the part it may be said. */
const NEAR = 40

export function* allDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, mentions, end } = sentence
  const { shadow, text } = reading
  if (
    reading.english ||
    mentions.length < 2 ||
    !/全部|悉数|全都|无一例外|百分之百/.test(shadow.slice(sentence.start, end))
  )
    return
  for (const [i, whole] of mentions.entries()) {
    const part = mentions[i + 1]
    if (part?.kind !== 'count' || whole.kind !== 'count' || kindOf(part) !== kindOf(whole) || part.high >= whole.low)
      continue
    if (whole.dimension === '' || !OF.test(shadow.slice(whole.classified, part.start))) continue
    const behind = shadow.slice(part.classified, Math.min(end, part.classified + NEAR))
    ALL.lastIndex = 0
    const all = ALL.exec(behind)
    if (all === null || NOT_YET.test(behind.slice(0, all.index + 10))) continue
    const start = part.classified + all.index
    if (
      mentions.some(
        (one) => one !== part && one.start > part.start && one.start < start && kindOf(one) === kindOf(part),
      )
    )
      continue
    const said = { start, end: start + all[0].length }
    yield {
      tier: 'query',
      places: [placeOf(sentence, said), placeOf(sentence, whole, whole.value), placeOf(sentence, part, part.value)],
      zh: zh`文中说“${text.slice(said.start, said.end)}”,可${amount(whole.amount)}里只有${amount(part.amount)}。请核对。`,
      en: en`“${text.slice(said.start, said.end)}” is said, but it is ${amount(part.amount)} out of ${amount(whole.amount)}. Check them.`,
      arithmetic: [difference(whole.amount, part.amount, amount)],
    }
  }
}

export const notAllExamples: readonly Example[] = [
  { wrong: '[[217户]]居民中已有[[214户]]签订补偿协议,签约率98.6%,实现[[全部]]签约。' },
  { wrong: '停电的[[37个]]村,已经恢复供电[[35个]],[[全部]]村庄重见光明。' },
  { silent: '217户居民中已有214户签订补偿协议,力争月底前全部签约。37个村已全部通电。' },
  { silent: '停电的37个村,已经恢复供电35个,剩下的两个年底前全部通电。' },
]

import type { Derivation } from './changes'
import type { Example } from '../claim'
import { fine, type Trial } from './finger'
import type { Mention } from '../lexer/mention'
import { clauseOf, isOff, isTenth, pairOf, type Pair } from './only-two'
import { evenly } from './plain'
import { isAddend, type Sentence } from '../sentences'
import { amount } from '../wording'

/** What share the less of the only two figures of a kind is of the more, a slip away: 1280名毕业生,签约的有832名,占毕业生的65%. */

const SHARE = /占|比例|比重|[^增涨升降减跌约缩浮长价现利汇税费]率|完成/
const OF_ANOTHER = /入住|上座|满意|好评|就业|失业|增长率|成活|收视|负债/
const CHANGED = /[增减涨升降]|提高|[比较](?!例|重)|同比|环比|力争|确保|争取|目标是/

/** The share is said of the whole by its name, or right behind the two in one sentence, with no other share between. */
function isShareOf(window: Sentence, own: Sentence, said: Mention, pair: Pair, clause: string): boolean {
  const [less, more] = pair
  const last = Math.max(less.end, more.end)
  if (
    more.value < 10 ||
    window.mentions.some(({ kind, start }) => kind === 'percent' && start > last && start < said.start)
  )
    return false
  const { shadow } = window.reading
  const name = /占(?:了|到)?(?:全部|所有)?(?<whole>[\u4E00-\u9FFF]{2})/.exec(clause)?.groups?.['whole']
  const told = shadow.slice(Math.max(window.start, more.start - 14), more.classified + 8)
  if (name !== undefined && told.includes(name)) return true
  // 外籍选手56名,…女性占32%: the share has a part of its own.
  const subject = /(?<subject>[\u4E00-\u9FFF]{2})占/.exec(clause)?.groups?.['subject']
  if (subject !== undefined && !shadow.slice(window.start, last).includes(subject)) return false
  if (isTenth(said) && name === undefined) return false
  return less.start >= own.start && !less.dimension.startsWith('money') && !OF_ANOTHER.test(clause)
}

/** What share the less is of the more: 1280名毕业生,签约的有832名,占65%. */
export function shareOfTwo(window: Sentence, own: Sentence, said: Mention): Derivation | null {
  const clause = clauseOf(window, own, said, 20)
  const told = fine(said)
  if (told === null || !SHARE.test(clause) || CHANGED.test(clause)) return null
  const { shadow } = window.reading
  const pair = pairOf(window, said, (one) => isAddend(shadow, one) && one.value > 1, window.start)
  if (pair === null || !isShareOf(window, own, said, pair, clause)) return null
  const [part, whole] = evenly(pair) as [Mention, Mention]
  const trial: Trial = {
    from: pair,
    value: (part.value / whole.value) * 100,
    low: (part.low / whole.high) * 100,
    high: (part.high / whole.low) * 100,
    expr: `${amount(part.amount)} ÷ ${amount(whole.amount)}`,
  }
  return isOff(shadow, told, trial) ? { said: told, ...trial } : null
}

export const shareOfTwoExamples: readonly Example[] = [
  { wrong: '学院有[[1280名]]毕业生。签约的有[[832名]],另有一批升学。\n签约的占毕业生总数的[[56%]]。' },
  { wrong: '采集样品[[2815份]],其中[[1126份]]来自5000米以下,占全部样品的[[四成半]]。' },
  { wrong: '全村[[326户]]人家,[[284户]]装上了热水器,普及率[[77%]]。' },
  {
    silent:
      '学院有1280名毕业生。签约的有832名,另有一批升学。签约的占毕业生总数的65%。选手480名,外籍选手56名,来自18个国家,女性占32%。',
  },
]

import type { Derivation } from './changes'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/**
 * Two values of one thing in a row and, right behind them, what lies between: 需要75分钟,现在只要30分钟,缩短了45分钟; and days,
 * which come in too many senses for growth: 优良天数262天,比去年同期的246天增加了16天. Where other words stand between, nothing is said.
 */

const COSTS = /(?:需要?|[要花得用]|花费|耗时|用时|排队|等候?|收费|定价|售价)[约近上]?$/
const ONLY = /(?:只[要需用花]要?|仅[要需用花]要?|缩短[到至为]|压缩[到至为]|降[到至为]|减[到至为])[约近]?$/
const SPARED =
  /^[^,。;\d]{0,4},(?:整整|足足|一下子|至少|平均|[又就可]|等于)?(?:缩短|节省|节约|压缩|减少|便宜|降低|省下?|少[花用等跑付交])[了出]?[约近]?$/
const THAN = /^[^,。;\d]{0,4},?[比较](?:去年|上年|前年|往年|上[月季届周次]|原来|此前|计划)[\u4E00-\u9FFF]{0,4}的$/
const BY = /^[^,。;\d]{0,2}(?:增加|减少|多|少|增长|延长|缩短|提高|下降|降低|推迟|提前)了?(?:整整|足足)?$/
/** Figures that growth passes over. */
const DAYS = new Set(['day', 'month', 'age'])

const plain = ({ kind, range, dimension }: Mention): boolean => kind === 'count' && range === null && dimension !== ''

/** 1小时20分钟: the minutes alone are not what it takes. */
function isOfTwo({ reading, mentions }: Sentence, mention: Mention): boolean {
  const at = mentions.indexOf(mention)
  const joined = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined && b !== undefined && /^[零又]?$/.test(reading.shadow.slice(a.end, b.start))
  return joined(mentions[at - 1], mention) || joined(mention, mentions[at + 1])
}

function differenceOf(said: Mention, a: Mention, b: Mention): Derivation {
  const [more, less] = a.value >= b.value ? [a, b] : [b, a]
  return {
    said,
    from: [a, b],
    low: more.low - less.high,
    high: more.high - less.low,
    value: more.value - less.value,
    expr: `${figure(more.amount)} - ${figure(less.amount)}`,
  }
}

/** 比去年的24天多了7天: the 多 is the change's, not the figure's. */
function withoutMore({ reading }: Sentence, b: Mention): Mention {
  const classified = b.numeral[1] + b.classifier.length
  const more = b.classifier !== '' && reading.shadow.startsWith('多了', classified)
  return more ? { ...b, low: b.value, high: b.value, classified, end: classified } : b
}

/** The kind's figures right before one, nearest last; figures of other kinds between do not count. */
function twoBefore(sentence: Sentence, said: Mention): readonly [Mention, Mention] | null {
  const same = sentence.mentions.filter((one) => one.end <= said.start && plain(one) && kindOf(one) === kindOf(said))
  const [a, b] = same.slice(-2)
  return a === undefined || b === undefined || same.length !== 2 ? null : [a, b]
}

export function* sparedOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions } = sentence
  if (reading.english || mentions.length < 3 || mentions.length > 12) return
  const between = (a: Mention, b: Mention): string => reading.shadow.slice(a.classified, b.start)
  for (const said of mentions) {
    if (!plain(said)) continue
    const pair = twoBefore(sentence, said)
    if (pair === null || [...pair, said].some((one) => isOfTwo(sentence, one))) continue
    const [a] = pair
    const b = withoutMore(sentence, pair[1])
    const spared =
      COSTS.test(aheadOf(sentence, a, 8)) &&
      ONLY.test(aheadOf(sentence, b, 6)) &&
      SPARED.test(between(b, said)) &&
      !/[。;]/.test(between(a, b))
    const days = DAYS.has(said.dimension) && THAN.test(between(a, b)) && BY.test(between(b, said))
    if (spared || days) yield differenceOf(said, a, b)
  }
}

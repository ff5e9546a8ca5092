import type { Derivation } from './changes'
import { slipOf, slipped, type Trial } from './finger'
import { aheadOf } from '../labels'
import { unlike } from './plain'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { amount, figure } from '../wording'

/** So many in the hundred of a sum, and the sum they come to: 20万元,年利率1.5%,利息3000元; 标价680元,打七五折后510元. */

/** What is reckoned at a rate. */
const RATE =
  /(?:利率|首付|定金|订金|保证金|佣金|提成|税率|费率|手续费|比例|折旧|违约金|按照?|补贴|报销|补助|贴息|收取|扣除|抽取|提取)[\u4E00-\u9FFF]{0,8}$/
const COMES_TO =
  /(?:[即约得付领拿交税费金]|就是|利息|佣金|定金|订金|首付|补贴|报销|赔付|收益|提成)[\u4E00-\u9FFF]{0,3}$/
const CHANGED = /同比|环比|[增涨升降减跌]|[比较](?!例)/

function trialsOf(shadow: string, base: Mention, share: Mention, years: number): Trial[] {
  const { low, high, value } = asWritten(shadow, base)
  return [(share.value / 100) * years, 1 - share.value / 100, 1 + share.value / 100].map((by) => ({
    from: [base, share],
    value: value * by,
    low: low * by,
    high: high * by,
    expr: `${amount(base.amount)} × ${figure(by * 100)}%`,
  }))
}

/** @param window the sentence and perhaps the one before it */
export function percentOf(window: Sentence, said: Mention): Derivation | null {
  const { mentions, reading } = window
  const at = mentions.indexOf(said)
  const [before, between, share] = [mentions[at - 3], mentions[at - 2], mentions[at - 1]]
  const years = between?.dimension === 'year' && before !== undefined ? between : null
  const base = years === null ? between : before
  if (said.kind !== 'count' || said.dimension === '' || base === undefined || share?.kind !== 'percent') return null
  if (base.kind !== 'count' || kindOf(base) !== kindOf(said) || base.range !== null || share.range !== null) return null
  const [rate, ahead] = [aheadOf(window, share, 16), aheadOf(window, said, 14)]
  if (!RATE.test(rate) || CHANGED.test(rate) || CHANGED.test(ahead) || share.value >= 100) return null
  const trials = trialsOf(reading.shadow, base, share, years?.value ?? 1)
  const found = slipped(reading.shadow, said, trials)
  if (found === null && years !== null && /年利率/.test(rate) && /利息/.test(ahead))
    return unlike(reading.shadow, said, trials.slice(0, 1))
  return found !== null && (COMES_TO.test(ahead) || slipOf(reading.shadow, said, found.value) > 2) ? found : null
}

const FOLD = /(?:打了?|[以按]|享受?|优惠|让利)[了到为]?(?<fold>[一二三四五六七八九]{1,2}|\d(?:\.\d{1,2})?|\d{2})折/g

/** 七五折 is three quarters. */
function byOf(written: string): number {
  const digits = [...written].map((one) => '〇一二三四五六七八九'.indexOf(one))
  const fold = /^\d/.test(written) ? Number(written) : Number(digits.join(''))
  return fold >= 10 ? fold / 100 : fold / 10
}

const TAKEN = /[只仅][要需收卖付花]|折后|[应实]付|到手|[卖售]出|收了|付了?/
const ROUGH = 0.03

/** 原价4500元,现价3600元,相当于打了八折. */
function* toldBehind([a, b]: readonly Mention[], by: number): Iterable<Derivation> {
  if (
    a === undefined ||
    b === undefined ||
    a.dimension !== b.dimension ||
    by <= 0 ||
    a.approximators.length + b.approximators.length > 0
  )
    return
  const [full, said] = a.value > b.value ? [a, b] : [b, a]
  const value = full.value * by
  if (Math.abs(said.value / full.value - by) < ROUGH || said.value / full.value < 0.3) return
  yield { said, from: [full], value, low: value, high: value, expr: `${figure(full.amount)} × ${figure(by)}` }
}

/** 标价680元,打七五折后510元: the price before the discount and the one behind it. */
export function* discountsOf({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  const text = reading.shadow.slice(start, end)
  for (const match of text.includes('折') ? matchesOf(text, FOLD) : []) {
    const at = start + match.index
    const prices = mentions.filter(({ dimension, range }) => dimension.startsWith('money') && range === null)
    const [full, said] = [prices.findLast((one) => one.end <= at), prices.find((one) => one.start > at)]
    if (said === undefined && prices.length === 2) yield* toldBehind(prices, byOf(match.groups?.['fold'] ?? ''))
    if (full === undefined || said === undefined || full.dimension !== said.dimension) continue
    const by = byOf(match.groups?.['fold'] ?? '')
    if (/[;再满另]/.test(reading.shadow.slice(full.end, said.start))) continue
    const trial = (times: number): Trial => ({
      from: [full],
      value: full.value * times,
      low: full.low * times,
      high: full.high * times,
      expr: `${figure(full.amount)} × ${figure(times)}`,
    })
    const trials = [trial(by), trial(1 - by)]
    const found = slipped(reading.shadow, said, trials)
    if (found !== null) yield found
    else if (
      prices.length === 2 &&
      said.value < full.value &&
      TAKEN.test(aheadOf({ reading, mentions, start, end }, said, 12))
    )
      yield* [unlike(reading.shadow, said, trials)].filter((one) => one !== null)
  }
}

import type { Derivation } from './changes'
import { slipped, type Trial } from './finger'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import type { Sentence } from '../sentences'
import { valuesHere } from './window'
import { figure } from '../wording'

/** What there was, what came in, what went out, what there is: 年初库存3.6万吨,入库12.4万吨、出库11.8万吨,年末4.2万吨. */

const LEFT =
  /(?:年末|期末|月末|月底|年底|[末底]|[库结尚还]存|余额|现[有在存]|目前|如今|[剩余]|[结尚]余)[\u4E00-\u9FFF,]{0,6}$/
const FIRST = /年初|期初|月初|原[有来先存]|上年[末底]|去年底|[本老]来|起初|此前|库存|[存共]有?/
const IN = /[入收购进增调添招新募捐]|到货|[转流拨存]入|补充|出生/
const OUT = /[出支销用退减卖离送剔]|发放|调走|领走|死亡|运走|拨付|报废|注销|淘汰|清退/
const MOST = 5

/** @param window the sentence and perhaps the one before it */
export function runningOf(window: Sentence, said: Mention): Derivation | null {
  if (said.kind !== 'count' || said.dimension === '' || !LEFT.test(aheadOf(window, said, 14))) return null
  const values = valuesHere(window, said).filter(({ end }) => end <= said.start)
  const [first, ...moved] = values
  if (first === undefined || moved.length < 2 || values.length > MOST || !FIRST.test(aheadOf(window, first, 16)))
    return null
  const signs = moved.map((one) => {
    const words = aheadOf(window, one, 12)
    return OUT.test(words) ? -1 : IN.test(words) ? 1 : 0
  })
  if (signs.includes(0) || !signs.includes(-1) || !signs.includes(1)) return null
  const { shadow } = window.reading
  const all = [first, ...moved].map((one) => asWritten(shadow, one))
  const sum = (of: (one: Mention, sign: number) => number): number =>
    all.reduce((total, one, i) => total + (i === 0 ? of(one, 1) : (signs[i - 1] ?? 1) * of(one, signs[i - 1] ?? 1)), 0)
  const trial: Trial = {
    from: values,
    value: sum(({ value }) => value),
    low: sum(({ low, high }, sign) => (sign < 0 ? high : low)),
    high: sum(({ low, high }, sign) => (sign < 0 ? low : high)),
    expr: all
      .map(({ amount }, i) => (i === 0 ? '' : (signs[i - 1] ?? 1) < 0 ? ' - ' : ' + ') + figure(amount))
      .join(''),
  }
  return slipped(shadow, said, [trial])
}

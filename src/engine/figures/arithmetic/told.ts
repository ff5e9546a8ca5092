import type { Claim, Reading } from '../claim'
import type { Sentence } from '../sentences'
import { amount, en, zh } from '../wording'
import type { Derivation } from './changes'

/**
 * What is said of a figure that others give by a difference, a product or a ratio.
 * @param homes where those others stand, if not beside it
 */
export function ofDerivation(
  { reading }: Pick<Sentence, 'reading'>,
  { said, from, value, expr, sure }: Derivation,
  homes: readonly Reading[] = [],
): Claim {
  const unit = said.amount === 0 || said.kind === 'percent' ? 1 : said.value / said.amount
  const quote = reading.text.slice(said.start, said.end)
  const show = (one: number): string => (said.kind === 'percent' ? `${amount(one)}%` : amount(one))
  const shown = show(Number((value / unit).toPrecision(said.kind === 'percent' ? 3 : 6)))
  return {
    tier: sure ? 'error' : 'query',
    places: [said, ...from].map(({ start, end, value: one }, i) => ({
      reading: homes[i - 1] ?? reading,
      start,
      end,
      value: one,
    })),
    message: {
      zh: zh`按${expr}推算应是${shown},文中写“${quote}”。请核对这几个数字。`,
      en: en`By ${expr} it should be ${shown}, not “${quote}”. Check these figures.`,
    },
    arithmetic: [
      { label: '推算', en: 'computed', expr, value: shown },
      { label: '宣称', en: 'announced', expr: quote, value: show(said.value / unit) },
    ],
  }
}

import { LONGEST, recurs, type Census } from '../census'
import { removing, type Context, type Cue } from '../cue'
import { placeOf } from '../run'

/** How often the document itself is in the folder: what most lines inside its text recur by. */
const copiesOf = (context: Context, census: Census): number => {
  const own = context.units.filter(
    ({ index, block }) => placeOf(context.run, index) === 'inside' && block.text.length <= LONGEST,
  )
  const counts = own.map((unit) => census.counts.get(unit.same) ?? 1)
  return Math.max(1, counts.sort((a, b) => a - b)[counts.length >> 1] ?? 1)
}

/**
 * Speaks only where a folder's census was given. Copies of the document itself count once: a story delivered ten times
 * is no furniture. Long lines weigh less. No example can show it: its test builds a census.
 */
export const siteCensus: Cue = {
  id: 'site-census',
  reason: { zh: '同一网站的多篇稿件都有这一行', en: 'Several documents of the same site hold this line' },
  examples: [],
  find: (context) => {
    const { census } = context
    if (!census) return []
    const others = copiesOf(context, census) - 1
    const total = census.total - others
    return removing(context, (unit) => {
      const documents = (census.counts.get(unit.same) ?? 0) - others
      if (!recurs(documents, total) || unit.credit || !unit.leads || unit.tail) return 0
      const weight = 1.5 + 3.5 * Math.min(1, (documents / total) * 2)
      return unit.shape.prose || unit.shape.size > 40 ? weight * 0.6 : weight
    })
  },
}

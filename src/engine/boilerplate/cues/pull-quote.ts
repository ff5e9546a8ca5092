import { removing, type Context, type Cue } from '../cue'
import type { Unit } from '../unit'

/** Shorter ones come again by chance: letters and digits, Latin and Han. */
const LEAST = 18
const LEAST_HAN = 10
const LONGEST = 300
const ATTRIBUTION = 60

const isSetApart = ({ block, about }: Unit): boolean =>
  (block.layout === 'quote' || about.pulled) && (block.markUp?.linkDensity ?? 0) < 0.5

const isLong = (said: string): boolean => said.length >= (/[\u3400-\u9FFF]/.test(said) ? LEAST_HAN : LEAST)

/** What the page says from the run's beginning on that is not set apart. */
const spoken = ({ units, run }: Context): string =>
  units
    .slice(run.first)
    .filter((unit) => !isSetApart(unit))
    .map(({ same }) => same)
    .join(' ')

export const pullQuote: Cue = {
  id: 'pull-quote',
  reason: {
    zh: '从正文里摘出来放大的一句\uFF0C正文里已经有',
    en: 'A sentence lifted out of the text to be set large: the text has it',
  },
  examples: [
    `¶en
“We kept the old oak tables, every one of them,” said Ms Moss, who runs the library in the old customs house. ⟨class: text⟩
✗ We kept the old oak tables, every one of them ⟨class: pull-quote⟩
✗ Ann Moss, librarian ⟨class: pull-quote⟩
¶en`,
    `¶en
✓ We never asked for a new roof, only for one that holds ⟨class: pull-quote⟩
¶en`,
  ],
  find: (context) => {
    const candidates = context.units.filter(
      (unit) =>
        unit.index >= context.run.first &&
        unit.shape.size <= LONGEST &&
        isSetApart(unit) &&
        context.repeats.get(unit.same) === 1,
    )
    if (candidates.length === 0) return []
    const said = spoken(context)
    const found = new Set(candidates.filter(({ same }) => isLong(same) && said.includes(same)))
    return removing(context, (unit) => {
      if (found.has(unit)) return 8
      const above = context.units[unit.index - 1]
      const named = above !== undefined && found.has(above) && isSetApart(unit) && unit.shape.size <= ATTRIBUTION
      return named && unit.shape.sentences === 0 ? 6.5 : 0
    })
  },
}

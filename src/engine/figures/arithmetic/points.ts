import type { Derivation } from './changes'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** Two percentages and the points between them: from 6.1 percent to 5.4 percent, down 0.7 points. */

const PERCENT = '\\d+(?:\\.\\d+)?(?:\\s?%|\\s(?:percent|per\\scent))?'
/** in May, a year ago */
const WHEN = '(?: in [a-z]{3,9}| (?:last|this|a) [a-z]{3,8}(?: ago| earlier)?)?'
const POINTS = new RegExp(
  `\\b(?:from (?<from>${PERCENT}) to (?<to>${PERCENT})|to (?<to2>${PERCENT})${WHEN} from (?<from2>${PERCENT}))${WHEN},[^.;\\d]{0,30}?` +
    '(?:\\bof|\\bup|\\bdown|\\bby) (?:about |nearly |almost |some )?(?<said>\\d+(?:\\.\\d+)?|[a-z]{3,9}) (?:percentage )?points?\\b',
  'dgi',
)

export function* pointsOf({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 3) return
  for (const match of matchesOf(reading.shadow.slice(start, end), POINTS)) {
    const at = (name: string): number => match.indices?.groups?.[name]?.[0] ?? -1
    const of = (place: number) => mentions.find(({ numeral }) => place >= 0 && numeral[0] === start + place)
    const [from, to] = [of(at('from')) ?? of(at('from2')), of(at('to')) ?? of(at('to2'))]
    const said = of(at('said'))
    if (from === undefined || to === undefined || said === undefined) continue
    const value = Math.abs(to.value - from.value)
    const slack = [from, to].every((one) => Number.isInteger(one.value)) ? 1 : 0.11
    const [more, less] = [Math.max(from.value, to.value), Math.min(from.value, to.value)]
    yield {
      said,
      from: [from, to],
      low: value - slack,
      high: value + slack,
      value,
      expr: `${figure(more)} - ${figure(less)}`,
    }
  }
}

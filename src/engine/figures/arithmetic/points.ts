import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** Two percentages and the points between them: from 6.1 percent to 5.4 percent, down 0.7 points; 为1.42%,年初为1.57%,下降0.15个百分点. */

const PERCENT = '\\d+(?:\\.\\d+)?(?:\\s?%|\\s(?:percent|per\\scent))?'
/** in May, a year ago */
const WHEN = '(?: in [a-z]{3,9}| (?:last|this|a) [a-z]{3,8}(?: ago| earlier)?)?'
const POINTS = new RegExp(
  `\\b(?:from (?<from>${PERCENT}) to (?<to>${PERCENT})|to (?<to2>${PERCENT})${WHEN} from (?<from2>${PERCENT}))${WHEN},[^.;\\d]{0,30}?` +
    '(?:\\bof|\\bup|\\bdown|\\bby) (?:about |nearly |almost |some )?(?<said>\\d+(?:\\.\\d+)?|[a-z]{3,9}) (?:percentage )?points?\\b',
  'dgi',
)

const MOVED = /^[,(]?(?:同比|环比|[较比][^,。;\d]{1,6})?(?:下降|上升|提高|提升|降低|回落|减少|增加|[升降跌涨高低])了?$/
/** Said of the one of them: the rate at another time. */
const THEN = /(?:年[初末底]|去年|上年|前年|上[月季期]|同期|期初|原来|[此之]前)(?:同期|[末底])?(?:的?[为是])?$/

/** 不良贷款率为1.42%,年初为1.57%,下降0.15个百分点. */
function* pointsBetween({ reading: { shadow }, mentions }: Sentence): Iterable<Derivation> {
  for (const [i, said] of mentions.entries()) {
    const [to, from] = [mentions[i - 2], mentions[i - 1]]
    if (said.kind !== 'point' || said.range !== null || to?.kind !== 'percent') continue
    if (from?.kind !== 'percent' || [to, from, said].some(({ approximators }) => approximators.length > 0)) continue
    const link = shadow.slice(to.classified, from.start)
    if (!/^[,(]/.test(link) || link.length > 10 || !THEN.test(link)) continue
    if (!MOVED.test(shadow.slice(from.classified, said.start))) continue
    yield between(said, to, from, slackOf(shadow, [from, to]))
  }
}

/** The points between two rates. */
function between(said: Mention, to: Mention, from: Mention, slack: number): Derivation {
  const value = Math.abs(to.value - from.value)
  const [more, less] = [Math.max(from.value, to.value), Math.min(from.value, to.value)]
  const expr = `${figure(more)} - ${figure(less)}`
  return { said, from: [to, from], low: value - slack, high: value + slack, value, expr }
}

/** One of the last digit of the coarser. */
function slackOf(shadow: string, both: readonly Mention[]): number {
  const decimals = both.map(({ numeral }) => shadow.slice(...numeral).split('.')[1]?.length ?? 0)
  return 1.1 * 10 ** -Math.min(...decimals)
}

export function* pointsOf(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions, start, end } = sentence
  if (mentions.length < 3) return
  if (!reading.english) return yield* pointsBetween(sentence)
  for (const match of matchesOf(reading.shadow.slice(start, end), POINTS)) {
    const at = (name: string): number => match.indices?.groups?.[name]?.[0] ?? -1
    const of = (place: number) => mentions.find(({ numeral }) => place >= 0 && numeral[0] === start + place)
    const [from, to] = [of(at('from')) ?? of(at('from2')), of(at('to')) ?? of(at('to2'))]
    const said = of(at('said'))
    if (from === undefined || to === undefined || said === undefined) continue
    yield between(said, to, from, [from, to].every((one) => Number.isInteger(one.value)) ? 1 : 0.11)
  }
}

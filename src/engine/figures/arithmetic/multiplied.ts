import type { Derivation } from './changes'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { amount, figure } from '../wording'

/** Doubled, tripled, halved from one value to another: has tripled in a decade, from 60,000 to 180,000. */

const NUMBER = '[$\\u00A3\\u20AC]?\\d[\\d,]*(?:\\.\\d+)?(?:\\s(?:thousand|million|billion|trillion)|bn|mn|m)?'
const VERB =
  '(?:(?<more>more|better) than |(?<near>nearly |almost |just under |close to ))?(?<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)'
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b${VERB}\\b[^.;\\d]{1,60}?\\bfrom (?<from>${NUMBER})[^.;]{0,30}?\\sto (?<to>${NUMBER})`, 'dgi'),
  new RegExp(`\\b${VERB}\\b[^.;\\d]{1,40}?\\bto (?<to>${NUMBER})[^.;]{0,30}?\\bfrom (?<from>${NUMBER})`, 'dgi'),
]
const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, halv: 0.5 }
/** Of what is said loosely. */
const LOOSE = 0.17

/** What the words allow the later value to be, in multiples of the earlier. */
function boundsOf(times: number, more: boolean, near: boolean): readonly [low: number, high: number] {
  const [below, above] = [times * (1 - LOOSE * 0.75), times * (1 + LOOSE)]
  if (times < 1) return more ? [0, times] : near ? [times, 0.65] : [below, above]
  if (more) return [times * 0.99, times + 1.2]
  return near ? [times - 0.6, times * 1.01] : [below, above]
}

export function* multiplied({ reading, mentions, start, end }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 2) return
  const text = reading.shadow.slice(start, end)
  if (!/\b(?:doubl|trebl|tripl|quadrupl|halv)/i.test(text)) return
  for (const match of PATTERNS.flatMap((pattern) => matchesOf(text, pattern))) {
    const { verb = '', more, near } = match.groups ?? {}
    const [from, to] = ['from', 'to'].map((name) => {
      const at = match.indices?.groups?.[name]?.[0]
      return at === undefined ? undefined : mentions.find(({ numeral }) => numeral[0] === start + at)
    })
    const times = TIMES[verb.toLowerCase()]
    if (from === undefined || to === undefined || times === undefined || from.low <= 0) continue
    if (from.dimension !== '' && to.dimension !== '' && from.dimension !== to.dimension) continue
    const [low, high] = boundsOf(times, more !== undefined, near !== undefined)
    yield {
      said: to,
      from: [from],
      low: from.low * low,
      high: from.high * high,
      value: from.value * times,
      expr: `${amount(from.amount)} × ${figure(times)}`,
    }
  }
}

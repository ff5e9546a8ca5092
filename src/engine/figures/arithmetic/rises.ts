import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { amount } from '../wording'

/** Sales rose 12% to 560 from 500: the change first, then both values. */

const NUMBER = '[$\\u00A3\\u20AC]?\\d[\\d,]*(?:\\.\\d+)?(?:\\s(?:thousand|million|billion|trillion)|bn|mn|m)?'
const RISE = new RegExp(
  '\\b(?:rose|grew|increased|climbed|jumped|gained|surged|fell|dropped|declined|decreased|slipped|shrank|tumbled)\\s(?:by\\s)?' +
    `(?<change>\\d+(?:\\.\\d+)?)\\s?(?:%|percent|per cent)\\sto\\s(?<to>${NUMBER})[^.;\\d]{0,40}?\\b(?:from|compared with)\\s(?<from>${NUMBER})`,
  'gi',
)

/** Rents are up 20 percent, from $1,000 to $1,200. */
const RISE_FROM = new RegExp(
  '\\b(?:rose|grew|increased|climbed|jumped|gained|surged|fell|dropped|declined|decreased|slipped|shrank|tumbled|up|down)\\s(?:by\\s)?' +
    `(?<change>\\d+(?:\\.\\d+)?)\\s?(?:%|percent|per cent)[^.;\\d]{0,24}?,?\\sfrom\\s(?<from>${NUMBER})[^.;\\d]{0,30}?\\sto\\s(?<to>${NUMBER})`,
  'gi',
)

export function* risesOf({ reading, start, end, mentions }: Sentence): Iterable<Derivation> {
  if (!reading.english || mentions.length < 3) return
  const text = reading.shadow.slice(start, end)
  for (const match of [...matchesOf(text, RISE), ...matchesOf(text, RISE_FROM)]) {
    const at = start + match.index
    const inside = mentions.filter((one) => one.start >= at && one.start < at + match[0].length)
    const back = /\sto\s[^.;]*\sfrom\s|\sto\s[^.;]*compared/i.test(match[0])
    const [change, first, second] = inside as (Mention | undefined)[]
    const [to, from] = back ? [first, second] : [second, first]
    if (inside.length !== 3 || change?.kind !== 'percent' || to === undefined || from === undefined || from.low <= 0)
      continue
    const bound = (x: number, y: number): number => (Math.abs(y - x) / x) * 100
    const all = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => bound(x, y)))
    yield {
      said: change,
      from: [to, from],
      low: Math.min(...all) - 0.51,
      high: Math.max(...all) + 0.51,
      value: bound(from.value, to.value),
      expr: `(${amount(Math.max(to.value, from.value))} - ${amount(Math.min(to.value, from.value))}) ÷ ${amount(from.value)}`,
      sure: true,
    }
  }
}

import type { Example } from '../claim'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, zh } from '../wording'
import type { Denial } from './denial'

/** A record that was broken by less: a 41.2-pound salmon broke the lake record of 43.6 pounds; ran 2:05:30, beating the best of 2:04:11. */

const NUMBER = '\\d{1,2}(?::\\d\\d){1,2}(?:\\.\\d{1,3})?|\\d+(?:,\\d{3})*(?:\\.\\d{1,3})?'
const BROKEN = new RegExp(
  `\\b(?:br[eo]ak(?:s|ing)?|broke|beat(?:s|ing)?|smash(?:es|ed|ing)|surpass(?:es|ed|ing)|topp(?:ed|ing)|tops|eclips(?:es|ed|ing)|better(?:s|ed|ing)|pass(?:es|ed|ing)|exceed(?:s|ed|ing)|shatter(?:s|ed|ing)|overtook|outdo(?:es|ing)|outdid|improv(?:es|ed|ing) on)\\s(?:(?:the|its|an?|her|his|their|last|\\d{4}|[a-z][a-z'\\u2019-]{1,14}|[A-Z][a-z'\\u2019-]{1,14})\\s){1,6}?(?:record|mark|best|high|peak) of (?:just |only )?(?<coin>[$\\u00A3\\u20AC])?(?<old>${NUMBER})(?:[ -](?<unit>[a-z]{2,12}))?`,
  'dg',
)
const FIGURES = new RegExp(
  `(?<![\\w.,:-])(?<coin>[$\\u00A3\\u20AC])?(?<now>${NUMBER})(?:[ -](?<unit>[a-z]{2,12}))?`,
  'g',
)
const RACED =
  /\b(?:ran|runs|swam|swims|finish(?:ed|es)|clocked|clocks|covered|sprint|lap|raced?|crossed|completed|won)\b/i
const LOW = /\b(?:low|lowest|least|fastest|quickest|fewest)\b/i

const one = (unit: string): string =>
  unit
    .replace(/^feet$/, 'foot')
    .replace(/^inches$/, 'inch')
    .replace(/s$/, '')

/** In seconds, where it is a time of hours, minutes and seconds. */
const valueOf = (words: string): number =>
  words.split(':').reduce((all, part) => all * 60 + Number(part.replaceAll(',', '')), 0)

export function* recordsDenied({ reading, start, end }: Sentence): Iterable<Denial> {
  const text = reading.shadow.slice(start, end)
  if (!reading.english || !/\b(?:record|mark|best|high|peak) of\b/.test(text) || LOW.test(text)) return
  for (const match of matchesOf(text, BROKEN)) {
    const { old = '', unit = '', coin } = match.groups ?? {}
    const [from, to] = match.indices?.groups?.['old'] ?? [0, 0]
    const clock = old.includes(':')
    const timed = clock || /^(?:second|minute|hour)s?$/.test(unit)
    if ((timed && !RACED.test(text)) || (unit === '' && !clock && coin === undefined)) continue
    const known = matchesOf(text.slice(0, match.index), FIGURES).filter(
      ({ groups }) =>
        (groups?.['now'] ?? '').includes(':') === clock &&
        groups?.['coin'] === coin &&
        (clock || one(groups?.['unit'] ?? '') === one(unit)),
    )
    const now = known.at(-1)
    const values = known.map(({ groups }) => valueOf(groups?.['now'] ?? ''))
    const bar = valueOf(old)
    if (now === undefined || values.some((value) => (timed ? value < bar : value > bar))) continue
    const words = now.groups?.['now'] ?? ''
    yield {
      tier: 'query',
      places: [
        { reading, start: start + from, end: start + to, value: old },
        {
          reading,
          start: start + now.index + (coin?.length ?? 0),
          end: start + now.index + (coin?.length ?? 0) + words.length,
          value: words,
        },
      ],
      zh: zh`“${words}”没有超过原纪录“${old}”。请核对。`,
      en: en`“${words}” does not break a record of “${old}”. Check the two.`,
      arithmetic: [
        { label: '数字', en: 'figure', expr: `${words} ${timed ? '\u2265' : '\u2264'} ${old}`, value: words },
      ],
    }
  }
}

export const recordExamples: readonly Example[] = [
  { wrong: 'Bohl\u2019s [[41.2]]-pound salmon broke the lake record of [[43.6]] pounds, which had stood since 1988.' },
  { wrong: 'She ran the course in [[2:05:30]], beating the club best of [[2:04:11]].' },
  { wrong: 'The river crested at [[9.1]] meters on Sunday, breaking the record of [[9.6]] meters set in 1974.' },
  {
    silent:
      'The river crested at 9.1 meters on Sunday, breaking the record of 8.6 meters set in 1974. The lake hit 2.1 meters in May, breaking the record low of 2.4 meters.',
  },
  {
    silent:
      'Bohl\u2019s 41.2-pound salmon broke the lake record of 39.6 pounds. She ran it in 2:03:30, beating the club best of 2:04:11. The 31-pound trout was no match for the salmon of 44 pounds that broke the record of 43.6 pounds.',
  },
]

import type { Claim } from '../claim'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'

/** A change as a fraction in words: cut its list from 240 lines to 180, a reduction of a quarter. */

const NUMBER = '[$\\u00A3\\u20AC]?\\d[\\d,]*(?:\\.\\d+)?(?:\\s(?:thousand|million|billion|trillion)|bn|mn|m)?'
const FRACTIONS: Readonly<Record<string, number>> = { half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, tenth: 0.1 }
const CUT = new RegExp(
  `\\bfrom (?<from>${NUMBER})[^.;,\\d]{0,24}?\\sto (?<to>${NUMBER})[^.;,]{0,30},\\s` +
    '(?<said>(?:(?:a|an) (?:reduction|cut|fall|drop|decline|decrease|increase|rise|gain|jump) of |down (?:by )?|up (?:by )?)(?:about |almost |nearly |just over )?(?:(?:a|one) (?<part>half|third|quarter|fifth|tenth)|(?<half>half)))\\b',
  'dgi',
)
/** Of what is said in so round a word. */
const LOOSE = 0.045

export function* cutsOf({ reading, mentions, start, end }: Sentence): Iterable<Claim> {
  if (!reading.english || mentions.length < 2) return
  for (const match of matchesOf(reading.shadow.slice(start, end), CUT)) {
    const { part, half } = match.groups ?? {}
    const said = FRACTIONS[(part ?? half ?? '').toLowerCase()]
    const places = ['from', 'to'].map((name) => {
      const at = match.indices?.groups?.[name]?.[0]
      return at === undefined ? undefined : mentions.find(({ numeral }) => numeral[0] === start + at)
    })
    const span = match.indices?.groups?.['said']
    const [from, to] = places
    if (said === undefined || span === undefined || from === undefined || to === undefined || from.low <= 0) continue
    const share = Math.abs(to.value - from.value) / from.value
    if (Math.abs(share - said) <= LOOSE) continue
    const place = { reading, start: start + span[0], end: start + span[1] }
    const quote = reading.text.slice(place.start, place.end)
    const shown = `${figure(Number((share * 100).toFixed(1)))}%`
    yield {
      tier: 'query',
      places: [place, ...[from, to].map((one) => ({ reading, start: one.start, end: one.end, value: one.value }))],
      message: {
        zh: zh`前后两个数相差${shown},文中写“${quote}”。请核对。`,
        en: en`The two figures are ${shown} apart, not “${quote}”. Check them.`,
      },
      arithmetic: [
        { label: '推算', en: 'computed', expr: `${figure(from.amount)} → ${figure(to.amount)}`, value: shown },
      ],
    }
  }
}

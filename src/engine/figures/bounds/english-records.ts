import type { Example } from '../claim'
import { FIGURE, mentionAt } from '../groups'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { en, figure, zh } from '../wording'
import { placeOf, type Denial } from './denial'

/** A record that the new figure does not reach: crested at 9.1 meters, breaking the record of 9.6 meters. */

const RECORD = new RegExp(
  `\\b(?:crested|peaked|reached|rose|climbed|hit|measured|weighed|topped out|stood)\\b[^.;\\d]{0,16}? (?<now>${FIGURE})[^;\\d]{1,40}?, (?:breaking|beating|surpassing|topping|eclipsing|above|passing) (?:the |its |a )?(?:previous |old |former )?(?:all-time )?(?:record|mark|high|peak) of (?<old>${FIGURE})`,
  'dgi',
)
const LOW = /\b(?:low|lowest|least|fastest|quickest|fewest|seconds?|minutes?)\b/i

export function* recordsDenied(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  if (!reading.english || mentions.length < 2) return
  for (const match of matchesOf(reading.shadow.slice(start, end), RECORD)) {
    const [now, old] = ['now', 'old'].map((name) => mentionAt(mentions, match, name, start))
    if (now === undefined || old === undefined || LOW.test(reading.shadow.slice(start, end))) continue
    if (now.kind !== old.kind || (old.dimension !== '' && old.dimension !== now.dimension)) continue
    if (now.approximators.length > 0 || now.value >= old.value) continue
    const [a, b] = [now, old].map((one) => reading.text.slice(one.start, one.end))
    yield {
      tier: 'query',
      places: [placeOf(sentence, old, old.value), placeOf(sentence, now, now.value)],
      zh: zh`“${a ?? ''}”没有超过原纪录“${b ?? ''}”。请核对。`,
      en: en`“${a ?? ''}” does not break a record of “${b ?? ''}”. Check the two.`,
      arithmetic: [
        {
          label: '数字',
          en: 'figure',
          expr: `${figure(now.amount)} < ${figure(old.amount)}`,
          value: figure(now.amount),
        },
      ],
    }
  }
}

export const recordExamples: readonly Example[] = [
  { wrong: 'The river crested at [[9.1 meters]] on Sunday, breaking the record of [[9.6 meters]] set in 1974.' },
  {
    silent:
      'The river crested at 9.1 meters on Sunday, breaking the record of 8.6 meters set in 1974. The lake hit 2.1 meters in May, breaking the record low of 2.4 meters.',
  },
]

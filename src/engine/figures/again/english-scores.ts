import type { Claim, Example, Place, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import { en, figure, zh } from '../wording'

/** A score, its margin, and the score said again: beat Stanton 88-74, a 14-point win. The 88-74 win … */

const SCORE = /(?<![\w.,$-])(?<a>\d{1,3})[-\u2013](?<b>\d{1,3})(?![\w-]|,\d)/g
const MARGIN =
  /\b(?:a|the) (?<said>\d{1,3})-(?:point|goal|run) (?:win|victory|loss|defeat|rout|triumph)\b|\b(?:won|lost) by (?<by>\d{1,3}) (?:points|goals|runs)\b/i
const AGAIN = /^\s*The (?<a>\d{1,3})[-\u2013](?<b>\d{1,3}) (?:win|victory|loss|defeat|draw|tie|rout|triumph)\b/
const WON = /\b(?:beat|defeated|topped|edged|downed|routed|lost to|fell to|drew with|tied|over)\b/i
const ELSEWHERE = /\b(?:last|earlier|previous|first leg|in \d{4}|season's|year's)\b/i

/** The one score of a sentence; null where it has none or several. */
function scoreOf({ reading, start, end }: Sentence): { place: Place; pair: readonly [number, number] } | null {
  const [match, ...more] = matchesOf(reading.shadow.slice(start, end), SCORE)
  if (match === undefined || more.length > 0) return null
  const at = start + match.index
  const { a = '', b = '' } = match.groups ?? {}
  return { place: { reading, start: at, end: at + match[0].length }, pair: [Number(a), Number(b)] }
}

/** 88-74, a 16-point win. */
export function* marginsDenied(sentence: Sentence): Iterable<Claim> {
  const { reading, start, end } = sentence
  if (!reading.english) return
  const match = MARGIN.exec(reading.shadow.slice(start, end))
  const score = match === null ? null : scoreOf(sentence)
  if (match === null || score === null || !WON.test(reading.shadow.slice(start, score.place.start))) return
  const said = match.groups?.['said'] ?? match.groups?.['by'] ?? ''
  const right = Math.abs(score.pair[0] - score.pair[1])
  const at = start + match.index + match[0].indexOf(said)
  if (at < score.place.end || Number(said) === right) return
  const expr = `${figure(Math.max(...score.pair))} - ${figure(Math.min(...score.pair))}`
  yield {
    tier: 'error',
    places: [{ reading, start: at, end: at + said.length, value: Number(said) }, score.place],
    message: {
      zh: zh`按${expr}应是${figure(right)},文中写“${said}”。请核对比分和分差。`,
      en: en`By ${expr} the margin is ${figure(right)}, not “${said}”. Check the score and its margin.`,
    },
    arithmetic: [{ label: '推算', en: 'computed', expr, value: right }],
  }
}

/** beat Oakdale 68-61. The 86-61 win …: one side of the score stays, the other does not. */
function scoreAgain(sentence: Sentence, before: Sentence | undefined): readonly [Place, Place] | null {
  const { reading, start, end } = sentence
  if (!reading.english || before === undefined) return null
  const match = AGAIN.exec(reading.shadow.slice(start, end))
  const first = match === null ? null : scoreOf(before)
  if (match === null || first === null || !WON.test(reading.shadow.slice(before.start, first.place.start))) return null
  if (ELSEWHERE.test(reading.shadow.slice(start, end).slice(0, 60))) return null
  const { a = '', b = '' } = match.groups ?? {}
  const pair = [Number(a), Number(b)]
  const same = pair.filter((one) => first.pair.includes(one))
  if (same.length !== 1 || pair[0] === pair[1]) return null
  const at = start + match.index + match[0].indexOf(a)
  return [first.place, { reading, start: at, end: at + a.length + b.length + 1 }]
}

export function* scoresAgain({ readings }: StoryCopy): Iterable<readonly [Place, Place]> {
  for (const reading of readings) {
    if (!reading.english) continue
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      const pair = scoreAgain(sentence, sentencesOf(reading)[i - 1])
      if (pair !== null) yield pair
    }
  }
}

export const marginExamples: readonly Example[] = [
  { wrong: 'The Rovers beat Stanton [[88-74]] on Saturday night, a [[16]]-point win that puts them top.' },
  {
    silent:
      'The Rovers beat Stanton 88-74 on Saturday night, a 14-point win. Down 50-34 at halftime, they beat Oakdale 71-70, wiping out a 16-point lead. They beat Hale 60-58 after a 20-point loss in May to Vale, 80-60.',
  },
]
export const scoreExamples: readonly Example[] = [
  { wrong: 'Westfield beat Oakdale [[68-61]] on Friday. The [[86-61]] win was its fifth in a row.' },
  {
    silent:
      'Westfield beat Oakdale 68-61 on Friday. The 68-61 win was its fifth in a row. Hale beat Vale 2-1. The 3-1 win in May was last season\u2019s best.',
  },
]

import type { Example } from '../claim'
import { matchesOf } from '../matches'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** An English average of so many a day against all of them and the days; a share of the only whole told; doubled and tripled. */

const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const PERIOD = new RegExp(
  `\\b(?<n>\\d{1,3}|${WORDS.join('|')})[- ](?<unit>day|night|week|month|year|game|match)(?:s|es)?\\b`,
  'gi',
)
const AVERAGE = /\b(?:average|mean) of (?:just |some |only )?$/i
const EACH = /^(?:\s[a-z]{3,12})?\s(?:a|per|each|every) (?<unit>day|night|week|month|year|game|match)\b/i

const plain = ({ kind, range, approximators }: Mention): boolean =>
  kind === 'count' && range === null && approximators.length === 0

const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : WORDS.indexOf(word.toLowerCase()) + 2)

/** The eight-day fair drew 12,400 visitors, an average of 1,550 a day. */
function* averages({ reading, start, end, mentions }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  for (const said of mentions) {
    if (!plain(said) || !AVERAGE.test(shadow.slice(Math.max(start, said.numeral[0] - 24), said.numeral[0]))) continue
    const unit = EACH.exec(shadow.slice(said.numeral[1], said.numeral[1] + 30))?.groups?.['unit']?.toLowerCase()
    const periods = matchesOf(shadow.slice(start, end), PERIOD).filter(
      ({ groups }) => groups?.['unit']?.toLowerCase() === unit,
    )
    const [period, ...more] = periods
    const wholes = mentions.filter(
      (one) => plain(one) && one !== said && one.value > said.value && one.end <= said.start,
    )
    const [whole, ...others] = wholes
    if (period === undefined || whole === undefined || more.length + others.length > 0) continue
    const n = numberOf(period.groups?.['n'] ?? '')
    const value = whole.value / n
    if (n < 2 || said.value > value * 2 || said.value < value / 2) continue
    yield { said, from: [whole], low: value * 0.97, high: value * 1.03, value, expr: `${figure(whole.amount)} ÷ ${n}` }
  }
}

const OR = /^,\s(?:or|that is)\s(?:just |some |about |nearly |only |over )?$/

/** had 480 replies. Of those who answered, 312, or 65 percent: the only larger count of this sentence and the one before. */
function wholeShare(sentence: Sentence, before: Sentence | undefined): Derivation | null {
  const { reading, mentions } = sentence
  for (const [i, share] of mentions.entries()) {
    const part = mentions[i - 1]
    if (share.kind !== 'percent' || part === undefined || !plain(part)) continue
    if (!OR.test(reading.shadow.slice(part.classified, share.numeral[0]))) continue
    const counts = [...(before?.mentions ?? []), ...mentions].filter(
      (one) => plain(one) && one !== part && one.value > 1,
    )
    const [whole, ...more] = counts
    if (whole === undefined || more.length > 0 || whole.value <= part.value || part.value < 10) return null
    const value = (part.value / whole.value) * 100
    const slack = share.approximators.length > 0 ? 4 : 1
    return {
      said: share,
      from: [part, whole],
      low: value - slack,
      high: value + slack,
      value,
      expr: `${figure(part.amount)} ÷ ${figure(whole.amount)}`,
    }
  }
  return null
}

const FOLD = /\b(?<fold>doubled|trebled|tripled|quadrupled)\b[^.;\d]{0,50}? to (?:an average of |some |just )?$/i
const FOLDS: Readonly<Record<string, number>> = { doubled: 2, trebled: 3, tripled: 3, quadrupled: 4 }
const ROUGH =
  /\b(?:more than|almost|nearly|over|about|roughly|all but|virtually) (?:doubled|trebled|tripled|quadrupled)/i

/** has tripled in two seasons, to an average of 12,600 from 4,200. */
function* folds({ reading, start, mentions }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  for (const [i, said] of mentions.entries()) {
    const from = mentions[i + 1]
    if (from === undefined || !plain(said) || !plain(from) || from.low <= 0) continue
    const ahead = shadow.slice(start, said.numeral[0])
    const fold = FOLDS[FOLD.exec(ahead)?.groups?.['fold']?.toLowerCase() ?? '']
    if (
      fold === undefined ||
      ROUGH.test(ahead) ||
      !/^[^.;,\d]{0,30} from $/.test(shadow.slice(said.numeral[1], from.numeral[0]))
    )
      continue
    if (said.value > from.value * 8) continue
    const value = from.value * fold
    yield { said, from: [from], low: value * 0.87, high: value * 1.15, value, expr: `${figure(from.amount)} × ${fold}` }
  }
}

const UP =
  /^(?:\s[a-z]{3,12}){0,2},?\s(?:which (?:is|was) |it was )?(?:up|down|a (?:rise|fall|increase|drop|jump|decrease) of)\s$/i
const FROM = /^(?:\s[a-z]{3,10}){0,2}\s(?:from|on)\s(?:the |last year\u2019s |last year's |a year earlier\u2019s )?$/i

/** a budget of 12.4 million pounds, up 4 percent from 11.9 million. */
function* changed({ reading, mentions }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  for (const [i, said] of mentions.entries()) {
    const [to, from] = [mentions[i - 1], mentions[i + 1]]
    if (said.kind !== 'percent' || said.approximators.length > 0 || to === undefined || from === undefined) continue
    if (!plain(to) || !plain(from) || from.low <= 0 || from.value === to.value) continue
    if (
      !UP.test(shadow.slice(to.numeral[1], said.numeral[0])) ||
      !FROM.test(shadow.slice(said.numeral[1], from.numeral[0]))
    )
      continue
    if (to.classifier !== '' && from.classifier !== '' && to.classifier !== from.classifier) continue
    const bounds = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => (Math.abs(y - x) / x) * 100))
    const slack = Number.isInteger(said.value) ? 0.6 : 0.15
    yield {
      said,
      from: [to, from],
      low: Math.min(...bounds) - slack,
      high: Math.max(...bounds) + slack,
      value: (Math.abs(to.value - from.value) / from.value) * 100,
      expr: `|${figure(to.amount)} - ${figure(from.amount)}| ÷ ${figure(from.amount)}`,
    }
  }
}

export function* averagesSaid(sentence: Sentence, previous: Sentence | undefined): Iterable<Derivation> {
  yield* averages(sentence)
  yield* folds(sentence)
  yield* changed(sentence)
  const share = wholeShare(sentence, previous)
  if (share !== null) yield share
}

export const averageExamples: readonly Example[] = [
  { wrong: 'The eight-day arts fair drew [[12,400 visitors]] in all, an average of [[1,450]] a day, organisers said.' },
  { wrong: 'Attendance has tripled in two seasons, to an average of [[9,100]] from [[4,200]].' },
  { wrong: 'The practice had [[480 replies]]. Of the patients who answered, [[312]], or [[56 percent]], said yes.' },
  {
    wrong:
      'The council approved a budget of [[12.4 million pounds]], up [[8 per cent]] from [[11.9 million pounds]] last year.',
  },
  {
    silent:
      'The council approved a budget of 12.4 million pounds, up 4 per cent from 11.9 million pounds last year. It sold 120 homes, up 20 percent from 100. The eight-day arts fair drew 12,400 visitors in all, an average of 1,550 a day. Attendance has tripled in two seasons, to an average of 12,400 from 4,200. It had 480 replies. Of the patients who answered, 312, or 65 percent, said yes.',
  },
  {
    silent:
      'It has 85 wards and 2,400 staff. Of those asked, 312, or 56 percent, said yes. Output nearly doubled to 900 tonnes from 500.',
  },
]

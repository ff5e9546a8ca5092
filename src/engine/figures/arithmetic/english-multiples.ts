import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'

/** One figure as so many times another, so many at so much each, and the mean of a row. */

const MULTIPLE =
  /^[^.;\d]{0,56}?\b(?<times>twice|double|three times|triple|treble|four times|five times|half|a third|a quarter|two-thirds|three-quarters)(?: of)? (?:the|its|his|her|their|that of|what|as (?:many|much) as)(?: [a-z'\u2019-]+){0,4}?\s(?:of )?(?:about )?$/i
const TIMES: Readonly<Record<string, number>> = {
  twice: 2,
  double: 2,
  'three times': 3,
  triple: 3,
  treble: 3,
  'four times': 4,
  'five times': 5,
  half: 1 / 2,
  'a third': 1 / 3,
  'a quarter': 1 / 4,
  'two-thirds': 2 / 3,
  'three-quarters': 3 / 4,
}
const ROUGH =
  /\b(?:more than|over|nearly|almost|about|less than|under|roughly|only|just) (?:twice|double|three|triple|treble|four|five|half|a third|a quarter|two)\b/i

const plain = ({ kind, range, approximators }: Mention): boolean =>
  kind === 'count' && range === null && approximators.length === 0

/** $90,000, three times the estimate of $30,000. */
function* multiples({ reading, mentions: all }: Sentence): Iterable<Derivation> {
  const mentions = all.filter(({ numeral }) => !/^ times\b/.test(reading.shadow.slice(numeral[1], numeral[1] + 7)))
  for (const [i, one] of mentions.entries()) {
    const many = mentions[i - 1]
    if (many === undefined || !plain(many) || !plain(one)) continue
    const gap = reading.shadow.slice(many.numeral[1], one.numeral[0])
    const times = TIMES[MULTIPLE.exec(gap)?.groups?.['times']?.toLowerCase() ?? '']
    if (times === undefined || ROUGH.test(gap) || (one.dimension !== '' && one.dimension !== many.dimension)) continue
    const value = many.value / times
    yield {
      said: one,
      from: [many],
      low: value * 0.92,
      high: value * 1.08,
      value,
      expr: `${figure(many.amount)} ÷ ${figure(times)}`,
    }
  }
}

const EACH = /^(?:\s[a-z]{3,12})?,?\s(?:each|apiece|a piece|per (?:head|person|ticket|unit))\b/i
const GIVES = /\beach\s(?:[a-z]{3,12}\s){1,2}$/i
const ALL =
  /(?:\btotal of|\bin all|\baltogether|\bmaking|\btaking|\braising|\bcost of|\bcosting|\bbringing in|\bearning|\bworth|\btotalling|\btotaling|\bbill of)(?: about| some| just)?\s$/i
const OFTEN = /\b(?:a|per|each|every) (?:month|week|year|quarter|night)\b|\bup to\b|\bat least\b/i

/** 15 buses at £300,000 each, at a cost of £4.5m; 80 cows, each giving 25 litres, a total of 2,000. */
function* products({ reading, mentions }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  for (const [i, total] of mentions.entries()) {
    const [count, each] = [mentions[i - 2], mentions[i - 1]]
    if (count === undefined || each === undefined || ![count, each, total].every(plain)) continue
    const gap = shadow.slice(count.numeral[1], each.numeral[0])
    const apiece = /\bat\s$/.test(gap) && EACH.test(shadow.slice(each.numeral[1], each.numeral[1] + 24))
    if (!apiece && !GIVES.test(gap)) continue
    const link = shadow.slice(each.numeral[1], total.numeral[0])
    if (
      link.length > 70 ||
      !ALL.test(link) ||
      OFTEN.test(shadow.slice(count.start, total.end)) ||
      each.dimension !== total.dimension ||
      count.dimension === each.dimension
    )
      continue
    yield {
      said: total,
      from: [count, each],
      low: count.low * each.low * 0.995,
      high: count.high * each.high * 1.005,
      value: count.value * each.value,
      expr: `${figure(count.amount)} \u00D7 ${figure(each.amount)}`,
    }
  }
}

const IS = /^[^.;\d]{0,24}?\b(?:was|is|were|of|came to|comes to|at)\s$/i

/** The average of his throws, 60, 62 and 67 metres, was 63. */
function* means({ reading, mentions, start }: Sentence): Iterable<Derivation> {
  const { shadow } = reading
  const said = mentions.at(-1)
  if (said === undefined || mentions.length < 4 || !plain(said)) return
  const row = mentions.slice(0, -1).filter((one) => one.dimension === said.dimension || one.dimension === '')
  const values = row
    .slice(-Math.min(row.length, 8))
    .filter((one, i, all) => i > 0 || /^,/.test(shadow.slice(one.numeral[1], all[1]?.start ?? 0)) || all.length === 2)
  const [first] = values
  if (first === undefined || values.length < 3 || !values.every(plain)) return
  if (
    !/\b(?:average|mean) (?:of|for)\b/i.test(shadow.slice(start, first.start)) ||
    !IS.test(shadow.slice(values.at(-1)?.numeral[1] ?? 0, said.start))
  )
    return
  const value = values.reduce((sum, one) => sum + one.value, 0) / values.length
  yield {
    said,
    from: values,
    low: value - 0.51,
    high: value + 0.51,
    value,
    expr: `(${values.map(({ amount }) => figure(amount)).join(' + ')}) ÷ ${values.length}`,
  }
}

export function* multiplesSaid(sentence: Sentence): Iterable<Derivation> {
  if (!sentence.reading.english || sentence.mentions.length < 2 || sentence.mentions.length > 12) return
  yield* multiples(sentence)
  yield* products(sentence)
  yield* means(sentence)
}

export const multipleExamples: readonly Example[] = [
  { wrong: 'The winning bid of [[$90,000]] was three times the estimate of [[$20,000]].' },
  { wrong: 'The council will buy [[15 buses]] at [[£300,000]] each, at a cost of [[£5.4m]].' },
  { wrong: 'The average of his throws, [[60]], [[62]] and [[67 metres]], was [[65 metres]].' },
  {
    silent:
      'The winning bid of $90,000 was three times the estimate of $30,000, and more than twice the $40,000 paid in May. The council will buy 15 buses at £300,000 each, at a cost of £4.5m. The average of his throws, 60, 62 and 67 metres, was 63 metres.',
  },
]

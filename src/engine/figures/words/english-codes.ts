import type { Span } from '../../analysis'
import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { sentencesOf } from '../sentences'

/** English codes of figures and the words that spell them out, where one of the figures differs. */

interface Told {
  readonly code: string
  readonly at: Span
  /** where it is spelled out, if not in the code's own paragraph */
  readonly where?: Reading
  readonly told: Span
  readonly values: readonly number[]
}

const ENGLISH_CODE =
  /(?<![\d-])[“"]?(?<code>\d{1,2}(?:-\d{1,2}){1,4})(?:[”"](?=[:,])|[”"]?(?=\s(?:[a-z]+\s){0,2}(?:plan|rule|formula|approach|scheme|model|system|pledge|programme|program|strategy|pattern|budget|method|diet|routine|package|promise|breathing|technique|exercise|drill|workout|cycle|regime|trick)\b))/gi

const SHARES =
  /(?<![\d/.-])(?<code>\d{2}(?:\/\d{2}){1,3})(?=\s(?:[a-z]+\s){0,2}(?:plan|rule|formula|split|budget|mix|ratio|portfolio|deal|share|principle|model|method|diet|division)\b)/g

/** the 50/30/20 budget: half on needs, 30 per cent on wants and 20 per cent on savings: its shares make 100. */
function* sharesTold(reading: Reading): Iterable<Told> {
  for (const match of matchesOf(reading.shadow, SHARES)) {
    const code = match.groups?.['code'] ?? ''
    const own = code.split('/').map(Number)
    const end = match.index + match[0].length
    if (own.reduce((sum, one) => sum + one, 0) !== 100) continue
    const told = reading.mentions.filter(({ start, kind }) => start >= end && start < end + 260 && kind === 'percent')
    const half = own[0] === 50 && /\bhalf\b/i.test(reading.shadow.slice(end, told[0]?.start ?? end))
    const rest = half ? own.slice(1) : own
    const row = told.slice(0, rest.length)
    const [first] = row
    const last = row.at(-1)
    if (first === undefined || last === undefined || row.length < rest.length) continue
    if (rest.filter((figure, i) => figure !== row[i]?.value).length !== 1) continue
    yield { code, at: [match.index, end], told: [first.start, last.end], values: row.map(({ value }) => value) }
  }
}

/** The figures of [start, limit) that may spell out a code. */
const stepsIn = ({ mentions }: Reading, from: number, limit: number): readonly Mention[] =>
  mentions.filter(
    ({ start, kind, exact, value }) => start >= from && start < limit && kind === 'count' && exact && value < 100,
  )

/** A “3-2-1” plan promises three shelters, two clinics and one hotline; 4-7-8 breathing. Breathe in for four seconds, hold for seven, … */
export function* englishCodes(reading: Reading, next: Reading | undefined): Iterable<Told> {
  yield* sharesTold(reading)
  for (const match of matchesOf(reading.shadow, ENGLISH_CODE)) {
    const own = (match.groups?.['code'] ?? '').split('-').map(Number)
    const end = match.index + match[0].length
    const stop = /[.;]\s|$/.exec(reading.shadow.slice(end))
    const limit = end + (stop?.index ?? 0)
    const inside = stepsIn(reading, end, limit)
    const after = sentencesOf(reading).find(({ start }) => start >= limit) ?? (next && sentencesOf(next)[0])
    const far = inside.length === 0 && own.length > 2 && after?.reading.english === true ? after : undefined
    const steps = far === undefined ? inside : stepsIn(far.reading, far.start, far.end)
    if (far !== undefined && steps.length !== own.length) continue
    const row = steps.slice(0, own.length)
    const spelled = row.map(({ value }) => value)
    const [first] = row
    const last = row.at(-1)
    if (first === undefined || last === undefined || row.length < own.length) continue
    if (own.filter((figure, i) => figure !== spelled[i]).length !== 1) continue
    yield {
      code: match.groups?.['code'] ?? '',
      at: [match.index, end],
      ...(far === undefined ? {} : { where: far.reading }),
      told: [first.start, last.end],
      values: spelled,
    }
  }
}

import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'
import { figure } from '../wording'
import type { Derivation } from './changes'
import { levelsOf, type Levels } from './english-pairs'

/** A change and both its levels, in any order: averaged $1,320, up from $1,200, an increase of 10 percent; 750 now, a 25% rise. */

const WORDS =
  'rise|rises|rose|risen|rising|increase|increases|increased|increasing|up|gain|gained|grew|grown|growth|growing|climb|climbed|jump|jumped|leap|soared|surge|surged|hike|fall|falls|fell|fallen|drop|drops|dropped|decline|declined|decrease|decreased|down|cut|reduction|reduced|slump|slumped|shrank|slid|slipped|dip|dipped|saving|loss|tumbled|plunged'
const AHEAD = new RegExp(
  `\\b(?:${WORDS})(?: by| of| some| another)? (?:about |nearly |almost |more than |just over |just under |roughly |around |only )?$`,
  'i',
)
/** or 10 percent: the change in figures, said again as a share. */
const OR = /,? or (?:about |roughly |nearly )?$/i
const BEHIND =
  /^(?:\s(?:per cent|percent|points?|percentage points?|pounds?|[a-z]{3,10}))?\s(?:more|fewer|less|higher|lower|longer|shorter|up|down|rise|increase|drop|fall|jump|growth|gain|decline|cut|reduction|hike|improvement)\b/i
const STEM = new RegExp(`\\b(?:${WORDS}|more|fewer|less|higher|lower|longer)\\b`, 'i')
/** The change is of something else than the levels. */
const OTHER = /[;:]|\b(?:while|whereas|but|although|with|as)\b/i
const NEAR = 64

function isChange({ reading, start, end }: Sentence, one: Mention): boolean {
  const { shadow } = reading
  return (
    (one.kind === 'percent' && OR.test(shadow.slice(Math.max(start, one.start - 14), one.start))) ||
    AHEAD.test(shadow.slice(Math.max(start, one.start - 40), one.start)) ||
    AHEAD.test(shadow.slice(Math.max(start, one.numeral[0] - 40), one.numeral[0])) ||
    BEHIND.test(shadow.slice(one.numeral[1], Math.min(end, one.numeral[1] + 40)))
  )
}

/** The words between the change and its levels; null where they are too far apart. */
function between({ reading }: Sentence, change: Mention, { start, end }: Levels): string | null {
  if (change.start >= start && change.end <= end) return ''
  const words = change.end <= start ? reading.shadow.slice(change.end, start) : reading.shadow.slice(end, change.start)
  return words.length > NEAR || OTHER.test(words) ? null : words
}

function ofLevels(change: Mention, { from, to }: Levels): Derivation | null {
  const step = Math.abs(to.value - from.value)
  const rough = change.approximators.length > 0
  const [more, less] = to.value >= from.value ? [to, from] : [from, to]
  if (change.kind === 'percent' && from.kind === 'count') {
    const slack = rough ? 3 : Number.isInteger(change.value) ? 1 : 0.2
    const ends = [from.low, from.high].flatMap((x) => [to.low, to.high].map((y) => (Math.abs(y - x) * 100) / x))
    return {
      said: change,
      from: [from, to],
      low: Math.min(...ends) - slack,
      high: Math.max(...ends) + slack,
      value: (step * 100) / from.value,
      expr: `(${figure(more.amount)} - ${figure(less.amount)}) ÷ ${figure(from.amount)}`,
    }
  }
  const points = change.classifier === 'point' && from.kind === 'percent'
  const same =
    change.kind === 'count' &&
    from.kind === 'count' &&
    (change.dimension === from.dimension || change.dimension === to.dimension || change.dimension === '')
  if (rough || !(points || same)) return null
  const slack = 1e-6 * more.value + (from.high - from.low + to.high - to.low) * 0.26
  return {
    said: change,
    from: [from, to],
    low: step - slack,
    high: step + slack,
    value: step,
    expr: `${figure(more.amount)} - ${figure(less.amount)}`,
  }
}

/** A change in figures: by 40 per cent, 28 more, up £30. */
export function* changesSaid(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions, start, end } = sentence
  if (!reading.english || mentions.length < 3 || mentions.length > 12) return
  if (!STEM.test(reading.shadow.slice(start, end))) return
  for (const change of mentions) {
    if (change.range !== null || !isChange(sentence, change)) continue
    const levels = levelsOf(sentence, change).filter((one) => between(sentence, change, one) !== null)
    const [own, ...more] = levels
    if (own === undefined || more.length > 0) continue
    const found = ofLevels(change, own)
    if (found !== null) yield found
  }
}

const TIMES =
  /\b(?<sense>more than |over |nearly |almost |about |roughly |just over |just under )?(?:(?<two>doubl(?:ed?|es|ing)|twofold)|(?<three>trebl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|threefold)|(?<four>quadrupl(?:ed?|es|ing)|fourfold)|(?<half>halv(?:ed?|es|ing)))\b(?! (?:the|in size|digit|figure|murder|bed|glaz))/gi
const SHARE =
  /\b(?:by|down|up|falling|rising|(?<!reduction )of) (?<sense>about |nearly |almost |more than |over |just over |just under )?(?<share>half|a half|a third|a quarter|a fifth|a tenth|two-thirds|two thirds|three-quarters|three quarters)(?=[ ,.;]|$)(?! of\b)/gi
const SHARES: Readonly<Record<string, number>> = {
  half: 0.5,
  'a half': 0.5,
  'a third': 1 / 3,
  'a quarter': 0.25,
  'a fifth': 0.2,
  'a tenth': 0.1,
  'two-thirds': 2 / 3,
  'two thirds': 2 / 3,
  'three-quarters': 0.75,
  'three quarters': 0.75,
}

/** What the words let the later level be, in multiples of the earlier. */
function timesOf({
  sense = '',
  two,
  three,
  half,
}: Readonly<Record<string, string | undefined>>): readonly [number, number, number] {
  const times = half !== undefined ? 0.5 : two !== undefined ? 2 : three !== undefined ? 3 : 4
  const [over, under] = [/more|over/i.test(sense), /nearly|almost|under/i.test(sense)]
  if (half !== undefined) return over ? [0.2, 0.5, times] : under ? [0.5, 0.62, times] : [0.43, 0.57, times]
  if (over) return [times * 0.995, times + 1.1, times]
  if (under) return [times * 0.82, times * 1.005, times]
  return [times * 0.9, times * 1.12, times]
}

/** A change in a word: doubled from £140m to £280m; a fall of a third, from 9 to 6. */
export function* timesSaid(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions, start, end } = sentence
  if (!reading.english || mentions.length < 2 || mentions.length > 8) return
  const text = reading.shadow.slice(start, end)
  const [levels, ...more] = levelsOf(sentence, null)
  if (levels?.from.kind !== 'count' || more.length > 0) return
  const { from, to } = levels
  const ratio = to.value / from.value
  const [times, ...others] = matchesOf(text, TIMES)
  if (times !== undefined && others.length === 0) {
    const [low, high, factor] = timesOf(times.groups ?? {})
    if (ratio > factor * 0.35 && ratio < factor * 3)
      yield {
        said: to,
        from: [from],
        low: low * from.low,
        high: high * from.high,
        value: factor * from.value,
        expr: `${figure(from.amount)} \u00D7 ${figure(factor)}`,
      }
    return
  }
  const [share, ...shares] = matchesOf(text, SHARE)
  const part = SHARES[share?.groups?.['share']?.toLowerCase() ?? '']
  if (share === undefined || part === undefined || shares.length > 0 || !STEM.test(text)) return
  const sense = share.groups?.['sense'] ?? ''
  const change = Math.abs(ratio - 1)
  const [low, high] = /more|over/i.test(sense)
    ? [part - 0.005, part + 0.12]
    : /nearly|almost|under/i.test(sense)
      ? [part - 0.12, part + 0.005]
      : [part - 0.05, part + 0.05]
  if (change >= low && change <= high) return
  const sign = ratio < 1 ? -1 : 1
  const bounds = [from.value * (1 + sign * low), from.value * (1 + sign * high)]
  yield {
    said: to,
    from: [from],
    low: Math.min(...bounds),
    high: Math.max(...bounds),
    value: from.value * (1 + sign * part),
    expr: `${figure(from.amount)} ${sign < 0 ? '-' : '+'} ${figure(from.amount)} \u00D7 ${figure(part)}`,
  }
}

export const changeExamples: readonly Example[] = [
  { wrong: 'Rents averaged [[$1,320]] in May, up from [[$1,200]] a year earlier, an increase of [[20 percent]].' },
  { wrong: 'The plant made [[600 cars]] a day last year and [[750]] now, a [[35%]] rise.' },
  { wrong: 'The harvest was [[5,400 tonnes]] compared with [[4,500 tonnes]] in 2023, [[30 per cent]] more.' },
  { wrong: 'A season ticket will go up [[£30]] to [[£280]] from [[£240]].' },
  { wrong: 'The sentence was cut from [[12 years]] to [[nine]], a reduction of [[four years]].' },
  { wrong: 'The cost of the tram line has doubled from [[£140m]] to [[£240m]], the auditor said.' },
  { wrong: 'The trust cut its losses to [[£6m]], from [[£9m]], a fall of a half.' },
  {
    silent:
      'Rents averaged $1,320 in May, up from $1,200 a year earlier, an increase of 10 percent. The cost has doubled from £140m to £280m. Sales rose 12 percent, while costs fell to $40 million from $50 million. Turnout more than doubled, from 1,200 to 2,700. Staff fell from 30 to 20, a cut of a third.',
  },
]

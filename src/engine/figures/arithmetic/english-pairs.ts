import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import type { Sentence } from '../sentences'

/** Two levels of one thing in an English sentence, the earlier and the later, in whichever order they are told. */

export interface Levels {
  readonly from: Mention
  readonly to: Mention
  readonly start: number
  readonly end: number
}

const FROM = /\bfrom (?:about |around |just |only |some )?$/i
const TO = /\bto (?:about |around |just |only |some )?$/i
const BACK =
  /(?:\b(?:up|down|rising|falling) (?:from|on)(?: the)?|,? compared (?:with|to)(?: the)?|,? against(?: the)?|\binstead of|\bversus|\bup on(?: the)?|\bdown on(?: the)?|\bpoints? (?:up|down) on(?: the)?|\bon the|,? from(?: the)?) (?:about |just |only )?$/i
/** 480 metres, 80 metres longer than the old one, which measured 400 */
const THAN =
  /\b(?:longer|shorter|higher|taller|wider|heavier|larger|bigger|older|more|fewer|less) than (?:the|its|a|in)\b[^.;\d]{0,44}\s(?:measured|was|were|is|had|of|at|made|sold|took)\s$/i
const THEN =
  /\b(?:last (?:year|season|month|week|time|spring|summer|autumn|fall|winter)|a (?:year|month|week|decade) (?:ago|earlier|before)|in (?:19|20)\d\d|previously|the year before)\b/i
const NOW =
  /^(?:\s[a-z]{2,12}){0,3}?\s(?:this (?:year|season|month|week|time|spring|summer|autumn|fall|winter)|now|today)\b/i

const alike = (a: Mention, b: Mention): boolean =>
  a.kind === b.kind && (a.dimension === b.dimension || a.dimension === '' || b.dimension === '')

const isYear = ({ value, classifier }: Mention): boolean =>
  classifier === '' && Number.isInteger(value) && value > 1800 && value < 2100

function order({ reading, start }: Sentence, a: Mention, b: Mention): readonly [from: Mention, to: Mention] | null {
  const { shadow } = reading
  const gap = shadow.slice(a.numeral[1], b.numeral[0])
  const ahead = shadow.slice(Math.max(start, a.numeral[0] - 16), a.numeral[0])
  if (gap.length > 90 || /[;:]/.test(gap)) return null
  if (FROM.test(ahead)) return TO.test(gap) ? [a, b] : null
  if (
    BACK.test(gap) &&
    (!/\bfrom (?:the )?(?:about )?$/i.test(gap) || TO.test(ahead) || /(?:,|up|down) from/.test(gap))
  )
    return [b, a]
  if (THAN.test(gap)) return [b, a]
  return THEN.test(gap) && NOW.test(shadow.slice(b.numeral[1], b.numeral[1] + 48)) ? [a, b] : null
}

/** The levels of the sentence beside the figure that tells their change. */
export function levelsOf(sentence: Sentence, change: Mention | null): Levels[] {
  const rest = sentence.mentions.filter((one) => one !== change && one.range === null)
  return rest.flatMap((b, i): Levels[] => {
    const a = rest[i - 1]
    if (a === undefined || !alike(a, b) || (isYear(a) && isYear(b))) return []
    const ordered = order(sentence, a, b)
    if (ordered === null || ordered.some(({ low, approximators }) => low <= 0 || approximators.length > 0)) return []
    const [from, to] = ordered.map((one) => asWritten(sentence.reading.shadow, one))
    return from === undefined || to === undefined ? [] : [{ from, to, start: a.start, end: b.end }]
  })
}

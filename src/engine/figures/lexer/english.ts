import type { Span } from '../../analysis'
import { intervalOf, lastPlace } from './interval'
import type { Approximator, Mention, Sense } from './mention'
import { matchesOf } from '../matches'

/** Numbers in English copy: eleven villages, 2.5 million dollars, nearly 300, 81.8 percent. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mln: 1e6,
  billion: 1e9,
  bln: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
}

const WORDS = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
])
for (const [tens, value] of [...WORDS].filter(([, value]) => value >= 20)) {
  for (let one = 1; one < 10; one += 1) WORDS.set(`${tens}-${ONES[one] ?? ''}`, value + one)
}

const WORD = `(?:${[...WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})`
const DIGIT = '\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const SCALE = '(?:hundred|thousand|million|mln|billion|bln|trillion)'
const NUMBER = new RegExp(
  `(?<![\\w.$-])(?<money>[$\\u00A3\\u20AC])?(?:(?<digits>${DIGIT})|(?<word>${WORD}))(?:[ -]?(?<scale>${SCALE})|(?<short>bn|mn|[mk]))?(?:\\sand\\s(?<rest>${WORD}))?` +
    `(?:-(?<odd>odd|plus)|(?<plus>\\+))?(?<percent>\\s?%|\\s(?:percent|per\\scent)\\b)?(?![\\w-]|\\.\\d)`,
  'gi',
)

const BEFORE: readonly (readonly [Sense, string])[] = [
  ['near', 'nearly|almost|close to|just under'],
  ['under', 'fewer than|less than|under|below'],
  ['about', 'about|around|roughly|approximately|some|an estimated'],
  ['over', 'more than|over|above|upwards of|in excess of'],
  ['atLeast', 'at least|no fewer than|no less than|a minimum of'],
  ['atMost', 'at most|no more than|up to|a maximum of'],
]
const senses = new Map(BEFORE.flatMap(([sense, words]) => words.split('|').map((word) => [word, sense] as const)))
const BEHIND = new RegExp(`\\b(${BEFORE.map(([, words]) => words).join('|')})\\s$`, 'i')
const ABOUT_WHAT =
  /\b(?:complain|talk|ask|kn[oe]w|concern|worr|sp[eo]ak|spoke|th[io][nu]|learn|read|wr[io]t|stor(?:y|ies)|book|question|information|hear|warn)[a-z]{0,7}\sabout\s$/i
const BOUND = /^\s(?:or\s(?:(?<more>more|higher)|(?<less>less|fewer|lower)|(?<so>so))\b|(?<plus>plus)\b)/i
const NOUN = /^\s([A-Z]{3,20})/i
/** three public universities: what is counted stands in the plural, behind a word or two that say of which kind. */
const PLURAL = /^\s((?:[a-z][a-z-]{1,15}\s){1,2}?(?:[a-z][a-z-]{1,14}(?<![sui])s|people|women|men|children))(?![\w-])/
const NOT_NOUN =
  /^(?:and|the|were|was|had|have|has|are|for|from|with|that|will|who|which|but|would|could|can|out|when|while|than|more|percent|per|did|others?|after|before|into|its|their|his|her|went|came|at|on|in|of|to|by|years?-old|last|this|those|these|next|each|every|also|only|about|over|under|if|as|or|nor|not|now|then|they|it|he|she|we|you|all|both|any|against|during|until|since|because|where|whose|there|here|just|still|again|between|through|across|around|off|up|down|below|above|among|within|without|toward|near|later|earlier|ago|today|tomorrow|yesterday|should|must|might|is|be|been|said|says|come|comes|go|goes|run|runs|ran|won|lost|sat|stood|fell|rose|grew|took|made|gave|got|kept|left|paid|spent|voted|live|lives|lived|drive|walk|cycle|finished|passed|failed|dropped|remain|remained|stayed|died|survived|opposed|backed)$/i

const CURRENCY = /^(?:pounds?|dollars?|euros?|yuan|yen|rupees|pesos|francs|rou?bles)$/i

/** villages → village, clinics → clinic, cities → city. */
export function singular(noun: string): string {
  const word = noun.toLowerCase()
  if (word === 'people' || word === 'persons') return 'person'
  if (word === 'women') return 'woman'
  if (word === 'men') return 'man'
  if (word === 'children') return 'child'
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|[bri]uses|gases|xes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function before(shadow: string, start: number): Approximator[] {
  const found: Approximator[] = []
  let at = start
  for (let round = 0; round < 2; round += 1) {
    const match = BEHIND.exec(shadow.slice(Math.max(0, at - 18), at))
    const word = match?.[1]
    const sense = word === undefined ? undefined : senses.get(word.toLowerCase())
    if (match === null || word === undefined || sense === undefined) break
    // complained about four things: no number near four.
    if (word.toLowerCase() === 'about' && ABOUT_WHAT.test(shadow.slice(Math.max(0, at - 30), at))) break
    at -= match[0].length
    found.unshift({ sense, word, start: at, end: at + word.length })
  }
  return found
}

function behind(shadow: string, end: number): Approximator[] {
  const match = BOUND.exec(shadow.slice(end, end + 14))
  const groups = match?.groups
  if (match === null || groups === undefined) return []
  const sense =
    groups['more'] !== undefined || groups['plus'] !== undefined
      ? 'orMore'
      : groups['less'] !== undefined
        ? 'orLess'
        : 'about'
  return [{ sense, word: match[0].trim(), start: end + 1, end: end + match[0].length }]
}

function valueOf(
  groups: Readonly<Record<string, string | undefined>>,
): { value: number; scale: number; decimals: number } | null {
  const digits = groups['digits']?.replaceAll(',', '')
  const short = groups['short']?.toLowerCase()
  if (short !== undefined && (groups['money'] === undefined || digits === undefined)) return null
  const scale = SCALES[short ?? groups['scale']?.toLowerCase() ?? ''] ?? 1
  const first = digits === undefined ? WORDS.get(groups['word']?.toLowerCase() ?? '') : Number(digits)
  const rest = groups['rest'] === undefined || scale === 1 ? 0 : (WORDS.get(groups['rest'].toLowerCase()) ?? 0)
  if (first === undefined || !Number.isFinite(first * scale) || first * scale > Number.MAX_SAFE_INTEGER) return null
  return { value: first * scale + rest, scale, decimals: digits?.split('.')[1]?.length ?? 0 }
}

/** Mentions of English copy in order; `taken` as in scan. */
export function scanEnglish(shadow: string, taken: readonly Span[]): Mention[] {
  const mentions: Mention[] = []
  let next = 0
  let reach = 0
  for (const match of matchesOf(shadow, NUMBER)) {
    const groups = match.groups ?? {}
    const start = match.index
    let end = start + match[0].length
    if (groups['rest'] !== undefined && groups['scale'] === undefined) end = start + match[0].search(/\sand\s/i)
    while (next < taken.length && (taken[next]?.[0] ?? end) < end) reach = Math.max(reach, taken[next++]?.[1] ?? 0)
    const parsed = valueOf(groups)
    if (reach > start || parsed === null) continue
    mentions.push(finish(shadow, groups, parsed, start, end))
  }
  return mentions
}

/** The words behind the figure up to what it counts; none where another sentence part follows. */
function nounAt(shadow: string, end: number): string | undefined {
  const behind = shadow.slice(end, end + 56)
  const noun = NOUN.exec(behind)?.[1]
  if (noun === undefined || NOT_NOUN.test(noun)) return undefined
  // 9.4 million pounds comes from the fund.
  if (CURRENCY.test(noun)) return noun
  const phrase = PLURAL.exec(behind)?.[1]
  // six needed repairs: a verb stands between.
  const kinds = phrase?.split(' ').slice(0, -1) ?? []
  return phrase === undefined || kinds.some((word) => NOT_NOUN.test(word) || /(?:ed|ing)$/.test(word)) ? noun : phrase
}

function finish(
  shadow: string,
  groups: Readonly<Record<string, string | undefined>>,
  { value, scale, decimals }: { value: number; scale: number; decimals: number },
  start: number,
  end: number,
): Mention {
  const percent = groups['percent'] !== undefined
  const noun = percent ? undefined : nounAt(shadow, end)
  const classifier = groups['money'] ?? (noun === undefined ? '' : singular(noun.split(' ').at(-1) ?? ''))
  const classified = classifier === '' || groups['money'] !== undefined ? end : end + 1 + (noun?.length ?? 0)
  const near = behind(shadow, end)
  // 900 acres or so; within (12 people or more) what follows is no bound of another thing.
  const bounds =
    near.length > 0 || classified === end ? near : behind(shadow, classified).filter(({ word }) => /^or\b/.test(word))
  const extra: Approximator[] = []
  const mark = groups['odd'] ?? groups['plus']
  if (mark !== undefined)
    extra.push({
      sense: mark === '+' || mark.toLowerCase() === 'plus' ? 'orMore' : 'surplus',
      word: mark,
      start: end - mark.length,
      end,
    })
  const ahead = before(shadow, start)
  const approximators = [...ahead, ...extra, ...bounds]
  const rounding = decimals > 0 || scale >= 1e6 ? (scale * 10 ** -decimals) / 2 : 0
  const interval = intervalOf(value, rounding, lastPlace(value / scale) * scale, approximators)
  return {
    kind: percent ? 'percent' : 'count',
    value,
    amount: value,
    ...interval,
    exact: approximators.length === 0 && rounding === 0,
    classifier: percent ? '%' : classifier,
    dimension: percent ? '%' : classifier,
    approximators,
    form: 'english',
    start: ahead[0]?.start ?? start,
    end: Math.max(classified, bounds.at(-1)?.end ?? 0),
    numeral: [start, end],
    classified,
    range: null,
  }
}

import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { CountedList } from './counted'
import { itemsAt, namesAt, type Items } from './english-items'

/** English counts with their list right behind: three clinics, in Dalton, Rivers and Hale. */

/** What is measured is not named. */
export const MEASURES = new Set(
  'year decade century week hour minute second time point mile foot inch acre pound kilometre kilometer metre meter percent dollar $ \u00A3 \u20AC'.split(
    ' ',
  ),
)
const CALENDAR = new Set(['day', 'month', 'night', 'evening', 'morning'])
const CALENDAR_ITEM = /^(?:on\s)?(?:[A-Z][a-z]+day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/
/** three counts: wire fraud and filing a false return: of charges two are a list too. */
const CHARGES = new Set('count charge offense offence crime felony category section title award prize'.split(' '))
/** two daughters, Lena and Sofia: of a family one names all. */
const FAMILY = new Set('son daughter child brother sister grandchild grandson granddaughter niece nephew'.split(' '))

/** N of its clinics, of its 13 branch libraries; its shortlist of six. */
const OF_THEIRS =
  /^\sof\s(?:its|the|their|his|her)(?:\s\d{1,3})?\s[a-z]{3,14}(?:\s[a-z]{3,14}){0,2}(?=,?\sin\s[A-Z]|:|\s\()/
const OF_MORE =
  /\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|most|many|half) of (?:its|the|their|his|her)\s$/i
const BODY = /\b(?:short ?list|list|panel|team|group|squad|crew|field|line-up|cast|slate|choice|total) of $/i

/**
 * What may stand between the noun and its list.
 * open: anything may be listed · names: names alone, of which three at least · apposed: names closed by a comma
 */
const OPENS =
  /^(?:\s?:|\s?\(|\s?\u2014\s?|\s-\s|,\s(?:namely|that is|i\.e\.),?|(?:\s[A-Za-z'\u2019-]{1,14}){1,9}:|(?:\s[a-z]{2,14}){1,4}\s\(|(?:\s(?:is|are|was|were))?\s(?:made up|composed) of|\s(?:is|are|was|were)?\s?(?:divided|split|grouped) into|\s(?:comprising|devoted to|dedicated to|consisting of|called|named|covering))\s?/
/** closes six libraries from April, saving 410,000 pounds a year: names alone may follow so far on. */
const WIDE = /^(?:,?\s[\w'\u2019$\u00A3\u20AC,-]{1,16}){1,16}:\s/
const WIDE_FAR = 140
const NAMES = /^(?:,?\sin|,\sat|\sof|\s(?:are|were|is|will be|include)|,?\sincluding)\s/
const APPOSED = /^,\s/
/** Said of each of them, or of only some: it closes nothing. */
const SOME = /\b(?:including|include|such as|like|among)\b/
const FAR = 80

interface Found {
  readonly list: Items
  readonly start: number
  readonly sure: boolean
  readonly open: boolean
}

const isPair = ({ items }: Items): boolean => items.length === 2

const EACH = /\b(?:one|another|each|every|both)\b/

/** What stands in brackets behind a name is none of the list. */
const unbracketed = (text: string): string => text.replace(/\([^()]{1,30}\)/g, (words) => ' '.repeat(words.length))

function widelyAt(shadow: string, noun: number): Found | null {
  const link = WIDE.exec(shadow.slice(noun, noun + WIDE_FAR))?.[0]
  if (link === undefined || EACH.test(link)) return null
  const list = namesAt(shadow, noun + link.length)
  return list === null || isPair(list) || !isEnd(shadow, list.end, link)
    ? null
    : { list, start: noun + link.length, sure: false, open: false }
}

function openedAt(text: string, noun: number, mention: Mention): Found | null {
  const link = OPENS.exec(text.slice(noun, noun + FAR))?.[0]
  if (link === undefined) return widelyAt(text, noun)
  if (EACH.test(link)) return null
  const shadow = /:\s?$/.test(link) ? unbracketed(text) : text
  const start = noun + link.length
  const names = namesAt(shadow, start)
  const near = /^\s?[:(\u2014]/.test(link) || /^(?: -|, )/.test(link)
  const found = (list: Items): Found => ({ list, start, sure: near, open: false })
  if (names !== null && (near || !isPair(names)) && isEnd(shadow, names.end, link)) return found(names)
  const list = itemsAt(shadow, start)
  if (list === null) {
    const two = /:\s?$/.test(link) && mention.value > 2 && TWO.test(shadow.slice(start, start + 90))
    return two || CHARGES.has(mention.classifier) ? pairAt(shadow, start, near) : null
  }
  // Commas stand within long items too: more of them than announced say nothing then.
  const long = list.items.slice(0, -1).some(([from, to]) => to - from > (mention.value === 2 ? 24 : 48))
  const more = Math.max(...list.counts) > mention.value
  // rowing, cycling and sailing all won: what is said of them, not they alone.
  if (/^ ?\S+ (?:all|both|each) /.test(shadow.slice(list.items.at(-1)?.[0] ?? 0))) return null
  const much = Math.abs(mention.value - Math.min(...list.counts)) > (/:/.test(link) ? 6 : 2)
  return much || (long && (more || !/:\s?$/.test(link))) ? null : found(list)
}

/** a bakery and a pharmacy: two things, each with its article, that close the sentence. */
const TWO = /^(?:an?|the) [a-z' \u2019-]{3,36} and (?:an?|the) [a-z' \u2019-]{3,36}\.(?:\s|$)/

/** wire fraud and filing a false return */
function pairAt(shadow: string, start: number, sure: boolean): Found | null {
  const pair = /^[A-Za-z][A-Za-z' -]{2,60}?\sand\s(?![^.;)]*\sand\s)[A-Za-z' -]{3,60}(?=[.;)]|$)/.exec(
    shadow.slice(start, start + 140),
  )?.[0]
  if (pair === undefined) return null
  const [a = ''] = pair.split(' and ')
  const end = start + pair.length
  const items = [[start, start + a.length] as const, [start + a.length + 5, end] as const]
  return { list: { items, counts: new Set([2]), end }, start, sure, open: false }
}

/** A list between dashes or brackets ends with them; any other where its clause does. */
function isEnd(shadow: string, end: number, link: string): boolean {
  const rest = shadow.slice(end, end + 12)
  if (/\(/.test(link)) return /^\)/.test(rest)
  if (/^\s(?:-|\u2014)|^\u2014/.test(link)) return /^(?:\s(?:-|\u2014)|[\u2014.;]|$)/.test(rest)
  return /^(?:[.,;:)!?]|$|\s[a-z(\u2014-])/.test(rest)
}

function namedAt(shadow: string, noun: number, mention: Mention): Found | null {
  const link = NAMES.exec(shadow.slice(noun, noun + 16))?.[0]
  if (link === undefined) return null
  const start = noun + link.length
  const list = namesAt(shadow, start)
  if (list === null || (isPair(list) && !/^,\s(?:in|at)/.test(link))) return null
  // 15 countries in Europe, Asia and Africa: many may lie in each.
  if (/^\sin/.test(link) && Math.abs(mention.value - list.items.length) !== 1) return null
  if (!/^(?:[.,;:)]|$|\s(?:who|which|when|where|while|\u2014|-)\b)/.test(shadow.slice(list.end, list.end + 8)))
    return null
  return { list, start, sure: false, open: SOME.test(link) }
}

const GOES_ON = /^,\s(?:will|were|was|are|for|who|when|have|had|has)\b/

/** How a list in apposition closes: of two, where what follows goes on of both; of a family or of full names, with the sentence too. */
function closingOf(shadow: string, { items }: Items, family: boolean): RegExp {
  if (items.length === 2 && !family) return GOES_ON
  if (family) return /^(?:[.;]|$|\s[a-z])/
  const full = items.every(([from, to]) => /^[A-Z][\w'-]+ [A-Z]/.test(shadow.slice(from, to)))
  return full ? /^(?:[.;]|$|,\s(?!who|which|said)|\s[\u2014-])/ : /^(?:,\s(?!who|which|said)|\s[\u2014-])/
}

/** The town's three parks, Elm, Oak and Hill, will …: closed by a comma. */
function apposedAt(shadow: string, noun: number, mention: Mention): Found | null {
  const link = APPOSED.exec(shadow.slice(noun, noun + 3))?.[0]
  const start = noun + (link?.length ?? 0)
  const list = link === undefined ? null : namesAt(shadow, start)
  if (list === null) return null
  const family = FAMILY.has(mention.classifier)
  if (!closingOf(shadow, list, family).test(shadow.slice(list.end, list.end + 12))) return null
  const known = /\bthe\s$/i.test(shadow.slice(Math.max(0, mention.start - 4), mention.start))
  const plain = known || CALENDAR.has(mention.classifier) || /^[a-z]/.test(shadow.slice(start, start + 1))
  if (isPair(list) && !family && (mention.value > 4 || !plain)) return null
  return { list, start, sure: false, open: false }
}

export function isCount({ kind, exact, value, range }: Mention): boolean {
  return kind === 'count' && exact && range === null && value >= 2 && value <= 20
}

/** Where the words end that say what is counted; null where none say so. */
function nounEnd({ shadow }: Reading, mention: Mention): number | null {
  const theirs = OF_THEIRS.exec(shadow.slice(mention.numeral[1], mention.numeral[1] + 48))
  if (theirs !== null) return mention.numeral[1] + theirs[0].length
  // the three Rs
  const letters = /^\s[A-Z]['\u2019]?s\b/.exec(shadow.slice(mention.numeral[1], mention.numeral[1] + 5))
  if (letters !== null) return mention.numeral[1] + letters[0].length
  // four of its 13 libraries: it is the four that are named.
  if (OF_MORE.test(shadow.slice(Math.max(0, mention.start - 24), mention.start))) return null
  if (mention.classifier !== '') return MEASURES.has(mention.classifier) ? null : mention.classified
  return BODY.test(shadow.slice(Math.max(0, mention.start - 14), mention.start)) ? mention.numeral[1] : null
}

/** Counts of up to twenty and the lists behind them. */
export function* englishLists(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    const noun = isCount(mention) ? nounEnd(reading, mention) : null
    if (noun === null) continue
    const found = openedAt(shadow, noun, mention) ?? namedAt(shadow, noun, mention) ?? apposedAt(shadow, noun, mention)
    if (found === null) continue
    const { list, start, sure, open } = found
    const names = list.items.map(([from, to]) => shadow.slice(from, to))
    if (CALENDAR.has(mention.classifier) && !names.every((name) => CALENDAR_ITEM.test(name))) continue
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.numeral[0], noun],
      list: [start, list.end],
      enumeration: { items: list.items.map(([from, end]) => ({ start: from, end })), counts: list.counts, open: false },
      closed: !open,
      sure,
    }
  }
}

export const listExamples: readonly Example[] = [
  { wrong: 'The recall covers [[three models]] - [[the Vesta, the Orion, the Lyric and the Pico]] - sold until 2023.' },
  { wrong: 'Rail services will be hit on [[three days]], [[Tuesday and Thursday]], when drivers walk out.' },
  {
    wrong:
      'The council will close [[five of its 13 branch libraries]]: [[Marsh Lane, Oakden, St Hilda\u2019s and Priory Road]].',
  },
  { wrong: 'Police seek witnesses after break-ins at [[three shops]] on Canal Street: [[a bakery and a pharmacy]].' },
  {
    wrong:
      'The county will close [[six libraries]] from April, saving 410,000 pounds a year: [[Oldfield, Marsh Lane, Thornby, East Quay and Brinsmead]].',
  },
  { wrong: 'There are [[two ways]] to apply: [[online, by post or in person]].' },
  { wrong: 'The shortlist of [[six]] is made up of [[Anna Keane, Joseph Obi, Pauline Stroud and Moira Blick]].' },
  { wrong: 'The museum is split into [[five galleries]] devoted to [[mining, shipbuilding, weaving and glass]].' },
  {
    silent:
      'The museum is split into four galleries devoted to mining, shipbuilding, weaving and glass. He ran for four plays: he returned a kick, gained five yards and scored. Survivors include two brothers, John Hall, Atlanta, and Hugh Hall, Warren, Ohio. Delegates from 15 countries in Europe, Asia and Africa came. The program has four phases: mapping, inventory, analysis and plan and policy. There are two kinds: those who invent, and those who borrow, beg or steal. There were four golds for Britain on Monday: rowing, cycling and sailing all won.',
  },
]

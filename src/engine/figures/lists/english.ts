import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { CountedList } from './counted'

/** English lists and their counts: three clinics, in Dalton, Rivers and Hale. */

const NAME = "[A-Z][A-Za-z'-]{1,20}(?:\\s(?:of\\s|the\\s)?[A-Z][A-Za-z'-]{1,20}){0,3}(?:\\s\\([A-Z]{2,6}\\))?"
const NAMES = new RegExp(
  `^(?:the\\s)?${NAME}(?:,\\s(?:the\\s)?${NAME}){0,12},?\\sand\\s(?:the\\s)?${NAME}(?=[.,;:)]|$|\\s\u2014)`,
)
const ITEM = "[A-Za-z][A-Za-z'-]{0,20}(?:\\s[A-Za-z'-]{1,20}){0,3}"
const ITEMS = new RegExp(`^${ITEM}(?:,\\s${ITEM}){1,12},?\\sand\\s${ITEM}(?=[.;)]|$)`)

/** What stands between the counted noun and its list. `some` says that it need not be complete. */
const LINK =
  /^(?:(?<strong>\s?[:(]|(?:\s[A-Za-z'-]{1,14}){1,9}:|\s?\u2014\s?|,\snamely|\sof)|(?<weak>,?\sin|,(?=\s[A-Z][a-z]+\s[A-Z]))|(?<family>,)(?=\s[A-Z][a-z]+[, ])|(?<some>,?\sincluding))\s?/

/** three counts: wire fraud and filing a false return: of charges two are a list too. */
const CHARGES = new Set('count charge offense offence crime felony category section title award prize'.split(' '))
const CHARGE = "[A-Za-z][A-Za-z'-]{0,20}(?:\\s(?!and\\s)[A-Za-z'-]{1,20}){0,5}"
const TWO = new RegExp(`^${CHARGE}\\sand\\s${CHARGE}(?=[.;)]|$)`)

function listAt(rest: string, strong: boolean, noun: string): string | null {
  const names = NAMES.exec(rest)?.[0]
  if (names !== undefined) return names
  if (!strong) return null
  return ITEMS.exec(rest)?.[0] ?? (CHARGES.has(noun) ? (TWO.exec(rest)?.[0] ?? null) : null)
}

/** four branch libraries, in …: the words between the first word behind the count and the comma before the places. */
const LONGER = /^(?:\s[a-z][a-z-]{2,14}){0,2}\s[a-z-]{2,14}s(?=,\sin\s[A-Z])/

function nounEnd({ shadow }: Reading, mention: Mention): number {
  return mention.classified + (LONGER.exec(shadow.slice(mention.classified, mention.classified + 48))?.[0].length ?? 0)
}

/** Counts of up to twenty and the lists behind them. */
/** What is measured is not named. */
const MEASURES = new Set('year month week day hour minute second time point mile foot percent dollar pound'.split(' '))

const isApposed = (text: string, list: string): boolean =>
  (list.match(/,/g)?.length ?? 0) > 0 && /^(?:,\s(?!who|which|said)|\s\u2014)/.test(text.slice(list.length))

/** two daughters, Lena and Sofia: of a family one names all. */
const FAMILY = new Set('son daughter child brother sister grandchild grandson granddaughter niece nephew'.split(' '))

export function* englishLists(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  for (const mention of mentions) {
    const ofTheirs = /^\sof\s(?:its|the|their|his|her)\s[a-z]{3,14}(?:\s[a-z]{3,14})?(?=,?\sin\s[A-Z]|:)/.exec(
      shadow.slice(mention.numeral[1]),
    )
    if (
      mention.kind !== 'count' ||
      !mention.exact ||
      (mention.classifier === '' && ofTheirs === null) ||
      mention.value < 2 ||
      mention.value > 20
    )
      continue
    const noun = ofTheirs === null ? nounEnd(reading, mention) : mention.numeral[1] + ofTheirs[0].length
    const link = LINK.exec(shadow.slice(noun, noun + 70))
    if (link === null) continue
    const { strong, some, family } = link.groups ?? {}
    const apposed = family !== undefined && !FAMILY.has(mention.classifier)
    const start = noun + link[0].length
    const list = listAt(
      shadow.slice(start, start + 400),
      strong !== undefined && strong.trim() !== 'of',
      mention.classifier,
    )
    // The town's three parks, Elm, Oak and Hill, will …: closed by a comma, and of three names at least.
    if (apposed && (MEASURES.has(mention.classifier) || !isApposed(shadow.slice(start), list ?? ''))) continue
    if (list === null || mentions.some((other) => other.start >= start && other.end <= start + list.length)) continue
    const parts = list.split(/,\sand\s|,\s|\sand\s/)
    const items = parts.map((part) => ({
      start: shadow.indexOf(part, start),
      end: shadow.indexOf(part, start) + part.length,
    }))
    yield {
      reading,
      announced: mention.value,
      numeral: mention.numeral,
      phrase: [mention.numeral[0], noun],
      list: [start, start + list.length],
      enumeration: { items, counts: new Set([parts.length]), open: false },
      closed: some === undefined,
      sure: strong !== undefined,
    }
  }
}

import type { Span } from '../../analysis'

/** The items of an English list: what stands between its commas and its last “and”. */

export interface Items {
  readonly items: readonly Span[]
  /** every number the list may be read as: an “and” may join two items or stand within one */
  readonly counts: ReadonlySet<number>
  readonly end: number
}

const WORD = "(?:(?:[A-Z]|St|Mrs?|Ms|Dr)\\.(?=\\s[A-Z])|[A-Z][\\w'&-]{0,24})"
/** goalkeeper Ian Marsh, the Vesta, Elizabeth of York, Ann Rao, 41 */
const NAME = new RegExp(
  `(?:(?:the|a|an)\\s)?(?:[a-z][a-z-]{2,14}\\s){0,2}${WORD}(?:\\s(?:(?:of|the|de|van|von|for)\\s){0,2}${WORD}|\\s\\d{1,4}(?![\\d,.%]))*(?:\\s\\([A-Z]{2,6}\\))?(?:,\\s\\d{1,2}(?=[,;.)\\s]))?`,
  'y',
)
const NEXT = /(?<last>,?\s(?:and|or)\s)|,\s/y
/** Words before a name that make it no item of a closed list. */
const OPEN =
  /^(?:including|like|such|among|with|plus|say|says|said|told|who|which|where|when|while|but|as|for|in|at|on|by|from|after|before|both|either|led|formerly|now|then|according|because|though|although|since|if|to|home|out|up|down|are|is|was|were|has|had|one|two|three|four|five|six|seven|eight|nine|ten)\b/
/** Ohio is where Dayton lies, or an item of its own. */
const WITHIN =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Wash|Wis|Jr|Sr|Inc|Ltd|Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Georgia|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Jersey|York|Mexico|Hampshire)|North Carolina|Ohio|Oklahoma|Oregon|Pennsylvania|South Carolina|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|France|Germany|Italy|Spain|England|Scotland|Wales|Ireland|Canada|Japan|China|India|Australia)\b/

/** Names in a row, from `at`: Elm, Oak and Hill. Null where they do not close, or where a place and its country stand in the row. */
export function namesAt(text: string, at: number): Items | null {
  const items: Span[] = []
  let from = at
  for (let round = 0; round < 24; round += 1) {
    NAME.lastIndex = from
    const name = NAME.exec(text)
    if (name === null || OPEN.test(name[0])) return null
    items.push([from, from + name[0].length])
    from += name[0].length
    NEXT.lastIndex = from
    const next = NEXT.exec(text)
    if (next === null) return null
    from += next[0].length
    if (next.groups?.['last'] === undefined) continue
    NAME.lastIndex = from
    const last = NAME.exec(text)
    if (last === null || OPEN.test(last[0])) return null
    items.push([from, from + last[0].length])
    return closed(text, items)
  }
  return null
}

function closed(text: string, items: readonly Span[]): Items | null {
  const names = items.map(([start, end]) => text.slice(start, end))
  const within = names.map((name) => WITHIN.test(name))
  // Dayton, Ohio, Erie and Gary, Indiana: a place and what it lies in take turns.
  if (within.includes(true) && within[0] === false && !within.some((one, i) => one && within[i + 1] === true))
    return null
  const titled = names.filter((name) => /^(?:Mr|Mrs|Ms|Miss|Dr)\b/.test(name)).length
  if (titled > 0 && titled < names.length) return null
  const end = items.at(-1)?.[1] ?? 0
  // A, B and C and D; Los Angeles (CSULA): it goes on.
  const rest = text.slice(end, end + 24)
  if (/^\s(?:and|or|&)\s(?:the\s)?[A-Z]/.test(rest) || /^\s\(/.test(rest)) return null
  // The University of California, Los Angeles (UCLA): only some of the names close with their letters.
  const lettered = names.filter((name) => name.endsWith(')')).length
  return { items, counts: new Set(lettered > 1 ? [items.length, lettered] : [items.length]), end }
}

/** What begins a clause, or a list within the list. */
const CLAUSE =
  /^(?:which|who|those who|that|because|if|when|on (?:the )?one hand|first|the first|in the first|one|two|three|four|five|six|seven|eight|nine|ten|\d|he|she|it|they|we|I|you|there|what)\b|^["\u201C]/i
/** the school's own, two shelters and a church hall: an item that is several. */
const SEVERAL = /(?:,|\band|\bor)\s(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|both)\b/
const STOP = /[.!?](?=[\s"\u201D]|$)|[;:)]|\s-\s|\s?\u2014\s?|["\u201D](?=\s|$)/g
const AND = /\s(?:and|or)\s/g

/** Any items up to where the clause stops: the noise, the dust and the lorries. Parted by semicolons, each may hold commas. */
export function itemsAt(text: string, at: number): Items | null {
  const sentence = /[.!?](?=\s+[A-Z]|["\u201D]|\s*$)/g
  sentence.lastIndex = at
  const full = sentence.exec(text)?.index ?? text.length
  if (full - at > 600) return null
  const long = text.slice(at, full)
  if (/;\s(?:and|or)\s/.test(long)) return CLAUSE.test(long) || /:/.test(long) ? null : parted(text, at, full)
  STOP.lastIndex = at
  const end = STOP.exec(text)?.index ?? text.length
  const list = text.slice(at, end)
  if (list.length > 400) return null
  const ands = [...list.matchAll(AND)].map(({ index }) => index)
  const commas = [...list.matchAll(/,\s/g)].map(({ index }) => index)
  if (
    ands.length === 0 ||
    commas.length === 0 ||
    CLAUSE.test(list) ||
    SEVERAL.test(list) ||
    /[\d(]/.test(list.slice(0, ands.at(-1)))
  )
    return null
  const counts = new Set<number>()
  for (const and of ands) {
    const before = commas.filter((comma) => comma < and - 1).length
    const joined = ands.filter((other) => other > and && !commas.some((comma) => comma > and && comma < other)).length
    if (before > 0) for (let more = 0; more <= joined; more += 1) counts.add(before + 2 + more)
  }
  const inner = ands.filter((and) => commas.some((comma) => comma > and)).length
  for (const count of [...counts]) for (let more = 1; more <= inner; more += 1) counts.add(count + more)
  return counts.size === 0 ? null : { items: spansOf(list, at), counts, end }
}

function parted(text: string, at: number, end: number): Items {
  const items: Span[] = []
  let from = at
  for (const part of text.slice(at, end).split(/;\s/)) {
    const lead = /^(?:and|or)\s/.exec(part)?.[0].length ?? 0
    items.push([from + lead, from + part.length])
    from += part.length + 2
  }
  return { items, counts: new Set([items.length]), end }
}

function spansOf(list: string, at: number): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { index, 0: mark } of [
    ...list.matchAll(/,\s(?:and\s|or\s)?|\s(?:and|or)\s/g),
    { index: list.length, 0: '' },
  ]) {
    if (index > from) spans.push([at + from, at + index])
    from = index + mark.length
  }
  return spans
}

import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { CountedList } from './counted'
import { isCount, MEASURES } from './english'
import { itemsAt, namesAt, type Items } from './english-items'
import { matchesOf } from '../matches'

/** Names beside their count where words stand between, before it, or where a word is the count: Hartnell, Osei and Brandt, the four aldermen; the trio, Mason Oyelaran, 19, and Tess Whitcombe, 22. */

/** three mobile clinics this autumn, in A, B and C: when, not where. */
const WHEN =
  /^\s(?:this|next|last|on|from|by|until|over|during|in|before|since|later|early|across|around)\s[A-Za-z]{3,12}(?:\s[A-Za-z]{3,12}){0,2}(?:,\s(?:in|at)|:)\s/
/** St. Brendan's: its point ends no list. */
const TITLE = /\b(St|Mt|Ft|Dr|Mr|Mrs)\./g
const CLOSES =
  /^(?:[.;)]|$|,\s(?:each|all|both|with|where|when|who|which|on|to|from|after|before|as)\b|\s(?:-|\u2014)\s)/

function listed(reading: Reading, count: Mention, list: Items): CountedList {
  return {
    reading,
    announced: count.value,
    numeral: count.numeral,
    phrase: [count.numeral[0], count.classified],
    list: [list.items[0]?.[0] ?? 0, list.end],
    enumeration: { items: list.items.map(([start, end]) => ({ start, end })), counts: list.counts, open: false },
    closed: true,
    sure: false,
  }
}

const isNamed = (count: Mention): boolean =>
  isCount(count) && count.classifier.length > 2 && !MEASURES.has(count.classifier)

function* afterWhen({ shadow, mentions }: Reading, reading: Reading): Iterable<CountedList> {
  const counts = mentions.filter(isNamed)
  const masked = counts.length > 0 ? shadow.replace(TITLE, '$1_') : shadow
  for (const count of counts) {
    const link = WHEN.exec(shadow.slice(count.classified, count.classified + 60))?.[0]
    if (link === undefined) continue
    const at = count.classified + link.length
    const list = namesAt(shadow, at) ?? (link.endsWith(': ') ? itemsAt(masked, at) : null)
    if (list === null || list.items.length < 3 || Math.abs(list.items.length - count.value) > 2) continue
    if (CLOSES.test(shadow.slice(list.end, list.end + 12))) yield listed(reading, count, list)
  }
}

/** A, B, C and D, the five Copperhill aldermen who had threatened */
const THE = /^,\s(?:the|all|its|their|his|her)\s$/
const OPENS = /(?:^|[.!?]["\u201D]?\s|\b(?:from|in|at|by|between|with|of|to|for)\s)(?=[A-Z])/g

function* before(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  const starts = mentions.some((one) => isNamed(one)) ? matchesOf(shadow, OPENS) : []
  for (const match of starts) {
    const list = namesAt(shadow, match.index + match[0].length)
    if (list === null || list.items.length < 3) continue
    const count = mentions.find(({ start }) => start > list.end)
    if (count === undefined || !isNamed(count) || !THE.test(shadow.slice(list.end, count.start))) continue
    const kind = shadow.slice(count.numeral[1], count.classified)
    if (Math.abs(list.items.length - count.value) <= 2 && !/\b(?:other|more|remaining)\b/.test(kind))
      yield listed(reading, count, list)
  }
}

const MANY: Readonly<Record<string, number>> = {
  pair: 2,
  couple: 2,
  duo: 2,
  twins: 2,
  trio: 3,
  triplets: 3,
  quartet: 4,
  quintet: 5,
}
const WORD =
  /\b(?:[Tt]he|[Hh]usband-and-wife|[Aa]n?)\s(?:[a-z]{3,12}\s)?(?<word>pair|couple|duo|twins|trio|triplets|quartet|quintet)(?:,|\s(?:of|are|were|-|\u2014)|:|\s\()\s?(?=[A-Z])/dg

/** The word is the count: it is no figure that the lexer reads. */
function* worded(reading: Reading): Iterable<CountedList> {
  const { shadow } = reading
  for (const match of matchesOf(shadow, WORD)) {
    const end = match.index + match[0].length
    const [from, to] = match.indices?.groups?.['word'] ?? [0, 0]
    const announced = MANY[match.groups?.['word'] ?? ''] ?? 0
    const list = namesAt(shadow, end)
    if (list === null || list.items.length === announced) continue
    // a trio of Bach, Handel and Brahms works: what goes on behind the names is no list of them.
    if (!/^[,.;)]|^\s[-\u2014]/.test(shadow.slice(list.end, list.end + 3))) continue
    yield {
      reading,
      announced,
      // No numeral: what may stand there is no number's word.
      numeral: [from, from],
      phrase: [from, to],
      list: [end, list.end],
      enumeration: {
        items: list.items.map(([start, stop]) => ({ start, end: stop })),
        counts: list.counts,
        open: false,
      },
      closed: true,
      sure: false,
    }
  }
}

export function* namedBeside(reading: Reading): Iterable<CountedList> {
  yield* afterWhen(reading, reading)
  yield* before(reading)
  yield* worded(reading)
}

export const namedExamples: readonly Example[] = [
  {
    wrong:
      'Parents can come to any of [[two clinics]] this weekend: [[Garfield Library, the Elks Lodge on Main Street and St. Brendan\u2019s parish hall]].',
  },
  {
    wrong:
      'The county will park [[four mobile clinics]] this autumn, in [[Thornby Fen, Castle Meading and Oldwick]], each staffed by nurses.',
  },
  {
    wrong:
      '[[Hartnell, Osei, Brandt and Lindqvist]], the [[five Copperhill]] aldermen who had threatened to boycott the session, walked out.',
  },
  { wrong: 'Rescuers found the [[trio]], [[Mason Oyelaran, 19, and Tess Whitcombe, 22]], under a ledge.' },
  {
    silent:
      'The county will park three mobile clinics this autumn, in Thornby Fen, Castle Meading and Oldwick. Hartnell, Osei, Brandt and Lindqvist, the four aldermen, walked out. The pair, Mason Oyelaran, 19, and Tess Whitcombe, 22, were found. Hale, Vale, Dale and the two other aldermen stayed.',
  },
]

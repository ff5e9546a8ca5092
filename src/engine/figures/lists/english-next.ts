import type { Example, Reading, StoryCopy } from '../claim'
import { singular } from '../lexer/english'
import type { Mention } from '../lexer/mention'
import { sentencesOf, type Sentence } from '../sentences'
import type { CountedList } from './counted'
import { isCount, MEASURES } from './english'
import { itemsAt, namesAt, type Items } from './english-items'

/** A count and, in a sentence of its own, all their names: charged four people. They are A, B and C; The companies affected are A, B and C. */

const THEY = /^\s*(?:They|These|Those|The (?:names|others)) (?:are|were|include)(?: now)?:? /
const THE =
  /^\s*The (?<noun>(?:[a-z][a-z-]{2,14} ){0,2}?[a-z]{3,14}(?:s|people|men|women|children))(?:,? (?:in full|affected|involved|concerned|chosen|selected|named|listed|picked|elected|in question|on offer|to close|to be [a-z]{3,12}ed|(?:graded|rated|judged|found|declared|named|arrested|charged|shortlisted|nominated|appointed|promoted|honoured|honored|killed|injured|closed|visited)(?: [a-z]{2,12}){0,5}),?)? (?:are|were|will be) /
const NAMED = /^\s*The (?<noun>[a-z]{3,14}(?:s|people|men|women|children)): /
/** Behind which stands a noun of many. */
const ALL = /\b(?:all|the|these|those) $/i

/** The list that closes its sentence, behind its lead. */
function listIn({ reading, start, end }: Sentence, lead: string): Items | null {
  const at = start + lead.length
  const list =
    namesAt(reading.shadow, at) ?? (/;/.test(reading.shadow.slice(at, end)) ? itemsAt(reading.shadow, at) : null)
  return list !== null && list.items.length > 1 && /^(?:[.;]|$)/.test(reading.shadow.slice(list.end)) ? list : null
}

function countsIn({ mentions }: Sentence): Mention[] {
  return mentions.filter(
    (mention) => isCount(mention) && !MEASURES.has(mention.classifier) && mention.classifier !== '',
  )
}

function listed(reading: Reading, count: Mention, from: Reading, list: Items): CountedList {
  const first = list.items[0]?.[0] ?? list.end
  return {
    reading,
    announced: count.value,
    numeral: count.numeral,
    phrase: [count.numeral[0], count.classified],
    list: [first, list.end],
    ...(from === reading ? {} : { elsewhere: from }),
    enumeration: { items: list.items.map(([start, end]) => ({ start, end })), counts: list.counts, open: false },
    closed: true,
    sure: false,
  }
}

/** The one count of the two sentences before that the names may be of. */
function countBefore(before: readonly Sentence[], noun: string | undefined): Mention | null {
  for (const sentence of before.toReversed()) {
    const counts = countsIn(sentence)
    const own =
      noun === undefined ? [] : counts.filter(({ classifier }) => classifier === singular(noun.split(' ').at(-1) ?? ''))
    const [count, ...more] = own.length > 0 ? own : counts
    if (count !== undefined) return more.length === 0 ? count : null
  }
  return null
}

/** What stands far behind its count, in a paragraph of its own: the only count of the story that is one more or one less, of all of them. */
function countFar({ readings }: StoryCopy, list: Items): readonly [Reading, Mention] | null {
  const named = list.items.length
  const counts = readings.flatMap((reading) =>
    sentencesOf(reading).flatMap((sentence) => countsIn(sentence).map((count) => [reading, count] as const)),
  )
  if (named < 4 || counts.some(([, { value }]) => value === named)) return null
  const near = counts.filter(
    ([reading, { value, start }]) =>
      Math.abs(value - named) === 1 && ALL.test(reading.shadow.slice(Math.max(0, start - 6), start)),
  )
  const [found, ...more] = near
  return found !== undefined && more.length === 0 ? found : null
}

export function* namedNext(copy: StoryCopy): Iterable<CountedList> {
  for (const reading of copy.readings) {
    if (!reading.english) continue
    const sentences = sentencesOf(reading)
    for (const [i, sentence] of sentences.entries()) {
      const text = reading.shadow.slice(sentence.start, sentence.end)
      const lead = THEY.exec(text) ?? THE.exec(text) ?? NAMED.exec(text)
      const list = lead === null ? null : listIn(sentence, lead[0])
      if (lead === null || list === null) continue
      const open = /include/.test(lead[0])
      const noun = lead.groups?.['noun']
      const count = countBefore(sentences.slice(Math.max(0, i - 2), i), noun)
      if (count !== null) yield { ...listed(reading, count, reading, list), closed: !open }
      else if (noun !== undefined && /in full|affected|elected|named|chosen|selected/.test(lead[0])) {
        const far = countFar(copy, list)
        if (far !== null) yield listed(far[0], far[1], reading, list)
      }
    }
  }
}

export const nextExamples: readonly Example[] = [
  {
    wrong:
      'Staff at [[six train operators]] will walk out on Monday. The companies affected are [[Northline, Vale Rail, Coastway, MetroWest and Border Trains]].',
  },
  {
    wrong:
      'Police charged [[four people]] over the theft. They are [[Dale Hobson, 41, of Pike Lane; Trisha Munn, 38, of no fixed address; and Leroy Banfield, 22, of Eastgate]].',
  },
  {
    wrong:
      'The fund won all [[seven seats]] on the board.\nThe firm employs 2,900 people.\nThe directors, in full, are [[Alan Prewitt, Donna Kessler, Raj Venkatesan, Louise Arbogast, Theodore Minh and Carla Espinoza]].',
  },
  {
    silent:
      'Staff at five train operators will walk out on Monday. The companies affected are Northline, Vale Rail, Coastway, MetroWest and Border Trains. Four towns and six villages lost power. The towns affected were Hale, Vale, Dale and Ware.',
  },
  {
    silent:
      'Police charged five people. They include Dale Hobson, Trisha Munn and Leroy Banfield. The three men are tired, cold and hungry. The two firms are rivals. They are Dutch and German.',
  },
]

import type { Example, Reading } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf, type Sentence } from '../sentences'
import type { CountedList } from './counted'
import { isCount, MEASURES } from './english'
import { namesAt, type Items } from './english-items'
import { namedBeside, namedExamples } from './english-named'

/** A list first and its count behind it: Oban, Nairn, Wick and Thurso. The four towns …; A, B and C are the three finalists. */

const START =
  /(?:^|\s)(?=(?:the\s)?[A-Z][\w'&.-]{1,20}(?:\s[A-Z][\w'&.-]{1,20}){0,3},\s)|\b(?:from|in|at|to|of|by|between|visit|visited|for)\s(?=[A-Z])/g
/** Names that are no item: a day, a month. */
const DAY =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g
const THE = /^\s*(?:All|The|These|Those) (?:of the )?$/
/** What the names may be: what stands for a place or a body, no persons that others may join. */
const BODIES =
  /^(?:countr(?:y|ie)|nation|state|town|cit(?:y|ie)|village|count(?:y|ie)|province|district|region|island|school|college|universit(?:y|ie)|club|team|compan(?:y|ie)|firm|bank|airline|part(?:y|ie)|union|council|port|hospital|river|lake|park|station|airport|paper|newspaper|brand|winner|finalist|author|band|side|agenc(?:y|ie)|utilit(?:y|ie)|retailer|carrier|borough|parish|suburb|neighbou?rhood|plant|mine)$/

/** The only list of the sentence, where it names nothing else. */
function onlyList({ reading, start, end }: Sentence): Items | null {
  const { shadow } = reading
  for (const match of matchesOf(shadow.slice(start, end), START)) {
    const list = namesAt(shadow, start + match.index + match[0].length)
    if (list === null || list.end > end || list.items.length < 3) continue
    const first = list.items[0]?.[0] ?? start
    const others = `${shadow.slice(start, first).trimStart().slice(1)} ${shadow.slice(list.end, end)}`.replace(DAY, '')
    return /[A-Z]/.test(others) ? null : list
  }
  return null
}

export function* countedBack(reading: Reading): Iterable<CountedList> {
  if (!reading.english) return
  yield* namedBeside(reading)
  const { shadow } = reading
  const sentences = sentencesOf(reading)
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1]
    const [count] = sentence.mentions
    if (before === undefined || before.mentions.length > 0 || count === undefined || !isCount(count)) continue
    if (MEASURES.has(count.classifier) || !BODIES.test(count.classifier)) continue
    if (!THE.test(shadow.slice(sentence.start, count.start))) continue
    const list = onlyList(before)
    if (list === null || Math.abs(list.items.length - count.value) > 2) continue
    yield {
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
}

export const backExamples: readonly Example[] = [
  ...namedExamples,
  { wrong: 'Prizes went to [[Oban, Nairn, Wick and Thurso]]. The [[three towns]] will share £12,000.' },
  {
    wrong:
      'Ministers from [[Finland, Norway and Denmark]] signed the pact on Friday. The [[four countries]] had been talking since March.',
  },
  {
    silent:
      'Prizes went to Oban, Nairn, Wick and Thurso. The four towns will share £12,000. Ministers from Finland, Norway and Denmark met Sweden in Oslo. The four countries had been talking since March. The two sides of Norway, Denmark and Finland won. Smith, Jones and Brown met the mayor. The four men shook hands.',
  },
]

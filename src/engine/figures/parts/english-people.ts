import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { sums, type Partition } from './partition'

/** People by kinds that leave no third: nine people, seven men and two women. */

const KINDS = new Set(
  'man woman child boy girl adult teenager infant baby student teacher passenger driver pilot worker guard crew police civilian soldier'.split(
    ' ',
  ),
)
const WHOLES = new Set(
  'person passenger worker victim suspect juror member student resident hostage officer migrant patient prisoner employee survivor protester body'.split(
    ' ',
  ),
)
/** Two kinds that make up everybody. */
const CLOSED: readonly (readonly string[])[] = [
  ['man', 'woman'],
  ['man', 'woman', 'child'],
  ['boy', 'girl'],
  ['adult', 'child'],
  ['adult', 'teenager'],
  ['student', 'teacher'],
  ['man', 'child'],
  ['woman', 'child'],
]
/** a jury of 12, eight women and four men */
const BODY = /\b(?:jury|panel|crew|team|group|party|committee|council|board|cast|class) of $/i
const LINK = /^(?:[,:]| \(|\s?\u2014|\s-)\s?(?:including\s)?$/
const NEXT = /^(?:,\s(?:and\s)?|\sand\s)$/
const ENDS = /^(?:[.,;)]|$|\s\u2014|\s(?:aged|were|was|have|had|died|who)\b)/

/** The kinds right behind a whole, or right before it (seven women and five men, 12 in all, is told elsewhere). */
function kindsBehind({ reading, mentions }: Sentence, i: number): Mention[] {
  const parts: Mention[] = []
  let edge = mentions[i]?.classified ?? 0
  for (const part of mentions.slice(i + 1)) {
    const link = reading.shadow.slice(edge, part.start)
    if (!(parts.length === 0 ? LINK : NEXT).test(link) || !KINDS.has(part.classifier) || link.includes('including'))
      break
    parts.push(part)
    edge = part.classified
  }
  return ENDS.test(reading.shadow.slice(edge)) ? parts : []
}

export function* peopleByKind(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions } = sentence
  if (!reading.english) return
  for (const [i, total] of mentions.entries()) {
    if (total.kind !== 'count' || !total.exact) continue
    const body = total.classifier === '' && BODY.test(reading.shadow.slice(Math.max(0, total.start - 16), total.start))
    if (!WHOLES.has(total.classifier) && !body) continue
    const parts = kindsBehind(sentence, i)
    const kinds = parts
      .map(({ classifier }) => classifier)
      .sort()
      .join()
    if (
      parts.length < 2 ||
      !parts.every(({ exact }) => exact) ||
      !CLOSED.some((names) => [...names].sort().join() === kinds)
    )
      continue
    const own = parts.map((part) => ({ ...part, dimension: total.dimension }))
    if (!sums(reading.shadow, own, total)) yield { reading, total, parts: own, closed: true, sum: false }
  }
}

export const kindExamples: readonly Example[] = [
  { wrong: 'The jury of [[12]], [[eight women]] and [[six men]], deliberated for nine hours.' },
  { silent: 'The jury of 12, eight women and four men, deliberated for nine hours.' },
]

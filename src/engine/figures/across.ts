import type { ArithmeticLine, Bilingual, Evidence } from '../analysis'
import type { Place, Reading } from './claim'
import { evidenceOf } from './evidence'
import { lex } from './lexer/lex'
import { meet, type Mention } from './lexer/mention'
import type { Passage } from './passage'
import { kindOf } from './sentences'
import { LEAST, shingleOf, skeleton, TITLE } from './skeleton'
import { difference, en, zh } from './wording'

/** The same story received twice: figures that the two give differently for the same thing. */

export interface AcrossCopy {
  /** what the finding calls the article: its document's name or its agency */
  readonly name: string
  readonly title: string | null
  /** of one story, in reading order */
  readonly passages: readonly Passage[]
}

/** A question on the first article that names the second. Both sets of places go by one order: a's place, b's place. */
export interface AcrossFinding {
  readonly check: 'across'
  readonly tier: 'query'
  readonly message: Bilingual
  /** the place in the first article */
  readonly evidence: readonly Evidence[]
  /** the other article and its place */
  readonly other: { readonly name: string; readonly evidence: readonly Evidence[] }
  readonly arithmetic: readonly ArithmeticLine[]
}

/** Of the shorter copy's shingles, the share that must stand in the other. */
const OVERLAP = 0.4

function shingles(text: string): Set<string> {
  const set = new Set<string>()
  const length = shingleOf(text)
  for (let at = 0; at + length <= text.length; at += 1) set.add(text.slice(at, at + length))
  return set
}

/** Whether two copies tell one story: the same title, or much of the shorter one's text in the other. */
export function isSameStory(a: AcrossCopy, b: AcrossCopy): boolean {
  const titles = [a, b].map(({ title }) => skeleton(title ?? ''))
  if ((titles[0] ?? '').length >= TITLE && titles[0] === titles[1]) return true
  const [x, y] = [a, b].map(({ passages }) =>
    shingles(passages.map(({ text }) => skeleton(lex(text).shadow)).join('')),
  ) as [Set<string>, Set<string>]
  const [short, long] = x.size <= y.size ? [x, y] : [y, x]
  if (short.size < LEAST) return false
  let shared = 0
  for (const shingle of short) if (long.has(shingle)) shared += 1
  return shared / short.size >= OVERLAP
}

interface Figure {
  readonly reading: Reading
  readonly mention: Mention
}

const CONTEXT = 8
/** Words before and behind that must agree, together and before alone. */
const TOGETHER = 7
const BEFORE = 3

/** What stands around a figure, without other figures: read outwards from it. */
function around({ reading, mention }: Figure): { before: string; after: string } {
  const { shadow } = reading
  const before = skeleton(shadow.slice(Math.max(0, mention.start - 24), mention.start))
  return {
    before: before.slice(-CONTEXT),
    after: skeleton(shadow.slice(mention.classified, mention.classified + 24)).slice(0, CONTEXT),
  }
}

function figuresOf({ passages }: AcrossCopy): Figure[] {
  return passages.flatMap((passage, index) => {
    const reading: Reading = { ...lex(passage.text), passage, text: passage.text, index }
    return reading.mentions
      .filter(
        ({ kind, dimension, range }) => (kind === 'count' || kind === 'percent') && dimension !== '' && range === null,
      )
      .map((mention) => ({ reading, mention }))
  })
}

/** How much of the words around two figures agrees, from the figures outwards. */
function agreement(a: Figure, b: Figure): number {
  const [x, y] = [around(a), around(b)]
  let before = 0
  while (before < x.before.length && before < y.before.length && x.before.at(-1 - before) === y.before.at(-1 - before))
    before += 1
  let after = 0
  while (after < x.after.length && after < y.after.length && x.after[after] === y.after[after]) after += 1
  return before >= BEFORE ? before + after : 0
}

function findingOf(a: Figure, b: Figure, name: string): AcrossFinding {
  const place = ({ reading, mention: { start, end, value } }: Figure): Place => ({ reading, start, end, value })
  const quote = ({ reading, mention }: Figure): string => reading.text.slice(mention.start, mention.end)
  return {
    check: 'across',
    tier: 'query',
    message: {
      zh: zh`这里写“${quote(a)}”,同一篇报道的另一稿《${name}》写“${quote(b)}”。请核对哪个对。`,
      en: en`This copy says “${quote(a)}”, the other copy of the story, “${name}”, says “${quote(b)}”. Check which is right.`,
    },
    evidence: [evidenceOf(place(a))],
    other: { name, evidence: [evidenceOf(place(b))] },
    arithmetic: [
      { label: '本稿', en: 'this copy', expr: quote(a), value: a.mention.value },
      { label: '另一稿', en: 'other copy', expr: quote(b), value: b.mention.value },
      difference(a.mention.value, b.mention.value),
    ],
  }
}

/** Figures by the three characters before them: only such can agree. */
function byLead(figures: readonly Figure[]): Map<string, Figure[]> {
  const map = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = `${kindOf(figure.mention)} ${around(figure).before.slice(-BEFORE)}`
    const same = map.get(key)
    if (same === undefined) map.set(key, [figure])
    else same.push(figure)
  }
  return map
}

/** A lead that stands before this many figures names none of them. */
const MOST = 12

/**
 * What the first copy says otherwise than the second, in the first copy's order; nothing where they tell different
 * stories. A figure that the other copy bears out anywhere for the same words is left alone. Never throws.
 */
export function across(a: AcrossCopy, b: AcrossCopy): AcrossFinding[] {
  if (!isSameStory(a, b)) return []
  const others = byLead(figuresOf(b))
  const findings: AcrossFinding[] = []
  for (const figure of figuresOf(a)) {
    const key = `${kindOf(figure.mention)} ${around(figure).before.slice(-BEFORE)}`
    const likely = (others.get(key) ?? []).filter((other) => agreement(figure, other) >= TOGETHER)
    const [first] = likely
    if (first === undefined || likely.length > MOST || likely.some((other) => meet(other.mention, figure.mention)))
      continue
    const best = likely.reduce((one, other) => (agreement(figure, other) > agreement(figure, one) ? other : one), first)
    findings.push(findingOf(figure, best, b.name))
  }
  return findings
}

import { isListed, type Run } from './run'
import { Topic } from './topic'
import type { Unit } from './unit'

/** Paragraphs of prose that few lines part: a story, its half behind an insert, or a notice below it. */
interface Passage {
  readonly prose: Unit[]
  size: number
}

/** More lines than this without prose part two passages. */
const GAP = 3
/** A passage of more paragraphs, or of a greater part of the longest one's size, is no notice. */
const FEW = 3
const SMALL = 0.2
/** Share of a passage's words that the story uses too, below which it speaks of something else. */
const STRANGE = 0.24

const passagesIn = (units: readonly Unit[]): Passage[] => {
  const passages: Passage[] = []
  for (const unit of units) {
    if (!unit.shape.prose) continue
    const open = passages.at(-1)
    const last = open?.prose.at(-1)
    if (open && last && unit.index - last.index <= GAP + 1) {
      open.prose.push(unit)
      open.size += unit.shape.size
    } else passages.push({ prose: [unit], size: unit.shape.size })
  }
  return passages
}

/** A list, questions and answers, short sentences: lines by which a story goes on. */
const OF_A_STORY = 0.5

const goesOn = (lines: readonly Unit[]): boolean =>
  lines.filter(({ text, shape }) => (shape.closed && shape.size >= 4) || isListed(text)).length >=
  OF_A_STORY * lines.length

const isStrange = ({ prose, size }: Passage, topic: Topic): boolean =>
  prose.reduce((sum, unit) => sum + topic.overlap(unit) * unit.shape.size, 0) < STRANGE * size

/**
 * The run without what closes it but belongs to another text: a paragraph or two on another topic, set off by lines that
 * are no prose (about the author, a notice, a teaser).
 */
export const withoutStrangers = (units: readonly Unit[], run: Run): Run => {
  const passages = passagesIn(units.slice(run.first, run.last + 1))
  const longest = passages.reduce<Passage | null>((best, one) => (best && best.size >= one.size ? best : one), null)
  if (longest === null || passages.at(-1) === longest) return run
  const topic = new Topic(longest.prose)
  let last = passages.length - 1
  while (last > 0) {
    const passage = passages[last]
    if (!passage || passage === longest || passage.prose.length > FEW || passage.size > SMALL * longest.size) break
    const [before, start] = [passages[last - 1]?.prose.at(-1)?.index ?? 0, passage.prose[0]?.index ?? 0]
    if (!isStrange(passage, topic) || goesOn(units.slice(before + 1, start))) break
    last -= 1
  }
  const end = last === passages.length - 1 ? run.last : (passages[last]?.prose.at(-1)?.index ?? run.last)
  return { first: run.first, last: end }
}

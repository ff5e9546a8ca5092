import { aboutOf, type About } from '../about'
import { distanceTo } from '../run'
import type { Unit } from '../unit'
import { flag, much, type Feature } from './feature'
import type { Surroundings } from './surroundings'

type Look = Feature<Surroundings>

const share = (unit: Unit): number => unit.block.markUp?.linkDensity ?? 0
const path = (unit: Unit): readonly string[] => unit.block.markUp?.path ?? []
const about = (unit: Unit): About => aboutOf(unit.block.markUp)
/** 1 where it stands, 0 at 15 lines and more */
const near = (lines: number): number => 1 - Math.min(1, Math.log2(1 + lines) / 4)
const isLayout = (unit: Unit, layout: string): number => flag(unit.block.layout === layout)
const within = (unit: Unit, tag: string, or: string = tag, another: string = tag): number => {
  for (const one of path(unit)) if (one === tag || one === or || one === another) return 1
  return 0
}

const SHAPE: readonly Look[] = [
  { name: 'length', of: ({ shape }) => much(shape.size) },
  { name: 'shorter than 6', of: ({ shape }) => flag(shape.size < 6) },
  { name: '24 or longer', of: ({ shape }) => flag(shape.size >= 24) },
  { name: '60 or longer', of: ({ shape }) => flag(shape.size >= 60) },
  { name: 'a sentence', of: ({ shape }) => flag(shape.sentences > 0) },
  { name: 'sentences', of: ({ shape }) => Math.min(1, shape.sentences / 3) },
  { name: 'commas', of: ({ shape }) => Math.min(1, shape.commas / 4) },
  { name: 'colon', of: ({ text }) => flag(text.includes(':')) },
  { name: 'quotation', of: ({ text }) => flag(/["\u201C\u201D\u300C]/.test(text)) },
  {
    name: 'speaks to the reader',
    of: ({ text }) => flag(/\b(?:our|your|you)\b|我们|您|本站|本网|点击|关注|订阅/i.test(text)),
  },
]

const PLACE: readonly Look[] = [
  { name: 'before the run', of: ({ index }, page) => flag(page.place[index] === 'before') },
  { name: 'inside the run', of: ({ index }, page) => flag(page.place[index] === 'inside') },
  { name: 'behind the run', of: ({ index }, page) => flag(page.place[index] === 'after') },
  {
    name: 'before the run: distance',
    of: ({ index }, page) => (page.place[index] === 'before' ? much(distanceTo(page.context.run, index)) : 0),
  },
  {
    name: 'behind the run: distance',
    of: ({ index }, page) => (page.place[index] === 'after' ? much(distanceTo(page.context.run, index)) : 0),
  },
  {
    name: 'behind the run: clutter',
    of: ({ index }, page) => (page.place[index] === 'after' ? page.context.clutter.after : 0),
  },
  {
    name: 'inside the run: near its start',
    of: ({ index }, page) => (page.place[index] === 'inside' ? near(index - page.context.run.first) : 0),
  },
  {
    name: 'inside the run: near its end',
    of: ({ index }, page) => (page.place[index] === 'inside' ? near(page.context.run.last - index) : 0),
  },
  {
    name: 'inside the run: no sentence',
    of: ({ index, shape }, page) => flag(page.place[index] === 'inside' && !shape.prose && shape.sentences === 0),
  },
  { name: 'how far down the page', of: ({ index }, { context }) => index / context.units.length },
  { name: 'lines of the page', of: (_, { context }) => much(context.units.length / 8) },
  {
    name: 'above the headline',
    of: ({ index }, { context }) => flag(context.headline !== null && index < context.headline),
  },
  {
    name: 'closing headings since the run',
    of: ({ index }, page) => Math.min(1, (page.closings[index] ?? 0) / 3),
  },
  { name: 'behind a closing heading', of: ({ index }, page) => flag((page.closings[index] ?? 0) > 0) },
]

const EVIDENCE: readonly Look[] = [
  { name: 'hand-set odds', of: ({ index }, page) => page.hand.at(index) },
  { name: 'hand-set odds for removal', of: ({ index }, page) => Math.max(0, page.hand.at(index)) },
  { name: 'cues for removal', of: ({ index }, page) => Math.min(2, (page.cues[index] ?? 0) / 6) },
  { name: 'a strong cue for removal', of: ({ index }, page) => flag((page.cues[index] ?? 0) >= 4) },
  {
    name: 'said elsewhere too',
    of: ({ same }, { context }) => Math.min(1, ((context.repeats.get(same) ?? 1) - 1) / 2),
  },
  { name: 'of the prose’s topic', of: ({ index }, page) => page.topic[index] ?? 0 },
  {
    name: 'of the prose’s topic, outside',
    of: ({ index }, page) => (page.place[index] === 'inside' ? 0 : (page.topic[index] ?? 0)),
  },
]

const AROUND: readonly Look[] = [
  { name: 'hand-set odds in 2 lines', of: ({ index }, page) => page.hand.around(index, 2) },
  { name: 'hand-set odds in 6 lines', of: ({ index }, page) => page.hand.around(index, 6) },
  { name: 'prose in 2 lines', of: ({ index }, page) => page.prose.around(index, 2) },
  { name: 'prose in 6 lines', of: ({ index }, page) => page.prose.around(index, 6) },
  { name: 'length in 2 lines', of: ({ index }, page) => page.length.around(index, 2) },
  { name: 'dates in 4 lines', of: ({ index }, page) => page.dates.around(index, 4) },
  { name: 'links in 3 lines', of: ({ index }, page) => page.links.around(index, 3) },
]

const MARK_UP: readonly Look[] = [
  { name: 'links: share', of: share },
  { name: 'links: most of it', of: (unit) => flag(share(unit) > 0.5) },
  { name: 'links: all of it', of: (unit) => flag(share(unit) > 0.95) },
  { name: 'links: several', of: ({ block }) => Math.min(1, (block.markUp?.links ?? 0) / 4) },
  { name: 'heading', of: ({ block }) => flag((block.markUp?.level ?? 0) > 0) },
  { name: 'list item', of: (unit) => isLayout(unit, 'list-item') },
  { name: 'table row', of: (unit) => isLayout(unit, 'table-row') },
  { name: 'paragraph element', of: (unit) => flag(path(unit).at(-1) === 'p') },
  { name: 'in a list', of: (unit) => within(unit, 'li') },
  { name: 'in a table', of: (unit) => within(unit, 'td') },
  { name: 'in article', of: (unit) => within(unit, 'article') },
  { name: 'in main', of: (unit) => within(unit, 'main') },
  { name: 'in aside, footer or nav', of: (unit) => within(unit, 'aside', 'footer', 'nav') },
  { name: 'in header or form', of: (unit) => within(unit, 'header', 'form') },
  { name: 'hidden', of: ({ block }) => flag(block.markUp?.hidden ?? false) },
  { name: 'depth', of: ({ block }) => Math.min(1.5, (block.markUp?.depth ?? 0) / 20) },
  { name: 'words of furniture', of: (unit) => flag(about(unit).foreign) },
  {
    name: 'words of furniture near',
    of: (unit) => flag(about(unit).foreignNear),
  },
  { name: 'words of a story', of: (unit) => flag(about(unit).ofStory) },
  {
    name: 'words of a story near',
    of: (unit) => flag(about(unit).ofStoryNear),
  },
  { name: 'in the prose’s container', of: ({ index }, page) => flag(page.contained[index] ?? false) },
  {
    name: 'in the prose’s container, no prose',
    of: ({ index, shape }, page) => flag((page.contained[index] ?? false) && !shape.prose),
  },
  { name: 'siblings', of: ({ block }, page) => much(page.siblings.get(block.markUp?.signature ?? '') ?? 0) },
  { name: 'no sibling', of: ({ block }, page) => flag(page.siblings.get(block.markUp?.signature ?? '') === 1) },
]

/** What one unit looks like where it stands: the features of the first pass. */
export const LOOKS: readonly Look[] = [...SHAPE, ...PLACE, ...EVIDENCE, ...AROUND, ...MARK_UP]

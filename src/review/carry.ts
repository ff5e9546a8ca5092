import { diffArrays } from 'diff'
import type { Block, Fate, Span, StoryMeta } from '../engine/analysis'
import type { TextChange } from './change'
import { dismissalKey, placesIn } from './flags'
import { fold } from './fold'
import type { Entry, Operation, StoryRef } from './operation'
import type { CopyRun, Review } from './review'
import { boundsIn, sameStory } from './stories'
import { translate } from './translate'
import { offsetAt, placeIn, wordsIn } from './words'

/** Something a reviewer did that finds no place in the newer version. */
export interface Lost {
  readonly kind: 'decision' | 'edit' | 'dismissal' | 'head' | 'story'
  /** of the paragraph, or what was quoted or written */
  readonly words: string
}

/** What a reviewer did on one version, as operations on a newer one. */
export interface Carried {
  /** in the order they are to be made */
  readonly ops: readonly Operation[]
  readonly decisions: number
  /** paragraphs that were edited, or joined to the one before */
  readonly edits: number
  readonly dismissals: number
  /** fields of heads */
  readonly heads: number
  /** stories split or joined */
  readonly stories: number
  readonly lost: readonly Lost[]
}

/**
 * Carries a review over to a newer version of its file. Blocks that read the same, in the same order, are the same; what
 * lies in any other is lost, and said so: nothing is guessed.
 *
 * @param after the newer version as its engine left it, with nobody's operations
 */
export function carry(before: Review, after: Review): Carried {
  const pairs = pairsOf(before, after)
  const stories = carryStories(before, after, pairs)
  const decisions = carryDecisions(before, after, pairs)
  const decided = fold(after.draft, [...stories.ops, ...decisions.ops].map(asEntry))
  const edits = carryEdits(before, decided, pairs)
  const dismissals = carryDismissals(before, after, pairs)
  const heads = carryHeads(before, decided, pairs)
  const all = [stories, decisions, edits, dismissals, heads]
  return {
    ops: all.flatMap(({ ops }) => ops),
    decisions: decisions.count,
    edits: edits.count,
    dismissals: dismissals.count,
    heads: heads.count,
    stories: stories.count,
    lost: all.flatMap(({ lost }) => lost),
  }
}

/** One kind of what is carried. */
interface Part {
  readonly ops: readonly Operation[]
  readonly count: number
  readonly lost: readonly Lost[]
}

/** index into the blocks before → into those after */
type Pairs = ReadonlyMap<number, number>

function pairsOf(before: Review, after: Review): Pairs {
  const pairs = new Map<number, number>()
  const read = ({ draft }: Review): string[] => draft.blocks.map((block) => wordsIn(block, draft.text))
  let from = 0
  let to = 0
  for (const { value, added, removed } of diffArrays(read(before), read(after))) {
    if (!added && !removed) value.forEach((_, index) => pairs.set(from + index, to + index))
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  return pairs
}

function asEntry(op: Operation, index: number): Entry {
  return { opId: `carried-${index}`, document: '', version: '', op, by: '', ts: index }
}

/** Where stories begin by hand, and begin no more, as far as the newer version's engine did not do so itself. */
function carryStories(before: Review, after: Review, pairs: Pairs): Part {
  const ops: Operation[] = []
  const lost: Lost[] = []
  const { blocks, text } = before.draft
  for (const { op } of boundsIn(before).values()) {
    const index = blocks.findIndex(({ start }) => start === op.at)
    const paired = pairs.get(index)
    const other = blockAt(after, paired)
    if (other === null) lost.push({ kind: 'story', words: index < 0 ? '' : wordsIn(blocks[index]!, text) })
    else if (begins(after, paired!) !== op.begins) ops.push({ ...op, at: other.start })
  }
  return { ops, count: ops.length, lost }
}

function begins({ draft: { blocks } }: Review, index: number): boolean {
  const { story } = blocks[index]!
  return story !== null && blocks.findIndex((block) => block.story === story) === index
}

function carryDecisions(before: Review, after: Review, pairs: Pairs): Part {
  const parting = new Set(before.history.flatMap(({ entry }) => (entry.op.kind === 'stories' ? [entry.opId] : [])))
  const spans = new Map<Fate, Span[]>()
  const lost: Lost[] = []
  before.blocks.forEach(({ block, fate, decided }, index) => {
    if (decided === null || parting.has(decided.opId)) return
    const other = blockAt(after, pairs.get(index))
    if (other === null) lost.push({ kind: 'decision', words: wordsIn(block, before.draft.text) })
    else spans.set(fate, [...(spans.get(fate) ?? []), [other.start, other.end]])
  })
  const ops = [...spans].map(([fate, all]): Operation => ({ kind: 'decide', spans: all, fate }))
  return { ops, count: [...spans.values()].flat().length, lost }
}

function blockAt({ draft }: Review, index: number | undefined): Block | null {
  return index === undefined ? null : (draft.blocks[index] ?? null)
}

function carryEdits(before: Review, after: Review, pairs: Pairs): Part {
  const placed = new Map(after.copy.placed.map((place, index) => [place.block, { ...place, index }]))
  const runs: CopyRun[][] = before.blocks.map(() => [])
  for (const run of before.copy.runs) runs[run.block]!.push(run)
  const changes: TextChange[] = []
  const lost: Lost[] = []
  let count = 0
  before.copy.placed.forEach(({ block }, index) => {
    const place = placed.get(pairs.get(block) ?? -1)
    const own = editsOf(before, block, runs[block]!)
    const seam = seamByHand(before, index)
    if (own.length === 0 && seam === null) return
    const previous = seam === null ? undefined : placed.get(pairs.get(seam.previous) ?? -1)
    if (place === undefined || (seam !== null && previous?.index !== place.index - 1)) {
      lost.push({ kind: 'edit', words: wordsIn(before.draft.blocks[block]!, before.draft.text) })
      return
    }
    count++
    if (seam !== null) changes.push({ from: previous!.end, to: place.at, insert: seam.insert })
    changes.push(...own.map(({ from, to, insert }) => ({ from: place.at + from, to: place.at + to, insert })))
  })
  before.blocks.forEach(({ block, hiddenEdits }) => {
    if (hiddenEdits > 0) lost.push({ kind: 'edit', words: wordsIn(block, before.draft.text) })
  })
  const edit = translate(after, changes)
  return { ops: edit === null ? [] : [edit], count, lost }
}

/** How a block's text was changed: offsets into what the block reads in the original. */
function editsOf({ copy, draft }: Review, index: number, runs: readonly CopyRun[]): TextChange[] {
  const block = draft.blocks[index]!
  const changes: TextChange[] = []
  let at = 0
  let insert = ''
  const until = (to: number): void => {
    if (to > at || insert !== '') changes.push({ from: at, to, insert })
    insert = ''
  }
  for (const run of runs) {
    if (run.kind === 'typed') insert += copy.text.slice(run.at, run.at + run.length)
    if (run.kind !== 'source') continue
    const from = placeIn(block, run.start) ?? at
    until(from)
    at = from + run.length
  }
  until(wordsIn(block, draft.text).length)
  return changes
}

/** The block before, and what a reviewer put between the two, where it is otherwise than the engine left it. */
function seamByHand({ copy, draft }: Review, index: number): { previous: number; insert: '' | '\n' } | null {
  const [previous, here] = [copy.placed[index - 1], copy.placed[index]!]
  if (previous === undefined) return null
  const continues = draft.blocks[here.block]!.continues === draft.blocks[previous.block]!.start
  const parted = copy.text.slice(previous.end, here.at) === '\n'
  return continues === parted ? { previous: previous.block, insert: parted ? '\n' : '' } : null
}

function carryDismissals(before: Review, after: Review, pairs: Pairs): Part {
  const ops: Operation[] = []
  const lost: Lost[] = []
  for (const key of before.dismissed) {
    const [check, ...places] = placesIn(key)
    if (check === undefined) continue
    const moved = places.map(
      ([at, quote]) => [typeof at === 'number' ? moveOffset(at, before, after, pairs) : at, quote] as const,
    )
    if (places.some(([at], index) => typeof at === 'number' && moved[index]![0] === null)) {
      lost.push({ kind: 'dismissal', words: places[0]?.[1] ?? '' })
    } else ops.push({ kind: 'dismiss', finding: dismissalKey(check, moved) })
  }
  return { ops, count: ops.length, lost }
}

/** A source offset before, as one after; null where its block is not there. */
function moveOffset(offset: number, before: Review, after: Review, pairs: Pairs): number | null {
  const index = before.draft.blocks.findIndex(({ start, end }) => start <= offset && offset < end)
  const other = blockAt(after, pairs.get(index))
  const place = index < 0 ? null : placeIn(before.draft.blocks[index]!, offset)
  return other === null || place === null ? null : offsetAt(other, place)
}

/**
 * Fields a reviewer wrote, where the newer version names what the older one named.
 *
 * @param after with the stories that were carried over
 */
function carryHeads(before: Review, after: Review, pairs: Pairs): Part {
  const ops: Operation[] = []
  const lost: Lost[] = []
  before.stories.forEach((view, story) => {
    const ref = moveRef(view.ref, before, after, pairs)
    const other = after.stories.findIndex((each) => ref !== null && sameStory(each.ref, ref))
    const [was, is] = [before.draft.stories[story], after.draft.stories[other]]
    const set: Partial<Record<keyof StoryMeta, unknown>> = {}
    for (const field of Object.keys(was ?? {}) as (keyof StoryMeta)[]) {
      if (same(view[field], was?.[field])) continue
      if (is !== undefined && same(is[field], was?.[field])) set[field] = view[field]
      else if (!same(is?.[field], view[field])) lost.push({ kind: 'head', words: [view[field] ?? ''].flat().join(' ') })
    }
    if (Object.keys(set).length > 0) ops.push({ kind: 'meta', story: ref!, set: set as Partial<StoryMeta> })
  })
  const count = ops.reduce((sum, op) => sum + (op.kind === 'meta' ? Object.keys(op.set).length : 0), 0)
  return { ops, count, lost }
}

/** The same story of the newer version: one begun by hand begins there by hand as well, or by the engine. */
function moveRef(ref: StoryRef, before: Review, after: Review, pairs: Pairs): StoryRef | null {
  if (typeof ref === 'number') return ref
  const index = pairs.get(before.draft.blocks.findIndex(({ start }) => start === ref.at))
  if (index === undefined || !begins(after, index)) return null
  return after.stories[after.draft.blocks[index]!.story!]?.ref ?? null
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

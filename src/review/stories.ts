import type { Block, Fate, Role } from '../engine/analysis'
import type { Entry, StoryRef, Stories } from './operation'
import type { Review } from './review'

/**
 * Which blocks make which story: as the engine split the page, and as a reviewer splits and merges it by hand. A story is
 * known by what it began with, never by its number: what was written of it stays with it whatever is split or merged
 * before it, and comes back with it.
 */

/** Where a story begins, or begins no more, by hand: the newest live operation on that block. */
export interface Bound {
  readonly opId: string
  readonly op: Stories
  /** place of the operation among the version's entries */
  readonly order: number
}

/** By the start of the block. */
export type Bounds = ReadonlyMap<number, Bound>

/** A story, by what it is made of. */
export interface Part {
  readonly ref: StoryRef
  /** stories of the draft that have blocks in it, in order: its own first, then those joined to it */
  readonly of: readonly number[]
  /** those of them that a reviewer joined to it */
  readonly joined: readonly { readonly story: number; readonly title: boolean }[]
}

export interface Arranged {
  /** as the draft has them, but for `story`, `role` and `continues` */
  readonly blocks: readonly Block[]
  /** one a story */
  readonly parts: readonly Part[]
  /** blocks a story begins at by hand: index → `order` */
  readonly begun: ReadonlyMap<number, number>
}

const HEADS: ReadonlySet<Role> = new Set(['title', 'kicker', 'subtitle'])

/** @param entries of the version since its base, of which `gone` are taken back */
export function boundsOf(entries: readonly Entry[], gone: ReadonlySet<string>): Bounds {
  const bounds = new Map<number, Bound>()
  entries.forEach(({ opId, op }, order) => {
    if (op.kind === 'stories' && !gone.has(opId)) bounds.set(op.at, { opId, op, order })
  })
  return bounds
}

/** The bounds of a review as it stands. */
export function boundsIn({ history }: Pick<Review, 'history'>): Bounds {
  const gone = new Set(history.flatMap(({ entry, live }) => (live ? [] : [entry.opId])))
  return boundsOf(
    history.map(({ entry }) => entry),
    gone,
  )
}

/**
 * Indexes of the blocks whose fate a bound settles: the title it lifts, or the head of a story that stands in the text
 * again. Where the engine begins a story too, its head is the engine's.
 */
export function settledBy(blocks: readonly Block[], { op }: Bound): number[] {
  const at = blocks.findIndex(({ start }) => start === op.at)
  if (!op.title || at < 0) return []
  if (op.begins) return isFirst(blocks, at) ? [] : [at]
  return isFirst(blocks, at) ? headOf(blocks, blocks[at]!.story as number) : []
}

/** The lines the engine lifted as the head of one of its stories. */
function headOf(blocks: readonly Block[], story: number): number[] {
  return blocks.flatMap((block, index) =>
    block.story === story && block.fate === 'lifted' && HEADS.has(block.role) ? [index] : [],
  )
}

/** Whether one of the engine's stories begins at a block. */
function isFirst(blocks: readonly Block[], index: number): boolean {
  const { story } = blocks[index]!
  return story !== null && blocks.findIndex((block) => block.story === story) === index
}

/**
 * The stories as the bounds leave them.
 *
 * @param count stories of the draft
 * @param fateOf the fate of a block as the review stands, by index
 */
export function arrange(
  blocks: readonly Block[],
  count: number,
  bounds: Bounds,
  fateOf: (block: number) => Fate,
): Arranged {
  const all = Array.from({ length: Math.max(1, count) }, (_, story) => story)
  if (bounds.size === 0) {
    return { blocks, parts: all.map((story) => ({ ref: story, of: [story], joined: [] })), begun: new Map() }
  }
  const walk = new Walk(bounds)
  const homes = blocks.map((block, index) => walk.pass(block, index))
  for (const story of all) walk.reach(story)
  const roles = rolesOf(blocks, bounds, fateOf, walk.begun)
  const starts = new Map(blocks.map(({ start }, index) => [start, index]))
  const arranged = blocks.map((block, index): Block => {
    const before = block.continues === null ? undefined : starts.get(block.continues)
    const parted = before !== undefined && homes[before]!.now !== homes[index]!.now
    return {
      ...block,
      story: homes[index]!.story,
      role: roles.get(index) ?? block.role,
      continues: parted ? null : block.continues,
    }
  })
  return { blocks: arranged, parts: walk.parts, begun: walk.begun }
}

/** Passes the blocks in order, and notes the stories they make. */
class Walk {
  readonly parts: { ref: StoryRef; of: number[]; joined: { story: number; title: boolean }[] }[] = []
  readonly begun = new Map<number, number>()
  readonly #bounds: Bounds
  /** the part blocks go to; -1 before the first */
  #now = -1
  /** the draft's story that was reached last */
  #reached = -1

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  pass(block: Block, index: number): { readonly story: number | null; readonly now: number } {
    const own = block.story !== null && block.story > this.#reached ? block.story : null
    if (own !== null) this.reach(own - 1)
    const bound = this.#bounds.get(block.start)
    if (own !== null && (this.#now < 0 || bound?.op.begins !== false)) this.#open(own, [own])
    else if (own !== null) this.#join(own, bound?.op.title ?? false)
    else if (bound?.op.begins === true && this.#now >= 0) {
      this.#open({ at: block.start }, [this.#reached])
      this.begun.set(index, bound.order)
    }
    if (own !== null) this.#reached = own
    const part = this.parts[this.#now]
    const stays = block.story === null && typeof part?.ref !== 'object'
    return { story: stays || part === undefined ? null : this.#now, now: this.#now }
  }

  /** Notes the draft's stories up to one that no block belongs to. */
  reach(story: number): void {
    for (let next = this.#reached + 1; next <= story; next++) this.parts.push({ ref: next, of: [next], joined: [] })
    this.#reached = Math.max(this.#reached, story)
  }

  #open(ref: StoryRef, of: number[]): void {
    this.parts.push({ ref, of, joined: [] })
    this.#now = this.parts.length - 1
  }

  #join(story: number, title: boolean): void {
    this.parts[this.#now]!.of.push(story)
    this.parts[this.#now]!.joined.push({ story, title })
  }
}

/** Roles that are otherwise than the engine's: titles of stories begun by hand, heads that stand in the text again. */
function rolesOf(
  blocks: readonly Block[],
  bounds: Bounds,
  fateOf: (block: number) => Fate,
  begun: ReadonlyMap<number, number>,
): Map<number, Role> {
  const roles = new Map<number, Role>()
  for (const bound of bounds.values()) {
    for (const index of settledBy(blocks, bound)) {
      if (bound.op.begins && begun.has(index) && fateOf(index) !== 'text') roles.set(index, 'title')
      if (!bound.op.begins && fateOf(index) === 'text') roles.set(index, 'heading')
    }
  }
  return roles
}

export function sameStory(a: StoryRef, b: StoryRef): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.at === b.at : a === b
}

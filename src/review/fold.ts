import type { Block, Draft, Fate, StoryMeta } from '../engine/analysis'
import { makeCopy } from './copy'
import { gather } from './edits'
import { sinceBase, takenBack } from './liveness'
import type { Entry } from './operation'
import type { Copy, Judged, JudgedBlock, Review, ReviewStatus, StoryView, Verdicts } from './review'
import { arrange, type Arranged, type Bounds, boundsOf, sameStory, settledBy } from './stories'
import { headsOf } from './story-heads'
import { touched } from './touched'

/**
 * The review of one version: its draft with its operations laid over it. Pure: the same entries give the same review,
 * in a window, in a host, and when a journal is replayed.
 *
 * @param entries the version's entries in journal order, then those not acknowledged yet in the order they were made
 */
export function fold(pinned: Draft, entries: readonly Entry[]): Review {
  const { counting, gone, live, arranged, ...judged } = lay(pinned, entries)
  const edits = gather(counting, gone)
  const fates = judged.blocks.map(({ fate }) => fate)
  const heads = headsOf(pinned, arranged)
  const draft = arranged.blocks === pinned.blocks ? pinned : { ...pinned, blocks: arranged.blocks, stories: heads }
  const copy = makeCopy(draft, fates, edits, arranged.begun)
  const changes = new Map([...touched(draft, counting)].filter(([opId]) => !gone.has(opId)))
  const hidden = hiddenEdits(fates, changes)
  return {
    draft,
    ...judged,
    blocks: judged.blocks.map(({ block, fate, decided }, index): JudgedBlock => ({
      block,
      fate,
      decided,
      hiddenEdits: hidden.get(index) ?? 0,
    })),
    copy,
    edits: changes,
    stories: stories(draft, heads, arranged, copy, live),
    dismissed: new Set(live.flatMap(({ op }) => (op.kind === 'dismiss' ? [op.finding] : []))),
  }
}

/** What of the review hangs on verdicts and operations alone, without any text: enough to judge a decision by. */
export function judge(verdicts: Verdicts, entries: readonly Entry[]): Judged {
  const { status, reason, blocks, history } = lay(verdicts, entries)
  return { status, reason, blocks, history }
}

interface Laid extends Judged {
  readonly counting: readonly Entry[]
  readonly gone: ReadonlySet<string>
  readonly live: readonly Entry[]
  readonly arranged: Arranged
}

function lay({ blocks, stories: { length } }: Verdicts, entries: readonly Entry[]): Laid {
  const counting = sinceBase(entries)
  const gone = takenBack(counting)
  const live = counting.filter((entry) => !gone.has(entry.opId))
  const bounds = boundsOf(counting, gone)
  const decisions = decided(live, blocks, bounds)
  const of = blocks.map((block) => (decisions.size === 0 ? undefined : decisions.get(spanKey(block))))
  const fates = blocks.map(({ fate }, index) => of[index]?.fate ?? fate)
  const arranged = arrange(blocks, length, bounds, (block) => fates[block]!)
  return {
    counting,
    gone,
    live,
    arranged,
    ...status(live),
    blocks: arranged.blocks.map((block, index) => {
      const decision = of[index]
      return {
        block,
        fate: fates[index]!,
        decided: decision ? { by: decision.by, ts: decision.ts, opId: decision.opId } : null,
      }
    }),
    history: counting.map((entry) => ({ entry, live: !gone.has(entry.opId) })),
  }
}

function spanKey(span: { readonly start: number; readonly end: number }): string {
  return `${span.start}-${span.end}`
}

type Decision = { readonly fate: Fate; readonly by: string; readonly ts: number; readonly opId: string }

/** By span. To split or merge stories is to decide on the lines of their heads as well; the newest decision holds. */
function decided(live: readonly Entry[], blocks: readonly Block[], bounds: Bounds): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const { opId, op, by, ts } of live) {
    if (op.kind === 'decide') {
      for (const [start, end] of op.spans) decisions.set(spanKey({ start, end }), { fate: op.fate, by, ts, opId })
    }
    const bound = op.kind === 'stories' ? bounds.get(op.at) : undefined
    if (bound?.opId !== opId) continue
    const fate = bound.op.begins ? 'lifted' : 'text'
    for (const index of settledBy(blocks, bound)) decisions.set(spanKey(blocks[index]!), { fate, by, ts, opId })
  }
  return decisions
}

function status(live: readonly Entry[]): { status: ReviewStatus; reason: string | null } {
  const last = live.findLast(({ op }) => op.kind === 'approve' || op.kind === 'reject' || op.kind === 'reopen')?.op
  if (last?.kind === 'approve') return { status: 'approved', reason: null }
  if (last?.kind === 'reject') return { status: 'rejected', reason: last.reason }
  return { status: 'open', reason: null }
}

/**
 * Stories as they stand in the copy. Furniture that was put back belongs to the story before it, or to the first.
 */
function stories(
  { blocks }: Draft,
  heads: readonly StoryMeta[],
  { parts }: Arranged,
  copy: Copy,
  live: readonly Entry[],
): StoryView[] {
  const from = new Array<number | null>(heads.length).fill(null)
  const to = new Array<number>(heads.length).fill(0)
  let current = 0
  for (const { block, at, end } of copy.placed) {
    current = blocks[block]?.story ?? current
    from[current] ??= at
    to[current] = end
  }
  let reached = 0
  return heads.map((meta, index) => {
    const at = from[index] ?? reached
    const end = Math.max(at, to[index] ?? 0)
    reached = end
    const { ref } = parts[index]!
    const set = live.flatMap(({ op }) => (op.kind === 'meta' && sameStory(op.story, ref) ? [op.set] : []))
    return Object.assign({}, meta, ...set, { ref, at, end, text: copy.text.slice(at, end) }) as StoryView
  })
}

/** How many live edits hide with each block that does not stand in the text. */
function hiddenEdits(fates: readonly Fate[], edits: Review['edits']): Map<number, number> {
  const counts = new Map<number, number>()
  for (const blocks of edits.values()) {
    for (const block of blocks) {
      if (fates[block] !== undefined && fates[block] !== 'text') counts.set(block, (counts.get(block) ?? 0) + 1)
    }
  }
  return counts
}

import type { Span } from '../../../engine/analysis'
import { toCopy } from '../../../review/places'
import type { Flag, Review } from '../../../review/review'
import { wordsIn } from '../../../review/words'

/** The name a block goes by among flags and stops: the same as its flag's. */
export function blockId(span: Span): string {
  return `block:${span[0]}-${span[1]}`
}

export function idOfBlock(review: Review, block: number): string {
  const judged = review.blocks[block]
  return judged === undefined ? '' : blockId([judged.block.start, judged.block.end])
}

/** Index of the block an id names, or null. */
export function blockOfId(review: Review, id: string | null): number | null {
  if (id === null || !id.startsWith('block:')) return null
  const at = review.blocks.findIndex(({ block }) => blockId([block.start, block.end]) === id)
  return at < 0 ? null : at
}

/** What a block reads in the original. */
export function wordsOf({ draft, blocks }: Review, block: number): string {
  const judged = blocks[block]
  return judged === undefined ? '' : wordsIn(judged.block, draft.text)
}

/** Blocks that are struck, by index, in reading order. */
export function struck(review: Review): number[] {
  return review.blocks.flatMap(({ fate }, index) => (fate === 'removed' ? [index] : []))
}

export function struckIds(review: Review): string[] {
  return struck(review).map((index) => idOfBlock(review, index))
}

const GROUPS = ['figures', 'removals', 'keeps'] as const
export type Group = (typeof GROUPS)[number]

function groupOf(flag: Flag): Group {
  if (flag.kind === 'finding') return 'figures'
  return flag.doubt === 'removal' ? 'removals' : 'keeps'
}

/** Flags as the rail groups them, each group in the order they are given in. Groups without any are left out. */
export function grouped(flags: readonly Flag[]): { readonly group: Group; readonly flags: readonly Flag[] }[] {
  return GROUPS.map((group) => ({ group, flags: flags.filter((flag) => groupOf(flag) === group) })).filter(
    (each) => each.flags.length > 0,
  )
}

/** Where a flag or block stands in the copy's text, or would stand. */
export function placeOf(review: Review, flags: readonly Flag[], id: string | null): number | null {
  const flag = flags.find((each) => each.id === id)
  if (flag?.kind !== 'finding') {
    const block = blockOfId(review, id)
    return block === null ? null : toCopy(review.copy, review.blocks[block]?.block.start ?? 0)
  }
  const first = flag.finding.evidence.find(({ start, cleaned }) => start !== null || cleaned !== null)
  if (first === undefined) return null
  return first.start === null ? (first.cleaned?.[0] ?? null) : toCopy(review.copy, first.start)
}

/** The finding, among these flags, that speaks of a place of the source. */
export function flagAt(flags: readonly Flag[], source: number | null): string | null {
  if (source === null) return null
  const flag = flags.find(
    (each) => each.kind === 'finding' && each.finding.evidence.some(({ start }) => start === source),
  )
  return flag?.id ?? null
}

/** The stop after `current` once a decision has changed the stops: the next that is left, round to the first. */
export function stopAfter(before: readonly string[], left: readonly string[], current: string | null): string | null {
  const at = before.indexOf(current ?? '')
  const following = [...before.slice(at + 1), ...before.slice(0, Math.max(at, 0))]
  return following.find((id) => left.includes(id)) ?? left[0] ?? null
}

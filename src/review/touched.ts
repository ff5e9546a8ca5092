import type { Draft } from '../engine/analysis'
import { inserts } from './edits'
import type { Anchor, Entry } from './operation'
import { firstEndingAfter } from './ranges'

/**
 * The blocks each edit changes, as indexes into the draft's: those whose characters it deletes, and those its inserts
 * stand in (what is typed behind typed characters stands where they stand). Line breaks are between blocks, and count for
 * none.
 *
 * @param entries in journal order, with those taken back: later edits may be anchored in what they typed
 */
export function touched(draft: Draft, entries: readonly Entry[]): Map<string, ReadonlySet<number>> {
  if (!entries.some(({ op }) => op.kind === 'edit')) return new Map()
  const spans = draft.blocks.map((block) => [block.start, block.end] as const)
  const roots = new Map<string, { index: number; length: number; block: number }[]>()
  const blockOf = (anchor: Anchor): number => {
    if ('source' in anchor) return firstEndingAfter(spans, anchor.source)
    if ('block' in anchor) return firstEndingAfter(spans, anchor.block)
    const typed = roots.get(anchor.op)?.find(({ index, length }) => anchor.index < index + length)
    return typed?.block ?? -1
  }
  const found = new Map<string, ReadonlySet<number>>()
  for (const { opId, op } of entries) {
    if (op.kind !== 'edit') continue
    const blocks = new Set<number>()
    for (const { anchor, inserted } of inserts(opId, op, true)) {
      const block = blockOf(anchor)
      blocks.add(block)
      roots.set(opId, [...(roots.get(opId) ?? []), { index: inserted.index, length: inserted.text.length, block }])
    }
    for (const [start, end] of op.deletes) {
      for (let i = firstEndingAfter(spans, start); i < spans.length && spans[i]![0] < end; i++) blocks.add(i)
    }
    for (const range of op.deletesTyped) blocks.add(blockOf({ op: range.op, index: range.start }))
    found.set(opId, blocks)
  }
  return found
}

import type { Span } from '../engine/analysis'
import { union } from './ranges'
import type { Anchor, Edit, Entry } from './operation'

/** One insert of one edit. Its characters are numbered from `index` on, over all inserts of the edit. */
export interface Inserted {
  readonly op: string
  readonly index: number
  readonly text: string
  /** a dropped insert shows nothing, but what is anchored in it stands where it stood */
  readonly live: boolean
}

/** All live edits of a version, ready for the walk over its characters. */
export interface Edits {
  /** source characters that are deleted */
  readonly cut: readonly Span[]
  /** typed characters that are deleted, by operation */
  readonly cutTyped: ReadonlyMap<string, readonly Span[]>
  /** inserts by their anchor, the newest first: it was put right behind the anchor, before what stood there */
  readonly behind: ReadonlyMap<string, readonly Inserted[]>
  /** source offsets that carry inserts, ordered */
  readonly anchors: readonly number[]
  /** typed characters that carry inserts: their indexes by operation, ordered */
  readonly anchorsTyped: ReadonlyMap<string, readonly number[]>
  /** the line break behind a block, by the block's start; `order`: place of the operation among the entries */
  readonly separators: ReadonlyMap<number, { readonly value: '' | '\n'; readonly order: number }>
}

export function anchorKey(anchor: Anchor): string {
  if ('source' in anchor) return `s${anchor.source}`
  if ('block' in anchor) return `b${anchor.block}`
  return `t${anchor.index}:${anchor.op}`
}

/** Gathers the edits of `entries`, of which `gone` are taken back. */
export function gather(entries: readonly Entry[], gone: ReadonlySet<string>): Edits {
  const cut: Span[] = []
  const cutTyped = new Map<string, Span[]>()
  const behind = new Map<string, Inserted[]>()
  const anchors = new Set<number>()
  const anchorsTyped = new Map<string, Set<number>>()
  const separators = new Map<number, { value: '' | '\n'; order: number }>()
  for (const [order, { opId, op }] of entries.entries()) {
    if (op.kind !== 'edit') continue
    const live = !gone.has(opId)
    for (const { anchor, inserted } of inserts(opId, op, live)) {
      const key = anchorKey(anchor)
      behind.set(key, [inserted, ...(behind.get(key) ?? [])])
      if ('source' in anchor) anchors.add(anchor.source)
      if ('op' in anchor) anchorsTyped.set(anchor.op, (anchorsTyped.get(anchor.op) ?? new Set()).add(anchor.index))
    }
    if (!live) continue
    cut.push(...op.deletes)
    for (const range of op.deletesTyped) {
      cutTyped.set(range.op, [...(cutTyped.get(range.op) ?? []), [range.start, range.end]])
    }
    for (const { after, value } of op.separators) separators.set(after, { value, order })
  }
  return {
    cut: union(cut),
    cutTyped: new Map([...cutTyped].map(([op, spans]) => [op, union(spans)])),
    behind,
    anchors: [...anchors].toSorted((a, b) => a - b),
    anchorsTyped: new Map([...anchorsTyped].map(([op, at]) => [op, [...at].toSorted((a, b) => a - b)])),
    separators,
  }
}

/** The inserts of one edit with their anchors, numbered. */
export function* inserts(opId: string, edit: Edit, live: boolean): Generator<{ anchor: Anchor; inserted: Inserted }> {
  let index = 0
  for (const { after, text } of edit.inserts) {
    yield { anchor: after, inserted: { op: opId, index, text, live } }
    index += text.length
  }
}

import type { Block, Draft, Fate, Piece } from '../engine/analysis'
import { type Edits, type Inserted, anchorKey } from './edits'
import { touches, uncovered } from './ranges'
import type { Copy, CopyRun } from './review'

type Placed = Copy['placed'][number]

/**
 * Walks the identities in order (blocks, their characters, what is anchored behind each) and writes down those that
 * show: a character shows when its block's fate is `text` and no live edit cut it.
 *
 * @param begun blocks a story begins at by hand (see stories.ts)
 */
export function makeCopy(
  draft: Draft,
  fates: readonly Fate[],
  edits: Edits,
  begun: ReadonlyMap<number, number> = new Map(),
): Copy {
  const writer = new Writer(draft.text, edits, begun)
  let before: { block: Block; index: number } | null = null
  draft.blocks.forEach((block, index) => {
    if (fates[index] !== 'text') return
    if (before) writer.separate(before.block, before.index, block, index)
    writer.place(block, index)
    before = { block, index }
  })
  return { text: writer.text, runs: writer.runs, placed: writer.placed }
}

class Writer {
  text = ''
  readonly runs: CopyRun[] = []
  readonly placed: Placed[] = []
  readonly #source: string
  readonly #edits: Edits
  readonly #begun: readonly (readonly [block: number, order: number])[]
  #block = 0

  constructor(source: string, edits: Edits, begun: ReadonlyMap<number, number>) {
    this.#source = source
    this.#edits = edits
    this.#begun = [...begun]
  }

  separate(previous: Block, previousIndex: number, next: Block, nextIndex: number): void {
    const separator = this.#edits.separators.get(previous.start)
    const own = separator && separator.order > this.#parted(previousIndex, nextIndex) ? separator.value : undefined
    const value = own ?? (next.continues === previous.start ? this.#seam(previous, next) : '\n')
    if (value === '') return
    this.runs.push({
      kind: 'break',
      at: this.text.length,
      length: value.length,
      block: previousIndex,
      before: nextIndex,
    })
    this.text += value
  }

  /** The newest operation that began a story between two blocks, by its place among the entries; -1 where none did. */
  #parted(previous: number, next: number): number {
    return Math.max(-1, ...this.#begun.flatMap(([block, order]) => (previous < block && block <= next ? [order] : [])))
  }

  /**
   * What joins two halves of a cut paragraph: a blank between words that are written apart, nothing between Han
   * characters. It hangs on the source alone, so that an edit near the seam leaves it as it is.
   */
  #seam(previous: Block, next: Block): string {
    const before = reads(this.#source, previous.pieces.at(-1)).slice(-1)
    return /[\w,;:.!?'")\]]/.test(before) && /^[\w'"([]/.test(reads(this.#source, next.pieces[0])) ? ' ' : ''
  }

  place(block: Block, index: number): void {
    this.#block = index
    const at = this.text.length
    this.#typedBehind(anchorKey({ block: block.start }))
    for (const piece of block.pieces) this.#piece(piece)
    this.placed.push({ block: index, at, end: this.text.length })
  }

  #piece([start, end, text]: Piece): void {
    const anchors = this.#edits.anchors
    let from = start
    let i = firstAtLeast(anchors, start)
    if (text !== undefined) {
      if (!touches(this.#edits.cut, start, end)) this.#stands(start, end, text, true)
      for (; i < anchors.length && (anchors[i] as number) < end; i++) this.#typedBehind(`s${anchors[i]}`)
      return
    }
    for (; i < anchors.length && (anchors[i] as number) < end; i++) {
      const anchor = anchors[i] as number
      this.#shown(from, anchor + 1)
      this.#typedBehind(`s${anchor}`)
      from = anchor + 1
    }
    this.#shown(from, end)
  }

  #shown(start: number, end: number): void {
    if (this.#edits.cut.length === 0) {
      if (start < end) this.#stands(start, end, this.#source.slice(start, end), false)
      return
    }
    for (const [from, to] of uncovered(this.#edits.cut, start, end)) {
      this.#stands(from, to, this.#source.slice(from, to), false)
    }
  }

  #stands(start: number, end: number, text: string, atomic: boolean): void {
    const { length } = text
    this.runs.push({ at: this.text.length, length, block: this.#block, kind: 'source', start, end, atomic })
    this.text += text
  }

  /** Writes what is anchored at `key`, and what is anchored in that, to any depth: a long session is a long chain. */
  #typedBehind(key: string): void {
    if (this.#edits.behind.size === 0) return
    const stack: { inserted: Inserted; from: number }[] = []
    const push = (at: string): void => {
      for (const inserted of (this.#edits.behind.get(at) ?? []).toReversed()) stack.push({ inserted, from: 0 })
    }
    push(key)
    while (stack.length > 0) {
      const { inserted, from } = stack.pop() as { inserted: Inserted; from: number }
      const carrying = this.#edits.anchorsTyped.get(inserted.op) ?? []
      const anchor = carrying[firstAtLeast(carrying, inserted.index + from)]
      const to =
        anchor === undefined ? inserted.text.length : Math.min(anchor + 1 - inserted.index, inserted.text.length)
      if (inserted.live) this.#typed(inserted, from, to)
      if (to < inserted.text.length) stack.push({ inserted, from: to })
      if (anchor === inserted.index + to - 1) push(anchorKey({ op: inserted.op, index: anchor }))
    }
  }

  #typed(inserted: Inserted, from: number, to: number): void {
    const cut = this.#edits.cutTyped.get(inserted.op) ?? []
    for (const [start, end] of uncovered(cut, inserted.index + from, inserted.index + to)) {
      const text = inserted.text.slice(start - inserted.index, end - inserted.index)
      const run = { at: this.text.length, length: text.length, block: this.#block }
      this.runs.push({ ...run, kind: 'typed', op: inserted.op, index: start })
      this.text += text
    }
  }
}

function reads(source: string, piece: Piece | undefined): string {
  return piece ? (piece[2] ?? source.slice(piece[0], piece[1])) : ''
}

function firstAtLeast(ordered: readonly number[], value: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] as number) >= value) high = middle
    else low = middle + 1
  }
  return low
}

import type { Piece } from '../../analysis'
import type { MarkUp, RawBlock } from '../page'
import type { OpenElement } from './open-elements'

/** The blocks of one table while it is open: by row and cell, as places in the document's blocks. */
export class Table {
  readonly #rows: { readonly element: OpenElement; readonly cells: number[][] }[] = []
  #hasHead = false
  #cellOpen = false
  /** it holds another table: it lays out the page */
  holdsTable = false

  /** `first`: how many blocks the document had when the table began */
  constructor(readonly first: number) {}

  row(element: OpenElement) {
    this.#rows.push({ element, cells: [] })
  }

  cell(name: string) {
    this.#rows.at(-1)?.cells.push([])
    this.#cellOpen = this.#rows.length > 0
    if (name === 'th') this.#hasHead = true
  }

  endCell() {
    this.#cellOpen = false
  }

  /** A block that ended, with its place in the document's blocks. */
  block(place: number) {
    if (this.#cellOpen) this.#rows.at(-1)?.cells.at(-1)?.push(place)
  }

  /**
   * A table of data gives one block a row, its cells set apart by a tab that stands for the mark-up between them. A
   * table that only lays out a page leaves its blocks as they are.
   */
  finish(blocks: RawBlock[]) {
    if (!this.#isData(blocks)) return
    const rows = new Map<number, RawBlock>()
    const merged = new Set<number>()
    for (const { element, cells } of this.#rows) {
      const places = cells.flat()
      const first = places[0]
      if (first === undefined) continue
      rows.set(first, rowOf(element, cells, blocks))
      for (const place of places) merged.add(place)
    }
    const kept = blocks.splice(this.first).flatMap((block, i) => {
      const row = rows.get(this.first + i)
      return row ? [row] : merged.has(this.first + i) ? [] : [block]
    })
    for (const block of kept) blocks.push(block)
  }

  #isData(blocks: readonly RawBlock[]): boolean {
    if (this.holdsTable || !this.#rows.every(({ cells }) => isRun(cells.flat()))) return false
    const filled = this.#rows.map(({ cells }) => cells.filter((cell) => cell.length > 0))
    const wide = filled.filter((cells) => cells.length > 1).length
    if (wide === 0 || (wide === 1 && !this.#hasHead)) return false
    const contents = filled.flat().map((cell) => cell.flatMap((place) => blocks[place] ?? []))
    const total = contents.flat().reduce((sum, { text }) => sum + text.length, 0)
    return total <= 60 * contents.length && contents.every(isCellOfData)
  }
}

/** A cell of data says one thing, or a few short ones. */
const isCellOfData = (content: readonly RawBlock[]) => {
  const length = content.reduce((sum, { text }) => sum + text.length, 0)
  return content.length <= 3 && length <= (content.length > 1 ? 80 : 300) && !content.some(isHeading)
}

/** Text between the cells belongs to none of them; a row with such text is not joined. */
const isRun = (places: readonly number[]) => places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1)

const isHeading = ({ layout, markUp }: RawBlock) => layout === 'heading' && (markUp?.level ?? 9) < 4

const rowOf = (element: OpenElement, cells: readonly (readonly number[])[], blocks: readonly RawBlock[]): RawBlock => {
  const pieces: Piece[] = []
  let text = ''
  let tabs = 0
  const used: RawBlock[] = []
  for (const cell of cells) {
    cell.forEach((place, i) => {
      const block = blocks[place]
      if (!block) return
      const before = used.at(-1)
      const between = i === 0 ? '\t'.repeat(tabs) : ' '
      if (before && between !== '' && before.end < block.start) {
        pieces.push([before.end, block.start, between])
        text += between
      }
      for (const piece of block.pieces) pieces.push(piece)
      text += block.text
      tabs = 0
      used.push(block)
    })
    tabs++
  }
  const [first] = used
  const start = first?.start ?? 0
  const end = used.at(-1)?.end ?? start
  return {
    start,
    end,
    pieces,
    text,
    layout: 'table-row',
    blankBefore: 0,
    indented: first?.indented ?? false,
    markUp: rowMarkUp(element, used, text.length),
  }
}

const rowMarkUp = (element: OpenElement, used: readonly RawBlock[], length: number): MarkUp => {
  const linked = used.reduce((sum, { markUp, text }) => sum + (markUp?.linkDensity ?? 0) * text.length, 0)
  return {
    path: element.style.path,
    names: element.style.names,
    signature: element.style.signature,
    linkDensity: Math.min(1, linked / length),
    links: used.reduce((sum, { markUp }) => sum + (markUp?.links ?? 0), 0),
    hidden: used.every(({ markUp }) => markUp?.hidden ?? false),
    level: 0,
    depth: element.depth,
  }
}

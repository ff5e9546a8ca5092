import type { ChangeDesc } from '@codemirror/state'
import type { BlockInfo, EditorView, ViewUpdate } from '@codemirror/view'
import { BlockType } from '@codemirror/view'
import { spaced, type Given, type Heights, type Spacers } from './align'
import type { PairedRow } from './rows'
import { headHeight } from './head'
import { applySpacers, type HeadOf } from './spacing'

/** More than any window shows at first. */
const FIRST_ROWS = 60

/** Keeps the rows of both panes at one height, whatever is typed, wrapped, hidden or shown. */
export class Aligner {
  readonly #source: EditorView
  readonly #copy: EditorView
  readonly #headOf: HeadOf
  readonly #onLayout: (layout: Spacers, rows: readonly PairedRow[]) => void
  #rows: readonly PairedRow[] = []
  /** what was typed in the copy since the rows were set: their offsets move with it */
  #typed: ChangeDesc | null = null
  #frame = 0
  /** its own spacers change heights as well: that is no reason to begin anew */
  #setting = false
  /** what each row was given last, for rows out of sight; of panes this wide */
  #given = new Map<string, Given>()
  #width = 0
  /** what was last told, and of which rows */
  #told: { readonly layout: Spacers; readonly rows: readonly PairedRow[] } | null = null

  constructor(
    source: EditorView,
    copy: EditorView,
    headOf: HeadOf,
    onLayout: (layout: Spacers, rows: readonly PairedRow[]) => void,
  ) {
    this.#source = source
    this.#copy = copy
    this.#headOf = headOf
    this.#onLayout = onLayout
  }

  /** The rows that are in sight at first are spaced at once: no frame shows the panes without. The others follow it. */
  setRows(rows: readonly PairedRow[]): void {
    const first = this.#rows.length === 0
    this.#rows = rows
    this.#typed = null
    if (!first) return this.schedule()
    if (rows.length <= FIRST_ROWS) return this.#align()
    this.#space(this.#measured(rows.slice(0, FIRST_ROWS)))
    this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(() => this.#align())))
  }

  /** To be told of every update of both views. */
  heard(update: ViewUpdate): void {
    if (update.view === this.#copy && update.docChanged)
      this.#typed = this.#typed === null ? update.changes.desc : this.#typed.composeDesc(update.changes.desc)
    if (changesHeights(update)) this.schedule()
  }

  /** Spaces the views in the next frame, once. */
  schedule(): void {
    if (this.#frame === 0 && !this.#setting) this.#frame = requestAnimationFrame(() => this.#align())
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
  }

  #align(): void {
    this.#follow()
    const rows = this.#rows
    const last = rows.findLast((row) => row.copy !== null)?.copy?.[1] ?? 0
    if (last > this.#copy.state.doc.length) return
    const layout = this.#measured(rows)
    this.#given = new Map(rows.map((row, index) => [keyOf(row), layout.given[index] as Given]))
    this.#space(layout)
    if (this.#told?.rows === rows && sameTops(this.#told.layout, layout)) return
    this.#told = { layout, rows }
    this.#onLayout(layout, rows)
  }

  /** Brings the rows to where what was typed has moved them. */
  #follow(): void {
    const typed = this.#typed
    this.#typed = null
    if (typed === null) return
    const moved = (at: number): number => typed.mapPos(Math.min(at, typed.length), -1)
    this.#rows = this.#rows.map((row) =>
      row.copy === null ? row : { ...row, copy: [moved(row.copy[0]), moved(row.copy[1])] },
    )
  }

  #measured(rows: readonly PairedRow[]): Spacers {
    // Asking for a place makes a view take its own measure first: without it one pane would tell estimates.
    this.#source.coordsAtPos(0)
    this.#copy.coordsAtPos(0)
    // What the views have just heard of themselves is measured here.
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    return spaced(rows, heightsOf(this.#source, this.#copy, this.#headOf), this.#holding())
  }

  #space({ source, copy }: Spacers): void {
    this.#setting = true
    try {
      applySpacers(this.#source, source, this.#headOf)
      applySpacers(this.#copy, copy, this.#headOf)
    } finally {
      this.#setting = false
    }
  }

  /** Rows out of sight keep what they have: their heights are guesses, which a change of their spacers would renew. */
  #holding(): (row: PairedRow) => Given | null {
    const width = this.#source.contentDOM.clientWidth + this.#copy.contentDOM.clientWidth
    if (width !== this.#width) this.#given.clear()
    this.#width = width
    return (row) =>
      drawn(this.#source, row.source) && drawn(this.#copy, row.copy) ? null : (this.#given.get(keyOf(row)) ?? null)
  }
}

/** A letter typed into a line that stays as high moves nothing: only what changes heights is aligned anew. */
function changesHeights({ docChanged, heightChanged, geometryChanged }: ViewUpdate): boolean {
  return docChanged ? heightChanged : geometryChanged
}

/** A row as it is known again when lines of the copy have moved. */
function keyOf({ source, copy, story, folded }: PairedRow): string {
  if (folded !== undefined) return `fold:${source?.[0] ?? ''}`
  return `${source?.[0] ?? ''}:${source === null ? copy?.[0] : copy === null ? '' : 'copy'}:${story ?? ''}`
}

/** Whether a view has drawn these lines, so that their heights are no guess. */
function drawn({ viewport }: EditorView, lines: PairedRow['source']): boolean {
  return lines === null || (lines[0] >= viewport.from && lines[1] <= viewport.to)
}

function sameTops(a: Spacers, b: Spacers): boolean {
  return Math.abs(a.height - b.height) < 1 && a.tops.every((top, index) => Math.abs(top - (b.tops[index] ?? 0)) < 1)
}

function heightsOf(source: EditorView, copy: EditorView, headOf: HeadOf): Heights {
  const width = copy.contentDOM.clientWidth
  return {
    source: (line) => textHeight(source.lineBlockAt(line)),
    copy: (line) => textHeight(copy.lineBlockAt(line)),
    sourceLines: (first, last) => linesBetween(source, first, last),
    copyLines: (first, last) => linesBetween(copy, first, last),
    head: (story) => headHeight(headOf(story), width),
  }
}

function linesBetween({ state: { doc } }: EditorView, first: number, last: number): number[] {
  const starts: number[] = []
  for (let at = Math.min(first, doc.length); ;) {
    const line = doc.lineAt(at)
    starts.push(line.from)
    if (line.from >= last || line.to >= doc.length) return starts
    at = line.to + 1
  }
}

/** Of a line without the spacers around it. */
function textHeight(block: BlockInfo): number {
  if (!Array.isArray(block.type)) return block.type === BlockType.Text ? block.height : 0
  return (block.type as readonly BlockInfo[]).reduce(
    (sum, part) => sum + (part.type === BlockType.Text ? part.height : 0),
    0,
  )
}

import type { Lines, PairedRow } from './rows'

/** Part of a spacer: `blank` evens out two texts, `hatch` stands beside what the other pane does not have. */
export interface Part {
  readonly kind: 'blank' | 'hatch' | 'head'
  /** pixels */
  readonly height: number
  /** of a `head` */
  readonly story?: number
}

/** Where a spacer stands: behind the line that starts at `line`, or before the first line of the text. */
export interface Spacer {
  readonly line: number
  readonly before: boolean
  readonly parts: readonly Part[]
}

export interface Spacers {
  readonly source: readonly Spacer[]
  readonly copy: readonly Spacer[]
  /** pixels from the top to each row, once spaced */
  readonly tops: readonly number[]
  readonly height: number
  /** of each row */
  readonly given: readonly Given[]
}

/** The room a row was given behind its text on each side, in pixels. */
export interface Given {
  readonly source: number
  readonly copy: number
}

/** Natural heights in pixels, without any spacer, of the line that starts at an offset. */
export interface Heights {
  source(line: number): number
  copy(line: number): number
  /** starts of all lines between two, both inclusive */
  sourceLines(first: number, last: number): readonly number[]
  copyLines(first: number, last: number): readonly number[]
  /** of a story's head */
  head(story: number): number
}

/** Pixels a folded run takes, in both panes. */
export const FOLD_HEIGHT = 32

/** Less than this is left as it is: a fraction of a pixel must not set a spacer. */
const SLACK = 0.5

/**
 * The spacers that bring every row of both panes to one height. Pure: the same heights give the same spacers.
 *
 * @param held what a row keeps although its heights may tell otherwise (they are guesses while it is out of sight, and
 * to change its room would only make them guessed again); null for a row that is to stand exactly. What held rows are
 * out by is levelled before the next exact row.
 */
export function spaced(
  rows: readonly PairedRow[],
  heights: Heights,
  held: (row: PairedRow) => Given | null = () => null,
): Spacers {
  const source = new Side()
  const copy = new Side()
  const tops: number[] = []
  const given: Given[] = []
  for (const row of rows) {
    const kept = held(row)
    const top = Math.max(source.reached, copy.reached)
    if (kept === null) {
      source.add('blank', top - source.reached)
      copy.add('blank', top - copy.reached)
    }
    tops.push(top)
    if (row.story !== null) copy.add('head', heights.head(row.story), row.story)
    const folded = row.folded === undefined ? null : FOLD_HEIGHT
    source.pass(row.source, folded ?? sum(row.source, heights.sourceLines, heights.source))
    copy.pass(row.copy, folded ?? sum(row.copy, heights.copyLines, heights.copy))
    const bottom = Math.max(source.reached, copy.reached)
    const room = kept ?? { source: bottom - source.reached, copy: bottom - copy.reached }
    given.push(room)
    source.add(row.source === null || row.story !== null ? 'hatch' : 'blank', room.source)
    copy.add(row.copy === null && row.story === null ? 'hatch' : 'blank', room.copy)
  }
  return { source: source.spacers(), copy: copy.spacers(), tops, height: Math.max(source.reached, copy.reached), given }
}

function sum(
  lines: Lines | null,
  between: (first: number, last: number) => readonly number[],
  height: (line: number) => number,
): number {
  if (lines === null) return 0
  return between(...lines).reduce((total, line) => total + height(line), 0)
}

class Side {
  readonly #at = new Map<number, Part[]>()
  #line = -1
  /** pixels from the top, spacers included: what was too little for a spacer is made up by the next */
  reached = 0

  pass(lines: Lines | null, height: number): void {
    if (lines !== null) this.#line = lines[1]
    this.reached += height
  }

  add(kind: Part['kind'], height: number, story?: number): void {
    if (height <= SLACK) return
    this.reached += height
    const parts = this.#at.get(this.#line) ?? []
    const last = parts.at(-1)
    if (kind !== 'head' && last?.kind === kind) parts[parts.length - 1] = { kind, height: last.height + height }
    else parts.push(story === undefined ? { kind, height } : { kind, height, story })
    this.#at.set(this.#line, parts)
  }

  spacers(): Spacer[] {
    return [...this.#at].map(([line, parts]) => ({ line: Math.max(line, 0), before: line < 0, parts }))
  }
}

import { warnedPlaces } from '../desk/warned'
import { spanInReading, type Reading } from './reading'
import { lineOf, lineStarts, type Lines, type PairedRow } from './rows'
import type { Marked } from './source-marks'

/** Paragraphs a fold hides at least: fewer are read sooner than they are opened. */
export const LEAST_FOLDED = 4
/** Unchanged paragraphs left in sight beside a change. */
const BESIDE = 1

/** The pane a place is told in: offsets of the original's are into its reading text, of the other's into the copy's. */
export type Side = 'source' | 'copy'

/** Long runs of paragraphs that stand as they were, ask for nothing and are marked by nothing, folded to one row each. */
export class Folds {
  readonly #reading: Reading
  readonly #starts: readonly number[]
  /** lines of the reading text that were opened, by their starts */
  readonly #opened = new Set<number>()
  #folded: readonly PairedRow[] = []
  #copy = ''

  constructor(reading: Reading) {
    this.#reading = reading
    this.#starts = lineStarts(reading.text)
  }

  /** the folded rows, as they were laid last */
  get folded(): readonly PairedRow[] {
    return this.#folded
  }

  /** @param on whether anything is folded; what was opened is folded again the next time */
  lay(rows: readonly PairedRow[], marked: Marked, on: boolean): readonly PairedRow[] {
    this.#folded = []
    this.#copy = marked.review.copy.text
    if (!on) {
      this.#opened.clear()
      return rows
    }
    const changed = this.#changedLines(marked)
    const laid = foldRows(rows, ({ source }) => !changed.has(source[0]) && !this.#opened.has(source[0]))
    this.#folded = laid.filter(({ folded }) => folded !== undefined)
    return laid
  }

  /** Opens the folds that hide something between two places, both inclusive. Answers whether there were any. */
  open(side: Side, from: number, to = from): boolean {
    const rows = this.#folded.filter((row) => {
      const lines = row[side]
      return lines !== null && lines[0] <= to && from <= this.#endOf(side, lines)
    })
    for (const { source } of rows) {
      for (const start of this.#starts) if (source![0] <= start && start <= source![1]) this.#opened.add(start)
    }
    return rows.length > 0
  }

  #endOf(side: Side, [, last]: Lines): number {
    const text = side === 'copy' ? this.#copy : this.#reading.text
    const end = text.indexOf('\n', last)
    return end < 0 ? text.length : end
  }

  /** Lines of the original that became something else, were decided on, ask for something, or are marked: by their starts. */
  #changedLines({ review, flags }: Marked): ReadonlySet<number> {
    const changed = new Set<number>()
    const add = (at: number, end: number): void => {
      for (let line = lineOf(this.#starts, at); (this.#starts[line] ?? Infinity) <= end; line++)
        changed.add(this.#starts[line]!)
    }
    const edited = new Set([...review.edits.values()].flatMap((blocks) => [...blocks]))
    const open = new Set(flags.flatMap((flag) => (flag.kind === 'block' && flag.state === 'open' ? [flag.block] : [])))
    review.blocks.forEach(({ block, fate, decided }, index) => {
      const stands = fate === 'text' && block.fate === 'text' && block.continues === null && decided === null
      const place = this.#reading.blocks[index]
      if (place !== undefined && (!stands || edited.has(index) || open.has(index))) add(place.at, place.end)
    })
    for (const flag of flags) {
      if (flag.kind !== 'finding' || flag.state === 'silenced') continue
      for (const { start, end } of flag.finding.evidence)
        if (start !== null && end !== null) add(...spanInReading(this.#reading, [start, end]))
    }
    for (const { at } of warnedPlaces(review.draft.warnings)) add(...spanInReading(this.#reading, [at, at + 1]))
    return changed
  }
}

type Paragraph = PairedRow & { readonly source: readonly [number, number]; readonly copy: readonly [number, number] }

/** One line beside one line, and no story's head above it. */
function isParagraph(row: PairedRow): row is Paragraph {
  const { source, copy, story } = row
  return story === null && source !== null && copy !== null && source[0] === source[1] && copy[0] === copy[1]
}

/** The rows, with each long run of those that are unchanged as one. Beside a change some stay. */
export function foldRows(rows: readonly PairedRow[], unchanged: (row: Paragraph) => boolean): PairedRow[] {
  const laid: PairedRow[] = []
  for (let at = 0; at < rows.length;) {
    let end = at
    while (end < rows.length && isParagraph(rows[end]!) && unchanged(rows[end] as Paragraph)) end++
    const from = at === 0 ? 0 : at + BESIDE
    const to = end === rows.length ? end : end - BESIDE
    if (to - from >= LEAST_FOLDED) {
      const [first, last] = [rows[from] as Paragraph, rows[to - 1] as Paragraph]
      laid.push(...rows.slice(at, from), {
        source: [first.source[0], last.source[1]],
        copy: [first.copy[0], last.copy[1]],
        story: null,
        folded: to - from,
      })
      laid.push(...rows.slice(to, end))
    } else laid.push(...rows.slice(at, end))
    if (end < rows.length && end === at) laid.push(rows[end++]!)
    at = end
  }
  return laid
}

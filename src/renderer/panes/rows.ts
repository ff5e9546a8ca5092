import type { Review } from '../../review/review'
import type { Reading } from './reading'

/** Lines of one pane, by their starts: [first, last], both inclusive, as offsets into that pane's text. */
export type Lines = readonly [first: number, last: number]

/**
 * What stands side by side: lines of the original with the lines of the copy they became. A side that is null has
 * nothing there. `story` is the story whose title heads the copy at this place.
 */
export interface PairedRow {
  readonly source: Lines | null
  readonly copy: Lines | null
  readonly story: number | null
  /** paragraphs that are folded to this one row (see folds.ts) */
  readonly folded?: number
}

/** The starts of a text's lines. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

interface Group {
  source: [number, number]
  copy: [number, number]
}

/** Lines that share a block, by index: joined lines of the original, parted lines of the copy. */
function groups(
  review: Review,
  reading: Reading,
  sourceStarts: readonly number[],
  copyStarts: readonly number[],
): Group[] {
  const found: Group[] = []
  for (const { block, at, end } of review.copy.placed) {
    const place = reading.blocks[block]
    if (place === undefined) continue
    const source = [lineOf(sourceStarts, place.at), lineOf(sourceStarts, place.end)] as const
    const copy = [lineOf(copyStarts, at), lineOf(copyStarts, end)] as const
    const last = found.at(-1)
    if (last === undefined || (source[0] > last.source[1] && copy[0] > last.copy[1])) {
      found.push({ source: [...source], copy: [...copy] })
      continue
    }
    last.source[1] = Math.max(last.source[1], source[1])
    last.copy[1] = Math.max(last.copy[1], copy[1])
  }
  return found
}

/** The rows of both panes, from top to bottom. */
export function pairRows(review: Review, reading: Reading, headed: boolean): PairedRow[] {
  const sourceStarts = lineStarts(reading.text)
  const copyStarts = lineStarts(review.copy.text)
  const titles = headed ? titleLines(review, reading, sourceStarts, copyStarts) : new Map<number, Title>()
  const rows: PairedRow[] = []
  let source = 0
  let copy = review.copy.placed.length === 0 ? copyStarts.length : 0
  const lines = (starts: readonly number[], from: number, to: number): Lines => [starts[from] ?? 0, starts[to] ?? 0]
  const upTo = (sourceEnd: number, copyEnd: number): void => {
    const heads = [...titles].filter(([line]) => line >= copy && line <= copyEnd)
    for (; source < sourceEnd; source++) {
      const head = heads.findIndex(([, title]) => title.line === source)
      const story = head < 0 ? null : (heads.splice(head, 1)[0]?.[1].story ?? null)
      rows.push({ source: lines(sourceStarts, source, source), copy: null, story })
    }
    for (const [, { story }] of heads) rows.push({ source: null, copy: null, story })
    for (; copy < copyEnd; copy++) rows.push({ source: null, copy: lines(copyStarts, copy, copy), story: null })
  }
  for (const group of groups(review, reading, sourceStarts, copyStarts)) {
    upTo(group.source[0], group.copy[0])
    rows.push({ source: lines(sourceStarts, ...group.source), copy: lines(copyStarts, ...group.copy), story: null })
    source = group.source[1] + 1
    copy = group.copy[1] + 1
  }
  upTo(sourceStarts.length, copyStarts.length)
  return rows
}

interface Title {
  readonly story: number
  /** line of the original the title was lifted from, -1 when there is none */
  readonly line: number
}

/** By the line of the copy each story begins on. A story without text heads nothing. */
function titleLines(
  review: Review,
  reading: Reading,
  sourceStarts: readonly number[],
  copyStarts: readonly number[],
): Map<number, Title> {
  const titles = new Map<number, Title>()
  review.stories.forEach((story, index) => {
    if (story.at === story.end) return
    const block = review.blocks.findIndex(({ block, fate }) => {
      return fate === 'lifted' && block.role === 'title' && block.story === index
    })
    const place = reading.blocks[block]
    titles.set(lineOf(copyStarts, story.at), {
      story: index,
      line: place === undefined ? -1 : lineOf(sourceStarts, place.at),
    })
  })
  return titles
}

export function lineOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

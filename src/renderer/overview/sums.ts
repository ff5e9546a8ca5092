import type { Overview, ProgressCell } from '../../contract/overview'

export type Counts = Pick<ProgressCell, 'approved' | 'rejected' | 'todo' | 'failed'>

export interface Bar extends Counts {
  /** a day or a site; '' for no site, null for all that are not shown by themselves */
  readonly key: string | null
  readonly total: number
}

/** The progress by day, the newest first. */
export function byDay(cells: Overview['progress'], most: number): Bar[] {
  const bars = summed(cells, ({ day }) => day).sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? 1 : -1))
  return cutTo(bars, most)
}

/** The progress by site, the one with the most articles first. */
export function bySite(cells: Overview['progress'], most: number): Bar[] {
  return cutTo(
    summed(cells, ({ site }) => site ?? '').sort((a, b) => b.total - a.total),
    most,
  )
}

function summed(cells: Overview['progress'], keyOf: (cell: ProgressCell) => string): Bar[] {
  const bars = new Map<string, Bar>()
  for (const cell of cells) {
    const key = keyOf(cell)
    bars.set(key, together(key, [bars.get(key) ?? NOTHING, cell]))
  }
  return [...bars.values()]
}

/** The first of them; those beyond are one bar. */
function cutTo(bars: readonly Bar[], most: number): Bar[] {
  return bars.length <= most ? [...bars] : [...bars.slice(0, most - 1), together(null, bars.slice(most - 1))]
}

const NOTHING: Counts = { approved: 0, rejected: 0, todo: 0, failed: 0 }

function together(key: string | null, parts: readonly Counts[]): Bar {
  const sum = (of: keyof Counts): number => parts.reduce((all, part) => all + part[of], 0)
  const counts = { approved: sum('approved'), rejected: sum('rejected'), todo: sum('todo'), failed: sum('failed') }
  return { key, ...counts, total: counts.approved + counts.rejected + counts.todo + counts.failed }
}

/** The words that look for a line in all articles: its own, without the marks a search reads as its own. */
export function wordsFor(line: string): string {
  return line.replace(/["\u201C\u201D]/g, ' ').trim()
}

import type { Row } from '../../contract/contract'
import type { JudgedRemoval, RoutineArticle } from '../../contract/texts'
import type { Judged } from '../../review/review'
import { sampleOf, takesDecisions } from './alike'
import { blockCount, blockOf, type Page } from './page'

/**
 * An open article that asks for nothing but that removals be confirmed; null for any other, for one that asks for
 * nothing at all, and for one in which a reviewer wrote.
 *
 * @param review null for an article nobody worked on; a page may be a step behind it
 */
export function routineOf(row: Row, page: Page, review: Judged | null): RoutineArticle | null {
  const { id, version, errors, queries } = row
  if (version === null || !takesDecisions(row) || errors + queries > 0 || page.copy !== null) return null
  const cues = page.cues.split(',')
  const lines: RoutineArticle['lines'][number][] = []
  for (let index = 0; index < blockCount(page); index++) {
    const { open, fate, start, end } = blockOf(page, index)
    if (!open || review?.blocks[index]?.decided) continue
    const cue = cues[index] ?? ''
    if (fate !== 'removed' || cue === '') return null
    lines.push({ span: [start, end], cue, words: sampleOf(page, index).words })
  }
  return lines.length === 0 ? null : { id, version, lines }
}

/** What reviewers made of the engine's removals in one article. */
export function judgedRemovals({ blocks, status, history }: Judged): JudgedRemoval[] {
  const approved =
    status === 'approved' ? history.findLast(({ live, entry }) => live && entry.op.kind === 'approve') : null
  return blocks.flatMap(({ block, fate, decided }) => {
    const ts = decided?.ts ?? approved?.entry.ts
    if (block.fate !== 'removed' || ts === undefined) return []
    return [{ cue: block.cue, ts, overruled: fate !== 'removed' }]
  })
}

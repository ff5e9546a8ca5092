import type { Role } from '../engine/analysis'
import type { Passage, PassageRun } from '../engine/figures/passage'
import type { CopyRun, Review } from './review'

const LIFTED: ReadonlySet<Role> = new Set(['title', 'kicker', 'subtitle', 'caption'])

type Placed = Passage & { readonly order: number }

/**
 * What the checks read: of each story its title, kicker, subtitle, captions and paragraphs as the review leaves them, in
 * reading order. Furniture and credits are not read.
 */
export function passages(review: Review): Passage[] {
  const all = [...lifted(review), ...paragraphs(review)].toSorted((a, b) => a.story - b.story || a.order - b.order)
  return all.map(({ role, story, text, runs, cleaned }) => ({ role, story, text, runs, cleaned }))
}

function lifted(review: Review): Placed[] {
  const source = review.draft.text
  return review.blocks.flatMap(({ block, fate }, index): Placed[] => {
    if (fate !== 'lifted' || block.story === null || !LIFTED.has(block.role)) return []
    let text = ''
    const runs = block.pieces.map(([start, end, reads]): PassageRun => {
      const at = text.length
      text += reads ?? source.slice(start, end)
      return { at, length: text.length - at, source: { start, end, atomic: reads !== undefined } }
    })
    return [{ role: block.role, story: block.story, text, runs, cleaned: null, order: index }]
  })
}

function paragraphs(review: Review): Placed[] {
  const { copy, stories, draft } = review
  const found: Placed[] = []
  let next = 0
  stories.forEach((story, index) => {
    let at = story.at
    for (const text of story.text.split('\n')) {
      const end = at + text.length
      while (next < copy.runs.length && copy.runs[next]!.at + copy.runs[next]!.length <= at) next++
      const runs: CopyRun[] = []
      for (let i = next; i < copy.runs.length && copy.runs[i]!.at < end; i++) runs.push(copy.runs[i]!)
      const first = runs[0]
      if (first) {
        const role = draft.blocks[first.block]!.role
        found.push({
          role: role === 'furniture' ? 'body' : role,
          story: index,
          text,
          runs: runs.map((run) => passageRun(run, at, end)),
          cleaned: at,
          order: first.block,
        })
      }
      at = end + 1
    }
  })
  return found
}

function passageRun(run: CopyRun, from: number, to: number): PassageRun {
  const at = Math.max(run.at, from)
  const end = Math.min(run.at + run.length, to)
  if (run.kind !== 'source') return { at: at - from, length: end - at, source: null }
  const source = run.atomic
    ? { start: run.start, end: run.end, atomic: true }
    : { start: run.start + at - run.at, end: run.start + end - run.at, atomic: false }
  return { at: at - from, length: end - at, source }
}

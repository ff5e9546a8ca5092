import type { RuleEffect, TriedLine } from '../../contract/texts'
import type { Fate } from '../../engine/analysis'
import { fateBy } from '../../review/cleaning'
import type { Clean } from '../../review/operation'
import type { Judged } from '../../review/review'
import { clueOf, shapeOf } from '../../review/shape'
import { sampleOf } from './alike'
import { blockCount, blockOf, type Page } from './page'

/** What is found in one page. */
export type Tried = Omit<TriedLine, 'id' | 'version'>

/** Whether a page may hold a line of the rule at all: looked at before its review is read. */
export function mayHold(page: Page, { shape }: Pick<Clean, 'shape'>): boolean {
  return page.text.includes(clueOf(shape))
}

/**
 * What a rule of cleaning would make of the lines of a page, where it says other than what stands, or what reviewers
 * made of them.
 *
 * @param review null for an article nobody worked on
 */
export function triedIn(page: Page, rule: Pick<Clean, 'site' | 'shape' | 'fate'>, review: Judged | null): Tried[] {
  return linesOf(page, rule).flatMap((index): Tried[] => {
    // A page may be a step behind its review.
    const now = review?.blocks[index]?.fate ?? blockOf(page, index).fate
    const to = fateBy(rule.fate, now)
    const effect = review === null ? (to === now ? null : 'changes') : effectOn(index, now, to, rule, review)
    return effect === null ? [] : [{ ...sampleOf(page, index), now, to, effect }]
  })
}

/** The lines of a page that have a rule's shape: indexes of its blocks. */
export function linesOf(page: Page, { site, shape }: Pick<Clean, 'site' | 'shape'>): number[] {
  if (!mayHold(page, { shape })) return []
  const clue = clueOf(shape)
  const found: number[] = []
  for (let index = 0; index < blockCount(page); index++) {
    const { text } = blockOf(page, index)
    if (text.includes(clue) && shapeOf(text, site) === shape) found.push(index)
  }
  return found
}

function effectOn(index: number, now: Fate, to: Fate, rule: Pick<Clean, 'fate'>, review: Judged): RuleEffect | null {
  const judged = review.blocks[index]
  if (judged === undefined) return null
  const settled = judged.decided !== null || review.status === 'approved'
  if (to !== now) return settled ? 'against' : 'begun'
  return settled && fateBy(rule.fate, judged.block.fate) !== judged.block.fate ? 'agrees' : null
}

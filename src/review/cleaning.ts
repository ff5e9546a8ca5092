import type { Bilingual, Block, Draft, Fate } from '../engine/analysis'
import { takenBack } from './liveness'
import type { Clean, Entry } from './operation'
import { shapeOf, shapeSaid } from './shape'
import { wordsIn } from './words'

/**
 * House rules of cleaning: what becomes of the lines of one shape (see shape.ts) in one site's articles. They speak to
 * articles nobody has worked on; a review keeps the verdicts it began on.
 */

/** The cue of a block that a rule decided. */
export const HOUSE_CUE = 'house-rule'
export const HOUSE_CUE_NAME: Bilingual = { zh: '本社规则', en: 'house rule' }

/** A rule that holds. */
export interface CleaningRule extends Omit<Clean, 'kind'> {
  /** of the operation that made it: what an undo names */
  readonly opId: string
  readonly by: string
  /** milliseconds since the epoch */
  readonly ts: number
}

export type CleaningRules = readonly CleaningRule[]

/** What a rule is about: two that say the same of it differ in their fate alone. */
export function cleaningKey({ site, shape }: Pick<Clean, 'site' | 'shape'>): string {
  return JSON.stringify([site, shape])
}

/** @param entries of the house, in journal order */
export function cleaningIn(entries: readonly Entry[]): CleaningRules {
  const gone = takenBack(entries)
  return entries.flatMap(({ opId, op, by, ts }) => {
    if (op.kind !== 'clean' || gone.has(opId)) return []
    const { site, shape, fate } = op
    return [{ opId, site, shape, fate, by, ts }]
  })
}

/** Whether two rules that hold say the opposite of the same lines. */
export function contradict(rules: CleaningRules): boolean {
  return new Set(rules.map(cleaningKey)).size < rules.length
}

/** What a rule makes of a fate: a line that is kept stands in the text, one that is lifted stays so. */
export function fateBy(fate: Clean['fate'], now: Fate): Fate {
  if (fate === 'removed') return 'removed'
  return now === 'removed' ? 'text' : now
}

/** A draft as the rules leave it: the lines they speak of are decided, and say by which rule. */
export function withCleaning(draft: Draft, rules: CleaningRules): Draft {
  const site = draft.stories[0]?.site ?? null
  const byShape = new Map(rules.filter((rule) => rule.site === site).map((rule) => [rule.shape, rule]))
  if (byShape.size === 0) return draft
  const blocks = draft.blocks.map((block): Block => {
    const shape = shapeOf(wordsIn(block, draft.text), site)
    const rule = shape === null ? undefined : byShape.get(shape)
    if (rule === undefined) return block
    const fate = fateBy(rule.fate, block.fate)
    return { ...block, fate, keep: fate !== 'removed', cue: HOUSE_CUE, reason: reasonOf(rule), confidence: 1 }
  })
  return { ...draft, blocks }
}

function reasonOf({ fate, shape, by }: CleaningRule): Bilingual {
  const { zh, en } = shapeSaid(shape)
  return fate === 'removed'
    ? { zh: `本社规则删去“${zh}”一类的行\uFF08${by}\uFF09`, en: `house rule removes lines like “${en}” (${by})` }
    : { zh: `本社规则保留“${zh}”一类的行\uFF08${by}\uFF09`, en: `house rule keeps lines like “${en}” (${by})` }
}

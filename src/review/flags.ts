import type { Finding, Span } from '../engine/analysis'
import type { Flag, Review } from './review'
import { NO_RULES, ruleFor, type Rules } from './rules'

/** A verdict at least this sure is shown and reversible, but asks for no decision. */
export const CONFIDENT = 0.9

/**
 * What a dismissal is kept by: the check, its words and where they stand. It holds whatever changes elsewhere, and ends
 * when the words themselves change.
 */
export function findingKey(finding: Finding): string {
  return dismissalKey(finding.check, placesOf(finding))
}

export function dismissalKey(check: string, places: readonly KeyPlace[]): string {
  return JSON.stringify([check, ...places])
}

/**
 * Everything on the document that asks, or asked, for a decision: in reading order.
 *
 * @param rules of the house: what they silence is no open flag
 */
export function flags(review: Review, findings: readonly Finding[], rules: Rules = NO_RULES): Flag[] {
  const ofBlocks = review.blocks.flatMap(({ block, decided }, index): { at: number; flag: Flag }[] => {
    if (block.confidence >= CONFIDENT) return []
    const span: Span = [block.start, block.end]
    const doubt = block.fate === 'removed' ? 'removal' : 'keep'
    const state = decided ? 'decided' : 'open'
    return [
      { at: block.start, flag: { kind: 'block', id: `block:${span.join('-')}`, state, block: index, span, doubt } },
    ]
  })
  const ofFindings = findings.map((finding): { at: number; flag: Flag } => {
    const id = findingKey(finding)
    const at = firstPlace(finding)
    if (isDismissed(review, finding, id)) return { at, flag: { kind: 'finding', id, state: 'dismissed', finding } }
    const rule = ruleFor(finding, rules)
    if (rule) return { at, flag: { kind: 'finding', id, state: 'silenced', finding, rule } }
    return { at, flag: { kind: 'finding', id, state: 'open', finding } }
  })
  return [...ofBlocks, ...ofFindings].toSorted((a, b) => a.at - b.at).map(({ flag }) => flag)
}

/**
 * Whether a finding was dismissed: by its key; and where a reviewer wrote some of its words since, by the same words in
 * whatever width, for a typed place has no offset to be known by.
 */
function isDismissed({ dismissed }: Review, finding: Finding, id: string): boolean {
  if (dismissed.has(id)) return true
  if (dismissed.size === 0 || finding.evidence.every(({ start }) => start !== null)) return false
  const now = placesOf(finding)
  return [...dismissed].some((key) => {
    const [of, ...places] = placesIn(key)
    if (of !== finding.check || places.length !== now.length) return false
    return now.every(([start, quote], index) => {
      const [at, words] = places[index] ?? []
      return (start === null || start === at) && words?.normalize('NFKC') === quote.normalize('NFKC')
    })
  })
}

/** A place by its offset, and the words there. Of another document only the words count. */
type KeyPlace = readonly [start: number | null | 'other', quote: string]
type Key = [check: string, ...places: KeyPlace[]]

function placesOf({ evidence, other }: Finding): KeyPlace[] {
  const own = evidence.map(({ start, quote }) => [start, quote] as const)
  return [...own, ...(other?.evidence ?? []).map(({ quote }) => ['other', quote] as const)]
}

/** A key comes from outside: what `findingKey` did not make dismisses nothing. */
export function placesIn(key: string): Key | [] {
  try {
    const parsed = JSON.parse(key) as unknown
    return Array.isArray(parsed) && parsed.slice(1).every(isPlace) ? (parsed as Key) : []
  } catch {
    return []
  }
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && typeof value[1] === 'string'
}

/** The spans of removals nobody has decided on yet and the engine is sure of: what one key accepts. */
export function confidentRemovals(review: Review): Span[] {
  return review.blocks.flatMap(({ block, decided }) =>
    !decided && block.fate === 'removed' && block.confidence >= CONFIDENT ? [[block.start, block.end] as Span] : [],
  )
}

function firstPlace(finding: Finding): number {
  return finding.evidence.find(({ start }) => start !== null)?.start ?? Number.MAX_SAFE_INTEGER
}

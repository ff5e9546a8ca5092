import { changedPlaces } from '../rail/changed-places'
import type { Flag, Review } from '../../review/review'
import { shownConfidence } from './confidence'
import type { Language } from './language.svelte'
import { idOfBlock, wordsOf } from './stops'

const LONGEST = 60

/** One change of a document, or one finding on it. */
export type Listed = {
  /** as flags and stops are named */
  readonly id: string
  /** where it stands in the source */
  readonly at: number
} & (
  | { readonly kind: 'removed' | 'lifted' | 'restored' | 'joined'; readonly block: number }
  | { readonly kind: 'edited'; readonly block: number; readonly cut: string; readonly typed: string }
  | { readonly kind: 'finding'; readonly flag: Flag & { readonly kind: 'finding' } }
)

/** Everything by which the cleaned text differs from the original, and every open finding, in reading order. */
export function changeList(review: Review, open: readonly Flag[]): Listed[] {
  const blocks = review.blocks.flatMap(({ block, fate }, index): Listed[] => {
    const common = { id: idOfBlock(review, index), at: block.start, block: index }
    if (fate !== 'text') return [{ ...common, kind: fate }]
    if (block.fate === 'removed') return [{ ...common, kind: 'restored' }]
    return block.continues === null ? [] : [{ ...common, kind: 'joined' }]
  })
  const edits = changedPlaces(review).map(({ block, words }): Listed => {
    const said = (what: 'added' | 'removed'): string =>
      words.flatMap((word) => (word[what] ? [word.value.trim()] : [])).join(' … ')
    const at = review.blocks[block]?.block.start ?? 0
    return { kind: 'edited', id: idOfBlock(review, block), at, block, cut: said('removed'), typed: said('added') }
  })
  const findings = open.flatMap((flag): Listed[] => {
    if (flag.kind !== 'finding') return []
    const at = flag.finding.evidence.find(({ start }) => start !== null)?.start ?? 0
    return [{ kind: 'finding', id: flag.id, at, flag }]
  })
  return [...blocks, ...edits, ...findings].toSorted((a, b) => a.at - b.at)
}

/** One of them in a sentence, for the eye and for the ear. */
export function tellChange(change: Listed, review: Review, language: Language): string {
  const { t } = language
  if (change.kind === 'finding') {
    const { tier, message } = change.flag.finding
    return t('change.finding', { tier: t(`tier.${tier}`), says: language.pick(message) })
  }
  const words = short(wordsOf(review, change.block))
  if (change.kind === 'edited') {
    const { cut, typed } = change
    if (cut === '') return t('change.typed', { typed: short(typed), words })
    return typed === '' ? t('change.cut', { cut: short(cut), words }) : t('change.replaced', { cut, typed, words })
  }
  const judged = review.blocks[change.block]
  if (judged === undefined || change.kind !== 'removed') return t(`change.${change.kind}`, { words })
  const { block, decided } = judged
  if (decided !== null) return t('change.removedBy', { words, by: decided.by })
  return t('change.removed', { words, why: language.pick(block.reason), share: shownConfidence(block.confidence) })
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

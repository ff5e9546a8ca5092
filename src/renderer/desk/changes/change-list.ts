import type { Entry } from '../../../review/operation'
import type { Flag, Review } from '../../../review/review'
import { firstBlock } from '../../../review/parting'
import { boundsIn, sameStory } from '../../../review/stories'
import { changedPlaces } from './changed-places'
import { shownConfidence } from './confidence'
import type { Language } from '../settings/language.svelte'
import { blockOfId, idOfBlock, wordsOf } from '../proof/stops'
import { tellOperation } from './telling-history'

const LONGEST = 60

/** One change of a document, or one finding on it. */
export type Listed = {
  /** as flags and stops are named: changes of one block have the same */
  readonly id: string
  /** where it stands in the source */
  readonly at: number
} & (
  | { readonly kind: 'removed' | 'lifted' | 'restored' | 'joined'; readonly block: number }
  /** the line break behind a block, taken out or put in by hand */
  | { readonly kind: 'seamed' | 'parted'; readonly block: number }
  | {
      readonly kind: 'edited'
      readonly block: number
      readonly cut: string
      readonly typed: string
      /** nothing is left of the paragraph */
      readonly emptied: boolean
      /** the edits that changed this block and no other, the newest first; none where one changed others as well */
      readonly made: readonly string[]
    }
  /** a story begins there by hand, or begins there no more */
  | { readonly kind: 'begun' | 'merged'; readonly block: number; readonly made: string }
  | { readonly kind: 'headed'; readonly entry: Entry }
  | { readonly kind: 'finding'; readonly flag: Flag & { readonly kind: 'finding' } }
)

/** Everything by which the cleaned text differs from the original, and every open finding, in reading order. */
export function changeList(review: Review, open: readonly Flag[]): Listed[] {
  const findings = open.flatMap((flag): Listed[] => {
    if (flag.kind !== 'finding') return []
    const at = flag.finding.evidence.find(({ start }) => start !== null)?.start ?? 0
    return [{ kind: 'finding', id: flag.id, at, flag }]
  })
  const all = [
    ...heads(review),
    ...bounds(review),
    ...judgements(review),
    ...seams(review),
    ...edits(review),
    ...findings,
  ]
  return all.toSorted((a, b) => a.at - b.at)
}

/** Those beside the place the keys speak of: all changes of the next block, or of the one before. */
export function changesBeside(all: readonly Listed[], review: Review, current: string | null, step: 1 | -1): Listed[] {
  const here = (step > 0 ? all.findLastIndex : all.findIndex).call(all, ({ id }) => id === current)
  const block = blockOfId(review, current)
  const place = block === null ? null : (review.blocks[block]?.block.start ?? null)
  const next = here >= 0 ? all[here + step] : nearest(all, place, step)
  return all.filter(({ id }) => id === next?.id)
}

function nearest(all: readonly Listed[], place: number | null, step: 1 | -1): Listed | undefined {
  if (place === null) return all.at(step > 0 ? 0 : -1)
  return step > 0 ? all.find(({ at }) => at > place) : all.findLast(({ at }) => at < place)
}

function common(review: Review, block: number): { id: string; at: number; block: number } {
  return { id: idOfBlock(review, block), at: review.blocks[block]?.block.start ?? 0, block }
}

function judgements(review: Review): Listed[] {
  return review.blocks.flatMap(({ block, fate }, index): Listed[] => {
    if (fate !== 'text') return [{ ...common(review, index), kind: fate }]
    return block.fate === 'removed' ? [{ ...common(review, index), kind: 'restored' }] : []
  })
}

/** Line breaks that are otherwise than the original's: the engine's joins, and what was joined or parted by hand. */
function seams(review: Review): Listed[] {
  const { placed, runs, text } = review.copy
  const broken = new Set(runs.flatMap(({ kind, block, at }) => (kind === 'break' && text[at] === '\n' ? [block] : [])))
  return placed.slice(1).flatMap(({ block }, before): Listed[] => {
    const previous = placed[before]!.block
    const continues = review.blocks[block]?.block.continues === review.blocks[previous]?.block.start
    const parted = broken.has(previous)
    if (continues) return [{ ...common(review, block), kind: parted ? 'parted' : 'joined' }]
    return parted ? [] : [{ ...common(review, block), kind: 'seamed' }]
  })
}

function edits(review: Review): Listed[] {
  return changedPlaces(review).map(({ block, words }): Listed => {
    const said = (what: 'added' | 'removed'): string =>
      words.flatMap((word) => (word[what] ? [word.value.trim()] : [])).join(' … ')
    const touching = [...review.edits].filter(([, blocks]) => blocks.has(block))
    const made = touching.every(([, blocks]) => blocks.size === 1) ? touching.map(([opId]) => opId).toReversed() : []
    const emptied = words.every(({ removed }) => removed)
    return { ...common(review, block), kind: 'edited', cut: said('removed'), typed: said('added'), emptied, made }
  })
}

/** What was written over a story's head. */
function heads(review: Review): Listed[] {
  return review.history.flatMap(({ entry, live }): Listed[] => {
    if (!live || entry.op.kind !== 'meta') return []
    const { story } = entry.op
    const at = review.stories.findIndex(({ ref }) => sameStory(ref, story))
    const block = Math.max(0, firstBlock(review, at))
    return [{ ...common(review, block), kind: 'headed', entry }]
  })
}

/** Stories that were split and merged. */
function bounds(review: Review): Listed[] {
  return [...boundsIn(review).values()].flatMap(({ op, opId }): Listed[] => {
    const block = review.draft.blocks.findIndex(({ start }) => start === op.at)
    return block < 0 ? [] : [{ ...common(review, block), kind: op.begins ? 'begun' : 'merged', made: opId }]
  })
}

/** One of them in a sentence, for the eye and for the ear. */
export function tellChange(change: Listed, review: Review, language: Language): string {
  const { t } = language
  if (change.kind === 'finding') {
    const { tier, message } = change.flag.finding
    return t('change.finding', { tier: t(`tier.${tier}`), says: language.pick(message) })
  }
  if (change.kind === 'headed') return tellOperation(change.entry, review, language)
  const words = short(wordsOf(review, change.block))
  if (change.kind === 'edited') return tellEdited(change, words, language)
  return change.kind === 'removed'
    ? tellRemoved(change.block, words, review, language)
    : t(`change.${change.kind}`, { words })
}

function tellEdited({ cut, typed, emptied }: Listed & { kind: 'edited' }, words: string, { t }: Language): string {
  if (emptied) return t('change.emptied', { words })
  if (cut === '') return t('change.typed', { typed: short(typed), words })
  return typed === '' ? t('change.cut', { cut: short(cut), words }) : t('change.replaced', { cut, typed, words })
}

function tellRemoved(index: number, words: string, review: Review, language: Language): string {
  const { t } = language
  const { block, decided, hiddenEdits } = review.blocks[index]!
  const says =
    decided !== null
      ? t('change.removedBy', { words, by: decided.by })
      : t('change.removed', { words, why: language.pick(block.reason), share: shownConfidence(block.confidence) })
  return hiddenEdits > 0 ? t('change.withEdits', { says, n: hiddenEdits }) : says
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

import type { StoryMeta } from '../../../engine/analysis'
import type { Edit, Entry, Meta } from '../../../review/operation'
import type { Review } from '../../../review/review'
import { shapeSaid } from '../../../review/shape'
import { sameStory } from '../../../review/stories'
import { wordsIn } from '../../../review/words'
import type { Language } from '../settings/language.svelte'
import { reasonIn } from './reasons'

const LONGEST = 40
const HEADS = ['kicker', 'title', 'subtitle', 'agency', 'authors', 'editors', 'published'] as const

/** One operation in a sentence of the history. */
export function tellOperation({ op, opId }: Entry, review: Review, language: Language): string {
  const { t } = language
  const source = review.draft.text
  switch (op.kind) {
    case 'base':
      return t('history.base')
    case 'decide': {
      const [first] = op.spans
      const words = first === undefined ? '' : short(source.slice(...first))
      if (op.spans.length > 1) return t('history.decideMany', { n: op.spans.length })
      return op.fate === 'removed' ? t('history.removed', { words }) : t('history.kept', { words })
    }
    case 'dismiss':
      return t('history.dismissed', { words: short(quotedIn(op.finding)) })
    case 'edit':
      return tellEdit(op, source, language)
    case 'meta':
      return tellHead(op, opId, review, language)
    case 'stories': {
      const words = short(blockWords(op.at, review))
      return op.begins ? t('history.begun', { words }) : t('history.merged', { words })
    }
    case 'approve':
      return op.stage === undefined ? t('history.approved') : t('history.approvedIn', { stage: op.stage })
    case 'sign':
      return t('history.signed', { stage: op.stage })
    case 'reject':
      return t('history.rejected', { reason: reasonIn(t, op.reason) })
    case 'reopen':
      return t('history.reopened')
    case 'rebase':
      return t(`history.rebase.${op.choice}`)
    case 'rule':
      return t('history.rule', { words: short(op.phrase) })
    case 'clean':
      return t('history.clean', { shape: language.pick(shapeSaid(op.shape)) })
    case 'setting':
      return t('history.setting', { key: op.key })
    case 'undo': {
      const target = review.history.find(({ entry }) => entry.opId === op.target)
      return t('history.undid', { what: target === undefined ? '' : tellOperation(target.entry, review, language) })
    }
  }
}

function tellEdit(op: Edit, source: string, { t }: Language): string {
  if (op.why === 'width') return t('history.widened', { n: op.inserts.length })
  const typed = short(op.inserts.map(({ text }) => text).join(''))
  const cut = short(op.deletes.map((span) => source.slice(...span)).join(''))
  if (typed !== '' && cut !== '') return t('history.replaced', { cut, typed })
  if (typed !== '') return t('history.typed', { typed })
  if (cut !== '') return t('history.cut', { cut })
  return op.deletesTyped.length > 0 ? t('history.cutTyped') : t('history.separators')
}

function blockWords(at: number, { draft }: Review): string {
  const block = draft.blocks.find(({ start }) => start === at)
  return block === undefined ? '' : wordsIn(block, draft.text)
}

/** The first words a dismissed finding's key quotes. */
function quotedIn(key: string): string {
  try {
    const [, first] = JSON.parse(key) as [string, [number, string] | undefined]
    return first?.[1] ?? ''
  } catch {
    return ''
  }
}

function short(text: string): string {
  const flat = text.replaceAll('\n', '⏎')
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat
}

/** Each of what heads a story, with what stood there before. */
function tellHead({ story, set }: Meta, opId: string, review: Review, { t, tongue }: Language): string {
  const at = review.stories.findIndex(({ ref }) => sameStory(ref, story))
  const before: Partial<StoryMeta> = { ...review.draft.stories[at] }
  for (const { entry, live } of review.history) {
    if (entry.opId === opId) break
    if (live && entry.op.kind === 'meta' && sameStory(entry.op.story, story)) Object.assign(before, entry.op.set)
  }
  const words = (value: string | readonly string[] | null | undefined): string => {
    const text = typeof value === 'string' ? value : (value ?? []).join(tongue === 'zh-CN' ? '、' : ', ')
    return text === '' ? t('history.nothing') : `“${short(text)}”`
  }
  const told = HEADS.filter((field) => field in set).map((field) =>
    t('history.head', { field: t(`meta.${field}`), before: words(before[field]), now: words(set[field]) }),
  )
  return told.length > 0 ? told.join(' \u00B7 ') : t('history.meta')
}

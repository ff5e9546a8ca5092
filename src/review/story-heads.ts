import type { Draft, StoryMeta } from '../engine/analysis'
import type { Arranged, Part } from './stories'
import { wordsIn } from './words'

const NO_META: StoryMeta = {
  title: null,
  kicker: null,
  subtitle: null,
  agency: null,
  site: null,
  published: null,
  authors: [],
  editors: [],
  captions: [],
}

const LISTS = ['authors', 'editors', 'captions'] as const
const SCALARS = ['agency', 'site', 'published'] as const
const HEAD = ['title', 'kicker', 'subtitle'] as const
type List = (typeof LISTS)[number]

/**
 * What the stories are headed by before anything is written over it. Where stories were split or merged by hand: agency,
 * site and date hold for what was split off as well; people and captions go where the line is that names them; of stories
 * that were merged the first one's head stands, and the other's fills what it lacks.
 */
export function headsOf(draft: Draft, arranged: Arranged): StoryMeta[] {
  const { parts } = arranged
  if (arranged.blocks === draft.blocks) return draft.stories.length > 0 ? [...draft.stories] : [NO_META]
  const lines = linesOf(draft, arranged)
  return parts.map((part, index) => ({
    ...scalarsOf(draft, part, titleOf(draft, arranged, part)),
    ...(Object.fromEntries(LISTS.map((list) => [list, listOf(draft, parts, lines, index, list)])) as Pick<
      StoryMeta,
      List
    >),
  }))
}

/** The line that was lifted as the title of a story begun by hand. */
function titleOf(draft: Draft, { blocks, begun }: Arranged, { ref }: Part): string | null {
  if (typeof ref === 'number') return null
  const at = blocks.findIndex(({ start }) => start === ref.at)
  const block = blocks[at]
  return block?.role === 'title' && begun.has(at) ? wordsIn(block, draft.text).trim() : null
}

function scalarsOf(draft: Draft, { ref, of, joined }: Part, title: string | null): StoryMeta {
  const first = draft.stories[of[0] ?? 0] ?? NO_META
  const head: { -readonly [K in keyof StoryMeta]: StoryMeta[K] } = { ...first }
  if (typeof ref !== 'number') Object.assign(head, { title, kicker: null, subtitle: null })
  for (const each of joined) {
    const other = draft.stories[each.story] ?? NO_META
    for (const field of SCALARS) head[field] ??= other[field]
    if (head.title === null && !each.title) for (const field of HEAD) head[field] = other[field]
  }
  return head
}

/** What the lifted lines of each story read, without blanks. */
function linesOf(draft: Draft, { blocks, parts }: Arranged): string[] {
  const lines = parts.map(() => '')
  blocks.forEach(({ story }, index) => {
    const block = draft.blocks[index]!
    if (story !== null && block.fate === 'lifted') lines[story] += `\n${bare(wordsIn(block, draft.text))}`
  })
  return lines
}

/** What of a list is this story's: of each story of the draft in it, what its lines name, and what no line names. */
function listOf(
  draft: Draft,
  parts: readonly Part[],
  lines: readonly string[],
  index: number,
  list: List,
): readonly string[] {
  const all = parts[index]!.of.flatMap((story) => {
    const sharing = parts.flatMap(({ of }, part) => (of.includes(story) ? [part] : []))
    const holder = (value: string): number | undefined =>
      sharing.find((part) => lines[part]!.includes(bare(value))) ?? sharing[0]
    return (draft.stories[story] ?? NO_META)[list].filter((value) => holder(value) === index)
  })
  return [...new Set(all)]
}

function bare(words: string): string {
  return words.replace(/\s+/gu, '')
}

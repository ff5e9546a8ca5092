import type { StoryMeta } from '../../../engine/analysis'
import { publishedFrom } from '../../../engine/published'

/** What heads a story, as one writes it: names with marks between them, empty where there is none. */
export interface Written {
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly agency: string
  readonly authors: string
  readonly editors: string
  readonly published: string
}

export type Field = keyof Written

type Meta = Pick<StoryMeta, Field>

const LONGEST = 2000

export function written(meta: Meta, between: string): Written {
  return {
    kicker: meta.kicker ?? '',
    title: meta.title ?? '',
    subtitle: meta.subtitle ?? '',
    agency: meta.agency ?? '',
    authors: meta.authors.join(between),
    editors: meta.editors.join(between),
    published: meta.published?.replace('T', ' ') ?? '',
  }
}

/** What of it is otherwise than it stands; null where the date is none. */
export function changed(meta: Meta, words: Written): Partial<StoryMeta> | null {
  const published = words.published.trim() === '' ? null : publishedFrom(words.published)
  if (published === null && words.published.trim() !== '') return null
  const now: Meta = {
    kicker: oneLine(words.kicker),
    title: oneLine(words.title),
    subtitle: oneLine(words.subtitle),
    agency: oneLine(words.agency),
    authors: names(words.authors),
    editors: names(words.editors),
    published,
  }
  const differs = (field: Field): boolean => JSON.stringify(now[field]) !== JSON.stringify(meta[field])
  return Object.fromEntries((Object.keys(now) as Field[]).filter(differs).map((field) => [field, now[field]]))
}

function oneLine(words: string): string | null {
  const line = words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST)
  return line === '' ? null : line
}

/** Blanks part names written in Han, but for one within a name of two (张 三); others have blanks of their own. */
function names(words: string): string[] {
  return words
    .split(/[、,\uFF0C;\uFF1B/\n]|(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/u)
    .flatMap((name) => oneLine(name) ?? [])
}

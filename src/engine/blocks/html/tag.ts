import type { Layout } from '../page'
import {
  BLOCK,
  BREAK,
  ENDS_PARAGRAPH,
  ENDS_SIBLING,
  IN_HEAD,
  INLINE,
  LAYOUTS,
  LEFT_OUT,
  NESTING,
  RAW,
  RAW_WITH_ENTITIES,
  SCOPE,
  TABLE_PARTS,
  VOID,
} from './elements'

/** A name of a tag with all that hangs on it: looked up once a tag. See elements.ts for what each means. */
export interface Tag {
  /** lower case, cut at LONGEST_NAME */
  readonly name: string
  readonly isVoid: boolean
  readonly isBlock: boolean
  readonly isBreak: boolean
  readonly isLeftOut: boolean
  readonly nests: boolean
  readonly isInHead: boolean
  readonly endsParagraph: boolean
  readonly siblings: { readonly ends: readonly string[]; readonly bounds: readonly string[] } | null
  readonly isScope: boolean
  readonly isTablePart: boolean
  /** null: as what it is in */
  readonly layout: Layout | null
  /** of a heading 1..6, else 0 */
  readonly level: number
  /** how its content is read: as mark-up, as text, as text with entities */
  readonly content: 'mark-up' | 'text' | 'text with entities'
  /** its attributes tell of the page, and are all read */
  readonly isNote: boolean
}

export const LONGEST_NAME = 100

const NOTES: ReadonlySet<string> = new Set(['meta', 'link', 'script'])

const tagOf = (name: string): Tag => ({
  name,
  isVoid: VOID.has(name),
  isBlock: BLOCK.has(name),
  isBreak: BREAK.has(name),
  isLeftOut: LEFT_OUT.has(name),
  nests: NESTING.has(name),
  isInHead: IN_HEAD.has(name),
  endsParagraph: ENDS_PARAGRAPH.has(name),
  siblings: ENDS_SIBLING.get(name) ?? null,
  isScope: SCOPE.has(name),
  isTablePart: TABLE_PARTS.has(name),
  layout: LAYOUTS.get(name) ?? null,
  level: /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0,
  content: RAW.has(name) ? 'text' : RAW_WITH_ENTITIES.has(name) ? 'text with entities' : 'mark-up',
  isNote: NOTES.has(name),
})

const LOWER = 0x20

/** A name's hash, grown by one code unit; case does not count. */
export const grown = (hash: number, unit: number): number => (Math.imul(hash, 31) + (unit | LOWER)) | 0

const hashOf = (name: string): number => {
  let hash = 0
  for (let i = 0; i < name.length; i++) hash = grown(hash, name.charCodeAt(i))
  return hash
}

const known = new Map<number, Tag>()
for (const names of [VOID, BLOCK, BREAK, LEFT_OUT, RAW, RAW_WITH_ENTITIES, IN_HEAD, INLINE, TABLE_PARTS])
  for (const name of names) known.set(hashOf(name), tagOf(name))
known.set(hashOf('head'), tagOf('head'))

const isNamed = (source: string, start: number, end: number, name: string): boolean => {
  if (end - start !== name.length) return false
  for (let i = 0; i < name.length; i++) {
    const [unit, wanted] = [source.charCodeAt(start + i), name.charCodeAt(i)]
    if (unit !== wanted && (wanted < 0x61 || (unit | LOWER) !== wanted)) return false
  }
  return true
}

/** The tag of the name that stands in [start, end) of the source. `hash` is grown over that stretch. */
export const tagAt = (source: string, start: number, end: number, hash: number): Tag => {
  const tag = known.get(hash)
  if (tag && isNamed(source, start, end, tag.name)) return tag
  return tagOf(source.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase())
}

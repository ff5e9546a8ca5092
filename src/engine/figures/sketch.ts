import type { StoryMeta } from '../analysis'
import { fold } from './lexer/fold'
import type { Passage } from './passage'
import { LEAST, shingleOf, skeleton, TITLE } from './skeleton'

/**
 * What a story is known again by, among thousands, without its text: its title, and the least hashes of its shingles.
 * Two sketches tell whether a full comparison (across.ts) is worth its time.
 */
export interface StorySketch {
  /** index into the document's stories */
  readonly story: number
  /** hash of the title's skeleton; null where it names too little */
  readonly title: number | null
  /** `YYYY-MM-DD` */
  readonly day: string | null
  /** the least hashes of its shingles, ascending */
  readonly least: readonly number[]
  /** these are all of them */
  readonly whole: boolean
}

const KEPT = 32
/** A page of more stories than this is no article. */
const STORIES = 24
/** Of the shorter story's hashes, the share that must be the other's: less than a comparison wants, for it is a sample. */
const LIKE = 0.2
/** Days that may lie between two receipts of one story: a column of the same name and form comes later. */
const DAYS = 3

export function sketchesOf(passages: readonly Passage[], stories: readonly StoryMeta[]): StorySketch[] {
  const bones = new Map<number, string>()
  for (const { story, text } of passages) bones.set(story, (bones.get(story) ?? '') + skeleton(fold(text)))
  return [...bones].slice(0, STORIES).flatMap(([story, bone]): StorySketch[] => {
    const { title = null, published = null } = stories[story] ?? {}
    const named = skeleton(fold(title ?? ''))
    const hashes = leastHashes(bone)
    const known = named.length >= TITLE ? hash(named, 0, named.length) : null
    if (known === null && hashes.least.length === 0) return []
    const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null
    return [{ story, title: known, day, ...hashes }]
  })
}

/** How alike two stories look, 0..1; 0 where they are not worth a comparison. */
export function likeness(a: StorySketch, b: StorySketch): number {
  if (daysApart(a.day, b.day) > DAYS) return 0
  if (a.title !== null && a.title === b.title) return 1
  const most = Math.min(reach(a), reach(b))
  const [x, y] = [a, b].map(({ least }) => least.filter((value) => value <= most)) as [number[], number[]]
  const others = new Set(y)
  const shared = x.filter((value) => others.has(value)).length
  const share = shared / Math.max(1, Math.min(x.length, y.length))
  return shared >= 2 && share >= LIKE ? share : 0
}

/** Up to which hash a sketch knows all of its story's. */
function reach({ whole, least }: StorySketch): number {
  return whole ? Infinity : (least.at(-1) ?? 0)
}

function daysApart(a: string | null, b: string | null): number {
  return a === null || b === null ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}

function leastHashes(text: string): Pick<StorySketch, 'least' | 'whole'> {
  const length = shingleOf(text)
  if (text.length < LEAST + length - 1) return { least: [], whole: true }
  let least: number[] = []
  const seen = new Set<number>()
  let limit = Infinity
  let whole = true
  for (let at = 0; at + length <= text.length; at += 1) {
    const value = hash(text, at, at + length)
    if (value > limit || seen.has(value)) continue
    seen.add(value)
    least.push(value)
    if (least.length < 4 * KEPT) continue
    least = cut(least)
    limit = least.at(-1) ?? limit
    whole = false
  }
  if (least.length > KEPT) whole = false
  return { least: cut(least), whole }
}

function cut(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b).slice(0, KEPT)
}

/** FNV-1a, mixed once more so that its order says nothing of the text; 30 bits. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 2
}

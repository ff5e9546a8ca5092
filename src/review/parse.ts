import * as v from 'valibot'
import type { Entry } from './operation'

/**
 * Operations as they come from outside (a window, a journal file, a bag): checked, never believed.
 */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))
const span = v.pipe(
  v.tuple([offset, offset]),
  v.check(([start, end]) => start <= end, 'a span ends before it starts'),
)
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const words = v.pipe(v.string(), v.maxLength(4_000_000))
const name = v.nullable(words)
const bilingual = v.object({ zh: v.string(), en: v.string() })
const fate = v.picklist(['text', 'lifted', 'removed'])
const roles = [
  'title',
  'kicker',
  'subtitle',
  'heading',
  'body',
  'list',
  'table',
  'caption',
  'credit',
  'dateline',
  'furniture',
] as const

const storyMeta = v.object({
  title: name,
  kicker: name,
  subtitle: name,
  agency: name,
  site: name,
  published: name,
  authors: v.array(words),
  editors: v.array(words),
  captions: v.array(words),
})

const block = v.object({
  start: offset,
  end: offset,
  pieces: v.array(v.union([v.tuple([offset, offset]), v.tuple([offset, offset, v.string()])])),
  role: v.picklist(roles),
  fate,
  keep: v.boolean(),
  cue: v.string(),
  reason: bilingual,
  confidence: v.number(),
  story: v.nullable(offset),
  continues: v.nullable(offset),
})

const draft = v.object({
  encoding: v.string(),
  confidence: v.number(),
  warnings: v.array(v.object({ code: v.string(), count: offset, at: v.array(offset) })),
  blocks: v.array(block),
  stories: v.array(storyMeta),
  origin: v.exactOptional(v.object({ pointer: v.string() })),
  extractor: v.exactOptional(v.string()),
})

const anchor = v.union([
  v.strictObject({ source: offset }),
  v.strictObject({ op: id, index: offset }),
  v.strictObject({ block: offset }),
])

const outputPiece = v.union([
  v.strictObject({ start: offset, end: offset }),
  v.strictObject({ insert: words, op: id, from: v.exactOptional(span) }),
])

/** The rules of a house: their records are the house's, and a file of rules holds them as well. */
export const ruleOperations = [
  v.object({ kind: v.literal('rule'), check: id, phrase: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)) }),
  v.object({
    kind: v.literal('clean'),
    site: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    shape: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
    fate: v.picklist(['removed', 'text']),
  }),
] as const

const operation = v.variant('kind', [
  v.object({ kind: v.literal('base'), engine: v.string(), draft, reading: v.exactOptional(v.unknown()) }),
  v.object({ kind: v.literal('decide'), spans: v.pipe(v.array(span), v.minLength(1), v.maxLength(100_000)), fate }),
  v.object({ kind: v.literal('dismiss'), finding: v.pipe(v.string(), v.minLength(1), v.maxLength(100_000)) }),
  v.object({
    kind: v.literal('edit'),
    deletes: v.array(span),
    deletesTyped: v.array(v.object({ op: id, start: offset, end: offset })),
    inserts: v.array(v.object({ after: anchor, text: v.pipe(words, v.minLength(1)) })),
    separators: v.array(v.object({ after: offset, value: v.picklist(['', '\n']) })),
    why: v.exactOptional(id),
  }),
  v.object({
    kind: v.literal('meta'),
    story: v.union([offset, v.strictObject({ at: offset })]),
    set: v.partial(storyMeta),
  }),
  v.object({ kind: v.literal('stories'), at: offset, begins: v.boolean(), title: v.boolean() }),
  v.object({
    kind: v.literal('approve'),
    stories: v.array(v.object({ pieces: v.array(outputPiece), sha256 })),
    stage: v.exactOptional(id),
  }),
  v.object({ kind: v.literal('sign'), stage: id, at: offset }),
  v.object({ kind: v.literal('reject'), reason: v.pipe(v.string(), v.maxLength(10_000)) }),
  v.object({ kind: v.literal('reopen') }),
  ...ruleOperations,
  v.object({
    kind: v.literal('setting'),
    key: id,
    value: v.nullable(v.pipe(v.string(), v.maxLength(20_000))),
  }),
  v.object({ kind: v.literal('rebase'), from: sha256, choice: v.picklist(['kept', 'anew', 'carried']) }),
  v.object({ kind: v.literal('undo'), target: id }),
])

const base = v.object({
  draft: v.object({ warnings: v.array(v.unknown()), blocks: v.array(v.unknown()), stories: v.array(v.unknown()) }),
})

const entry = v.object({
  opId: id,
  document: id,
  version: sha256,
  op: operation,
  by: v.pipe(v.string(), v.maxLength(200)),
  ts: v.pipe(v.number(), v.integer()),
})

/** Thrown for something that is not what it should be; says where. */
class Malformed extends Error {
  override readonly name = 'Malformed'
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const issue = result.issues[0]
  throw new Malformed(`Not ${what}: ${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
}

/** Whether this app knows the kind of an operation: another is a newer app's. */
export function isKnownKind(kind: string): boolean {
  return operation.options.some(({ entries }) => entries.kind.literal === kind)
}

/**
 * Whether an operation has the shape that folding it relies on, however long it is. A base is the host's own: its lists
 * are there, no more is asked.
 */
export function isOperation(value: object): boolean {
  if ('kind' in value && value.kind === 'base') return v.is(base, value)
  const { success, issues } = v.safeParse(operation, value)
  return success || issues.every(({ type }) => type === 'max_length')
}

/** @throws Malformed */
export function parseEntry(value: unknown): Entry {
  return parse(entry, value, 'an entry') as Entry
}

import * as v from 'valibot'
import { parseEntry } from '../review/parse'
import type { Entry } from '../review/operation'
import { FailureError } from './failure'
import type { Argument, RequestName } from './contract'
import { MOST_WORDS } from './words'

/** Every request as it comes from outside: parsed from `unknown`, every size bounded. */

/** Entries of one append: a bulk decision is one entry, an outbox is replayed in portions. */
export const MOST_ENTRIES = 10_000

/** Characters of a line that others are compared with. */
const MOST_LINE = 4000

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const name = v.pipe(v.string(), v.maxLength(200))
const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(4096),
  v.check((text) => !text.includes('\0'), 'a path holds no NUL'),
)
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const limit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
const form = v.picklist(['folder', 'zip'])
const nothing = v.null()
const entry = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Entry>(({ dataset, addIssue, NEVER }) => {
    try {
      return parseEntry(dataset.value)
    } catch (error) {
      addIssue({ message: error instanceof Error ? error.message : String(error) })
      return NEVER
    }
  }),
)

const ARGUMENTS: { readonly [K in RequestName]: v.GenericSchema<unknown, Argument<K>> } = {
  hello: nothing,
  chooseFolder: nothing,
  openFolder: v.strictObject({ path }),
  openSamples: nothing,
  openDropped: v.strictObject({ paths: v.pipe(v.array(path), v.minLength(1), v.maxLength(MOST_ENTRIES)) }),
  recentFolders: nothing,
  rows: v.strictObject({ from: count, limit }),
  document: v.strictObject({ id }),
  version: v.strictObject({ version: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
  search: v.strictObject({ words: v.pipe(v.string(), v.maxLength(MOST_WORDS)), from: count }),
  alike: v.strictObject({
    line: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_LINE)),
    shape: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_LINE))),
    fate: v.picklist(['removed', 'text']),
    from: count,
  }),
  backtest: v.strictObject({
    site: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    shape: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_LINE)),
    fate: v.picklist(['removed', 'text']),
    from: count,
  }),
  routine: v.strictObject({ from: count }),
  append: v.strictObject({
    client: id,
    entries: v.pipe(v.array(v.unknown()), v.maxLength(MOST_ENTRIES), v.array(entry)),
  }),
  records: v.strictObject({ after: count, limit }),
  ruleUses: nothing,
  exportRules: nothing,
  overview: nothing,
  redecode: v.strictObject({ id, encoding: v.pipe(v.string(), v.minLength(1), v.maxLength(40)), by: name }),
  retry: v.strictObject({ id }),
  wake: nothing,
  chooseDestination: v.strictObject({ form }),
  export: v.strictObject({ form, destination: v.nullable(path), by: name }),
}

/** A request that was understood. */
export type Request = { [K in RequestName]: { readonly name: K; readonly argument: Argument<K> } }[RequestName]

/** @throws FailureError 'unknown-request', 'bad-argument' */
export function parseRequest(name: unknown, argument: unknown): Request {
  if (!isRequestName(name)) {
    const shown = typeof name === 'string' ? name.slice(0, 40) : typeof name
    throw new FailureError('unknown-request', `没有这样的请求\uFF1A${shown}`, `There is no request ${shown}`)
  }
  const parsed = v.safeParse(ARGUMENTS[name] as v.GenericSchema, argument, { abortEarly: true })
  if (!parsed.success) {
    const issue = parsed.issues[0]
    const why = `${name}: ${v.getDotPath(issue) ?? ''} ${issue.message}`.slice(0, 400)
    throw new FailureError('bad-argument', `请求的内容不对\uFF1A${why}`, `The request is not well formed: ${why}`)
  }
  return { name, argument: parsed.output } as Request
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(ARGUMENTS, name)
}

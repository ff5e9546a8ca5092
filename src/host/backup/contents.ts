import * as v from 'valibot'

/**
 * What a backup holds: the desk's data folder without what can be made again (the copies of the journal, the window's own
 * files). One zip: `backup.json` and, below the same folder, the files it names with their sums.
 */

export const BASE = 'qingyang-backup'
export const CONTENTS = 'backup.json'
export const JOURNAL_PATH = 'journal/journal.ndjson'
const VERSION = 1
/** The list of a million files is shorter than this. */
export const LONGEST_CONTENTS = 256 * 2 ** 20

const KEPT =
  /^(?:journal\/journal\.ndjson|settings\.json|folders\/[\w-]{1,100}\.json|sources\/[0-9a-f]{2}\/[0-9a-f]{62}(?:\.json)?)$/
const SOURCE = /^sources\/([0-9a-f]{2})\/([0-9a-f]{62})$/

/** Whether a path is one of those a backup keeps: no other is read out of one. */
export const isKept = (path: string): boolean => KEPT.test(path)

/** The sum a file must have because its name says so; null where it says nothing. */
export function namedSum(path: string): string | null {
  const [, begin, rest] = SOURCE.exec(path) ?? []
  return begin === undefined || rest === undefined ? null : begin + rest
}

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const shape = v.object({
  format: v.literal('qingyang-backup'),
  v: v.literal(VERSION),
  created: v.string(),
  agent: v.string(),
  journal: v.object({ id: v.string(), seq: count, hash: sha256 }),
  files: v.array(v.object({ path: v.pipe(v.string(), v.check(isKept)), bytes: count, sha256 })),
})

export type Contents = v.InferOutput<typeof shape>
export type ContentsFile = Contents['files'][number]

export const contentsOf = (rest: Pick<Contents, 'created' | 'agent' | 'journal' | 'files'>): Contents => ({
  format: 'qingyang-backup',
  v: VERSION,
  ...rest,
})

/** The contents as the zip tells them; 'newer' for a later app's, null for what is none. */
export function parseContents(text: string): Contents | 'newer' | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const { success, output } = v.safeParse(shape, value)
  if (success) return new Set(output.files.map(({ path }) => path)).size === output.files.length ? output : null
  const later = v.safeParse(
    v.object({ format: v.literal('qingyang-backup'), v: v.pipe(v.number(), v.minValue(2)) }),
    value,
  )
  return later.success ? 'newer' : null
}

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../index'

/**
 * Authors and dates of the measuring set's pages, where a page states them (corpus/shared-labels.json: facts by page id,
 * read by a person). `authors: []`: the page names none, and none may be invented; absent: it cannot be told. A date is
 * right on the day. `CORPUS_MISSES=show` prints what is missed.
 */

const SHARED = new URL('../../../../../shared/corpus/', import.meta.url)
const LABELS = JSON.parse(
  readFileSync(new URL('../../../../corpus/shared-labels.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly Label[]>>

interface Label {
  readonly id: string
  readonly authors?: readonly string[]
  readonly published?: string
}

/** What may not be fallen below: pages right by set. `none`: no author given where the page names none. */
const FLOORS: Readonly<Record<string, { authors: number; none: number; dates: number }>> = {
  zh69: { authors: 14, none: 11, dates: 26 },
  magicZh: { authors: 10, none: 7, dates: 23 },
  scrapinghub: { authors: 31, none: 16, dates: 47 },
}

const alike = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join().toLowerCase() === [...other].sort().join().toLowerCase()

interface Count {
  authors: [right: number, of: number]
  none: [right: number, of: number]
  dates: [right: number, of: number]
  misses: string[]
}

const countOf = async (set: string): Promise<Count> => {
  const rows = readFileSync(new URL(`${set}/gold.jsonl`, SHARED), 'utf8')
    .trim()
    .split('\n')
  const files = new Map(rows.map((row) => JSON.parse(row) as { id: string; file: string }).map((row) => [row.id, row]))
  const count: Count = { authors: [0, 0], none: [0, 0], dates: [0, 0], misses: [] }
  for (const { id, authors, published } of LABELS[set] ?? []) {
    const file = files.get(id)?.file
    if (file === undefined) throw new Error(`${set}: no page ${id}`)
    const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(`${set}/${file}`, SHARED))))
    const result = await analyze(bytes, { name: 'page.html' })
    const article = 'error' in result ? undefined : result.articles[0]
    const found = article?.authors ?? []
    const tell = (right: boolean, [kind, tally]: [string, [number, number]], miss: string): void => {
      tally[1] += 1
      if (right) tally[0] += 1
      else count.misses.push(`${set} ${file} ${kind}: ${miss}`)
    }
    const kind = authors?.length === 0 ? 'none' : 'authors'
    if (authors) tell(alike(authors, found), [kind, count[kind]], `${authors.join()} ≠ ${found.join()}`)
    const day = article?.published?.slice(0, 10)
    if (published) tell(day === published, ['dates', count.dates], `${published} ≠ ${day ?? '–'}`)
  }
  return count
}

describe.skipIf(!existsSync(SHARED)).each(Object.keys(FLOORS))('%s (needs ../shared/corpus)', (set) => {
  let count: Count
  beforeAll(async () => {
    count = await countOf(set)
    if (process.env['CORPUS_MISSES'] === 'show') console.log(JSON.stringify(count, null, 1))
  }, 120_000)

  it.each(['authors', 'none', 'dates'] as const)('%s', (kind) => {
    expect(count[kind][1]).toBeGreaterThan(0)
    expect(count[kind][0], count.misses.join('\n')).toBeGreaterThanOrEqual(FLOORS[set]?.[kind] ?? Infinity)
  })
})

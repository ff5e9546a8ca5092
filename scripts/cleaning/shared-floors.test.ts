import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../src/engine/index'
import { digestOf, hasCorpus, readSet, SETS, type LabelledPage, type SetName } from './corpus'
import { overlapOf, scoreOf, shinglesOf, tokensOf, type Overlap } from './shingles'

/**
 * The gate on the labelled pages beside the project: F1 of what ships, by set, of the pages as they are and of their plain
 * text, may not fall below `shared` in corpus/floors.json. Raised (never lowered, while the pages are the same) by
 * `CORPUS_FLOORS=raise npx vitest run scripts/cleaning`.
 */

type Floor = Readonly<Record<'html' | 'plain', number>>
interface Shared {
  readonly digest: string
  readonly sets: Readonly<Partial<Record<SetName, Floor>>>
}

const FILE = new URL('../../corpus/floors.json', import.meta.url)
const readFloors = (): Readonly<Record<string, unknown>> & { readonly shared?: Shared } =>
  JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, unknown>> & { readonly shared?: Shared }

const textOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const result = await analyze(bytes, { name })
  return 'error' in result ? '' : result.articles.map(({ text }) => text).join('\n')
}

/** Cut to four places. */
const f1Of = (overlaps: readonly Overlap[]): number => Math.floor(scoreOf(overlaps).f1 * 10_000 + 1e-6) / 10_000

const measured = async (pages: readonly LabelledPage[]): Promise<Floor> => {
  const [html, plain]: [Overlap[], Overlap[]] = [[], []]
  for (const page of pages) {
    const gold = shinglesOf(tokensOf(page.gold))
    const found = async (bytes: Uint8Array, name: string) =>
      overlapOf(gold, shinglesOf(tokensOf(await textOf(bytes, name))))
    html.push(await found(page.bytes, 'page.html'))
    plain.push(await found(new TextEncoder().encode(page.plain), 'page.txt'))
  }
  return { html: f1Of(html), plain: f1Of(plain) }
}

if (!hasCorpus()) console.log('F1 on ../shared/corpus is not tested: the folder is not there')

describe.skipIf(!hasCorpus())('F1 on ../shared/corpus', () => {
  const scores = new Map<SetName, Floor>()
  let floors = readFloors().shared
  let digest = ''

  beforeAll(async () => {
    const sets = SETS.map((name) => ({ name, pages: readSet(name) }))
    digest = digestOf(sets.flatMap(({ pages }) => pages))
    for (const { name, pages } of sets) scores.set(name, await measured(pages))
    if (process.env['CORPUS_FLOORS'] !== 'raise') return
    const same = floors?.digest === digest
    const next = [...scores].map(([name, now]): [SetName, Floor] => {
      const was = same ? floors?.sets[name] : undefined
      return [name, { html: Math.max(now.html, was?.html ?? 0), plain: Math.max(now.plain, was?.plain ?? 0) }]
    })
    floors = { digest, sets: Object.fromEntries(next) }
    writeFileSync(FILE, `${JSON.stringify({ ...readFloors(), shared: floors }, null, 2)}\n`)
  }, 240_000)

  it('is of the pages that its floors were measured on', () => {
    expect(digest, 'pages changed: measure again with CORPUS_FLOORS=raise and look at the diff').toBe(floors?.digest)
  })

  it.each(SETS.flatMap((set) => [[set, 'html'] as const, [set, 'plain'] as const]))('%s, %s', (set, form) => {
    expect(scores.get(set)?.[form]).toBeGreaterThanOrEqual(floors?.sets[set]?.[form] ?? Infinity)
  })
})

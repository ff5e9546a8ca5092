import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Row } from '../src/contract/contract'
import type { Draft } from '../src/engine/analysis'
import type { Journal } from '../src/host/journal/journal'
import { pageOf } from '../src/host/search/page'
import { Pages } from '../src/host/search/pages'
import { Search } from '../src/host/search/search'

/**
 * How fast a search through a full folder is: the host's half, as the window asks for it, portion by portion. The texts
 * are strewn with Han characters as often as news uses them about; what is sought stands in the first, some or none.
 */
const DOCUMENTS = Number(process.argv[2] ?? 10_000)
const CHARACTERS = 3_000
const RUNS = 15

let state = 1
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32

function textOf(document: number): string {
  const characters = Array.from({ length: CHARACTERS }, (_, at) =>
    at % 60 === 59
      ? '\n'
      : random() < 0.06
        ? 'The price of 12 '[at % 16]
        : String.fromCharCode(0x4e00 + Math.floor(random() ** 3 * 3000)),
  ).join('')
  return `${characters}\n${document % 100 === 0 ? '石桥镇的老手艺人' : '末行'}${document % 3 === 0 ? ' Footbridge' : ''}`
}

function draftOf(text: string): Draft {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length, pieces: [[start, start + line.length]], fate: 'text' }
  })
  return { text, blocks } as unknown as Draft
}

const data = mkdtempSync(join(tmpdir(), 'qingyang-bench-'))
const journal = { lastOf: () => 0, storage: { mode: 'ok' } } as unknown as Journal
const pages = new Pages(data, journal)
const rows = Array.from({ length: DOCUMENTS }, (_, n) => ({ id: `d${n}`, version: `v${n}`, status: 'open' }) as Row)
globalThis.gc?.()
const before = process.memoryUsage()
const held = rows.filter(({ version }, n) => pages.put(version ?? '', pageOf(draftOf(textOf(n)), [], 0))).length
globalThis.gc?.()
const after = process.memoryUsage()
const search = new Search({
  rows: { page: () => rows, total: rows.length, get: () => null } as never,
  pages,
  documents: { glance: () => Promise.reject(new Error('not read')) } as never,
  journal: { ...journal, ofVersion: () => Promise.resolve([]) } as never,
})

async function once(words: string): Promise<{ first: number; all: number; longest: number; hits: number }> {
  const start = performance.now()
  let [first, longest, hits] = [0, 0, 0]
  for (let from: number | null = 0; from !== null;) {
    const asked = performance.now()
    const answer: Answer<'search'> = await search.look({ words, from })
    longest = Math.max(longest, performance.now() - asked)
    hits += answer.hits.length
    if (first === 0 && answer.hits.length > 0) first = performance.now() - start
    from = answer.next
  }
  return { first, all: performance.now() - start, longest, hits }
}

const at = (values: number[], share: number): string =>
  (values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0).toFixed(1)

console.log(
  `${held} of ${DOCUMENTS} documents of ${CHARACTERS} characters held, ${((after.rss - before.rss) / 2 ** 20).toFixed(0)} MiB more resident`,
)
console.log('words | hits | first answer with hits, median / p95 ms | whole, median / p95 ms | longest portion ms')
for (const words of ['石桥镇', '的', 'footbridge', '12', '手艺 footbridge', '没有这个词组']) {
  const runs: Awaited<ReturnType<typeof once>>[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await once(words))
  const of = (what: 'first' | 'all' | 'longest'): number[] => runs.map((run) => run[what])
  console.log(
    `${words} | ${runs[0]?.hits} | ${at(of('first'), 0.5)} / ${at(of('first'), 0.95)} | ${at(of('all'), 0.5)} / ${at(of('all'), 0.95)} | ${at(of('longest'), 1)}`,
  )
}
search.close()
rmSync(data, { recursive: true, force: true })

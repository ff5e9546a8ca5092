import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { draftOf } from '../../review/desk.testing'
import type { Journal } from '../journal/journal'
import { pageOf, type Page } from './page'
import { Pages } from './pages'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qingyang-pages-'))
})
afterEach(async () => {
  for (const pages of opened.splice(0)) await pages.leave(new Set(), 'engine')
  await rm(data, { recursive: true })
})
const opened: Pages[] = []
function newPages(of: Journal, most?: number): Pages {
  const pages = new Pages(data, of, most)
  opened.push(pages)
  return pages
}

const journal = (last: Record<string, number> = {}): Journal =>
  ({ lastOf: (version: string) => last[version] ?? 0, storage: { mode: 'ok' } }) as unknown as Journal
const page = (text: string, seq = 0): Page => pageOf(draftOf(`= ${text}`), [], seq)

async function kept(...entries: [string, Page][]): Promise<void> {
  const pages = newPages(journal())
  await pages.enter('/来稿', 'engine')
  for (const [version, each] of entries) pages.put(version, each)
  await pages.leave(new Set(entries.map(([version]) => version)), 'engine')
}

async function path(): Promise<string> {
  const [name] = await readdir(join(data, 'folders'))
  return join(data, 'folders', name!)
}

it('are there again at the next start, the last of a version', async () => {
  await kept(['a', page('甲')], ['b', page('乙')])
  await kept(['a', page('甲二', 3)])
  const pages = newPages(journal({ a: 3 }))
  await pages.enter('/来稿', 'engine')
  expect([pages.get('a')?.text, pages.get('b')?.text]).toEqual(['甲二', '乙'])
})

it('are there as they were judged last, and what is put while they are read is newer', async () => {
  await kept(['a', page('甲')], ['a', page('甲二')], ['b', page('乙')])
  const pages = newPages(journal())
  const reading = pages.enter('/来稿', 'engine')
  pages.put('b', page('乙二'))
  await reading
  expect([pages.get('a')?.text, pages.get('b')?.text]).toEqual(['甲二', '乙二'])
})

it('are not there where a record came since, for another engine, or in another folder', async () => {
  await kept(['a', page('甲')])
  const since = newPages(journal({ a: 1 }))
  await since.enter('/来稿', 'engine')
  expect(since.get('a')).toBeUndefined()
  const other = newPages(journal())
  await other.enter('/别处', 'engine')
  expect(other.get('a')).toBeUndefined()
  const older = newPages(journal())
  await older.enter('/来稿', 'another engine')
  expect(older.get('a')).toBeUndefined()
})

it('stand under what their verdicts hang on at the end', async () => {
  const pages = newPages(journal())
  await pages.enter('/来稿', 'engine')
  pages.put('a', page('甲'))
  await pages.leave(new Set(['a']), 'engine and a rule')
  const before = newPages(journal())
  await before.enter('/来稿', 'engine')
  expect(before.get('a')).toBeUndefined()
  const after = newPages(journal())
  await after.enter('/来稿', 'engine and a rule')
  expect(after.get('a')?.text).toBe('甲')
})

it('are not believed where they are read after their version was doubted', async () => {
  await kept(['a', page('甲')], ['b', page('乙')])
  const pages = newPages(journal())
  const entered = pages.enter('/来稿', 'engine')
  pages.doubt('a')
  await entered
  expect([pages.get('a'), pages.get('b')?.text]).toEqual([undefined, '乙'])
})

it('outlive a line that was not written whole', async () => {
  await kept(['a', page('甲')])
  const whole = await readFile(await path())
  await kept(['b', page('乙')])
  await writeFile(await path(), (await readFile(await path())).subarray(0, whole.length + 40))
  const pages = newPages(journal())
  await pages.enter('/来稿', 'engine')
  expect([pages.get('a')?.text, pages.get('b')]).toEqual(['甲', undefined])
})

it('take no more room than they may', () => {
  const pages = newPages(journal(), 100)
  expect(pages.put('a', page('甲'.repeat(80)))).toBe(true)
  expect(pages.put('b', page('乙'.repeat(80)))).toBe(false)
  expect(pages.full).toBe(true)
  expect(pages.put('a', page('丙'))).toBe(true)
  expect(pages.put('b', page('乙'.repeat(40)))).toBe(true)
})

it('are written anew at the end where most lines say nothing any more', async () => {
  await kept(...Array.from({ length: 700 }, (_, n): [string, Page] => ['a', page('甲', n)]))
  expect((await stat(await path())).size).toBeLessThan(400)
  const pages = newPages(journal({ a: 699 }))
  await pages.enter('/来稿', 'engine')
  expect(pages.get('a')).toEqual(page('甲', 699))
})

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { folderName } from '../desk/folder/identity'
import type { Disk } from '../journal/disk'
import { FaultyDisk } from '../journal/faulty-disk'
import { pageOf, sameLines, type Page } from './page'
import { PageFile } from './page-file'
import { NO_REST, packed, restOf, type Rest } from './rest'

const DRAFT = draftOf('^ 题', '= 甲乙丙', '- 分享到', '? Share this')
const LATIN = draftOf('^ Title', '= caf\u00E9')
const CHECKS = { findings: [], width: [[3, '\uFF0C']] } as const

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qingyang-page-file-'))
})
afterEach(() => rm(data, { recursive: true }))

/** Nothing is kept at hand unless told: the file itself is tried. */
const fileAt = (judges = 'engine', disk?: Disk, held = 0): PageFile => new PageFile(data, '/来稿', judges, disk, held)
const path = (): string => join(data, 'folders', `${folderName('/来稿')}.pages`)

/** What a new start finds, with the rest of each. */
async function found(judges = 'engine', disk?: Disk): Promise<Record<string, { page: Page; rest: Rest }>> {
  const file = fileAt(judges, disk)
  const pages = new Map<string, Page>()
  await file.read((version, page) => (pages.set(version, page), true))
  const all: Record<string, { page: Page; rest: Rest }> = {}
  for (const [version, page] of pages) all[version] = { page, rest: await file.rest(version) }
  await file.letGo(false)
  return all
}

type Added = readonly [version: string, page: Page, rest: Rest, kept?: boolean]

async function written(...added: readonly Added[]): Promise<PageFile> {
  const file = fileAt()
  await file.read(() => true)
  for (const [version, page, rest, kept = false] of added) file.add(version, page, rest, kept)
  await file.flush()
  return file
}

const plain = (version: string): Added => [version, pageOf(DRAFT, [], 0), restOf(DRAFT, [], CHECKS)]

it('gives back pages, and what is kept beside them, as they were written', async () => {
  const worked = [entry({ kind: 'decide', spans: [[0, 1]], fate: 'text' })]
  const file = await written(
    plain('a'),
    ['b', pageOf(LATIN, [], 0), restOf(LATIN, [])],
    ['c', { ...pageOf(DRAFT, worked, 3), copy: '改过的', recurring: '..r.' }, restOf(DRAFT, worked)],
  )
  expect(await file.rest('a')).toEqual(restOf(DRAFT, [], CHECKS))
  await file.letGo(false)
  expect(await found()).toEqual({
    a: { page: pageOf(DRAFT, [], 0), rest: restOf(DRAFT, [], CHECKS) },
    b: { page: pageOf(LATIN, [], 0), rest: restOf(LATIN, []) },
    c: { page: { ...pageOf(DRAFT, worked, 3), copy: '改过的', recurring: '..r.' }, rest: NO_REST },
  })
})

it('answers what waits to be written as well', async () => {
  const file = fileAt()
  file.add(...(plain('a') as [string, Page, Rest]), false)
  expect(await file.rest('a')).toEqual(restOf(DRAFT, [], CHECKS))
})

it('answers from memory what there is room for, and believes no damaged rest', async () => {
  await (await written(plain('a'), plain('b'), plain('c'))).letGo(false)
  const one = packed(restOf(DRAFT, [], CHECKS))!
  const bytes = await readFile(path())
  bytes[bytes.lastIndexOf(Buffer.from(one)) + 4]! ^= 255
  await writeFile(path(), bytes)
  const file = fileAt('engine', undefined, one.length * 4)
  await file.read(() => true)
  await file.letGo(false)
  expect(await file.rest('a')).toEqual(restOf(DRAFT, [], CHECKS))
  expect(await file.rest('b')).toEqual(restOf(DRAFT, [], CHECKS))
  expect(await file.rest('c')).toEqual(NO_REST)
  const narrow = fileAt('engine', undefined, one.length)
  await narrow.read(() => true)
  await narrow.letGo(false)
  expect(await narrow.rest('a')).toEqual(restOf(DRAFT, [], CHECKS))
  expect(await narrow.rest('b')).toEqual(NO_REST)
})

it('writes a text once, however often its review changes', async () => {
  const page = pageOf(DRAFT, [], 0)
  const changed = { ...page, fates: 'tttt', seq: 5 }
  expect(sameLines(page, changed)).toBe(true)
  const file = await written(plain('a'), ['a', changed, NO_REST, true])
  await file.letGo(false)
  expect(await found()).toEqual({ a: { page: changed, rest: NO_REST } })
  const bytes = await readFile(path())
  expect(bytes.indexOf(Buffer.from('甲乙丙', 'utf16le'))).toBe(bytes.lastIndexOf(Buffer.from('甲乙丙', 'utf16le')))
})

it('cut off at any byte, holds what was whole before, and takes more', async () => {
  await (await written(plain('a'))).letGo(false)
  const whole = (await readFile(path())).length
  await (await written(plain('b'))).letGo(false)
  const both = await readFile(path())
  for (let length = whole; length < both.length; length += 7) {
    await writeFile(path(), both.subarray(0, length))
    expect(Object.keys(await found())).toEqual(['a'])
    await (await written(plain('c'))).letGo(false)
    expect(await found()).toMatchObject({ a: { rest: { checks: CHECKS } }, c: { rest: { checks: CHECKS } } })
  }
})

it('loses of a damaged middle no page but that one; a damaged rest is not believed', async () => {
  await (await written(plain('a'), plain('b'), plain('c'))).letGo(false)
  const bytes = await readFile(path())
  const second = bytes.indexOf(Buffer.from('"version":"b"'))
  const spoilt = Buffer.from(bytes)
  spoilt.fill(0, second, second + 4)
  await writeFile(path(), spoilt)
  expect(Object.keys(await found())).toEqual(['a', 'c'])
  bytes.fill(0, bytes.length - 8)
  await writeFile(path(), bytes)
  expect(await found()).toMatchObject({ b: { rest: restOf(DRAFT, [], CHECKS) }, c: { rest: NO_REST } })
})

it('starts anew under other judges, and where an earlier app wrote the file', async () => {
  await (await written(plain('a'))).letGo(false)
  expect(await found('another engine')).toEqual({})
  await mkdir(join(data, 'folders'), { recursive: true })
  await rm(path())
  await writeFile(`${path()}.jsonl`, '{"v":4,"engine":"engine"}\n["a",{"text":"甲"}]\n')
  expect(await found()).toEqual({})
  await (await written(plain('b'))).letGo(false)
  expect(Object.keys(await found())).toEqual(['b'])
  expect(await readdir(join(data, 'folders'))).toHaveLength(1)
  await writeFile(path(), 'no page file at all, but long enough to look like one')
  expect(await found()).toEqual({})
})

it('stands under other judges at the end, whole or by one more frame', async () => {
  const file = await written(plain('a'))
  await file.close(new Map([['a', pageOf(DRAFT, [], 0)]]), 'engine and a rule')
  expect(await found()).toEqual({})
  expect(await found('engine and a rule')).toMatchObject({ a: { rest: { checks: CHECKS } } })
})

it('written anew, holds the pages worth keeping with their rests', async () => {
  const many = Array.from({ length: 600 }, (_, seq): Added => ['a', pageOf(DRAFT, [], seq), NO_REST])
  const file = await written(plain('b'), plain('gone'), ...many)
  const page = pageOf(DRAFT, [], 599)
  await file.close(
    new Map([
      ['a', page],
      ['b', pageOf(DRAFT, [], 0)],
    ]),
    'engine',
  )
  expect(await found()).toEqual({
    a: { page, rest: NO_REST },
    b: { page: pageOf(DRAFT, [], 0), rest: restOf(DRAFT, [], CHECKS) },
  })
  expect((await readFile(path())).length).toBeLessThan(2_000)
  expect(await readdir(join(data, 'folders'))).toHaveLength(1)
})

it('on a full disk writes no more, and says nothing of what it could not keep', async () => {
  const disk = new FaultyDisk()
  const file = fileAt('engine', disk)
  file.add('a', pageOf(DRAFT, [], 0), restOf(DRAFT, []), false)
  await file.flush()
  disk.fault = (operation) => (operation === 'write' ? { code: 'ENOSPC', partial: 20 } : null)
  file.add('b', pageOf(DRAFT, [], 0), restOf(DRAFT, []), false)
  await file.flush()
  expect(await file.rest('b')).toEqual(NO_REST)
  disk.fault = () => null
  // Its text never reached the file: a change of it must not either.
  file.add('b', pageOf(DRAFT, [], 7), NO_REST, true)
  await file.close(new Map(), 'another')
  expect(Object.keys(await found('engine', disk))).toEqual(['a'])
})

it('after a power cut holds pages as they were written, or none; other judges never hold for what was not rejudged', async () => {
  for (let kept = 0; kept < 900; kept += 13) {
    const disk = new FaultyDisk()
    const file = fileAt('engine', disk)
    file.add('a', pageOf(DRAFT, [], 0), restOf(DRAFT, []), false)
    await file.flush()
    file.add('a', pageOf(DRAFT, [], 0), NO_REST, true)
    await file.close(new Map([['a', pageOf(DRAFT, [], 0)]]), 'engine and a rule')
    disk.cut((unsynced) => Math.min(kept, unsynced))
    const after = await found('engine and a rule', disk)
    expect(after['a']?.rest ?? NO_REST).toEqual(NO_REST)
  }
})

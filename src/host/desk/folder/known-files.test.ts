import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Row } from '../../../contract/contract'
import { folderName } from './identity'
import { readKnown, writeKnown, type KnownFile } from './known-files'

const ROOT = '/来稿'
let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qingyang-known-'))
})
afterEach(() => rm(data, { recursive: true }))

const path = (): string => join(data, 'folders', `${folderName(ROOT)}.json`)

function fileOf(name: string): KnownFile {
  const row = { id: name, title: `${name}\n\uFF0C"题"`, received: 7 } as Row
  return { key: `k ${name}`, encoding: null, documents: [{ row, reading: null, at: 3, asks: [], sketches: [] }] }
}

async function read(judges = 'engine', root = ROOT): Promise<{ seen: boolean; files: Record<string, KnownFile> }> {
  const files: Record<string, KnownFile> = {}
  const seen = await readKnown(data, root, judges, (raw, known) => (files[raw] = known))
  return { seen, files }
}

const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `${n}.txt`)

it('gives back what was written, and says whether a folder was ever seen', async () => {
  expect(await read()).toEqual({ seen: false, files: {} })
  await writeKnown(data, ROOT, 'engine', [])
  expect(await read()).toEqual({ seen: true, files: {} })
  const many = names(1_203).map((name) => [name, fileOf(name)] as const)
  await writeKnown(data, ROOT, 'engine', many)
  expect(await read()).toEqual({ seen: true, files: Object.fromEntries(many) })
})

it('takes the times of arrival alone from what another engine judged, or an earlier app wrote', async () => {
  const one = fileOf('a.txt')
  await writeKnown(data, ROOT, 'engine', [['a.txt', one]])
  const unsure = { seen: true, files: { 'a.txt': { ...one, key: '' } } }
  expect(await read('newer')).toEqual(unsure)
  for (const v of [1, 2, 3]) {
    await writeFile(path(), JSON.stringify({ v, root: ROOT, engine: 'engine', files: [['a.txt', one]] }))
    expect(await read()).toEqual(unsure)
  }
  for (const other of [{ v: 9 }, { v: 3, root: '/别处', files: [] }, [], null, 'x']) {
    await writeFile(path(), JSON.stringify(other))
    expect(await read()).toEqual({ seen: false, files: {} })
  }
})

it('loses of a damaged file no more than what is damaged', async () => {
  await writeKnown(
    data,
    ROOT,
    'engine',
    names(3).map((name) => [name, fileOf(name)]),
  )
  const bytes = await readFile(path())
  bytes[bytes.indexOf('1.txt') - 2] = 0
  await writeFile(path(), bytes.subarray(0, bytes.length - 9))
  expect(await read()).toEqual({ seen: true, files: { '0.txt': fileOf('0.txt') } })
  await mkdir(join(data, 'folders'), { recursive: true })
  await writeFile(path(), Buffer.from([0, 1, 2, 10, 3]))
  expect(await read()).toEqual({ seen: false, files: {} })
})

it('lets others have their turn while it reads', async () => {
  await writeKnown(
    data,
    ROOT,
    'engine',
    names(20_000).map((name) => [name, fileOf(name)]),
  )
  let turns = 0
  const turn = setInterval(() => turns++, 0)
  await read()
  clearInterval(turn)
  expect(turns).toBeGreaterThan(2)
})

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LARGEST } from '../../engine/source/decode'
import { sha256Of, Sources } from './sources'

let folder: string
let sources: Sources

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingyang-sources-'))
  sources = new Sources(folder)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = Buffer.from('江边新桥通车')
const sha256 = sha256Of(bytes)

describe('the bytes of versions', () => {
  it('are kept once by their sha256', async () => {
    expect(await sources.has(sha256)).toBe(false)
    expect(await sources.read(sha256)).toBe(null)
    expect(await Promise.all([sources.keep(sha256, bytes), sources.keep(sha256, bytes)])).toEqual([true, true])
    await sources.keep(sha256, bytes)
    expect(await sources.read(sha256)).toEqual(bytes)
    expect(await readdir(folder, { recursive: true })).toEqual([
      sha256.slice(0, 2),
      join(sha256.slice(0, 2), sha256.slice(2)),
    ])
  })

  it('are not kept above 20 MB', async () => {
    expect(await sources.keep(sha256, new Uint8Array(LARGEST + 1))).toBe(false)
    expect(await sources.has(sha256)).toBe(false)
  })

  it('are refused when they are damaged', async () => {
    await sources.keep(sha256, bytes)
    await writeFile(sources.path(sha256), 'something else')
    await expect(sources.read(sha256)).rejects.toMatchObject({ failure: { code: 'source-damaged' } })
  })

  it('have the label an earlier app gave them', async () => {
    expect(await sources.labelOf(sha256)).toBe(null)
    await sources.keep(sha256, bytes)
    await writeFile(`${sources.path(sha256)}.json`, '{"name":"江桥.txt"}\n')
    expect(await sources.labelOf(sha256)).toEqual({ name: '江桥.txt' })
  })

  it('take no name that is none', () => {
    expect(() => sources.path('../../etc/passwd')).toThrow('is not a sha256')
  })
})

import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packed } from '../../../scripts/hostile/pack'
import { DeskTrial } from '../desk/desk.testing'
import { backUp } from './back-up'
import { checkBackup, restore } from './restore'

const ARTICLE =
  '城南公园新添步道\n\n城南公园本周新添一条步道\uFF0C沿湖而建。\n步道旁种了樱树。\n分享到\uFF1A微信 微博\n'
let desk: DeskTrial

beforeEach(async () => {
  desk = await DeskTrial.make()
  await desk.put('公园.txt', ARTICLE)
  await desk.put('批.jsonl', `${JSON.stringify({ title: '甲', content: ARTICLE })}\n`)
  await desk.start()
  const opened = await desk.opened('公园.txt')
  await desk.append(opened, { kind: 'meta', story: 0, set: { title: '步道' } }, { kind: 'reject', reason: '重写' })
})
afterEach(() => desk.end())

const at = (name: string) => join(desk.base, name)
const request = (to = at('desk.zip')) => ({ data: desk.data, to, now: new Date(), agent: 'Qingyang test' })
const journal = () => readFile(join(desk.data, 'journal/journal.ndjson'))

describe('a backup', () => {
  it('of a desk in use is restored elsewhere, and the desk there is the same', async () => {
    const { records, files, damaged } = await backUp(request())
    expect(records).toBe(3)
    expect(files).toBeGreaterThan(3)
    expect(damaged).toEqual([])
    const before = (await desk.ask('records', { after: 0, limit: 10 })).records
    await desk.append(await desk.opened('公园.txt'), { kind: 'reopen' })
    expect(await restore({ from: at('desk.zip'), data: at('other') })).toMatchObject({ records: 3 })
    // Another machine, where the inbox lies elsewhere: a review belongs to the content.
    await cp(desk.folder, at('稿夹'), { recursive: true })
    await desk.restart({ data: at('other'), folder: at('稿夹') })
    const hello = await desk.ask('hello', null)
    expect(hello.notices).toEqual([])
    expect(hello.storage.mode).toBe('ok')
    expect((await desk.ask('records', { after: 0, limit: 10 })).records).toEqual(before)
    const opened = await desk.opened('公园.txt')
    expect(opened.draft.text).toBe(ARTICLE)
    expect(opened.records.map(({ op }) => op.kind)).toEqual(['base', 'meta', 'reject'])
    expect(opened.row.status).toBe('rejected')
  })

  it('leaves out what can be made again, and nothing unfinished beside it', async () => {
    await mkdir(join(desk.data, 'browser'), { recursive: true })
    await writeFile(join(desk.data, 'browser/History'), 'x')
    await backUp(request())
    const { files } = await checkBackup(at('desk.zip'))
    const tops = new Set(files.map(({ path }) => path.split('/', 1)[0]))
    // What is known of the folders is written now and then, and may not be there yet.
    expect([...tops].filter((top) => top !== 'folders').sort()).toEqual(['journal', 'settings.json', 'sources'])
    expect((await readdir(desk.base)).sort()).toEqual(['data', 'desk.zip', 'samples', '来稿'].sort())
  })

  it('overwrites nothing, and says where there is no desk', async () => {
    await writeFile(at('desk.zip'), '旧')
    await expect(backUp(request())).rejects.toMatchObject({ failure: { code: 'exists' } })
    expect(await readFile(at('desk.zip'), 'utf8')).toBe('旧')
    await expect(backUp({ ...request(at('new.zip')), data: at('absent') })).rejects.toMatchObject({
      failure: { code: 'no-journal' },
    })
  })

  it('leaves a damaged source out and names it', async () => {
    const { row } = await desk.opened('公园.txt')
    const name = `sources/${row.version!.slice(0, 2)}/${row.version!.slice(2)}`
    await writeFile(join(desk.data, name), '坏了')
    expect((await backUp(request())).damaged).toEqual([name])
    expect(await restore({ from: at('desk.zip'), data: at('other') })).toMatchObject({ records: 3 })
  })
})

describe('a restore', () => {
  beforeEach(async () => void (await backUp(request())))

  const refused = (from: string, data = at('other')) =>
    restore({ from, data }).then(
      () => 'restored',
      (error: { failure: { code: string } }) => error.failure.code,
    )
  /** Nothing was made beside the data folder or of it. */
  const nothingLeft = async () =>
    expect((await readdir(desk.base)).filter((name) => name.startsWith('other'))).toEqual([])

  it('is refused into a folder that holds a desk, or anything', async () => {
    const before = await journal()
    expect(await refused(at('desk.zip'), desk.data)).toBe('not-empty')
    expect(await journal()).toEqual(before)
    await mkdir(at('full'))
    await writeFile(at('full/x'), '')
    expect(await refused(at('desk.zip'), at('full'))).toBe('not-empty')
    expect(await refused(at('desk.zip'), at('full/x'))).toBe('bad-data-folder')
    expect(await readdir(at('full'))).toEqual(['x'])
  })

  it('goes into a folder where only a window kept its profile', async () => {
    await mkdir(at('other/browser'), { recursive: true })
    expect(await refused(at('desk.zip'))).toBe('restored')
    const there = (await readdir(at('other'))).filter((name) => name !== 'folders')
    expect(there.sort()).toEqual(['browser', 'journal', 'settings.json', 'sources'])
  })

  it('finds a flipped byte wherever it is, and leaves nothing', async () => {
    const bytes = await readFile(at('desk.zip'))
    const codes = new Map<string, number>()
    for (let place = 0; place < bytes.length; place += Math.ceil(bytes.length / 150)) {
      const flipped = Buffer.from(bytes)
      flipped[place] = (flipped[place] ?? 0) ^ 0x10
      await writeFile(at('flipped.zip'), flipped)
      const code = await refused(at('flipped.zip'))
      codes.set(code, (codes.get(code) ?? 0) + 1)
      // What a zip says of dates and rights is nobody's: all else must be as it was.
      if (code === 'restored') expect(await readFile(at('other/journal/journal.ndjson'))).toEqual(await journal())
      await rm(at('other'), { recursive: true, force: true })
    }
    expect([...codes.keys()].sort()).toEqual(expect.arrayContaining(['damaged-backup']))
    expect((codes.get('damaged-backup') ?? 0) + (codes.get('not-a-bag') ?? 0)).toBeGreaterThan(75)
    await nothingLeft()
  })

  it('refuses a backup cut short, another file, and one of a newer app', async () => {
    await cp(at('desk.zip'), at('short.zip'))
    await truncate(at('short.zip'), 900)
    expect(await refused(at('short.zip'))).toBe('not-a-bag')
    await writeFile(at('foreign.zip'), await packed({ 'a/b.txt': 'x' }))
    expect(await refused(at('foreign.zip'))).toBe('no-backup')
    await writeFile(at('newer.zip'), await packed({ 'q/backup.json': '{"format":"qingyang-backup","v":2}', 'q/x': '' }))
    expect(await refused(at('newer.zip'))).toBe('newer-backup')
    expect(await refused(at('absent.zip'))).toBe('not-a-bag')
    await nothingLeft()
  })

  it.each([
    ['a path out of it', { from: 'q/xx/xx/out', to: 'q/../../out' }, 'q/xx/xx/out'],
    ['a file that is not listed', undefined, 'q/lock'],
    ['a file no backup keeps, listed', undefined, 'q/journal/run.sh'],
  ])('refuses %s', async (what, rename, name) => {
    const contents = await checkBackup(at('desk.zip'))
    const path = name.slice(2)
    const files = what.includes(', listed')
      ? [...contents.files, { path, bytes: 1, sha256: '0'.repeat(64) }]
      : contents.files
    const zip = await packed({ 'q/backup.json': JSON.stringify({ ...contents, files }), [name]: 'x' }, rename)
    await mkdir(dirname(at('bad/x')), { recursive: true })
    await writeFile(at('bad/x'), zip)
    expect(await refused(at('bad/x'))).toBe('damaged-backup')
    expect((await readdir(at('bad'))).sort()).toEqual(['x'])
    await nothingLeft()
  })
})

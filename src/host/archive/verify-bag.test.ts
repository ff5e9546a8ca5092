import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { approvedDocument, request, scratch, titledDraft } from './bag.testing'
import { digestOf } from './digest'
import { exportBag } from './export-bag'
import { verifyBag } from './verify-bag'

const DRAFT = titledDraft('- 分享到', '^ 山前村通了路', '= 山前村修了3公里路。', '| 山后村摘了果', '= 收果2万斤。')
const CONTAINED = approvedDocument(DRAFT, [], { bytes: Buffer.from('{"body":1}'), extension: 'json', path: 'b.json' })

async function freshBag(folder: string, form: 'folder' | 'zip' = 'folder'): Promise<string> {
  const bag = join(folder, form === 'zip' ? 'bag.zip' : 'bag')
  await exportBag(request(bag, [approvedDocument(DRAFT), CONTAINED], { form }))
  return bag
}

async function filesOf(bag: string): Promise<string[]> {
  const all = await readdir(bag, { recursive: true, withFileTypes: true })
  return all
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(bag.length + 1))
    .sort()
}

/** Makes the manifests true again after a payload file was changed: what is left wrong is found by rebuilding alone. */
async function reseal(bag: string, path: string): Promise<void> {
  const payload = digestOf(await readFile(join(bag, path)))
  for (const algorithm of ['sha256', 'sha512'] as const) {
    const renew = async (file: string, at: string, sum: string) => {
      const lines = (await readFile(join(bag, file), 'utf8')).split('\n')
      const renewed = lines.map((line) => (line.endsWith(`  ${at}`) ? `${sum}  ${at}` : line)).join('\n')
      await writeFile(join(bag, file), renewed)
      return digestOf(Buffer.from(renewed))
    }
    const manifest = await renew(`manifest-${algorithm}.txt`, path, payload[algorithm])
    for (const tag of ['sha256', 'sha512'] as const)
      await renew(`tagmanifest-${tag}.txt`, `manifest-${algorithm}.txt`, manifest[tag])
  }
}

describe('a bag that was touched', () => {
  it('is found out by a single bit, in every file, by its name', () =>
    scratch(async (folder) => {
      const bag = await freshBag(folder)
      const files = await filesOf(bag)
      expect(files.length).toBeGreaterThan(14)
      for (const file of files) {
        const bytes = await readFile(join(bag, file))
        const at = Math.floor(bytes.length / 2)
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ 1
        await writeFile(join(bag, file), flipped)
        const { problems } = await verifyBag(bag)
        // A sum that was changed in a tag manifest accuses the file it speaks of; the manifest itself is listed nowhere.
        if (file.startsWith('tagmanifest-')) expect(problems).not.toEqual([])
        else expect(problems.map((problem) => problem.file)).toContain(file)
        await writeFile(join(bag, file), bytes)
      }
      expect((await verifyBag(bag)).problems).toEqual([])
    }))

  it('misses every file that is gone', () =>
    scratch(async (folder) => {
      const bag = await freshBag(folder)
      for (const file of await filesOf(bag)) {
        await rename(join(bag, file), join(folder, 'away'))
        expect((await verifyBag(bag)).problems).toContainEqual(
          expect.objectContaining({ file, en: expect.stringContaining('is missing') }),
        )
        await rename(join(folder, 'away'), join(bag, file))
      }
    }))

  it('names every file that was added, and a link', () =>
    scratch(async (folder) => {
      const bag = await freshBag(folder)
      await writeFile(join(bag, 'data/clean/00009-1.txt'), '多的')
      await writeFile(join(bag, 'note.txt'), 'more')
      expect((await verifyBag(bag)).problems.map(({ file }) => file)).toEqual(
        expect.arrayContaining(['data/clean/00009-1.txt', 'note.txt', 'bag-info.txt']),
      )
      await symlink('/etc/hostname', join(bag, 'data/clean/00010-1.txt'))
      expect((await verifyBag(bag)).problems).toEqual([
        expect.objectContaining({ file: 'data/clean/00010-1.txt', en: expect.stringContaining('link') }),
      ])
    }))

  it('is found out by rebuilding where the manifests were made to fit', () =>
    scratch(async (folder) => {
      const bag = await freshBag(folder)
      const clean = 'data/clean/00001-1.txt'
      await writeFile(join(bag, clean), '山前村通了路\n\n山前村修了8公里路。')
      await reseal(bag, clean)
      expect((await verifyBag(bag)).problems).toEqual([
        {
          file: clean,
          zh: expect.stringContaining('从第 35 字节起'),
          en: expect.stringContaining('at byte 35: expected "3公里路。", got "8公里路。"'),
        },
      ])
    }))

  it('says where a piece is wrong, outside its source, or missing', () =>
    scratch(async (folder) => {
      const bag = await freshBag(folder)
      const file = 'data/decisions.jsonl'
      const good = await readFile(join(bag, file), 'utf8')
      const problemsWith = async (change: (rebuild: { pieces: unknown[]; encoding: string }) => void) => {
        const [first = '', ...rest] = good.split('\n')
        const line = JSON.parse(first) as { rebuild: { pieces: unknown[]; encoding: string } }
        change(line.rebuild)
        await writeFile(join(bag, file), [JSON.stringify(line), ...rest].join('\n'))
        await reseal(bag, file)
        return (await verifyBag(bag)).problems.filter((problem) => problem.file !== 'bag-info.txt')
      }
      const clean = 'data/clean/00001-1.txt'
      const says = (at: string, en: string) => [{ file: at, zh: expect.any(String), en: expect.stringContaining(en) }]
      expect(await problemsWith(({ pieces }) => pieces.pop())).toEqual(says(clean, 'expected (end)'))
      expect(await problemsWith(({ pieces }) => pieces.push({ start: 3, end: 9_999 }))).toEqual(
        says(clean, 'lies outside'),
      )
      expect(await problemsWith((rebuild) => (rebuild.encoding = 'klingon'))).toEqual(says(clean, 'no decoder'))
      const unreadable = await problemsWith(({ pieces }) => pieces.push({ start: -1 }))
      expect(unreadable.map((problem) => problem.file)).toEqual([file, clean])
    }))
})

describe('what is no bag', () => {
  it('says so', () =>
    scratch(async (folder) => {
      await expect(verifyBag(join(folder, 'none'))).rejects.toMatchObject({ failure: { code: 'not-found' } })
      await mkdir(join(folder, 'empty'))
      expect((await verifyBag(join(folder, 'empty'))).problems).toMatchObject([{ file: 'bagit.txt' }])
      await writeFile(join(folder, 'no.zip'), 'not a zip')
      await expect(verifyBag(join(folder, 'no.zip'))).rejects.toMatchObject({ failure: { code: 'not-a-bag' } })
      await rm(join(folder, 'no.zip'))
    }))
})

describe('a zip', () => {
  let plain: Buffer
  beforeAll(() => scratch(async (folder) => void (plain = await readFile(await freshBag(folder, 'zip')))))
  afterAll(() => void (plain = Buffer.alloc(0)))

  /** A zip with one entry more than a few honest ones; `patch` may then change its bytes. */
  const hostile = (
    folder: string,
    name: string,
    options: { mode?: number; content?: Buffer } = {},
    patch: (bytes: Buffer) => void = () => undefined,
  ) =>
    new Promise<string>((resolve, reject) => {
      const zip = new ZipFile()
      zip.addBuffer(Buffer.from('BagIt-Version: 1.0\n'), 'bag/bagit.txt')
      zip.addBuffer(options.content ?? Buffer.from('x'), name, { mode: options.mode ?? 0o100644 })
      zip.end()
      const at = join(folder, 'hostile.zip')
      pipeline(zip.outputStream, createWriteStream(at))
        .then(async () => {
          const bytes = await readFile(at)
          patch(bytes)
          await writeFile(at, bytes)
          resolve(at)
        })
        .catch(reject)
    })
  const rewrite = (from: string, to: string) => (bytes: Buffer) => {
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  }

  it('is sound as it was written, and found out by a flipped byte of its packed data', () =>
    scratch(async (folder) => {
      const at = join(folder, 'bag.zip')
      await writeFile(at, plain)
      expect(await verifyBag(at)).toMatchObject({ problems: [], rebuilt: 4 })
      const damaged = Buffer.from(plain)
      const data = damaged.indexOf('data/original/') + 100
      damaged[data] = (damaged[data] ?? 0) ^ 0x55
      await writeFile(at, damaged)
      const found = await verifyBag(at).then(
        ({ problems }) => problems.length,
        () => 1,
      )
      expect(found).toBeGreaterThan(0)
    }))

  it.each([
    ['a path that climbs out', 'aa/evil', '../evil'],
    ['an absolute path', 'aetc/evil', '/etc/evil'],
    ['a drive', 'cc/evil', 'c:/evil'],
    ['a backslash', 'aaabbbb', '..\\bbbb'],
  ])('is refused for %s, which is named', (_what, name, evil) =>
    scratch(async (folder) => {
      const { problems } = await verifyBag(await hostile(folder, name, {}, rewrite(name, evil)))
      expect(problems).toEqual([{ file: evil, zh: expect.any(String), en: expect.stringContaining('refused') }])
    }),
  )

  it('is refused for a link, which is named', () =>
    scratch(async (folder) => {
      const { problems } = await verifyBag(await hostile(folder, 'bag/data/link', { mode: 0o120777 }))
      expect(problems).toMatchObject([{ file: 'bag/data/link', en: expect.stringContaining('link') }])
    }))

  it('is refused for a bomb, which is named, without unpacking it', () =>
    scratch(async (folder) => {
      const patch = (bytes: Buffer) => {
        const header = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
        bytes.writeUInt32LE(0x7fff_0000, header + 24)
      }
      const { problems } = await verifyBag(
        await hostile(folder, 'bag/data/bomb', { content: Buffer.alloc(5_000) }, patch),
      )
      expect(problems).toContainEqual(
        expect.objectContaining({ file: 'bag/data/bomb', en: expect.stringContaining('bomb') }),
      )
    }))

  it('is refused where entries overlap', () =>
    scratch(async (folder) => {
      const patch = (bytes: Buffer) => {
        const header = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
        bytes.writeUInt32LE(0, header + 42)
      }
      const { problems } = await verifyBag(await hostile(folder, 'bag/data/twice', {}, patch))
      expect(problems).toMatchObject([{ en: expect.stringContaining('overlaps') }])
    }))
})

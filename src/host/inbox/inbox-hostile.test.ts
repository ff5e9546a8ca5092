import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { chmod, open, rm, symlink, truncate, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { disk, type FileAccess, type Place } from './access'
import { Trial, wait } from './trial.testing'

let trial: Trial
afterEach(() => trial.end())

const isPosix = process.platform !== 'win32'
/** The user without rights, on every system that has one. */
const NOBODY = 65_534

function failing(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code })
}

/** chmod 000 does not stop root, so the refusals of the system are simulated here. */
function refusing(refuses: () => string | null): Pick<FileAccess, 'open'> {
  return {
    open: (place: Place) => {
      const code = refuses()
      return code ? Promise.reject(failing(code)) : disk.open(place)
    },
  }
}

describe('entries that are not files', () => {
  it('lists links, follows none, and never opens a FIFO', async () => {
    trial = new Trial()
    await trial.put('正.txt', '正')
    mkdirSync(`${trial.root}.outside`)
    await writeFile(`${trial.root}.outside/外.txt`, '外')
    await symlink(`${trial.root}.outside`, trial.at('外链'))
    await symlink(`${trial.root}.outside/外.txt`, trial.at('外.txt'))
    await symlink('nowhere', trial.at('断.txt'))
    await symlink('.', trial.at('圈'))
    if (isPosix) execFileSync('mkfifo', [trial.at('管道.txt')])
    await trial.start()
    await expect.poll(() => trial.content('正.txt')).toBe('正')
    const refused = ['圈', '外.txt', '外链', '断.txt', ...(isPosix ? ['管道.txt'] : [])]
    expect(trial.paths).toEqual(['正.txt', ...refused].sort())
    for (const path of refused) expect(trial.listed.get(path)?.failure?.code).toBe('not-regular')
    expect(trial.listed.get('外链')?.failure?.en).toContain('a link')
    expect([...trial.contents.keys()]).toEqual(['正.txt'])
  })

  it.runIf(isPosix)('a file that becomes a FIFO or a link between scan and read is not opened', async () => {
    trial = new Trial({ every: Infinity, watch: false })
    await trial.put('稿.txt', '正')
    await trial.start()
    await expect.poll(() => trial.content('稿.txt')).toBe('正')
    const file = trial.listed.get('稿.txt')
    if (!file) throw new Error('not listed')
    await unlink(trial.at('稿.txt'))
    execFileSync('mkfifo', [trial.at('稿.txt')])
    expect(await trial.inbox.read(file)).toEqual({ later: true })
    const flags = await disk.open(Buffer.from(trial.at('稿.txt')))
    expect((await flags.stat()).isFIFO()).toBe(true)
    await flags.close()
    await rm(trial.at('稿.txt'))
    await symlink('/etc/hostname', trial.at('稿.txt'))
    await expect(disk.open(Buffer.from(trial.at('稿.txt')))).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

describe('files that cannot be read', () => {
  it('are one failure each, tried again by themselves', async () => {
    let refused: string | null = 'EACCES'
    trial = new Trial({ access: { ...disk, ...refusing(() => refused) } })
    await trial.put('锁.txt', '锁')
    await trial.start()
    await expect.poll(() => trial.failures.get('锁.txt')).toBe('unreadable')
    refused = null
    await expect.poll(() => trial.content('锁.txt')).toBe('锁')
  })

  it('answer later when the system is short of something, and come again', async () => {
    let refusals = 3
    trial = new Trial({ access: { ...disk, ...refusing(() => (refusals-- > 0 ? 'EMFILE' : null)) } })
    await trial.put('稿.txt', '稿')
    await trial.start()
    await expect.poll(() => trial.content('稿.txt')).toBe('稿')
    expect(trial.failures.size).toBe(0)
    expect(refusals).toBe(-1)
  })

  it('answer later when they vanish between stat and read', async () => {
    const access: FileAccess = { ...disk, open: (place) => unlink(place).then(() => disk.open(place)) }
    trial = new Trial({ access })
    await trial.put('稿.txt')
    await trial.start()
    await expect.poll(() => trial.gone).toEqual(['稿.txt'])
    expect(trial.failures.size).toBe(0)
    expect(trial.contents.size).toBe(0)
  })

  it.each(['before', 'while'])('answer later when they change %s they are read', async (when) => {
    let isFirst = true
    const access: FileAccess = {
      ...disk,
      async open(place) {
        const handle = await disk.open(place)
        const change = async (): Promise<void> => {
          if (isFirst) await writeFile(place, '乙乙')
          isFirst = false
        }
        if (when === 'before') await change()
        const read = handle.read.bind(handle) as (...of: unknown[]) => ReturnType<typeof handle.read>
        const changingRead = (...of: unknown[]) => read(...of).finally(change)
        return Object.assign(handle, { read: changingRead as unknown as typeof handle.read })
      },
    }
    trial = new Trial({ access })
    await trial.put('稿.txt', '甲甲')
    await trial.start()
    await expect.poll(() => trial.content('稿.txt')).toBe('乙乙')
    expect(trial.contents.get('稿.txt')).toHaveLength(1)
  })

  it('above the cap are listed with their size and never opened', async () => {
    let opened = 0
    const access: FileAccess = { ...disk, open: (place) => (opened++, disk.open(place)) }
    trial = new Trial({ access, cap: 20 * 2 ** 20 })
    await trial.put('大.txt')
    await truncate(trial.at('大.txt'), 1000 * 2 ** 20)
    await trial.start()
    const file = trial.listed.get('大.txt')
    expect(file?.failure?.code).toBe('too-large')
    expect(file?.failure?.zh).toContain('1,000 MB')
    if (file) expect(await trial.inbox.read(file)).toMatchObject({ failure: { code: 'too-large' } })
    expect(opened).toBe(0)
  })

  it('an entry or a folder the system refuses is listed; what was known in the folder stays', async () => {
    let refused = false
    const refuses = (place: Place): boolean => refused && place.toString().includes('锁')
    const access: FileAccess = {
      ...disk,
      lstat: (place) => (refuses(place) ? Promise.reject(failing('EACCES')) : disk.lstat(place)),
    }
    trial = new Trial({ access })
    await trial.put('锁夹/甲.txt')
    await trial.put('锁.txt')
    await trial.put('正.txt')
    await trial.start()
    await expect.poll(() => trial.contents.size).toBe(3)
    refused = true
    await expect.poll(() => trial.listed.get('锁夹')?.failure?.code).toBe('unreadable')
    expect(trial.listed.get('锁.txt')?.failure?.code).toBe('unreadable')
    await wait(400)
    expect(trial.listed.get('锁夹/甲.txt')?.failure).toBeNull()
    expect(trial.gone).toEqual([])
    refused = false
    await expect.poll(() => trial.gone).toEqual(['锁夹'])
    expect(trial.listed.get('锁.txt')?.failure).toBeNull()
  })

  it.skipIf(!isPosix)('a real file without rights', async () => {
    trial = new Trial()
    await trial.put('锁.txt', '锁')
    await chmod(dirname(trial.root), 0o755)
    await chmod(trial.at('锁.txt'), 0)
    // Root may read everything: it steps down for as long as the file is locked.
    const isRoot = process.getuid?.() === 0
    try {
      if (isRoot) process.seteuid?.(NOBODY)
      await trial.start()
      await expect.poll(() => trial.failures.get('锁.txt')).toBe('unreadable')
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
    await chmod(trial.at('锁.txt'), 0o600)
    await expect.poll(() => trial.content('锁.txt')).toBe('锁')
  })
})

describe.runIf(process.platform === 'linux')('odd names', () => {
  it('opens names that are no UTF-8, and keeps apart what reads alike', async () => {
    trial = await new Trial().start()
    const nfc = 'caf\u00E9.txt'
    const nfd = 'cafe\u0301.txt'
    const bytes = Buffer.concat([Buffer.from(`${trial.root}/`), Buffer.from([0xd6, 0xd0]), Buffer.from('.txt')])
    await writeFile(bytes, '国标名')
    await writeFile(trial.at(nfc), 'nfc')
    await writeFile(trial.at(nfd), 'nfd')
    await expect.poll(() => trial.content('\uFFFD\uFFFD.txt')).toBe('国标名')
    await expect.poll(() => [...(trial.contents.get(nfc) ?? [])].sort()).toEqual(['nfc', 'nfd'])
    expect(trial.listed.get('\uFFFD\uFFFD.txt')?.raw).toBe('\u00D6\u00D0.txt')
    expect(trial.inbox.listed).toBe(3)
  })

  it.each([
    '换\n行.txt',
    '😀.txt',
    'CON.txt',
    '末尾. .txt',
    ' .txt',
    '__proto__',
    `${'长'.repeat(83)}.txt`,
    '“引号”\u202E.txt',
  ])('%j', async (name) => {
    trial = new Trial()
    await trial.put(name, '文')
    await trial.start()
    await expect.poll(() => trial.content(name)).toBe('文')
  })

  it('enters deep folders', async () => {
    trial = new Trial()
    const deep = join(...Array.from({ length: 60 }, (_, n) => `第${n}层`), '稿.txt')
    await trial.put(deep, '深')
    await trial.start()
    await expect.poll(() => trial.content(deep)).toBe('深')
    const handle = await open(trial.at(deep))
    await handle.close()
  })
})

import { appendFile, readdir, rename, rm, utimes } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { Trial, wait } from './trial.testing'

let trial: Trial
afterEach(() => trial.end())

describe('files', () => {
  it('lists what stands there at the start, and reads at once what is quiet', async () => {
    trial = new Trial({ quiet: 60_000 })
    await trial.put('旧稿.txt', '旧')
    await utimes(trial.at('旧稿.txt'), 1_700_000_000, 1_700_000_000)
    await trial.put('三月/新稿.html')
    await trial.put('图.jpg')
    await trial.start()
    expect(trial.paths).toEqual(['三月/新稿.html', '旧稿.txt'])
    expect(trial.inbox.listed).toBe(2)
    await expect.poll(() => trial.content('旧稿.txt')).toBe('旧')
    expect(trial.content('三月/新稿.html')).toBeUndefined()
  })

  it('lists a file that arrives at once, by the watch alone, and reads it once it is quiet', async () => {
    trial = await new Trial({ every: Infinity, quiet: 400 }).start()
    await trial.put('来稿.txt', '一')
    await expect.poll(() => trial.paths, { timeout: 2000 }).toEqual(['来稿.txt'])
    expect(trial.content('来稿.txt')).toBeUndefined()
    await expect.poll(() => trial.content('来稿.txt')).toBe('一')
  })

  it('finds it by the scan alone too', async () => {
    trial = await new Trial({ watch: false }).start()
    expect(trial.inbox.mode).toBe('scan-only')
    await trial.put('来稿.txt', '一')
    await expect.poll(() => trial.content('来稿.txt')).toBe('一')
  })

  it('scans when woken', async () => {
    trial = await new Trial({ watch: false, every: Infinity }).start()
    await trial.put('来稿.txt', '一')
    trial.inbox.wake()
    await expect.poll(() => trial.content('来稿.txt'), { timeout: 1500 }).toBe('一')
  })

  it('tells a change as found with another key, and reads again', async () => {
    trial = await new Trial().start()
    await trial.put('稿.txt', '一')
    await expect.poll(() => trial.content('稿.txt')).toBe('一')
    const { key } = trial.listed.get('稿.txt') ?? {}
    await trial.put('稿.txt', '二')
    await expect.poll(() => trial.content('稿.txt')).toBe('二')
    expect(trial.listed.get('稿.txt')?.key).not.toBe(key)
  })

  it('tells what vanished, once, and finds it again when it is back', async () => {
    trial = await new Trial().start()
    await trial.put('稿.txt', '一')
    await expect.poll(() => trial.content('稿.txt')).toBe('一')
    await rm(trial.at('稿.txt'))
    await expect.poll(() => trial.gone).toEqual(['稿.txt'])
    await trial.put('稿.txt', '一')
    await expect.poll(() => trial.contents.get('稿.txt')).toEqual(['一', '一'])
    expect(trial.gone).toEqual(['稿.txt'])
  })

  it('tells a renamed file as another one', async () => {
    trial = await new Trial().start()
    await trial.put('甲.txt', '文')
    await expect.poll(() => trial.content('甲.txt')).toBe('文')
    await rename(trial.at('甲.txt'), trial.at('乙.txt'))
    await expect.poll(() => trial.content('乙.txt')).toBe('文')
    await expect.poll(() => trial.gone).toEqual(['甲.txt'])
  })

  it('never tells a file as gone that a scan misses while it is replaced', async () => {
    trial = await new Trial({ every: 50, watch: false, quiet: 600 }).start()
    await trial.put('稿.txt', '一')
    await expect.poll(() => trial.content('稿.txt'), { timeout: 5000 }).toBe('一')
    await rm(trial.at('稿.txt'))
    await wait(200)
    await trial.putAtOnce('稿.txt', '二')
    await expect.poll(() => trial.content('稿.txt'), { timeout: 5000 }).toBe('二')
    expect(trial.gone).toEqual([])
  })

  it('lists a download only once it has its name', async () => {
    trial = await new Trial().start()
    await trial.put('稿.html.crdownload', '<p>半')
    await trial.put('全.txt')
    await expect.poll(() => trial.paths).toEqual(['全.txt'])
    await rename(trial.at('稿.html.crdownload'), trial.at('稿.html'))
    await expect.poll(() => trial.content('稿.html')).toBe('<p>半')
  })

  it('leaves out the folders it is told to, and hidden ones', async () => {
    trial = new Trial({ ignore: ['导出', '三月/导出', '/elsewhere', '.'] })
    const paths = ['导出/a.txt', '三月/导出/夹/b.txt', '.git/c.txt', '导出二/d.txt']
    for (const path of paths) await trial.put(path)
    await trial.start()
    expect(trial.paths).toEqual(['导出二/d.txt'])
  })
})

describe('half-written files', () => {
  it('waits for a slow writer and reads the whole', async () => {
    trial = await new Trial({ quiet: 250 }).start()
    for (let n = 0; n < 10; n++) {
      await appendFile(trial.at('慢稿.txt'), `第${n}段\n`)
      await wait(50)
    }
    await expect.poll(() => trial.content('慢稿.txt')).toContain('第9段')
    expect(trial.contents.get('慢稿.txt')).toHaveLength(1)
  })

  it('answers later when the file changes before it is read, and tells it again', async () => {
    trial = await new Trial({ every: Infinity, watch: false }).start()
    await trial.put('稿.txt', '一')
    trial.inbox.wake()
    await expect.poll(() => trial.content('稿.txt')).toBe('一')
    const stale = trial.listed.get('稿.txt')
    if (!stale) throw new Error('not listed')
    await trial.put('稿.txt', '一二')
    expect(await trial.inbox.read(stale)).toEqual({ later: true })
    await expect.poll(() => trial.content('稿.txt')).toBe('一二')
  })
})

describe('many', () => {
  it('finds 2,000 files in new subfolders, none missed, in batches of at most 500', async () => {
    trial = await new Trial().start()
    const names = Array.from({ length: 2000 }, (_, n) => `批${n % 7}/子${n % 200}/稿${n}.txt`)
    await Promise.all(names.map((name) => trial.put(name, name)))
    await expect.poll(() => trial.contents.size, { timeout: 20_000 }).toBe(2000)
    expect(trial.paths).toEqual([...names].sort())
    for (const name of names) expect(trial.content(name)).toBe(name)
    expect(Math.max(...trial.batches)).toBeLessThanOrEqual(500)
  })

  it('agrees with the folder after any to and fro', async () => {
    trial = await new Trial({ every: 60, quiet: 40 }).start()
    let seed = 7
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
    for (let step = 0; step < 400; step++) {
      const [from, to] = [`夹${random(6)}/稿${random(8)}.txt`, `夹${random(6)}/稿${random(8)}.txt`]
      const action = random(5)
      if (action === 0) await rm(trial.at(from), { force: true })
      else if (action === 1) await rename(trial.at(from), trial.at(to)).catch(() => null)
      else if (action === 2 && step % 9 === 0) await rm(trial.at(`夹${random(6)}`), { recursive: true, force: true })
      else await trial.put(from, `第${step}步`)
      if (step % 20 === 0) await wait(10)
    }
    const standing = async (): Promise<string[]> =>
      (await readdir(trial.root, { recursive: true })).filter((name) => name.endsWith('.txt')).sort()
    expect((await standing()).length).toBeGreaterThan(5)
    await expect.poll(async () => ({ listed: trial.paths })).toEqual({ listed: await standing() })
  })
})

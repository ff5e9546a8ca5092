import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { Trial, wait } from './trial.testing'

let trial: Trial
afterEach(() => trial.end())

async function trialWithFiles(): Promise<Trial> {
  trial = new Trial()
  for (const name of ['甲.txt', '乙.txt', '夹/丙.txt']) await trial.put(name)
  await trial.start()
  await expect.poll(() => trial.contents.size).toBe(3)
  return trial
}

describe('the folder itself', () => {
  it('goes away and comes back: nothing was deleted', async () => {
    await trialWithFiles()
    await rename(trial.root, `${trial.root}.away`)
    await expect.poll(() => trial.inbox.state).toBe('gone')
    await wait(400)
    expect(trial.gone).toEqual([])
    expect(trial.inbox.listed).toBe(3)
    await writeFile(`${trial.root}.away/丁.txt`, '丁')
    await rm(`${trial.root}.away/甲.txt`)
    await rename(`${trial.root}.away`, trial.root)
    await expect.poll(() => trial.content('丁.txt')).toBe('丁')
    expect(trial.inbox.state).toBe('watching')
    await expect.poll(() => trial.gone).toEqual(['甲.txt'])
    expect(trial.contents.get('乙.txt')).toHaveLength(1)
  })

  it('is deleted and made anew: nothing is taken for deleted, and what arrives is found, by the watch too', async () => {
    await trialWithFiles()
    await rm(trial.root, { recursive: true })
    await mkdir(trial.root)
    await expect.poll(() => trial.inbox.state).toBe('gone')
    await trial.put('丁.txt', '丁')
    await expect.poll(() => trial.content('丁.txt')).toBe('丁')
    expect(trial.inbox.state).toBe('watching')
    await wait(400)
    expect(trial.gone).toEqual([])
    await trial.put('夹/戊.txt', '戊')
    await expect.poll(() => trial.content('夹/戊.txt')).toBe('戊')
  })

  it('is replaced by an empty folder, as a mount point is when its drive goes', async () => {
    await trialWithFiles()
    await rename(trial.root, `${trial.root}.away`)
    await mkdir(trial.root)
    await expect.poll(() => trial.inbox.state).toBe('gone')
    await wait(400)
    expect(trial.inbox.state).toBe('gone')
    expect(trial.gone).toEqual([])
    await rm(trial.root, { recursive: true })
    await rename(`${trial.root}.away`, trial.root)
    await expect.poll(() => trial.inbox.state).toBe('watching')
    expect(trial.gone).toEqual([])
  })

  it('is replaced by another with other files: they are found, the former ones are not taken for deleted', async () => {
    await trialWithFiles()
    await mkdir(`${trial.root}.other`)
    await writeFile(`${trial.root}.other/乙.txt`, '另一个乙')
    await rename(trial.root, `${trial.root}.away`)
    await rename(`${trial.root}.other`, trial.root)
    await expect.poll(() => trial.content('乙.txt')).toBe('另一个乙')
    await wait(400)
    expect(trial.gone).toEqual([])
    await rm(trial.at('乙.txt'))
    await expect.poll(() => trial.gone).toEqual(['乙.txt'])
  })

  it('is replaced by a file', async () => {
    await trialWithFiles()
    await rename(trial.root, `${trial.root}.away`)
    await writeFile(trial.root, '不是文件夹')
    await expect.poll(() => trial.inbox.state).toBe('gone')
    await wait(300)
    expect(trial.gone).toEqual([])
    await rm(trial.root)
  })

  it('is not there at the start', async () => {
    trial = new Trial()
    await trial.inbox.start()
    expect(trial.inbox.state).toBe('gone')
    await trial.put('甲.txt')
    await expect.poll(() => trial.content('甲.txt')).toBe('甲.txt的正文')
    expect(trial.states).toEqual(['gone watch', 'scanning watch', 'watching watch'])
  })

  it('may itself be a link', async () => {
    trial = new Trial()
    await mkdir(`${trial.root}.real`, { recursive: true })
    await symlink(`${trial.root}.real`, trial.root)
    await trial.inbox.start()
    await trial.put('甲.txt')
    await expect.poll(() => trial.content('甲.txt')).toBe('甲.txt的正文')
  })
})

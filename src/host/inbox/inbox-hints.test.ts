import { EventEmitter } from 'node:events'
import type { FSWatcher } from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { disk, type FileAccess } from './access'
import { Trial, wait } from './trial.testing'

let trial: Trial
afterEach(() => trial.end())

/** A watch that is set but never hints, as a real one under load. */
class Deaf extends EventEmitter {
  close(): void {}
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

const deaf: FileAccess = { ...disk, watch: () => new Deaf() as FSWatcher }

function failing(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code })
}

describe('when the watch loses what happened', () => {
  it('the scan finds it', async () => {
    trial = await new Trial({ access: deaf }).start()
    await trial.put('夹/稿.txt', '文')
    await expect.poll(() => trial.content('夹/稿.txt')).toBe('文')
  })

  it('control: with the scan switched off it is missed', async () => {
    trial = await new Trial({ access: deaf, every: Infinity }).start()
    await trial.put('夹/稿.txt', '文')
    await wait(600)
    expect(trial.paths).toEqual([])
  })
})

describe('when the system gives no watch', () => {
  it.each(['EMFILE', 'ENOSPC', 'ENOSYS'])('%s: scans alone find everything, and it is told', async (code) => {
    const access: FileAccess = {
      ...disk,
      watch: () => {
        throw failing(code)
      },
    }
    trial = await new Trial({ access }).start()
    expect(trial.states).toEqual(['scanning scan-only', 'watching scan-only'])
    await trial.put('夹/稿.txt', '文')
    await expect.poll(() => trial.content('夹/稿.txt')).toBe('文')
  })

  it('a watch that fails later counts too, and is set again when woken', async () => {
    const watchers: Deaf[] = []
    const access: FileAccess = { ...disk, watch: () => watchers[watchers.push(new Deaf()) - 1] as unknown as FSWatcher }
    trial = await new Trial({ access }).start()
    expect(trial.inbox.mode).toBe('watch')
    watchers[0]?.emit('error', failing('ENOSPC'))
    expect(trial.inbox.mode).toBe('scan-only')
    trial.inbox.wake()
    await expect.poll(() => watchers.length).toBe(2)
    expect(trial.inbox.mode).toBe('watch')
  })

  it('a folder that cannot be watched does not make the inbox scan on and on', async () => {
    let lists = 0
    const access: FileAccess = {
      ...disk,
      list: (...of) => (lists++, disk.list(...of)),
      watch: () => {
        throw failing('EACCES')
      },
    }
    trial = await new Trial({ access, every: Infinity }).start()
    expect(trial.inbox.mode).toBe('watch')
    await wait(300)
    expect(lists).toBe(1)
  })
})

describe.runIf(process.platform === 'linux')('a watch a folder', () => {
  it('follows folders that come, go and come again', async () => {
    trial = await new Trial({ every: Infinity }).start()
    for (const round of ['一', '二', '三']) {
      await trial.put('夹/稿.txt', round)
      await expect.poll(() => trial.content('夹/稿.txt')).toBe(round)
      await trial.put('夹/稿.txt', `${round}改`)
      await expect.poll(() => trial.content('夹/稿.txt')).toBe(`${round}改`)
      await rm(trial.at('夹'), { recursive: true })
      await expect.poll(() => trial.paths).toEqual([])
    }
  })

  it('is set anew on a folder that was deleted and made again between two scans', async () => {
    trial = await new Trial({ every: Infinity, debounce: 300 }).start()
    await trial.put('夹/稿.txt', '一')
    await expect.poll(() => trial.content('夹/稿.txt')).toBe('一')
    await rm(trial.at('夹'), { recursive: true })
    await trial.put('夹/稿.txt', '二')
    await expect.poll(() => trial.content('夹/稿.txt')).toBe('二')
    await trial.put('夹/稿.txt', '三')
    await expect.poll(() => trial.content('夹/稿.txt'), { timeout: 3000 }).toBe('三')
    expect(trial.gone).toEqual([])
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isLock, takeLock, type Holder, type Lock } from './lock'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingyang-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function left(holder: Partial<Holder>): Promise<void> {
  return writeFile(join(folder, 'lock'), JSON.stringify({ born: null, since: Date.now(), token: 'other', ...holder }))
}

describe('the lock on a data folder', () => {
  it('is held by one, and free once released', async () => {
    const first = (await takeLock(folder)) as Lock
    expect(isLock(first)).toBe(true)
    expect(await takeLock(folder)).toMatchObject({ pid: process.pid })
    expect(await first.held()).toBe(true)
    await first.release()
    expect(isLock(await takeLock(folder))).toBe(true)
  })

  it('goes to one of many that want it at once', async () => {
    const locks = await Promise.all(Array.from({ length: 5 }, () => takeLock(folder)))
    expect(locks.filter(isLock).length).toBe(1)
  })

  it('is taken over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    await left({ pid: child.pid ?? 0 })
    expect(isLock(await takeLock(folder))).toBe(true)
  })

  it('is taken over when its process number went to another process', async () => {
    await left({ pid: process.pid, born: 'another boot 1', since: 0 })
    expect(isLock(await takeLock(folder))).toBe(true)
  })

  it('is left to a process that lives', async () => {
    await left({ pid: process.ppid })
    expect(isLock(await takeLock(folder))).toBe(false)
  })

  it('is taken over when a crash left it empty', async () => {
    await writeFile(join(folder, 'lock'), '')
    expect(isLock(await takeLock(folder))).toBe(true)
  })

  it('knows that it was taken away, and does not remove another one', async () => {
    const lock = (await takeLock(folder)) as Lock
    await left({ pid: 1, token: 'thief' })
    expect(await lock.held()).toBe(false)
    await lock.release()
    expect(await readFile(join(folder, 'lock'), 'utf8')).toContain('thief')
  })
})

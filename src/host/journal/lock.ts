import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from './disk'

/**
 * One host writes into a data folder: the one whose `lock` file lies in it. A lock whose process is gone is taken over.
 * Process numbers are used again: on Linux a process is told by its start as well; elsewhere a lock from before the
 * system's start is stale, and one whose number went to another process in the same session has to be removed by hand.
 */
export interface Lock {
  /** whether the lock file is still this one's */
  held(): Promise<boolean>
  release(): Promise<void>
}

/** Who holds a lock, as its file says. */
export interface Holder {
  readonly pid: number
  /** when the process was born, in the system's own words; null where the system does not tell */
  readonly born: string | null
  /** when the lock was taken: milliseconds since the epoch */
  readonly since: number
  readonly token: string
}

/** The lock, or who holds it. Throws what the file system throws where the folder cannot be written. */
export async function takeLock(folder: string): Promise<Lock | Holder> {
  await fs.mkdir(folder, { recursive: true })
  const path = join(folder, 'lock')
  const own: Holder = { pid: process.pid, born: await birth(process.pid), since: Date.now(), token: randomUUID() }
  for (let round = 0; round < 3; round++) {
    if (await place(path, own)) {
      // Two that found the same stale lock may both have replaced it: the later one has it.
      await pause(30)
      if ((await read(path))?.token === own.token) return lockOf(path, own.token)
    }
    const holder = await read(path)
    if (holder && (await lives(holder))) return holder
    // An unreadable lock is one that is being written, or one that a crash left empty.
    if (!holder) await pause(200)
    if ((await read(path))?.token === holder?.token) await fs.rm(path, { force: true })
  }
  return (await read(path)) ?? { pid: 0, born: null, since: 0, token: '' }
}

export function isLock(lock: Lock | Holder): lock is Lock {
  return 'release' in lock
}

function lockOf(path: string, token: string): Lock {
  const held = async () => (await read(path))?.token === token
  return {
    held,
    async release() {
      if (await held()) await fs.rm(path, { force: true })
    },
  }
}

async function place(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await fs.open(path, 'wx')
    try {
      await file.writeFile(`${JSON.stringify(own)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function read(path: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await fs.readFile(path, 'utf8')) as Partial<Holder>
    return typeof holder.pid === 'number' && typeof holder.token === 'string' ? (holder as Holder) : null
  } catch {
    return null
  }
}

async function lives(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it is there, and another user's.
    if (errorCode(error) !== 'EPERM') return false
  }
  const born = await birth(holder.pid)
  if (born !== null && holder.born !== null) return born === holder.born
  return holder.since > Date.now() - uptime() * 1000
}

/** The system's boot and the process's start in it (Linux); null elsewhere. */
async function birth(pid: number): Promise<string | null> {
  try {
    const boot = await fs.readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold anything; the start is the 20th field behind it.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return start === undefined ? null : `${boot.trim()} ${start}`
  } catch {
    return null
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { lstat, mkdir, open, readdir, realpath, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { Digester, digestOf, type Digest } from './digest'
import { FailureError, messageOf } from './failure'
import type { BagRequest } from './request'

/** Tells this machine's names from those of another that writes to the same drive. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/**
 * Beside the destination, so that a rename brings it there; hidden, and with the ending the inbox passes over. It names
 * this process, so that what a killed one left can be told from what another is writing.
 */
export function stagingPath(destination: string): string {
  const name = `.${basename(destination)}.${MACHINE}-${process.pid}-${randomBytes(4).toString('hex')}.part`
  return join(dirname(destination), name)
}

/** Takes away what exports to this destination left when their process was killed on this machine. */
export async function removeLeftovers(destination: string): Promise<void> {
  const folder = dirname(destination)
  const begins = `.${basename(destination)}.${MACHINE}-`
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const pid = name.startsWith(begins)
      ? /^(\d{1,9})-[0-9a-f]{8}\.part(?:\.zip\.part)?$/.exec(name.slice(begins.length))?.[1]
      : undefined
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

export async function refuseExisting(destination: string): Promise<void> {
  const there = await lstat(destination).catch(() => null)
  if (!there) return
  const zh = `${destination} 已经存在。请另选一个名字\uFF0C已有的内容不会被覆盖。`
  throw new FailureError('exists', zh, `${destination} exists already. Choose another name: nothing is overwritten.`)
}

/** An export into the inbox would come back as articles, and the inbox is never written to. */
export async function refuseInside(inbox: BagRequest['inbox'], destination: string): Promise<void> {
  if (inbox === null) return
  const to = await truePath(destination)
  const holds = async (folder: string): Promise<boolean> => {
    const below = relative(await truePath(folder), to)
    return below === '' || (!below.startsWith('..') && !isAbsolute(below))
  }
  if (!(await holds(inbox.root))) return
  for (const folder of inbox.ignored) if (await holds(folder)) return
  const zh = `${destination} 在收稿文件夹里面。请另选一个地方\uFF1A收稿文件夹只读不写。`
  throw new FailureError(
    'inside-inbox',
    zh,
    `${destination} lies in the inbox. Choose another place: the inbox is only read.`,
  )
}

/** The folder an export goes into is made where it is not there. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    const zh = `建不了文件夹 ${path}。请另选一个地方。`
    throw new FailureError(
      'write',
      zh,
      `The folder ${path} cannot be made. Choose another place. (${messageOf(error)})`,
    )
  }
}

/** Links resolved as far as the path exists. */
async function truePath(path: string): Promise<string> {
  const there = await realpath(path).catch(() => null)
  if (there !== null) return there
  const parent = dirname(path)
  return parent === path ? path : join(await truePath(parent), basename(path))
}

/** Puts what was written into a file, or the names of a folder, on the disk. Folders cannot be synced everywhere (Windows). */
export async function settle(path: string, kind: 'file' | 'folder'): Promise<void> {
  if (kind === 'folder' && process.platform === 'win32') return
  const handle = await open(path, kind === 'file' ? 'r+' : 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A folder in the making: its files' sums are kept while they are written. */
export class StagedFolder {
  readonly digests = new Map<string, Digest>()
  readonly #folders = new Set<string>()
  readonly #growing = new Map<string, { handle: FileHandle; digester: Digester }>()

  private constructor(readonly root: string) {}

  static async create(root: string): Promise<StagedFolder> {
    await mkdir(root)
    return new StagedFolder(root)
  }

  /** A whole file. A path that was written already is left as it is: equal paths have equal content (they hold its sum). */
  async write(path: string, content: Uint8Array | string): Promise<Digest> {
    const known = this.digests.get(path)
    if (known) return known
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    await this.#makeFolder(path)
    await writeFile(join(this.root, path), bytes, { flag: 'wx' })
    const digest = digestOf(bytes)
    this.digests.set(path, digest)
    return digest
  }

  /** A line more of a file that grows; it counts once `finish` was called. */
  async append(path: string, line: string): Promise<void> {
    let file = this.#growing.get(path)
    if (!file) {
      await this.#makeFolder(path)
      file = { handle: await open(join(this.root, path), 'wx'), digester: new Digester() }
      this.#growing.set(path, file)
    }
    const bytes = Buffer.from(`${line}\n`)
    file.digester.update(bytes)
    await file.handle.appendFile(bytes)
  }

  async finish(): Promise<void> {
    for (const [path, { handle, digester }] of this.#growing) {
      await handle.close()
      this.digests.set(path, digester.digest())
    }
    this.#growing.clear()
  }

  /** Every file and folder on the disk, not only handed to the system. */
  async settle(onFile: () => void): Promise<void> {
    for (const path of this.digests.keys()) {
      await settle(join(this.root, path), 'file')
      onFile()
    }
    for (const folder of this.#folders) await settle(join(this.root, folder), 'folder')
    await settle(this.root, 'folder')
  }

  async discard(): Promise<void> {
    for (const { handle } of this.#growing.values()) await handle.close().catch(() => undefined)
    await rm(this.root, { recursive: true, force: true })
  }

  async #makeFolder(path: string): Promise<void> {
    for (let folder = dirname(path); folder !== '.' && !this.#folders.has(folder); folder = dirname(folder)) {
      await mkdir(join(this.root, folder), { recursive: true })
      this.#folders.add(folder)
    }
  }
}

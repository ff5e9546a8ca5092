import { constants, type Stats } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { LARGEST } from '../engine/source/decode'
import type { Failed } from '../engine/analysis'
import { failed } from '../engine/source/failure'
import { entersFolder, takesFile } from '../host/inbox/names'

/** A file to be answered for. */
export interface FoundFile {
  /** as given, or joined below the folder that was given */
  readonly file: string
  /** its path in the bytes the system keeps, for opening */
  readonly raw: Buffer
  /** the folder it was found in, as given; null for a file given by name */
  readonly folder: string | null
  /** set where there is nothing to read */
  readonly failure: Failed | null
}

/** Everything the paths name, in byte order of `file`; each file once. Folders are walked as the inbox walks them, following no link. */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const path of paths) {
    const raw = Buffer.from(path)
    const stats = await stat(raw).catch((error: unknown) => unreadable(error))
    if ('error' in stats) found.push({ file: path, raw, folder: null, failure: stats })
    else if (stats.isDirectory()) await walk(raw, path, found)
    else found.push({ file: path, raw, folder: null, failure: null })
  }
  const inOrder = found.sort((a, b) => Buffer.compare(a.raw, b.raw))
  return inOrder.filter(({ raw }, index) => index === 0 || !inOrder[index - 1]?.raw.equals(raw))
}

async function walk(top: Buffer, folder: string, found: FoundFile[]): Promise<void> {
  const waiting = [top]
  for (let raw = waiting.pop(); raw !== undefined; raw = waiting.pop()) {
    try {
      for (const entry of await readdir(raw, { withFileTypes: true, encoding: 'buffer' })) {
        const below = Buffer.concat([raw, raw.at(-1) === 0x2f ? Buffer.alloc(0) : Buffer.from('/'), entry.name])
        const name = entry.name.toString('latin1')
        if (entry.isDirectory()) {
          if (entersFolder(name)) waiting.push(below)
        } else if (takesFile(name)) found.push({ file: below.toString(), raw: below, folder, failure: null })
      }
    } catch (error) {
      found.push({ file: raw.toString(), raw, folder, failure: unreadable(error) })
    }
  }
}

/** The bytes of a regular file under the cap, or why there are none. A link is followed only where it was given by name. */
export async function readFound({ raw, folder, failure }: FoundFile): Promise<Uint8Array | Failed> {
  if (failure) return failure
  try {
    const stats = folder === null ? await stat(raw) : await lstat(raw)
    return refusal(stats) ?? (await readWhole(raw))
  } catch (error) {
    return unreadable(error)
  }
}

async function readWhole(raw: Buffer): Promise<Uint8Array | Failed> {
  // Not blocking: what became a FIFO since it was looked at must not hang.
  const handle = await open(raw, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    return refusal(await handle.stat()) ?? (await handle.readFile())
  } finally {
    await handle.close()
  }
}

function refusal(stats: Stats): Failed | null {
  if (!stats.isFile())
    return failed(
      'not-regular',
      '是链接、管道或设备\uFF0C不是普通文件',
      'is a link, a pipe or a device, not a regular file',
    )
  if (stats.size <= LARGEST) return null
  const zh = `文件有 ${stats.size} 字节\uFF0C超过 ${LARGEST} 字节的上限`
  return failed('too-large', zh, `the file has ${stats.size} bytes, more than the limit of ${LARGEST}`)
}

function unreadable(error: unknown): Failed {
  const why = error instanceof Error ? error.message : String(error)
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return failed(
    'unreadable',
    missing ? '没有这个文件或文件夹' : `无法读取\uFF1A${why}`,
    missing ? 'there is no such file or folder' : `cannot be read: ${why}`,
  )
}

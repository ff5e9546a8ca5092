import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { errorCode, type Disk, type DiskFile } from './disk'

/** Puts a file in place whole or not at all: temp → fsync → rename → fsync of the folder. An older one is replaced. */
export function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  return writeParts(disk, path, [bytes])
}

/**
 * As `writeWhole`, of parts that are made one after the other.
 *
 * @param before asked when all is written, and only the rename is left
 */
export async function writeParts(
  disk: Disk,
  path: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const temp = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const file = await disk.open(temp, 'wx')
    try {
      let end = 0
      for await (const part of parts) {
        await file.write(part, end)
        end += part.length
      }
      await file.datasync()
    } finally {
      await file.close()
    }
    await before()
    await disk.rename(temp, path)
  } catch (error) {
    await disk.remove(temp).catch(() => undefined)
    throw error
  }
  await disk.syncFolder(dirname(path))
}

/** A whole file's bytes, null where there is none. */
export async function readWhole(disk: Disk, path: string): Promise<Uint8Array | null> {
  const file = await disk.open(path, 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  try {
    return await readRange(file, 0, await file.size())
  } finally {
    await file.close()
  }
}

/** The bytes [start, end) of a file; fewer where the file ends before. */
export async function readRange(file: Pick<DiskFile, 'read'>, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start)
  let filled = 0
  while (filled < bytes.length) {
    const read = await file.read(bytes.subarray(filled), start + filled)
    if (read === 0) break
    filled += read
  }
  return bytes.subarray(0, filled)
}

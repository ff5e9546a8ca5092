import { randomUUID } from 'node:crypto'
import type { Disk, DiskFile } from '../journal/disk'
import { headFrame, pageFrame, type Head } from './frames'
import type { Page } from './page'

/** Bytes of one write. */
export const PORTION = 4 * 1024 * 1024

/**
 * Puts a page file in place: temp → fsync → rename, so that it is there whole, before and after. Where that fails, the
 * older one stays.
 *
 * @param restOf what is kept beside the page of a version, as it stands in a frame
 * @param release closes the older file: Windows renames over no open one
 */
export async function writePages(
  disk: Disk,
  path: string,
  head: Head,
  pages: ReadonlyMap<string, Page>,
  restOf: (version: string) => Promise<Uint8Array | null>,
  release: () => Promise<void>,
): Promise<void> {
  const temp = `${path}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const file = await disk.open(temp, 'wx')
    try {
      await copy(file, head, pages, restOf)
      await file.datasync()
    } finally {
      await file.close()
    }
    await release()
    await disk.rename(temp, path)
  } catch {
    await disk.remove(temp).catch(() => undefined)
  }
}

async function copy(
  file: DiskFile,
  head: Head,
  pages: ReadonlyMap<string, Page>,
  restOf: (version: string) => Promise<Uint8Array | null>,
): Promise<void> {
  let portion: Buffer[] = [headFrame(head)]
  let size = 0
  let end = 0
  const write = async (): Promise<void> => {
    const bytes = Buffer.concat(portion)
    await file.write(bytes, end)
    end += bytes.length
    portion = []
    size = 0
  }
  for (const [version, page] of pages) {
    const frame = pageFrame(version, page, await restOf(version), false)
    portion.push(frame)
    size += frame.length
    if (size >= PORTION) await write()
  }
  await write()
}

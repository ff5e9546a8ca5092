import { constants, createReadStream, type Dirent } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { BAGIT } from './bag-layout'
import { FailureError } from './failure'
import { openZip } from './read-zip'

/** A bag's files by their path in the bag, '/' between parts, wherever the bag lies. */
export interface BagFiles {
  /** path → bytes */
  readonly sizes: ReadonlyMap<string, number>
  /** what lies in the bag and is refused: a link, a device, an unsafe name */
  readonly refused: readonly Refusal[]
  stream(path: string): Promise<Readable>
  close(): void
}

export interface Refusal {
  readonly file: string
  readonly zh: string
  readonly en: string
}

/** Opens a folder or a zip. Throws an FailureError where there is neither. */
export async function readBag(path: string): Promise<BagFiles> {
  const at = await stat(path).catch((cause: unknown) => {
    throw new FailureError('not-found', `找不到归档\uFF1A${path}`, `There is no bag at ${path}`, { cause })
  })
  if (at.isDirectory()) return openFolder(path)
  if (at.isFile()) return openZip(path)
  throw new FailureError('not-a-bag', `既不是文件夹也不是 zip\uFF1A${path}`, `Neither a folder nor a zip: ${path}`)
}

async function openFolder(root: string): Promise<BagFiles> {
  const sizes = new Map<string, number>()
  const refused: Refusal[] = []
  const visit = async (folder: string): Promise<void> => {
    const entries: Dirent[] = await readdir(join(root, folder), { withFileTypes: true })
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) sizes.set(path, (await lstat(join(root, path))).size)
      else
        refused.push({
          file: path,
          zh: '是链接或特殊文件\uFF0C不予读取',
          en: 'is a link or a special file and is not read',
        })
    }
  }
  // Without its declaration a folder is no bag, and nothing in it is any of ours to walk.
  if (await lstat(join(root, BAGIT)).catch(() => null)) await visit('')
  return {
    sizes,
    refused,
    stream: async (path) => {
      const file = await open(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
      return createReadStream('', { fd: file })
    },
    close: () => undefined,
  }
}

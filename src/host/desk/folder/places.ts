import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { RecentFolder } from '../../../contract/contract'
import { FailureError } from '../../../contract/failure'

/** The folder at a path. Throws 'no-folder', 'not-a-folder'. */
export async function folderAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return path
  throw found
    ? new FailureError('not-a-folder', `这不是文件夹\uFF1A${path}`, `This is not a folder: ${path}`)
    : new FailureError('no-folder', `没有这个文件夹\uFF1A${path}`, `There is no such folder: ${path}`)
}

/** The folder that was dropped onto the window, or that the first dropped file lies in. Throws as `folderAt` does. */
export async function folderOf(paths: readonly string[]): Promise<string> {
  for (const path of paths) if ((await stat(path).catch(() => null))?.isDirectory()) return path
  return folderAt(dirname(paths[0] ?? ''))
}

export function recentFolders(paths: readonly string[]): Promise<RecentFolder[]> {
  return Promise.all(
    paths.map(async (path) => ({
      path,
      name: basename(path),
      there: await folderAt(path).then(
        () => true,
        () => false,
      ),
    })),
  )
}

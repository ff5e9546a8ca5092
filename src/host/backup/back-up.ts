import { createReadStream } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Digester, sha256Of } from '../archive/digest'
import { FailureError } from '../archive/failure'
import {
  makeFolder,
  refuseExisting,
  removeLeftovers,
  settle,
  StagedFolder,
  stagingPath,
} from '../archive/staged-folder'
import { zipFolder } from '../archive/zip-folder'
import { systemDisk } from '../journal/disk'
import { survey } from '../journal/scan'
import { readRange } from '../journal/whole'
import {
  BASE,
  CONTENTS,
  contentsOf,
  type Contents,
  type ContentsFile,
  isKept,
  JOURNAL_PATH,
  namedSum,
} from './contents'
import { checkBackup } from './restore'

export interface BackupRequest {
  /** the desk's data folder; a host may be using it */
  readonly data: string
  /** the file to write; nothing is overwritten */
  readonly to: string
  readonly now: Date
  readonly agent: string
  onProgress?(done: number, total: number): void
}

export interface BackupResult {
  readonly path: string
  readonly records: number
  readonly files: number
  readonly bytes: number
  /** kept sources that are no longer what their name says, and were left out */
  readonly damaged: readonly string[]
}

/**
 * Writes the whole desk into one file and reads it back. The journal is taken first, up to its last whole line: it only
 * grows, and what it speaks of lies there before it does. Throws a FailureError.
 */
export async function backUp(request: BackupRequest): Promise<BackupResult> {
  const { data, now, agent, onProgress = () => undefined } = request
  const to = resolve(request.to)
  await refuseExisting(to)
  const journal = await readJournal(data)
  await makeFolder(dirname(to))
  await removeLeftovers(to)
  const staging = stagingPath(to)
  const zip = `${staging}.zip.part`
  const staged = await StagedFolder.create(staging)
  try {
    await staged.write(JOURNAL_PATH, journal.bytes)
    const { files, damaged, places } = await collect(data, staged, onProgress)
    const contents = contentsOf({ created: now.toISOString(), agent, journal: journal.head, files })
    await staged.write(CONTENTS, `${JSON.stringify(contents)}\n`)
    const own = { path: CONTENTS, bytes: staged.digests.get(CONTENTS)?.bytes ?? 0 }
    const packed = [
      own,
      ...files.map(({ path, bytes }) => ({ path, bytes, from: places.get(path) ?? join(staging, path) })),
    ]
    await zipFolder({ root: staging, files: packed, base: BASE, to: zip, mtime: now, onFile: () => undefined })
    await settle(zip, 'file')
    await checkBackup(zip)
    await rename(zip, to)
    await settle(dirname(to), 'folder')
    return { path: to, records: journal.records, files: files.length, bytes: (await stat(to)).size, damaged }
  } finally {
    await staged.discard()
    await rm(zip, { force: true })
  }
}

/** The journal's bytes up to its last whole line, and how far that goes. */
async function readJournal(data: string): Promise<{ bytes: Uint8Array; head: Contents['journal']; records: number }> {
  const path = join(data, JOURNAL_PATH)
  const file = await systemDisk.open(path, 'r').catch((cause: unknown) => {
    throw new FailureError('no-journal', `这里没有可备份的记录\uFF1A${path}`, `There is no desk to back up: ${path}`, {
      cause,
    })
  })
  try {
    const found = await survey(file, () => undefined)
    if (!found.header || found.future) {
      const zh = `记录文件不是清样的\uFF0C或由更新版本写成\uFF1A${path}`
      throw new FailureError('no-journal', zh, `The journal is not one of this Qingyang: ${path}`)
    }
    const head = { id: found.header.id, seq: found.seq, hash: found.hash }
    const bytes = await readRange(file, 0, found.end)
    return { bytes: found.unended ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes, head, records: found.records }
  } finally {
    await file.close()
  }
}

interface Collected {
  readonly files: ContentsFile[]
  readonly damaged: string[]
  /** where what was not copied lies */
  readonly places: Map<string, string>
}

/** What else is kept, with its sums. What may be written again while the backup is made is copied; the sources never are. */
async function collect(
  data: string,
  staged: StagedFolder,
  onProgress: (done: number, total: number) => void,
): Promise<Collected> {
  const journal = staged.digests.get(JOURNAL_PATH)
  const files: ContentsFile[] = journal ? [{ path: JOURNAL_PATH, bytes: journal.bytes, sha256: journal.sha256 }] : []
  const damaged: string[] = []
  const places = new Map<string, string>()
  const paths = await pathsIn(data)
  for (const [at, path] of paths.entries()) {
    const place = join(data, path)
    const named = namedSum(path)
    if (named === null) {
      const bytes = await readFile(place)
      await staged.write(path, bytes)
      files.push({ path, bytes: bytes.length, sha256: sha256Of(bytes) })
    } else {
      const digester = new Digester()
      for await (const chunk of createReadStream(place)) digester.update(chunk as Uint8Array)
      const { sha256, bytes } = digester.digest()
      if (sha256 === named) files.push({ path, bytes, sha256 })
      else damaged.push(path)
      places.set(path, place)
    }
    onProgress(at + 1, paths.length)
  }
  return { files, damaged, places }
}

async function pathsIn(data: string): Promise<string[]> {
  const below = async (folder: string): Promise<string[]> => {
    const names = await readdir(join(data, folder), { recursive: true }).catch((): string[] => [])
    return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
  }
  const there = await stat(join(data, 'settings.json')).catch(() => null)
  const all = [...(there ? ['settings.json'] : []), ...(await below('folders')), ...(await below('sources'))]
  return all.filter(isKept).sort()
}

import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Digester } from '../archive/digest'
import { FailureError, messageOf } from '../archive/failure'
import type { BagFiles } from '../archive/read-bag'
import { openZip } from '../archive/read-zip'
import { settle } from '../archive/staged-folder'
import { systemDisk } from '../journal/disk'
import { survey } from '../journal/scan'
import {
  CONTENTS,
  type Contents,
  type ContentsFile,
  JOURNAL_PATH,
  LONGEST_CONTENTS,
  namedSum,
  parseContents,
} from './contents'

export interface RestoreRequest {
  readonly from: string
  /** the desk's data folder: absent, or empty but for a window's own files */
  readonly data: string
  onProgress?(done: number, total: number): void
}

export interface RestoreResult {
  readonly data: string
  readonly records: number
  readonly files: number
  readonly created: string
}

/** Windows keep their profiles there; what they hold is a view that is made anew. */
const OF_WINDOWS = new Set(['browser', 'electron'])

/**
 * Puts a desk from a backup into an empty data folder. All of it is unpacked beside it, checked against its sums and the
 * journal's own chain, and only then moved in: a backup that is damaged leaves nothing behind. Throws a FailureError.
 */
export async function restore({ from, data, onProgress = () => undefined }: RestoreRequest): Promise<RestoreResult> {
  const to = resolve(data)
  await refuseUsed(to)
  await mkdir(dirname(to), { recursive: true })
  const staging = await mkdtemp(`${to}.restoring-`)
  try {
    const { contents, records } = await withBackup(from, async (zip, contents) => {
      let done = 0
      for (const file of contents.files) {
        const place = join(staging, file.path)
        await mkdir(dirname(place), { recursive: true })
        await check(zip, file, createWriteStream(place, { flags: 'wx' }))
        await settle(place, 'file')
        onProgress(++done, contents.files.length)
      }
      return { contents, records: await checkJournal(join(staging, JOURNAL_PATH), contents) }
    })
    await refuseUsed(to)
    await moveIn(staging, to)
    return { data: to, records, files: contents.files.length, created: contents.created }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Reads a backup through without putting it anywhere: every file has the sum it is said to have. Throws a FailureError. */
export async function checkBackup(from: string): Promise<Contents> {
  return withBackup(from, async (zip, contents) => {
    for (const file of contents.files)
      await check(zip, file, new Writable({ write: (_chunk, _encoding, done) => done() }))
    return contents
  })
}

async function refuseUsed(data: string): Promise<void> {
  const names = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new FailureError('bad-data-folder', `${data} 不是可用的文件夹`, `${data} is no folder that can be used`, {
      cause: error,
    })
  })
  const [used] = names.filter((name) => !OF_WINDOWS.has(name))
  if (used === undefined) return
  const zh = `${data} 里已有内容\uFF08${used}\uFF09。恢复只写入空的数据文件夹\uFF1A请先把它改名或移走\uFF0C或用 --data 另指一处。`
  const en = `${data} is not empty (${used}). A desk is only restored into an empty data folder: rename or move it, or name another with --data.`
  throw new FailureError('not-empty', zh, en)
}

const damaged = (zh: string, en: string, cause?: unknown): FailureError =>
  new FailureError(
    'damaged-backup',
    `备份已损坏\uFF0C没有恢复任何内容\uFF1A${zh}`,
    `The backup is damaged, nothing was restored: ${en}`,
    { cause },
  )

async function withBackup<T>(from: string, use: (zip: BagFiles, contents: Contents) => Promise<T>): Promise<T> {
  const zip = await openZip(from)
  try {
    const [refused] = zip.refused
    if (refused) throw damaged(`${refused.file} ${refused.zh}`, `${refused.file} ${refused.en}`)
    const contents = await readContents(zip, from)
    const listed = new Set([CONTENTS, ...contents.files.map(({ path }) => path)])
    for (const path of zip.sizes.keys()) if (!listed.has(path)) throw damaged(`多出 ${path}`, `${path} is not listed`)
    return await use(zip, contents)
  } finally {
    zip.close()
  }
}

async function readContents(zip: BagFiles, from: string): Promise<Contents> {
  const size = zip.sizes.get(CONTENTS)
  if (size === undefined || size > LONGEST_CONTENTS)
    throw new FailureError('no-backup', `这不是清样的备份\uFF1A${from}`, `This is no backup of Qingyang: ${from}`)
  const text = await readText(zip)
  const contents = parseContents(text)
  if (contents === 'newer') {
    const zh = '备份由更新版本的清样写成\uFF0C请先更新'
    throw new FailureError('newer-backup', zh, 'The backup was written by a newer Qingyang: update this one first')
  }
  if (!contents) throw damaged(`${CONTENTS} 无法解读`, `${CONTENTS} cannot be read`)
  if (!contents.files.some(({ path }) => path === JOURNAL_PATH)) throw damaged('缺少记录', 'the journal is missing')
  return contents
}

async function readText(zip: BagFiles): Promise<string> {
  try {
    return Buffer.concat((await (await zip.stream(CONTENTS)).toArray()) as Buffer[]).toString('utf8')
  } catch (error) {
    throw damaged(`${CONTENTS} 读不出来`, `${CONTENTS} cannot be read`, error)
  }
}

/** Reads one file of the zip into `into`; throws where it is not what the contents say. */
async function check(zip: BagFiles, { path, bytes, sha256 }: ContentsFile, into: Writable): Promise<void> {
  const digester = new Digester()
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digester.update(chunk)
      done(null, chunk)
    },
  })
  if (!zip.sizes.has(path)) throw damaged(`缺少 ${path}`, `${path} is missing`)
  try {
    await pipeline(await zip.stream(path), digesting, into)
  } catch (error) {
    throw damaged(`${path} 读不出来\uFF1A${messageOf(error)}`, `${path} cannot be read: ${messageOf(error)}`, error)
  }
  const found = digester.digest()
  if (found.bytes !== bytes || found.sha256 !== sha256 || (namedSum(path) ?? sha256) !== sha256)
    throw damaged(`${path} 内容已变`, `${path} has changed`)
}

/** The journal reads as far as the contents say. Answers how many records it holds. */
async function checkJournal(path: string, { journal }: Contents): Promise<number> {
  const file = await systemDisk.open(path, 'r')
  try {
    const { header, seq, hash, records, torn } = await survey(file, () => undefined)
    if (header?.id !== journal.id || seq !== journal.seq || hash !== journal.hash || torn)
      throw damaged('记录不完整', 'the journal is not whole')
    return records
  } finally {
    await file.close()
  }
}

/** The journal comes last: without it the folder is no desk yet. */
async function moveIn(staging: string, data: string): Promise<void> {
  await mkdir(data, { recursive: true })
  const names = (await readdir(staging)).sort((a, b) => Number(a === 'journal') - Number(b === 'journal'))
  for (const name of names) {
    await settle(join(staging, name), 'folder').catch(() => undefined)
    await rename(join(staging, name), join(data, name))
  }
  await settle(data, 'folder')
}

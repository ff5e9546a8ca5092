import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { JournalNotice } from '../../contract/contract'
import { copiesIn } from './copies'
import { errorCode, type Disk, type DiskFile } from './disk'
import { readHead, type Head } from './head'
import { encodeLine, NO_HASH, VERSION } from './line'
import { chainNotices, cutTorn, notice, quarantine, stamp } from './repair'
import { Register } from './register'
import { survey, type Survey } from './scan'
import { COPIES, HEAD, JOURNAL } from './sealing'
import type { Storage } from './storage'
import { readRange, writeWhole } from './whole'
import type { Tip } from './writer'

export interface OpenedFile {
  /** null where there is none and none could be made */
  readonly file: DiskFile | null
  readonly id: string
  readonly tip: Tip
  readonly notices: readonly JournalNotice[]
  readonly register: Register
}

interface Read {
  readonly file: DiskFile
  readonly found: Survey
  /** of the line the head file speaks of, null where it is not there */
  readonly hashAtHead: string | null
  readonly register: Register
}

interface Where {
  readonly folder: string
  readonly disk: Disk
  readonly now: () => number
}

/**
 * Opens the journal file, making one where there is none, and mends what a crash leaves. What
 * cannot be mended closes the storage, and what can be read is still read. Never throws.
 */
export async function openFile(where: Where, storage: Storage): Promise<OpenedFile> {
  for (;;) {
    const opening = new Opening(where, storage)
    try {
      return await opening.open()
    } catch (error) {
      if (!storage.writable)
        return { file: null, id: '', tip: NOTHING, notices: opening.notices, register: new Register() }
      // What cannot be written may still be read.
      storage.failed(error)
    }
  }
}

class Opening {
  readonly #where: Where
  readonly #storage: Storage
  readonly #path: string
  readonly notices: JournalNotice[] = []

  constructor(where: Where, storage: Storage) {
    this.#where = where
    this.#storage = storage
    this.#path = join(where.folder, JOURNAL)
  }

  async open(): Promise<OpenedFile> {
    const { disk, folder } = this.#where
    if (this.#storage.writable) await disk.makeFolder(folder)
    const head = await readHead(disk, join(folder, HEAD))
    const read = await this.#read(head)
    if (!read) return { file: null, id: head?.id ?? '', tip: NOTHING, notices: this.notices, register: new Register() }
    const { file, found, hashAtHead, register } = read
    this.notices.push(...chainNotices(found))
    const same = head !== null && (found.header === null || found.header.id === head.id)
    if (same) this.#compare(found, head, hashAtHead)
    else if (head) this.notices.push(notice('foreign', OTHER.zh, OTHER.en))
    if (found.future) this.#refuseNewer()
    const settled = same && head.bytes <= found.end ? head.bytes : 0
    const end = this.#storage.writable ? await this.#mend(file, found, settled).catch(this.#unmended) : null
    return {
      file,
      id: found.header?.id ?? head?.id ?? 'unnamed',
      tip: { seq: found.seq, hash: found.hash, end: end ?? found.end },
      notices: this.notices,
      register,
    }
  }

  async #read(head: Head | null): Promise<Read | null> {
    const file = await this.#file(head)
    if (!file) return null
    const register = new Register()
    let hashAtHead: string | null = null
    const found = await survey(file, (record, place, hash) => {
      register.add(record, place)
      if (record.seq === head?.seq) hashAtHead = hash
    })
    if (!isForeign(found)) return { file, found, hashAtHead, register }
    await file.close()
    if (!(await this.#setAside(found.torn === null && found.end === 0))) return null
    return this.#read(head)
  }

  readonly #unmended = (error: unknown): null => {
    this.#storage.failed(error)
    return null
  }

  async #file(head: Head | null): Promise<DiskFile | null> {
    const { disk } = this.#where
    const there = await openIfThere(disk, this.#path, this.#storage.writable ? 'r+' : 'r')
    if (there || !this.#storage.writable) return there
    const restored = head && head.seq > 0 ? await this.#restore(head) : false
    if (!restored) await this.#make()
    return disk.open(this.#path, 'r+')
  }

  async #make(): Promise<void> {
    const header = { journal: 'qingyang', v: VERSION, id: randomUUID(), created: this.#where.now() } as const
    await writeWhole(this.#where.disk, this.#path, Buffer.concat([encodeLine(header), LINE_BREAK]))
  }

  /** The journal is gone though the head file knows of one: the newest copy of it takes its place. */
  async #restore(head: Head): Promise<boolean> {
    const { disk, folder } = this.#where
    for (const name of await copiesIn(disk, join(folder, COPIES))) {
      const bytes = await readCopy(disk, join(folder, COPIES, name), head.id)
      if (!bytes) continue
      await writeWhole(disk, this.#path, bytes)
      this.notices.push(
        notice(
          'rolled-back',
          `记录文件不见了\uFF0C已从副本 ${name} 恢复`,
          `The journal was gone; it was restored from the copy ${name}`,
        ),
      )
      return true
    }
    this.notices.push(
      notice(
        'rolled-back',
        `记录文件不见了\uFF0C原有 ${head.seq} 条记录`,
        `The journal is gone; it held ${head.seq} records`,
      ),
    )
    return false
  }

  /** A file that is no journal is kept under another name. False where that may not be. */
  async #setAside(empty: boolean): Promise<boolean> {
    const { disk, folder, now } = this.#where
    if (!this.#storage.writable) {
      this.notices.push(notice('foreign', FOREIGN.zh, FOREIGN.en))
      return false
    }
    const name = `journal.foreign-${stamp(now())}`
    await disk.rename(this.#path, join(folder, name))
    if (!empty) {
      const [zh, en] = [`${FOREIGN.zh}\uFF0C已改名为 ${name}`, `${FOREIGN.en}; it was renamed ${name}`]
      this.notices.push(notice('foreign', zh, en))
    }
    return true
  }

  #compare(found: Survey, head: Head, hashAtHead: string | null): void {
    // Where the head's own line is bad, that was told already.
    if (found.seq >= head.seq && (hashAtHead === null || hashAtHead === head.hash)) return
    const [zh, en] =
      found.seq < head.seq
        ? [
            `记录文件比上次关闭时短\uFF1A现有 ${found.seq} 条\uFF0C应有 ${head.seq} 条`,
            `The journal is shorter than when it was closed: ${found.seq} records of ${head.seq}`,
          ]
        : [
            `记录文件与上次关闭时不同\uFF08第 ${head.seq} 条\uFF09`,
            `The journal differs from when it was closed (record ${head.seq})`,
          ]
    this.notices.push(notice('rolled-back', zh, en))
  }

  #refuseNewer(): void {
    this.notices.push(notice('future', NEWER.zh, NEWER.en))
    this.#storage.close(null, `${NEWER.zh} / ${NEWER.en}`)
  }

  /** `settled` bytes are known to be on the disk. Answers where the next record goes. */
  async #mend(file: DiskFile, found: Survey, settled: number): Promise<number> {
    const { disk, folder, now } = this.#where
    this.notices.push(...(await quarantine(disk, folder, file, found)))
    if (found.torn) this.notices.push(await cutTorn(disk, folder, file, found.torn, now()))
    let end = found.end
    if (found.unended) await file.write(LINE_BREAK, end++)
    await settle(file, settled, end)
    return end
  }
}

/**
 * Writes again, in place, the same bytes [from, end) and syncs them. What an earlier process wrote and could not sync
 * reads well from the system's memory though the disk never got it; what counts as saved from here on is on the disk.
 */
async function settle(file: DiskFile, from: number, end: number): Promise<void> {
  for (let at = from; at < end; at += SETTLE)
    await file.write(await readRange(file, at, Math.min(at + SETTLE, end)), at)
  await file.datasync()
}

async function openIfThere(disk: Disk, path: string, flags: 'r' | 'r+'): Promise<DiskFile | null> {
  try {
    return await disk.open(path, flags)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

async function readCopy(disk: Disk, path: string, id: string): Promise<Uint8Array | null> {
  const file = await disk.open(path, 'r')
  try {
    const found = await survey(file, () => undefined)
    return found.header?.id === id ? await readRange(file, 0, found.end) : null
  } finally {
    await file.close()
  }
}

function isForeign(found: Survey): boolean {
  return found.header === null && found.records === 0 && !found.future
}

const NOTHING: Tip = { seq: 0, hash: NO_HASH, end: 0 }
const SETTLE = 1024 * 1024
const LINE_BREAK = new Uint8Array([10])
const FOREIGN = { zh: '记录文件不是清样的', en: 'The journal file is not one of Qingyang' }
const OTHER = {
  zh: '记录文件换成了另一份\uFF0C照此使用',
  en: 'The journal is another one than last time; it is used as it is',
}
const NEWER = {
  zh: '记录文件由更新版本的清样写成\uFF0C此版本只能查看',
  en: 'The journal was written by a newer Qingyang; this one can only show it',
}

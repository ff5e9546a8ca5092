import { constants, lstat, watch, type BigIntStats, type FSWatcher } from 'node:fs'
import { open, opendir, stat, type FileHandle } from 'node:fs/promises'
import { sep } from 'node:path'

/** Bytes where the system has byte names; a string on Windows, where only strings get past 260 characters. */
export type Place = Buffer | string

/** What the inbox asks of a file system. Tests put a faulty one in its place: root may read everything, whatever its mode. */
export interface FileAccess {
  /** of the entry itself, never of what a link points to */
  lstat(place: Place): Promise<BigIntStats>
  stat(place: Place): Promise<BigIntStats>
  /** calls `each` with the bytes of every name, one character a byte (latin1) */
  list(place: Place, each: (name: string, isFolder: boolean) => void): Promise<void>
  /** for reading; a link or a FIFO put there in the meantime neither leads away nor hangs */
  open(place: Place): Promise<FileHandle>
  /** `hint` is told the bytes (latin1) of what changed below the place; null where the system does not say */
  watch(place: Place, recursive: boolean, hint: (name: string | null) => void): FSWatcher
}

/** Names fetched at a time: a folder of 100,000 files holds the event loop for 25 ms at most, in one readdir for longer. */
const NAMES = 512

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
/** Windows has neither flag. */
const READING = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0)

export const disk: FileAccess = {
  /** The callback form: for 100,000 files fs.promises takes up to twice the time. */
  lstat: (place) =>
    new Promise((resolve, reject) => {
      lstat(place, { bigint: true }, (error, stats) => (error ? reject(error) : resolve(stats)))
    }),
  stat: (place) => stat(place, { bigint: true }),
  async list(place, each) {
    // Its types do not know that opendir takes 'buffer' as readdir does.
    const folder = await opendir(place as string, { encoding: 'buffer' as BufferEncoding, bufferSize: NAMES })
    for await (const entry of folder) each((entry.name as unknown as Buffer).toString('latin1'), entry.isDirectory())
  },
  open: (place) => open(place, READING),
  watch: (place, recursive, hint) =>
    watch(place, { recursive, persistent: false, encoding: 'buffer' }, (_, name) =>
      hint(name === null ? null : name.toString('latin1').replaceAll(sep, '/')),
    ),
}

/** The system's code of a failed call, e.g. EACCES. */
export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : 'UNKNOWN'
}

/** The entry is no longer there (a part of its path may have become a file). */
export function isAbsence(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}

import type { BigIntStats } from 'node:fs'
import { resolve } from 'node:path'
import type { RowFailure } from '../../contract/contract'
import type { Place } from './access'
import { notRegular, tooLarge, unreadable } from './trouble'

/** An entry of the folder as the last scan saw it. */
export interface FoundFile {
  /**
   * The bytes of its path below the folder, one character a byte (latin1), '/' between parts. It tells apart names that
   * read alike (NFC and NFD, bytes that are no UTF-8), opens the file, and is its identity.
   */
  readonly raw: string
  /** the same path for display only: NFC, bytes that are no UTF-8 as U+FFFD */
  readonly path: string
  /** changes whenever the content may have changed: dev, ino, size, mtime and ctime in nanoseconds */
  readonly key: string
  readonly size: number
  readonly mtimeMs: number
  /** why it will never become `ready` as it stands ('not-regular', 'too-large', 'unreadable'); null for a file to be read */
  readonly failure: RowFailure | null
}

export function keyOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`
}

/** Whether two looks at an opened file saw the same content. Without dev: a path's and a handle's may differ on Windows. */
export function agree(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs
}

export function foundFile(raw: string, stats: BigIntStats, cap: number): FoundFile {
  const size = Number(stats.size)
  const failure = !stats.isFile() ? notRegular(stats) : size > cap ? tooLarge(size, cap) : null
  return { raw, path: displayPath(raw), key: keyOf(stats), size, mtimeMs: Number(stats.mtimeMs), failure }
}

/** An entry that the system refuses to tell about: a file, or a folder with all that is in it. */
export function refusedFile(raw: string, code: string, isFolder: boolean): FoundFile {
  const failure = unreadable(code, isFolder)
  return { raw, path: displayPath(raw), key: refusedKey(code), size: 0, mtimeMs: 0, failure }
}

export function refusedKey(code: string): string {
  return `refused:${code}`
}

export function displayPath(raw: string): string {
  return Buffer.from(raw, 'latin1').toString('utf8').normalize('NFC')
}

/** Where entries stand: a raw path below the folder to what the system opens; '' is the folder itself. */
export function placesBelow(root: string): (raw: string) => Place {
  const base = resolve(root)
  if (process.platform === 'win32') {
    return (raw) => (raw === '' ? base : `${base}/${Buffer.from(raw, 'latin1').toString('utf8')}`)
  }
  const bytes = Buffer.from(base).toString('latin1')
  return (raw) => Buffer.from(raw === '' ? bytes : `${bytes}/${raw}`, 'latin1')
}

import type { BigIntStats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { RowFailure } from '../../contract/contract'
import { errorCode, isAbsence, type FileAccess, type Place } from './access'
import { agree, keyOf, type FoundFile } from './found-file'
import { unreadable } from './trouble'

export type ReadResult =
  | { readonly bytes: Uint8Array }
  /** it changed, is being written or went away; the inbox tells of it again by itself */
  | { readonly later: true }
  | { readonly failure: RowFailure }

/** Not the file's fault: too many files open, or another program holds it for a moment (Windows). */
const PASSING = new Set(['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ELOOP'])

/** Reads a file whole, if it is from before to after what the scan saw. */
export async function readFound(access: FileAccess, place: Place, file: FoundFile): Promise<ReadResult> {
  if (file.failure) return { failure: file.failure }
  try {
    const before = await access.lstat(place)
    if (!before.isFile() || keyOf(before) !== file.key) return { later: true }
    const handle = await access.open(place)
    try {
      return await readAgreeing(handle, before)
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = errorCode(error)
    return isAbsence(code) || PASSING.has(code) ? { later: true } : { failure: unreadable(code) }
  }
}

async function readAgreeing(handle: FileHandle, before: BigIntStats): Promise<ReadResult> {
  const opened = await handle.stat({ bigint: true })
  if (!opened.isFile() || !agree(before, opened)) return { later: true }
  const bytes = new Uint8Array(Number(opened.size))
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
    if (bytesRead === 0) return { later: true }
    length += bytesRead
  }
  return agree(opened, await handle.stat({ bigint: true })) ? { bytes } : { later: true }
}

import type { BigIntStats } from 'node:fs'
import type { RowFailure } from '../../contract/contract'

/** What a row says of an entry that is not read, and what can be done. */

export function notRegular(stats: BigIntStats): RowFailure {
  const [zh, en] = nature(stats)
  return {
    code: 'not-regular',
    zh: `这是${zh}\uFF0C不是普通文件\uFF0C没有打开。请把文件本身放进文件夹。`,
    en: `This is ${en}, not a regular file; it was not opened. Put the file itself into the folder.`,
  }
}

function nature(stats: BigIntStats): [zh: string, en: string] {
  if (stats.isSymbolicLink()) return ['一个链接', 'a link']
  if (stats.isFIFO()) return ['一个管道', 'a pipe']
  if (stats.isSocket()) return ['一个套接字', 'a socket']
  if (stats.isDirectory()) return ['一个文件夹', 'a folder']
  return ['一个设备', 'a device']
}

export function tooLarge(size: number, cap: number): RowFailure {
  return {
    code: 'too-large',
    zh: `文件有 ${megabytes(size)} MB\uFF0C超过 ${megabytes(cap)} MB 的上限\uFF0C没有读取。请拆成几个文件。`,
    en: `The file has ${megabytes(size)} MB, more than the limit of ${megabytes(cap)} MB; it was not read. Split it.`,
  }
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 })
}

/** @param code the system's, e.g. EACCES */
export function unreadable(code: string, isFolder = false): RowFailure {
  const rights = code === 'EACCES' || code === 'EPERM'
  const [zh, en] = isFolder ? ['文件夹', 'folder'] : ['文件', 'file']
  return {
    code: 'unreadable',
    zh: `${zh}读不出来\uFF08${rights ? '没有读取权限\uFF0C' : ''}${code}\uFF09。会自动再试。`,
    en: `The ${en} cannot be read (${rights ? 'no permission to read, ' : ''}${code}). It is tried again by itself.`,
  }
}

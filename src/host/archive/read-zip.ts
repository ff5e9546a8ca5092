import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { FailureError } from './failure'
import type { BagFiles, Refusal } from './read-bag'

const MEGABYTE = 2 ** 20
/** An entry, or the whole, that unpacks to more than this and to more than RATIO times its packed size is a bomb. */
const BOMB_BYTES = 256 * MEGABYTE
const BOMB_RATIO = 100
const LINK = 0o120000
const FILE_TYPE = 0o170000
const LOCAL_HEADER = 30

/** Opens a zipped bag: one folder on top, or the bag itself. Nothing is unpacked to disk. Throws an FailureError for what is no zip. */
export async function openZip(path: string): Promise<BagFiles> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause: unknown) => {
    throw new FailureError('not-a-bag', `不是可读的 zip:${path}`, `Not a readable zip: ${path}`, { cause })
  })
  try {
    return await readEntries(zip)
  } catch (cause) {
    zip.close()
    if (cause instanceof FailureError) throw cause
    throw new FailureError('not-a-bag', `zip 已损坏\uFF1A${path}`, `The zip is damaged: ${path}`, { cause })
  }
}

async function readEntries(zip: ZipFile): Promise<BagFiles> {
  const entries: { name: string; entry: Entry }[] = []
  const refused: Refusal[] = []
  const seen = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
    const why =
      refusal(name, entry) ?? (seen.has(name) ? { zh: '在 zip 中出现两次', en: 'stands in the zip twice' } : null)
    seen.add(name)
    if (why) refused.push({ file: name, ...why })
    else if (!name.endsWith('/')) entries.push({ name, entry })
  }
  refused.push(...overlaps(entries), ...wholeBomb(entries, zip.fileSize))
  const base = baseFolder(entries.map(({ name }) => name))
  const files = new Map(entries.map(({ name, entry }) => [name.slice(base.length), entry]))
  return {
    sizes: new Map([...files].map(([name, entry]) => [name, entry.uncompressedSize])),
    refused,
    stream: async (name) => {
      const entry = files.get(name)
      if (!entry) throw new Error(`No entry ${name} in the zip`)
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

function refusal(name: string, entry: Entry): { zh: string; en: string } | null {
  if (name === '' || name.includes('\0') || name.split('/').includes('.') || validateFileName(name) !== null)
    return { zh: '路径会越出归档\uFF0C拒绝读取', en: 'has a path that leads out of the bag: refused' }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK)
    return { zh: '是链接\uFF0C拒绝读取', en: 'is a link: refused' }
  if (!entry.canDecodeFileData()) return { zh: '加密或压缩方式不支持', en: 'is encrypted or packed in an unknown way' }
  if (isBomb(entry.uncompressedSize, entry.compressedSize))
    return {
      zh: '解压后大得异常\uFF08压缩炸弹\uFF09\uFF0C拒绝读取',
      en: 'unpacks to an absurd size (a zip bomb): refused',
    }
  return null
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > BOMB_BYTES && unpacked > BOMB_RATIO * packed
}

/** Entries that share packed bytes multiply what is unpacked without any of them looking large. */
function overlaps(entries: readonly { name: string; entry: Entry }[]): Refusal[] {
  const inOrder = [...entries].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)
  const found: Refusal[] = []
  let end = 0
  for (const { name, entry } of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < end)
      found.push({ file: name, zh: '与另一条目重叠\uFF0C拒绝读取', en: 'overlaps another entry: refused' })
    end = Math.max(end, start + LOCAL_HEADER + entry.fileNameRaw.length + entry.compressedSize)
  }
  return found
}

function wholeBomb(entries: readonly { name: string; entry: Entry }[], packed: number): Refusal[] {
  const unpacked = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  if (!isBomb(unpacked, packed)) return []
  const largest = entries.reduce((a, b) => (b.entry.uncompressedSize > a.entry.uncompressedSize ? b : a))
  const zh = '与其余条目合计\uFF0C解压后大得异常\uFF08压缩炸弹\uFF09\uFF0C拒绝读取'
  return [{ file: largest.name, zh, en: 'unpacks, with the other entries, to an absurd size (a zip bomb): refused' }]
}

/** The one folder on top that holds the bag, with its '/', or '' where the bag lies on top itself. */
function baseFolder(names: readonly string[]): string {
  if (names.includes('bagit.txt')) return ''
  const tops = new Set(names.map((name) => name.slice(0, name.indexOf('/') + 1)))
  const [only] = tops
  return tops.size === 1 && only !== undefined ? only : ''
}

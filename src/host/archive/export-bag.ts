import { rename, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { BAG_INFO, BAGIT, BAGIT_TEXT, DATA, manifestPath, tagManifestPath, TAG_MANIFEST } from './bag-layout'
import { ALGORITHMS } from './digest'
import { writeDocument } from './document-files'
import { FailureError, messageOf } from './failure'
import { formatManifest } from './manifest'
import type { BagRequest, BagResult } from './request'
import {
  makeFolder,
  refuseExisting,
  refuseInside,
  removeLeftovers,
  settle,
  StagedFolder,
  stagingPath,
} from './staged-folder'
import { zipFolder } from './zip-folder'

/** For whoever opens the archive without this program. */
const REBUILDING =
  'Each line of data/decisions.jsonl with "rebuild" says how a cleaned text is made: decode source with encoding, drop a ' +
  'byte-order mark, join the pieces (start and end count UTF-16 code units), write UTF-8.'

/**
 * Writes the approved documents as a BagIt bag, a folder or a zip. It is made beside its destination and renamed when whole:
 * an export that fails or is aborted leaves nothing. Throws an FailureError: 'inside-inbox', 'exists', 'nothing-approved', 'aborted', 'write'.
 */
export async function exportBag(request: BagRequest): Promise<BagResult> {
  const destination = resolve(request.destination)
  await refuseInside(request.inbox, destination)
  await refuseExisting(destination)
  await makeFolder(dirname(destination))
  await removeLeftovers(destination)
  const staging = stagingPath(destination)
  let staged: StagedFolder | null = null
  try {
    staged = await StagedFolder.create(staging)
    const result = await writePayload(staged, request)
    await writeTags(staged, request, result)
    if (request.form === 'folder') await placeFolder(staged, destination, request)
    else await placeZip(staged, destination, request)
    return { ...result, path: destination }
  } catch (error) {
    throw asFailure(error, request)
  } finally {
    await staged?.discard()
  }
}

async function writePayload(staged: StagedFolder, request: BagRequest): Promise<Omit<BagResult, 'path'>> {
  const refused: BagResult['refused'][number][] = []
  const replaced: BagResult['replaced'][number][] = []
  const versions = new Set<string>()
  let documents = 0
  let written = 0
  let done = 0
  request.onProgress?.(0, request.total, 'collect')
  for await (const document of request.documents) {
    request.signal?.throwIfAborted()
    const { id, path } = document.row
    // A file that was copied or moved is one document: the approval is its content's.
    if (versions.has(document.version)) continue
    const outcome = await writeDocument(staged, document, documents + 1)
    if ('zh' in outcome) refused.push({ id, path, ...outcome })
    else {
      versions.add(document.version)
      documents += 1
      written += outcome.stories
      replaced.push(...outcome.replaced.map((one) => ({ ...one, path })))
    }
    done += 1
    request.onProgress?.(done, Math.max(request.total, done), 'write')
  }
  if (written === 0) throw nothingApproved(request, refused)
  await staged.finish()
  return { written, documents, refused, replaced }
}

function nothingApproved({ left }: BagRequest, refused: BagResult['refused']): FailureError {
  const zh = `没有可导出的已通过稿件\uFF1A待审 ${left.open}\uFF0C退回 ${left.rejected}\uFF0C出错 ${left.failed + refused.length}\uFF0C缺失 ${left.missing}。`
  const counts = `${left.open} open, ${left.rejected} rejected, ${left.failed + refused.length} failed, ${left.missing} missing`
  const en = `There is no approved article to export: ${counts}.`
  const why = refused[0]
  if (!why) return new FailureError('nothing-approved', zh, en)
  return new FailureError('nothing-approved', `${zh}${why.path}:${why.zh}。`, `${en} ${why.path} ${why.en}.`)
}

async function writeTags(staged: StagedFolder, request: BagRequest, result: Omit<BagResult, 'path'>): Promise<void> {
  const payload = [...staged.digests].filter(([path]) => path.startsWith(DATA))
  const bytes = payload.reduce((sum, [, digest]) => sum + digest.bytes, 0)
  for (const algorithm of ALGORITHMS)
    await staged.write(
      manifestPath(algorithm),
      formatManifest(payload.map(([path, digest]) => [path, digest[algorithm]] as const)),
    )
  await staged.write(BAGIT, BAGIT_TEXT)
  await staged.write(BAG_INFO, bagInfo(request, result, `${bytes}.${payload.length}`))
  const tags = [...staged.digests].filter(([path]) => !path.startsWith(DATA) && !TAG_MANIFEST.test(path))
  for (const algorithm of ALGORITHMS)
    await staged.write(
      tagManifestPath(algorithm),
      formatManifest(tags.map(([path, digest]) => [path, digest[algorithm]] as const)),
    )
}

function bagInfo(
  { now, agent, by, left }: BagRequest,
  { written, documents, refused }: Omit<BagResult, 'path'>,
  oxum: string,
): string {
  const failed = left.failed + refused.length
  return [
    ['Bag-Software-Agent', agent],
    ['Bagging-Date', localDay(now)],
    ['Payload-Oxum', oxum],
    ['Contact-Name', by],
    ['Internal-Sender-Description', REBUILDING],
    ['External-Description', `${written} approved articles of ${documents} documents`],
    ['Left-Out', `${left.open} open, ${left.rejected} rejected, ${failed} failed, ${left.missing} missing`],
  ]
    .map(([label, value]) => `${label}: ${(value ?? '').replace(/[\r\n]+/g, ' ')}\n`)
    .join('')
}

function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function placeFolder(staged: StagedFolder, destination: string, request: BagRequest): Promise<void> {
  let done = 0
  const total = staged.digests.size
  await staged.settle(() => {
    request.signal?.throwIfAborted()
    request.onProgress?.((done += 1), total, 'seal')
  })
  await refuseExisting(destination)
  await rename(staged.root, destination)
  await settle(dirname(destination), 'folder')
}

async function placeZip(staged: StagedFolder, destination: string, request: BagRequest): Promise<void> {
  const to = `${staged.root}.zip.part`
  let done = 0
  const files = [...staged.digests].map(([path, { bytes }]) => ({ path, bytes }))
  try {
    await zipFolder({
      root: staged.root,
      files,
      base: baseName(destination),
      to,
      mtime: request.now,
      ...(request.signal ? { signal: request.signal } : {}),
      onFile: () => request.onProgress?.((done += 1), files.length, 'seal'),
    })
    await settle(to, 'file')
    await refuseExisting(destination)
    await rename(to, destination)
    await settle(dirname(destination), 'folder')
  } finally {
    await rm(to, { force: true })
  }
}

/** The folder a zip unpacks to: the zip's name, in characters every system takes. */
function baseName(destination: string): string {
  const plain = basename(destination)
    .replace(/\.zip$/i, '')
    .replace(/[^\p{L}\p{N}_-]/gu, '-')
  return plain === '' ? 'bag' : plain
}

function asFailure(error: unknown, { signal, destination }: BagRequest): FailureError {
  if (signal?.aborted)
    return new FailureError(
      'aborted',
      '导出已取消\uFF0C没有留下文件。',
      'The export was stopped; nothing was left behind.',
      { cause: error },
    )
  if (error instanceof FailureError) return error
  const why = messageOf(error)
  return new FailureError(
    'write',
    `导出失败\uFF0C没有写入 ${destination}\uFF1A${why}`,
    `The export failed; nothing was written to ${destination}: ${why}`,
    { cause: error },
  )
}

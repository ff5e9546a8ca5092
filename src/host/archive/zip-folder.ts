import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface Packing {
  readonly root: string
  /** paths below `root`, '/' between parts, with their bytes; `from` where one lies elsewhere */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly from?: string }[]
  /** the one folder the zip unpacks to */
  readonly base: string
  readonly to: string
  readonly mtime: Date
  readonly signal?: AbortSignal
  onFile(): void
}

/** Streams a folder's files into a new zip (zip64 where it needs it), one file open at a time. */
export async function zipFolder({ root, files, base, to, mtime, signal, onFile }: Packing): Promise<void> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  zip.on('error', (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  for (const { path, bytes, from } of files)
    zip.addReadStreamLazy(`${base}/${path}`, { mtime, mode: 0o100644, size: bytes }, (give) => {
      const file = createReadStream(from ?? join(root, path))
      file.once('close', onFile)
      give(null, file)
    })
  zip.end()
  await pipeline(out, createWriteStream(to, { flags: 'wx' }), ...(signal ? [{ signal }] : []))
}

import { join } from 'node:path'
import type { Row } from '../../../contract/contract'
import { systemDisk } from '../../journal/disk'
import { lines } from '../../journal/scan'
import { writeParts } from '../../journal/whole'
import type { StorySketch } from '../../../engine/index'
import type { Ask } from '../checking/asked'
import type { Reading } from '../reviews/documents'
import { folderName } from './identity'

/** A document as it was known when the folder was last saved. */
export interface KnownDocument {
  readonly row: Row
  /** null where it failed */
  readonly reading: Reading | null
  /** the row tells what holds for its version's records up to this seq */
  readonly at: number
  /** what it asks, before any rule of the house */
  readonly asks: readonly Ask[]
  /** what its stories are known again by */
  readonly sketches: readonly StorySketch[]
}

export interface KnownFile {
  /** of the content that was read; '' where it has to be read again */
  readonly key: string
  /** chosen by a person; null where it is detected */
  readonly encoding: string | null
  readonly documents: readonly KnownDocument[]
}

/**
 * Tells what is known of a folder's files, by raw path, in portions: others have their turn between them. It is a cache:
 * without it everything is read again, and only the times of arrival are lost. What was judged by another engine or
 * under other rules, or an app that did not tell what its rows ask, is read again as well; so is what a damaged line told.
 *
 * @returns whether the folder was ever seen
 */
export async function readKnown(
  data: string,
  root: string,
  judges: string,
  each: (raw: string, known: KnownFile) => void,
): Promise<boolean> {
  let head: Head | null = null
  try {
    const file = await systemDisk.open(fileOf(data, root), 'r')
    try {
      for await (const { bytes } of lines(file, await file.size(), PORTION)) {
        const said = bytes && parsed(bytes)
        if (head === null) {
          head = headIn(said, root)
          if (head === null) return false
          for (const [raw, known] of head.files ?? []) each(raw, unsure(known))
        } else if (Array.isArray(said)) {
          const [raw, known] = said as unknown as Line
          each(raw, head.engine === judges ? known : unsure(known))
        }
      }
    } finally {
      await file.close()
    }
  } catch {
    // What was told holds.
  }
  return head !== null
}

/** temp → fsync → rename, a portion at a time: a folder of 100,000 articles spells out to a hundred megabytes. */
export async function writeKnown(data: string, root: string, judges: string, files: Iterable<Line>): Promise<void> {
  await systemDisk.makeFolder(join(data, 'folders'))
  await writeParts(systemDisk, fileOf(data, root), spelled({ v: VERSION, root, engine: judges }, files))
}

type Line = readonly [raw: string, known: KnownFile]

/** A line for the head, then one a file. */
function* spelled(head: Head, files: Iterable<Line>): Generator<Uint8Array> {
  let some = [JSON.stringify(head)]
  for (const line of files) {
    some.push(JSON.stringify(line))
    if (some.length < AT_ONCE) continue
    yield Buffer.from(`${some.join('\n')}\n`)
    some = []
  }
  yield Buffer.from(some.map((line) => `${line}\n`).join(''))
}

/** Bytes taken in without a pause: some hundreds of files, each with its rows. */
const PORTION = 256 * 1024
/** Files spelled out without a pause. */
const AT_ONCE = 250

const VERSION = 4
/** Of earlier releases the times of arrival are taken, no more: all they knew stands in one line. */
const EARLIER = new Set([1, 2, 3])

interface Head {
  readonly v: number
  readonly root: string
  /** what the verdicts hang on: the engine's version, and the rules of cleaning where there are any */
  readonly engine: string
  /** in earlier releases */
  readonly files?: readonly Line[]
}

function parsed(bytes: Uint8Array): object | null {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as object | null
  } catch {
    return null
  }
}

function headIn(said: object | null, root: string): Head | null {
  const head = said as Head | null
  const isKnown = head !== null && (head.v === VERSION || (EARLIER.has(head.v) && Array.isArray(head.files)))
  return isKnown && head.root === root ? head : null
}

function unsure(file: KnownFile): KnownFile {
  return {
    ...file,
    key: '',
    documents: file.documents.map((document) => ({ ...document, asks: document.asks ?? [], sketches: [] })),
  }
}

function fileOf(data: string, root: string): string {
  return join(data, 'folders', `${folderName(root)}.json`)
}

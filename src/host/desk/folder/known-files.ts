import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../../../contract/contract'
import { systemDisk } from '../../journal/disk'
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

/** What is known of a folder's files, by raw path. */
export interface KnownFolder {
  /** false for a folder never seen */
  readonly seen: boolean
  readonly files: ReadonlyMap<string, KnownFile>
}

/**
 * Reads what is known of a folder. It is a cache: without it everything is read again, and only the times of arrival
 * are lost. What was judged by another engine or under other rules, or an app that did not tell what its rows ask, is read again as well.
 */
export async function readKnown(data: string, root: string, judges: string): Promise<KnownFolder> {
  try {
    const saved = JSON.parse(await readFile(fileOf(data, root), 'utf8')) as Saved
    if (!READ.has(saved.v) || saved.root !== root) return { seen: false, files: new Map() }
    const holds = saved.engine === judges && saved.v === VERSION
    const files = saved.files.map(([raw, file]) => [raw, holds ? file : unsure(file)] as const)
    return { seen: true, files: new Map(files) }
  } catch {
    return { seen: false, files: new Map() }
  }
}

/** temp → fsync → rename, a portion at a time: a folder of 100,000 articles spells out to a hundred megabytes. */
export async function writeKnown(
  data: string,
  root: string,
  judges: string,
  files: readonly (readonly [raw: string, KnownFile])[],
): Promise<void> {
  await systemDisk.makeFolder(join(data, 'folders'))
  await writeParts(systemDisk, fileOf(data, root), spelled({ v: VERSION, root, engine: judges }, files))
}

function* spelled(head: Omit<Saved, 'files'>, files: Saved['files']): Generator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"files":[`)
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = JSON.stringify(files.slice(from, from + AT_ONCE))
    yield Buffer.from(`${from > 0 ? ',' : ''}${some.slice(1, -1)}`)
  }
  yield Buffer.from(']}')
}

/** Files spelled out without a pause. */
const AT_ONCE = 500

const VERSION = 3
/** Of earlier releases the times of arrival are taken, no more. */
const READ = new Set([1, 2, VERSION])

interface Saved {
  readonly v: number
  readonly root: string
  /** what the verdicts hang on: the engine's version, and the rules of cleaning where there are any */
  readonly engine: string
  readonly files: readonly (readonly [raw: string, KnownFile])[]
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

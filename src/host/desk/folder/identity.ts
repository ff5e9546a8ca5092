import { createHash } from 'node:crypto'

/**
 * The id of a document: the same for a path in a folder (and a record in a file) over restarts.
 *
 * @param raw path below the folder, one character a byte
 * @param record number in a JSON or JSON Lines file, null for a file of one document
 */
export function documentId(root: string, raw: string, record: number | null): string {
  const place = `${root}\0${raw}${record === null ? '' : `\0${record}`}`
  return createHash('sha256').update(place).digest('hex').slice(0, 24)
}

/** A name for what is kept of a folder. */
export function folderName(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 24)
}

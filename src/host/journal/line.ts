import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { JournalRecord } from '../../review/operation'
import { isKnownKind, isOperation } from '../../review/parse'
import { spellingOf } from './spelling'

/**
 * One line of the journal: a record as JSON with `crc` as its last member, the CRC-32 of the same JSON without it. The
 * first line is the header, closed by a crc in the same way, that names the journal.
 */

export const VERSION = 1

/** prevHash of the first record. */
export const NO_HASH = '0'.repeat(64)

export interface Header {
  readonly journal: 'qingyang'
  readonly v: number
  /** tells one journal from another */
  readonly id: string
  /** milliseconds since the epoch */
  readonly created: number
}

export type Line =
  | { readonly kind: 'record'; readonly record: JournalRecord }
  | { readonly kind: 'header'; readonly header: Header }
  /** sound, but of a newer app: a later `v`, or an operation this one does not know */
  | { readonly kind: 'future' }
  | { readonly kind: 'bad' }

/** A line's bytes without its line break. */
export function encodeLine(content: Header | JournalRecord): Uint8Array {
  const json = spelled(content)
  const end = `,"crc":${crc32(json)}}`
  const line = Buffer.allocUnsafe(json.length - 1 + end.length)
  json.copy(line, 0, 0, json.length - 1)
  line.write(end, json.length - 1, 'latin1')
  return line
}

const DRAFT = Buffer.from('"draft":null')

/** A bulk decision pins megabytes of verdicts that were read from JSON: they are taken as they stand there. */
function spelled(content: Header | JournalRecord): Buffer {
  if ('op' in content && content.op.kind === 'base' && content.op.draft) {
    const draft = spellingOf(content.op.draft)
    const around = draft && Buffer.from(JSON.stringify({ ...content, op: { ...content.op, draft: null } }))
    // In a string its quotes would be escaped, and before it stands no other member of this name.
    const at = around?.indexOf(DRAFT) ?? -1
    if (draft && around && at >= 0) {
      return Buffer.concat([around.subarray(0, at + DRAFT.length - 4), draft, around.subarray(at + DRAFT.length)])
    }
  }
  return Buffer.from(JSON.stringify(content), 'utf8')
}

/** Reads a line (bytes without the line break). Never throws: what does not hold is 'bad'. */
export function decodeLine(line: Uint8Array): Line {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const at = bytes.lastIndexOf(',"crc":')
  if (at < 0 || bytes.at(-1) !== 0x7d) return { kind: 'bad' }
  const crc = bytes.toString('latin1', at + 7, bytes.length - 1)
  if (!/^\d{1,10}$/.test(crc) || crc32('}', crc32(bytes.subarray(0, at))) !== Number(crc)) return { kind: 'bad' }
  let content: unknown
  try {
    content = JSON.parse(`${bytes.toString('utf8', 0, at)}}`)
  } catch {
    return { kind: 'bad' }
  }
  return typeof content === 'object' && content !== null ? recognise(content as Shape) : { kind: 'bad' }
}

/** sha256 (hex) of a line's bytes without its line break: what the next record carries as `prevHash`. */
export function hashLine(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex')
}

type Shape = Readonly<Record<string, unknown>>

function recognise(content: Shape): Line {
  if (typeof content.v !== 'number') return { kind: 'bad' }
  if (content.v > VERSION) return { kind: 'future' }
  if (content.journal === 'qingyang' && typeof content.id === 'string')
    return { kind: 'header', header: content as unknown as Header }
  if (!isRecord(content)) return { kind: 'bad' }
  const op = content.op as { kind: string }
  if (!isKnownKind(op.kind)) return { kind: 'future' }
  return isOperation(op) ? { kind: 'record', record: content as unknown as JournalRecord } : { kind: 'bad' }
}

// The crc says that an app wrote the line; this and isOperation make sure that the reader can rely on its shape.
function isRecord(content: Shape): boolean {
  const { op } = content
  return (
    Number.isSafeInteger(content.seq) &&
    ['client', 'opId', 'document', 'version', 'by', 'prevHash'].every((name) => typeof content[name] === 'string') &&
    typeof content.ts === 'number' &&
    typeof op === 'object' &&
    op !== null &&
    'kind' in op &&
    typeof op.kind === 'string'
  )
}

import * as v from 'valibot'
import type { Failed } from '../engine/analysis'
import { failed } from '../engine/source/failure'
import { TOO_LONG } from '../host/archive/lines'

/** A document as a line of standard input gives it. */
export interface Request {
  readonly name: string
  readonly bytes: Uint8Array
  readonly url: string | null
  /** known where the line held text; else it is detected */
  readonly encoding: string | null
}

export interface BadRequest extends Failed {
  /** where at least a name could be read */
  readonly file: string | null
}

const shape = v.union(
  [
    v.object({ name: v.string(), text: v.string(), base64: v.optional(v.undefined_()), url: v.optional(v.string()) }),
    v.object({ name: v.string(), base64: v.string(), text: v.optional(v.undefined_()), url: v.optional(v.string()) }),
  ],
  'needs { name, text | base64, url? }',
)

/** Never throws: a line that is no request is answered with 'bad-record'. */
export function parseRequest(line: Uint8Array | typeof TOO_LONG): Request | BadRequest {
  if (line === TOO_LONG) return bad(null, '这一行太长', 'the line is too long')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return bad(null, `这一行不是 JSON:${why}`, `the line is not JSON: ${why}`)
  }
  const { success, output, issues } = v.safeParse(shape, value)
  if (!success) return bad(nameIn(value), '需要 { name, text 或 base64, url? }', issues[0].message)
  const { name, url = null } = output
  if (output.base64 === undefined) return { name, url, bytes: Buffer.from(output.text), encoding: 'UTF-8' }
  const bytes = fromBase64(output.base64)
  return bytes ? { name, url, bytes, encoding: null } : bad(name, 'base64 有误', 'base64 holds something else')
}

/** Null where the text is not base64; its padding may be left out. */
function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  const again = bytes.toString('base64')
  return again === text || again.replaceAll('=', '') === text ? bytes : null
}

export function isBlank(line: Uint8Array | typeof TOO_LONG): boolean {
  return line !== TOO_LONG && line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

function nameIn(value: unknown): string | null {
  const named = v.safeParse(v.object({ name: v.string() }), value)
  return named.success ? named.output.name : null
}

function bad(file: string | null, zh: string, en: string): BadRequest {
  return { file, ...failed('bad-record', zh, en) }
}

/** The parts of a MIME message as browsers save a page: headers, and bodies between boundaries. */

/** One header block with the bytes below it. */
export interface Entity {
  /** by name in lower case, unfolded; the first of each counts */
  readonly headers: ReadonlyMap<string, string>
  /** as written, before its transfer encoding is undone */
  readonly body: Uint8Array
}

const LF = 0x0a
const MOST_HEADERS = 65_536
const MOST_PARTS = 10_000

const lineEnd = (bytes: Uint8Array, from: number): number => {
  const at = bytes.indexOf(LF, from)
  return at < 0 ? bytes.length : at + 1
}

/** A stretch of bytes as Latin letters: header lines and boundaries are ASCII. */
const letters = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}

/** Headers and body of bytes that begin with headers; null where the first line is none. */
export const entityOf = (bytes: Uint8Array): Entity | null => {
  const headers = new Map<string, string>()
  let name: string | null = null
  for (let at = 0; at < bytes.length && at < MOST_HEADERS;) {
    const end = lineEnd(bytes, at)
    const line = letters(bytes.subarray(at, Math.min(end, at + MOST_HEADERS))).replace(/\r?\n$/, '')
    at = end
    if (line === '') return headers.size === 0 ? null : { headers, body: bytes.subarray(at) }
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && name !== null) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
    else if (colon > 0 && /^[\w-]+$/.test(line.slice(0, colon).trimEnd())) {
      name = line.slice(0, colon).trimEnd().toLowerCase()
      if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
    } else return null
  }
  return null
}

/** A parameter of a header's value: boundary of `multipart/related; boundary="x"`. */
export const parameter = (value: string, wanted: string): string | null => {
  for (const part of value.split(';').slice(1)) {
    const equals = part.indexOf('=')
    if (equals < 0 || part.slice(0, equals).trim().toLowerCase() !== wanted) continue
    return (
      part
        .slice(equals + 1)
        .trim()
        .replace(/^"|"$/g, '') || null
    )
  }
  return null
}

/** The parts between a boundary's lines. The line end before a boundary belongs to it; a missing last one is forgiven. */
export const partsOf = (body: Uint8Array, boundary: string): Entity[] => {
  const parts: Entity[] = []
  const mark = `--${boundary}`
  let start: number | null = null
  let marks = 0
  const add = (end: number): void => {
    const part = start === null ? null : entityOf(body.subarray(start, Math.max(start, end)))
    if (part) parts.push(part)
  }
  for (let at = 0; at < body.length && marks < MOST_PARTS;) {
    const end = lineEnd(body, at)
    const isMark = end - at >= mark.length && body[at] === 0x2d && letters(body.subarray(at, at + mark.length)) === mark
    if (isMark) {
      const rest = letters(body.subarray(at + mark.length, Math.min(end, at + mark.length + 80))).trim()
      if (rest === '' || rest === '--') {
        add(body[at - 2] === 0x0d ? at - 2 : at - 1)
        start = rest === '' ? end : null
        marks += 1
        if (rest === '--') return parts
      }
    }
    at = end
  }
  add(body.length)
  return parts
}

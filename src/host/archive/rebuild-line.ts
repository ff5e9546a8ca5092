import * as v from 'valibot'

/**
 * How one cleaned text is made: a line `{ rebuild: … }` of decisions.jsonl, for whoever opens the archive without this program.
 * Read `source`, decode it with `encoding` (a byte-order mark dropped), join the pieces, write UTF-8: that is `output`, byte by byte.
 */
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const sum = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const piece = v.union([
  /** UTF-16 code units [start, end) of the decoded source */
  v.object({ start: offset, end: offset }),
  /** text the source does not hold; `op` is the operation that made it, or 'engine' */
  v.object({ insert: v.string(), op: v.string() }),
])

const rebuildLine = v.object({
  rebuild: v.object({
    /** paths in the bag */
    output: v.string(),
    source: v.string(),
    /** of the source file's bytes, hex */
    sourceSha256: sum,
    /** a label of the Encoding Standard */
    encoding: v.string(),
    pieces: v.array(piece),
    /** of the output's bytes, hex */
    sha256: sum,
  }),
})

export type RebuildLine = v.InferOutput<typeof rebuildLine>
export type RebuildPiece = v.InferOutput<typeof piece>

/** Null where the line is history; throws with what is wrong where it is neither JSON nor a sound rebuild line. */
export function parseRebuildLine(bytes: Uint8Array): RebuildLine['rebuild'] | null {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'rebuild')) return null
  return v.parse(rebuildLine, value).rebuild
}

/** The text the pieces make. Throws a RangeError naming the first piece that lies outside the source. */
export function rebuildText(source: string, pieces: readonly RebuildPiece[]): string {
  return pieces
    .map((one, index) => {
      if ('insert' in one) return one.insert
      if (one.start > one.end || one.end > source.length)
        throw new RangeError(
          `piece ${index + 1} [${one.start}, ${one.end}) lies outside the source of ${source.length}`,
        )
      return source.slice(one.start, one.end)
    })
    .join('')
}

/** The bytes as text, or null where the encoding has no decoder. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}

/** A line was longer than the limit; its bytes were passed over, the lines behind it come as ever. */
export const TOO_LONG = Symbol('line too long')

/**
 * The lines of a byte stream, without their `\n`, as they come: only `\n` ends a line (not U+2028, which JSON leaves as it is).
 * A last line without `\n` counts; nothing behind a last `\n` does not.
 */
export async function* lines(
  chunks: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<Uint8Array | typeof TOO_LONG> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= limit) parts.push(part)
    else parts = []
  }
  const line = (): Uint8Array | typeof TOO_LONG => {
    const whole = length > limit ? TOO_LONG : parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
    parts = []
    length = 0
    return whole
  }
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let from = 0
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      take(bytes.subarray(from, end))
      yield line()
      from = end + 1
    }
    if (from < bytes.length) take(bytes.subarray(from))
  }
  if (length > 0) yield line()
}

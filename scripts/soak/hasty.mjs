import { open } from 'node:fs/promises'

/**
 * The control of the kills: loaded into a host, it lets each write of journal records answer at once and be made a while later,
 * as by a program that acknowledges before it has written.
 */
const handle = await open(new URL(import.meta.url))
const prototype = Object.getPrototypeOf(handle)
await handle.close()
const { write } = prototype
prototype.write = function (
  /** @type {Uint8Array} */ bytes,
  /** @type {number} */ offset,
  /** @type {number} */ length,
  /** @type {number} */ position,
) {
  const isRecord = bytes[0] === 0x7b && Buffer.from(bytes.subarray(0, 6)).toString() === '{"v":1'
  if (!isRecord) return write.call(this, bytes, offset, length, position)
  const kept = Buffer.from(bytes.subarray(offset ?? 0, (offset ?? 0) + (length ?? bytes.length)))
  setTimeout(() => write.call(this, kept, 0, kept.length, position).catch(() => {}), 400)
  return Promise.resolve({ bytesWritten: kept.length, buffer: bytes })
}

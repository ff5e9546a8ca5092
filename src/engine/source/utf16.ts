import { controlsIn } from './binary'

const SAMPLE = 16_384

/** A code unit as running text has it: letters, Han, kana, punctuation and line ends of any usual script. */
const isUsual = (unit: number) =>
  (unit >= 0x20 && unit < 0x7f) ||
  unit === 0x0a ||
  unit === 0x0d ||
  unit === 0x09 ||
  (unit >= 0xa0 && unit < 0x250) ||
  (unit >= 0x2010 && unit < 0x2040) ||
  (unit >= 0x3000 && unit < 0x3100) ||
  (unit >= 0x4e00 && unit < 0xa000) ||
  (unit >= 0xff00 && unit < 0xfff0)

/**
 * UTF-16 that has no byte-order mark, null where the bytes are something else. Judged by what eight-bit text never has:
 * zero bytes on one side (Latin text) or control bytes among units that are nearly all usual characters (Chinese text).
 */
export const utf16WithoutMark = (bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null => {
  const head = bytes.subarray(0, SAMPLE)
  if (head.length < 4 || bytes.length % 2 !== 0 || controlsIn(head) === 0) return null
  const zeros = [0, 0]
  const usual = [0, 0]
  const units = head.length >> 1
  for (let i = 0; i < units; i++) {
    const first = head[2 * i] ?? 0
    const second = head[2 * i + 1] ?? 0
    if (first === 0) zeros[0] = (zeros[0] ?? 0) + 1
    if (second === 0) zeros[1] = (zeros[1] ?? 0) + 1
    if (isUsual(first + 256 * second)) usual[0] = (usual[0] ?? 0) + 1
    if (isUsual(second + 256 * first)) usual[1] = (usual[1] ?? 0) + 1
  }
  const [big = 0, little = 0] = zeros
  if (little > 0.3 * units && big < 0.02 * units) return 'UTF-16LE'
  if (big > 0.3 * units && little < 0.02 * units) return 'UTF-16BE'
  const [asLittle = 0, asBig = 0] = usual
  const share = Math.max(asLittle, asBig) / units
  if (share < 0.95 || Math.abs(asLittle - asBig) < 0.1 * units || isMostlyAscii(head)) return null
  return asLittle > asBig ? 'UTF-16LE' : 'UTF-16BE'
}

const isMostlyAscii = (bytes: Uint8Array) => {
  let count = 0
  for (const byte of bytes) if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d) count++
  return count > 0.8 * bytes.length
}

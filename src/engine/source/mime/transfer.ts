/** How a MIME part is written down: quoted-printable and base64 back to bytes. What is no code stays as it is or is passed over. */

const [LF, CR, SPACE, TAB, EQUALS] = [0x0a, 0x0d, 0x20, 0x09, 0x3d]

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & ~0x20
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1
}

/** End of a soft line break (`=`, blanks, line end) that begins at `at`; -1 where there is none. */
const softBreak = (bytes: Uint8Array, at: number): number => {
  let end = at + 1
  while (bytes[end] === SPACE || bytes[end] === TAB) end += 1
  if (bytes[end] === CR && bytes[end + 1] === LF) return end + 2
  return bytes[end] === LF || end === bytes.length ? Math.min(end + 1, bytes.length) : -1
}

const quotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    const soft = byte === EQUALS ? softBreak(bytes, at) : -1
    const [high, low] = byte === EQUALS ? [hex(bytes[at + 1]), hex(bytes[at + 2])] : [-1, -1]
    if (soft >= 0) at = soft
    else if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low
      at += 3
    } else {
      out[length++] = byte
      at += 1
    }
  }
  return out.subarray(0, length)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SIXES = new Int8Array(256).fill(-1)
for (let i = 0; i < ALPHABET.length; i += 1) SIXES[ALPHABET.charCodeAt(i)] = i

const base64 = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4))
  let [length, bits, held] = [0, 0, 0]
  for (const byte of bytes) {
    if (byte === EQUALS) break
    const six = SIXES[byte] ?? -1
    if (six < 0) continue
    held = ((held << 6) | six) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[length++] = (held >> bits) & 0xff
  }
  return out.subarray(0, length)
}

/** The bytes a part stands for. `encoding` is its Content-Transfer-Encoding, lower case; null for one that is not known. */
export const transferred = (bytes: Uint8Array, encoding: string): Uint8Array | null => {
  if (encoding === 'quoted-printable') return quotedPrintable(bytes)
  if (encoding === 'base64') return base64(bytes)
  return ['', '7bit', '8bit', 'binary'].includes(encoding) ? bytes : null
}

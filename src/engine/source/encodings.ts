/** Every encoding a person can read a file again with, the likely ones first. The names are the ones shown. */
export const ENCODINGS = [
  'UTF-8',
  'GB18030',
  'Big5',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'Shift_JIS',
  'EUC-JP',
  'ISO-2022-JP',
  'EUC-KR',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'ISO-8859-2',
  'ISO-8859-5',
  'ISO-8859-7',
  'ISO-8859-15',
  'KOI8-R',
  'KOI8-U',
  'macintosh',
] as const

export type Encoding = (typeof ENCODINGS)[number]

const shown = new Map<string, Encoding>(ENCODINGS.map((name) => [name.toLowerCase(), name]))

/** The shown name for any label in use on the web ('gb2312', 'utf8', 'x-gbk', 'latin1'), null for one that is not known. */
export const encodingOf = (label: string): Encoding | null => {
  const wanted = label.trim().toLowerCase()
  const own = shown.get(wanted)
  if (own) return own
  try {
    const canonical = new TextDecoder(wanted).encoding
    return canonical === 'gbk' ? 'GB18030' : (shown.get(canonical) ?? null)
  } catch {
    return null
  }
}

/** What windows-1252 has at 0x80..0x9F; Node reads those bytes as ISO 8859-1 and would give C1 controls. */
const WINDOWS_1252 =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178'

const decoders = new Map<string, TextDecoder>()

/** A decoder is dear to make and keeps nothing from one whole text to the next. */
const decoderOf = (encoding: Encoding, strict: boolean): TextDecoder => {
  const key = `${encoding} ${strict}`
  const known = decoders.get(key)
  if (known) return known
  const decoder = new TextDecoder(encoding, { ignoreBOM: true, fatal: strict })
  decoders.set(key, decoder)
  return decoder
}

/**
 * All bytes as text in one encoding. What cannot be read becomes U+FFFD; a byte-order mark stays.
 * Throws a TypeError for bytes that cannot be read only when `strict`.
 */
export const readAs = (bytes: Uint8Array, encoding: Encoding, strict = false): string => {
  const text = decoderOf(encoding, strict).decode(bytes)
  if (encoding !== 'windows-1252') return text

  return text.replace(/[\x80-\x9F]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}

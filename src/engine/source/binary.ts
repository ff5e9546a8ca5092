/** How files that are no text begin. `at` bytes in. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], what: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'GIF' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'ZIP' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], what: 'ZIP' },
  { bytes: [0x1f, 0x8b, 0x08], what: 'GZIP' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: '7-Zip' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a], what: 'RAR' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'ELF' },
  { bytes: [0xcf, 0xfa, 0xed, 0xfe], what: 'Mach-O' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], what: 'Java class' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], what: 'Windows program' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], what: 'DOC/XLS (OLE)' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'TIFF' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'TIFF' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: 'WebP' },
  { bytes: [0x57, 0x41, 0x56, 0x45], at: 8, what: 'WAV' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'MP4' },
  { bytes: [0x49, 0x44, 0x33, 0x03], what: 'MP3' },
  { bytes: [0x49, 0x44, 0x33, 0x04], what: 'MP3' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: 'SQLite' },
]

const HEAD = 65_536

/** The kind of a file known by its first bytes, null where they are no such mark. */
export const magicOf = (bytes: Uint8Array): string | null =>
  MAGIC.find(({ bytes: mark, at = 0 }) => mark.every((byte, i) => bytes[at + i] === byte))?.what ?? null

/** Among the first 65,536: bytes no text in a one-byte or multi-byte encoding has: controls but tab, line ends, form feed and escape. */
export const controlsIn = (bytes: Uint8Array): number => {
  let count = 0
  const end = Math.min(bytes.length, HEAD)
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) count++
  }
  return count
}

/** Too many control bytes (`controlsIn`) for a text: compressed or machine data. A text with a few stray ones stays a text. */
export const isControlHeavy = (bytes: Uint8Array, controls: number): boolean =>
  controls >= 8 && controls > Math.min(bytes.length, HEAD) * 0.04

/** A docx may unpack to this much, without its pictures. */
const MOST = 64 * 1024 * 1024
const MOST_ENTRIES = 10_000

const END = 0x06054b50
const ENTRY = 0x02014b50

interface Entry {
  readonly name: string
  readonly method: number
  readonly data: Uint8Array<ArrayBuffer>
}

/** The entries of a zip's directory with their packed bytes; null for what is no whole, plain zip. */
const entriesOf = (bytes: Uint8Array<ArrayBuffer>): Entry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END) end--
  if (end < 0 || view.getUint32(end, true) !== END) return null
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(nameLength ?? 0, 500)))
    const data = bytes.subarray(start, start + view.getUint32(at + 20, true))
    entries.push({ name, method: view.getUint16(at + 10, true), data })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

/** How much one entry unpacks to, counted while it streams and no further than `most`. Rejects for broken data. */
const unpackedSize = async ({ method, data }: Entry, most: number): Promise<number> => {
  if (method === 0) return data.length
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  let size = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length
    if (size > most) {
      await reader.cancel()
      return size
    }
  }
  return size
}

/**
 * Whether a zip can be unpacked without harm: a whole directory, and the text parts of moderate size, counted by
 * unpacking and not by what the directory claims. Pictures and embedded files are never unpacked. Rejects for broken data.
 */
export const isHarmlessZip = async (bytes: Uint8Array<ArrayBuffer>): Promise<boolean> => {
  const entries = entriesOf(bytes)
  if (!entries) return false
  let left = MOST
  for (const entry of entries) {
    if (/^word\/(?:media|embeddings|fonts)\//.test(entry.name)) continue
    left -= await unpackedSize(entry, left)
    if (left < 0) return false
  }
  return true
}

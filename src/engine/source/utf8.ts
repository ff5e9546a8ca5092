/** How well bytes read as UTF-8: sequences of two, of three or four bytes, and stretches that are none. */
export interface Utf8Count {
  two: number
  more: number
  bad: number
}

const isTail = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf

const lengthOf = (lead: number) => (lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0)

export const countUtf8 = (bytes: Uint8Array): Utf8Count => {
  const count = { two: 0, more: 0, bad: 0 }
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = lengthOf(lead)
    let tails = 0
    while (tails < length - 1 && isTail(bytes[at + 1 + tails])) tails++
    if (length > 0 && tails === length - 1) {
      if (length === 2) count.two++
      else count.more++
    } else count.bad++
    at += 1 + tails
  }
  return count
}

/** UTF-8 with damage: what is whole outweighs what is broken by far. Other encodings give mostly broken sequences. */
export const isMostlyUtf8 = ({ two, more, bad }: Utf8Count): boolean =>
  two + more >= 4 * bad || (more > 0 && more >= bad && more >= two)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, TOO_LONG } from './lines'

async function read(chunks: readonly Uint8Array[], limit = 1_000): Promise<(string | null)[]> {
  const found: (string | null)[] = []
  for await (const line of lines(toAsync(chunks), limit))
    found.push(line === TOO_LONG ? null : Buffer.from(line).toString())
  return found
}

async function* toAsync(chunks: readonly Uint8Array[]) {
  yield* chunks
}

describe('lines', () => {
  it('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[a样\u2028\r]*$/)), fc.array(fc.nat(9)), async (texts, cuts) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''))
        const chunks: Uint8Array[] = []
        let at = 0
        for (const cut of cuts) chunks.push(bytes.subarray(at, (at += cut)))
        expect(await read([...chunks, bytes.subarray(at)])).toEqual(texts)
      }),
    )
  })

  it('pass over one that is too long and go on', async () => {
    expect(await read([Buffer.from('abc'), Buffer.from('defg\nhi\nj')], 5)).toEqual([null, 'hi', 'j'])
  })
})

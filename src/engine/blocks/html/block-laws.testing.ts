import { expect } from 'vitest'
import type { RawBlock } from '../page'
import { htmlBlocks } from './html'

/** For tests: a source's blocks and meta. */
export const pageOf = (source: string, isXml = false) => {
  const cut = htmlBlocks(source, { isXml, url: undefined })
  if (!cut) throw new Error('too many blocks')
  return cut
}
export const blocksOf = (source: string, isXml = false) => pageOf(source, isXml).blocks
export const texts = (source: string, isXml = false) => blocksOf(source, isXml).map(({ text }) => text)

/** What holds of every block of every source. */
export const expectLaws = (source: string, blocks: readonly RawBlock[]) => {
  let at = 0
  for (const { start, end, pieces, text } of blocks) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(pieces[0]?.[0]).toBe(start)
    expect(pieces.at(-1)?.[1]).toBe(end)
    let inside = start
    for (const [from, to] of pieces) {
      expect(from).toBeGreaterThanOrEqual(inside)
      expect(to).toBeGreaterThan(from)
      inside = to
    }
    expect(pieces.map(([from, to, read]) => read ?? source.slice(from, to)).join('')).toBe(text)
    expect(text).toBe(text.trim())
    expect(text).not.toBe('')
    at = end
  }
  expect(at).toBeLessThanOrEqual(source.length)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePath, encodePath, formatManifest, parseManifest } from './manifest'

describe('a manifest', () => {
  it('encodes line breaks and percent signs of paths, and nothing else', () => {
    expect(encodePath('data/50%\r\n 名 字.txt')).toBe('data/50%25%0D%0A 名 字.txt')
    expect(decodePath('data/%0a%2520%41')).toBe('data/\n%20%41')
  })

  it('gives back any paths', () => {
    const sum = fc.stringMatching(/^[0-9a-f]{64}$/)
    const path = fc.string({ unit: 'binary', minLength: 1 }).map((name) => `data/${name}`)
    fc.assert(
      fc.property(fc.dictionary(path, sum), (sums) => {
        const read = parseManifest(formatManifest(Object.entries(sums)), 64)
        expect(read.bad).toEqual([])
        expect(Object.fromEntries(read.sums)).toEqual({ ...sums })
      }),
    )
  })

  it('says which lines it cannot read', () => {
    const sum = 'a'.repeat(64)
    expect(parseManifest(`${sum}  data/a\n\n${sum} \nzz\n${sum}  data/a\n${sum}\t./data/b\r\n`, 64)).toEqual({
      sums: new Map([
        ['data/a', sum],
        ['data/b', sum],
      ]),
      bad: [3, 4, 5],
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextBlocks } from './plain-text'

describe('plainTextBlocks', () => {
  it('gives one block a line, what is trimmed lying between', () => {
    const text = '\n  标题\r\n\r\n\n\u3000\u3000第一段。 \r\uFEFF\u00A0第二段。\u2028尾'
    const blocks = plainTextBlocks(text)
    expect(blocks.map(({ text, blankBefore, indented }) => [text, blankBefore, indented])).toEqual([
      ['标题', 0, true],
      ['第一段。', 2, true],
      ['第二段。', 0, true],
      ['尾', 0, false],
    ])
    expect(blocks.every(({ start, end, pieces }) => pieces.length === 1 && `${pieces[0]}` === `${[start, end]}`)).toBe(
      true,
    )
  })

  it('leaves the inside of a line as it is', () => {
    expect(plainTextBlocks('a  \u3000b\tc\u0000d')[0]?.text).toBe('a  \u3000b\tc\u0000d')
  })

  it('any text: blocks in order, white space alone between them, slices exact', () => {
    const unit = fc.constantFrom(
      '甲',
      'a',
      ' ',
      '\n',
      '\r',
      '\u2028',
      '\u3000',
      '\u00A0',
      '\uFEFF',
      '\t',
      '\f',
      '\u{1F600}',
      '\uD800',
      '\u200B',
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        let at = 0
        for (const block of plainTextBlocks(text)) {
          expect(block.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, block.start)).toMatch(/^\s*$/)
          expect(block.end).toBeGreaterThan(block.start)
          expect(block.text).toBe(text.slice(block.start, block.end))
          expect(block.text).toBe(block.text.trim())
          expect(block.text).not.toMatch(/[\r\n\u2028\u2029]/)
          at = block.end
        }
        expect(text.slice(at)).toMatch(/^\s*$/)
      }),
      { numRuns: 1000 },
    )
  })
})

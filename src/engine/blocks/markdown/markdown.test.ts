import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from './markdown'

const pageOf = (source: string) => {
  const cut = markdownBlocks(source, undefined)
  if (!cut) throw new Error('too many lines')
  return cut
}
const shown = (source: string) => pageOf(source).blocks.map(({ text, layout }) => [text, layout])
const text = (source: string) =>
  pageOf(source)
    .blocks.map((block) => block.text)
    .join('\n')

describe('markdownBlocks', () => {
  it('knows lines by their marks', () => {
    const source =
      '# 标题 #\n\n导语\n====\n\n## C#\n- 甲\n* [x] 乙\n1. 丙\n> 丁\n> > - 戊\n***\n```js\n  a * b\n```\n正文。\n    己\n#话题 不是标题'
    expect(shown(source)).toEqual([
      ['标题', 'heading'],
      ['导语', 'heading'],
      ['C#', 'heading'],
      ['甲', 'list-item'],
      ['乙', 'list-item'],
      ['1. 丙', 'list-item'],
      ['丁', 'quote'],
      ['戊', 'list-item'],
      ['a * b', 'preformatted'],
      ['正文。', 'paragraph'],
      ['己', 'paragraph'],
      ['#话题 不是标题', 'paragraph'],
    ])
  })

  it.each([
    ['**甲**乙 *丙* __丁__ ~~戊~~ `己`', '甲乙 丙 丁 戊 己'],
    ['看[甲](https://example.org/a_(b) "t")和[乙][1],![图](x.png)丙', '看甲和乙,丙'],
    ['[![图](x.png)](https://example.org)', ''],
    ['[**甲**](x)', '甲'],
    ['5 * 3 = 15, a_b_c, 2*3', '5 * 3 = 15, a_b_c, 2*3'],
    ['\\*甲\\* &amp; &nosuch; <b>乙</b><br><!-- x --> <3', '*甲* & &nosuch; 乙 <3'],
    ['[甲] 乙 (丙)', '[甲] 乙 (丙)'],
    ['**甲', '**甲'],
  ])('%s', (source, read) => {
    expect(text(source)).toBe(read)
  })

  it('reads a table as rows', () => {
    const source = '表\n\n| 县 | **人数** |\n|---|:--:|\n| 甲 | |\n|  | 12 |\n乙 | 3 | 4\n\n后 | 前'
    expect(shown(source)).toEqual([
      ['表', 'paragraph'],
      ['县\t人数', 'table-row'],
      ['甲', 'table-row'],
      ['12', 'table-row'],
      ['乙\t3\t4', 'table-row'],
      ['后 | 前', 'paragraph'],
    ])
  })

  it('reads front matter as meta', () => {
    const { blocks, meta } = pageOf('---\ntitle: "甲"\ndate: 2023-12-08 10:20\nauthor: 赵一鸣, 钱二\n---\n正文')
    expect(blocks.map((block) => block.text)).toEqual(['正文'])
    expect(meta).toMatchObject({ title: '甲', published: '2023-12-08T10:20', authors: ['赵一鸣', '钱二'] })
  })

  it('any text: blocks in order, pieces exact, what lies between is mark-up', () => {
    const unit = fc.constantFrom(
      '甲',
      'a',
      ' ',
      '\n',
      '\r\n',
      '#',
      '# ',
      '- ',
      '1. ',
      '> ',
      '*',
      '**',
      '_',
      '`',
      '```',
      '~~',
      '[',
      '](x)',
      '![',
      ']',
      '(',
      ')',
      '|',
      '|--|',
      '---',
      '===',
      '&amp;',
      '&',
      '<b>',
      '<',
      '\\',
      '\u3000',
      '\u{1F600}',
      '\uD800',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (source) => {
        let at = 0
        const { blocks } = pageOf(source)
        for (const { start, end, pieces, text } of blocks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect([pieces[0]?.[0], pieces.at(-1)?.[1]]).toEqual([start, end])
          let inside = start
          for (const [from, to] of pieces) {
            expect(from).toBeGreaterThanOrEqual(inside)
            expect(to).toBeGreaterThan(from)
            inside = to
          }
          expect(pieces.map(([from, to, read]) => read ?? source.slice(from, to)).join('')).toBe(text)
          expect(text).toBe(text.trim())
          if (!/!\[|\]\[|</.test(source)) expect(source.slice(at, start)).not.toContain('甲')
          at = end
        }
      }),
      { numRuns: 3000 },
    )
  })
})

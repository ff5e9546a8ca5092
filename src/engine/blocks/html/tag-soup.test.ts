import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlBlocks } from './html'
import { blocksOf, expectLaws, texts } from './block-laws.testing'

describe('htmlBlocks: any source', () => {
  const tag = fc.constantFrom(
    ...'p div span b a li ul td tr table h1 br pre script style svg select title head body p/ br/ button template'.split(
      ' ',
    ),
  )
  const bit = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '甲',
        'a',
        ' ',
        '\r\n',
        '\n',
        '\u3000',
        '&nbsp;',
        '&amp;',
        '&bne;',
        '\u{1F600}',
        '&#55357;',
        '\uD800',
      ),
    },
    { weight: 2, arbitrary: tag.map((name) => `<${name}>`) },
    { weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '<a href="1">',
        '<p class="x" style="display:none">',
        '<!--',
        '-->',
        '<',
        '>',
        '&',
        '<![CDATA[',
        ']]>',
        '"',
        '<!DOCTYPE html>',
        '<?x',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  )
  const soup = fc.array(bit, { maxLength: 60 }).map((bits) => bits.join(''))

  it('blocks are ordered, pieces exact, whatever the tag soup', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (source, isXml) => {
        expectLaws(source, blocksOf(source, isXml))
      }),
      { numRuns: 3000 },
    )
  })

  it('no text is lost: in well-formed mark-up the blocks and what is left out make up all of it', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', 'b', ' ', '\n', '\u3000', '\u{1F600}') })
    const name = fc.constantFrom('p', 'div', 'span', 'b', 'h2', 'section', 'em', 'blockquote')
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        fc
          .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tagName, nodes]) => `<${tagName}>${nodes.join('')}</${tagName}>`),
      ),
    })).node
    const bare = (source: string) => source.replace(/<\/?\w+>|\s/g, '')
    fc.assert(
      fc.property(tree, (source) => {
        const blocks = blocksOf(source)
        expect(blocks.map((block) => bare(block.text)).join('')).toBe(bare(source))
        let at = 0
        for (const { start, end } of [...blocks, { start: source.length, end: source.length }]) {
          expect(bare(source.slice(at, start))).toBe('')
          at = end
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('a page with random damage keeps the laws', () => {
    const page =
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title></head><body class="a"><div id="m"><h1>标题&nbsp;一</h1>' +
      '<p>第一段\r\n  文字 &amp; more <a href="/x">链接</a></p><table><tr><th>a<th>b</tr><tr><td>1<td>2</tr></table><pre> x\n y</pre>' +
      '<script>var a = "<p>";</script><ul><li>甲<li>乙</ul></div></body></html>'
    const change = fc.tuple(fc.nat(page.length), fc.nat(6), fc.oneof(bit, fc.constant('')))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let source = page
        for (const [at, length, text] of changes) source = source.slice(0, at) + text + source.slice(at + length)
        expectLaws(source, blocksOf(source))
      }),
      { numRuns: 2000 },
    )
  })

  it('a page of endless blocks is not read', () => {
    expect(htmlBlocks('<p>a'.repeat(450_000), { isXml: false, url: undefined })).toBeNull()
  })

  it('100,000 nested tags are flattened, not followed', () => {
    const deep = `${'<div>'.repeat(100_000)}甲${'</div>'.repeat(100_000)}<p>乙</p>`
    const blocks = blocksOf(deep)
    expect(blocks.map(({ text, markUp }) => [text, markUp?.depth])).toEqual([
      ['甲', 999],
      ['乙', 0],
    ])
    expect(texts(`${'<table><tr><td>'.repeat(30_000)}甲`)).toEqual(['甲'])
    expect(texts(`${'<b><a href=1>'.repeat(50_000)}甲${'</p></i>'.repeat(50_000)}`)).toEqual(['甲'])
  })
})

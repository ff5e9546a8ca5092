import { describe, expect, it } from 'vitest'
import { declaredEncoding } from './html'
import { blocksOf, expectLaws, pageOf, texts } from './block-laws.testing'

const metaOf = (source: string) => pageOf(source).meta

describe('htmlBlocks: pieces', () => {
  const pieces = (source: string) => blocksOf(source).flatMap((block) => block.pieces)

  it('an entity is one atomic piece', () => {
    const source = '<p>甲&amp;乙&#x1F600;&nbsp;丙&notin;'
    expect(pieces(source)).toEqual([
      [3, 4],
      [4, 9, '&'],
      [9, 10],
      [10, 19, '\u{1F600}'],
      [19, 25, '\u00A0'],
      [25, 26],
      [26, 33, '\u2209'],
    ])
    expectLaws(source, blocksOf(source))
  })

  it('an entity of two characters, one without semicolon, one after a spaced end tag', () => {
    expect(pieces('<p>a&bne;b')).toEqual([
      [3, 4],
      [4, 9, '=\u20E5'],
      [9, 10],
    ])
    expect(pieces('<p>a&ampb')).toEqual([
      [3, 4],
      [4, 8, '&'],
      [8, 9],
    ])
    expect(pieces('<p><b>a</b  >&lt;')).toEqual([
      [6, 7],
      [13, 17, '<'],
    ])
    expect(texts('<p>a & b &nosuch; &#0; c')).toEqual(['a & b &nosuch; \uFFFD c'])
  })

  it('a run of blanks is one, a single blank is plain', () => {
    expect(pieces('<p>a b  c\r\nd <b> e</b>')).toEqual([
      [3, 6],
      [6, 8, ' '],
      [8, 9],
      [9, 11, ' '],
      [11, 13],
      [17, 18],
    ])
    expect(texts('<p>a b  c\r\nd <b> e</b>')).toEqual(['a b c d e'])
  })

  it('a line break between Han characters reads as nothing, as in Latin text it reads as a blank', () => {
    expect(texts('<p>市民\r\n   中心\n“开放”\nopen\nnow')).toEqual(['市民中心“开放” open now'])
  })

  it('white space at the ends lies between blocks, written as an entity or not', () => {
    const source = '<p>\u3000\u3000甲乙&nbsp; </p>\n<p>&emsp;&#12288; 丙\u00A0<p>丁'
    expect(blocksOf(source).map(({ text, indented }) => [text, indented])).toEqual([
      ['甲乙', true],
      ['丙', true],
      ['丁', false],
    ])
    expectLaws(source, blocksOf(source))
  })

  it('surrogate pairs stay whole', () => {
    const source = '<p>\u{20000}\u{1F600}&#x20001;</p>'
    expect(texts(source)).toEqual(['\u{20000}\u{1F600}\u{20001}'])
    expectLaws(source, blocksOf(source))
  })
})

describe('htmlBlocks: lines', () => {
  it('a block a block element, and a line a <br>', () => {
    expect(texts('<div>甲<p>乙<br/>丙<span>丁</span></p>戊<hr>己</div>庚')).toEqual([
      '甲',
      '乙',
      '丙丁',
      '戊',
      '己',
      '庚',
    ])
  })

  it('leaves out what is no text', () => {
    const source =
      '<head><title>t</title><style>p{}</style></head><body><script>if (a<b) "</p>"</script><p>甲<svg><text>x</text>' +
      '</svg><button>分享</button><textarea>y</textarea><select><option>z</select><!-- c --><noscript>n</noscript>' +
      '<template><p>o</p></template><iframe>i</iframe>乙<input value="v"></p>'
    expect(texts(source)).toEqual(['甲乙'])
  })

  it('a forgotten end tag does not take the rest of the page with it', () => {
    expect(texts('<p>甲<svg><path d=""><p>乙<select><p>丙')).toEqual(['甲', '乙', '丙'])
    expect(texts('<head><title>t</title><div>甲</div>')).toEqual(['甲'])
    expect(texts('<head><meta charset=utf-8>甲')).toEqual(['甲'])
    expect(texts('<button>a<button>b</button><p>丙')).toEqual(['丙'])
  })

  it('keeps preformatted text line by line', () => {
    const source = '<pre>\n  a   b\r\nc\n\n\td <b>e\nf</b></pre>'
    expect(blocksOf(source).map(({ text, layout, indented }) => [text, layout, indented])).toEqual([
      ['a   b', 'preformatted', true],
      ['c', 'preformatted', false],
      ['d e', 'preformatted', true],
      ['f', 'preformatted', false],
    ])
    expectLaws(source, blocksOf(source))
  })

  it('knows headings, lists, captions, quotes', () => {
    const source =
      '<h2>甲</h2><ul><li>乙<li><p>丙</p></ul><figure><img><figcaption>丁</figcaption></figure><blockquote><p>戊'
    expect(blocksOf(source).map(({ layout, markUp }) => [layout, markUp?.level])).toEqual([
      ['heading', 2],
      ['list-item', 0],
      ['list-item', 0],
      ['caption', 0],
      ['quote', 0],
    ])
  })

  it('an end tag cut off at the end of the file is mark-up', () => {
    expect(texts('<p>甲</ht ')).toEqual(['甲'])
    expect(texts('<p>甲</p><b')).toEqual(['甲'])
  })

  it('reads XHTML: tags that close themselves, CDATA', () => {
    expect(
      texts('<html><head><script src="a"/></head><body><p/><p>甲<![CDATA[<乙>]]></p></body></html>', true),
    ).toEqual(['甲<乙>'])
  })
})

describe('htmlBlocks: mark-up', () => {
  it('tells path, names, signature, links', () => {
    const source =
      '<html><body class="Page x"><div id=Main class="art  body"><p class="Lead">请看<a href="/1">甲乙</a><a href=/2>丙丁</a>'
    expect(blocksOf(source)[0]?.markUp).toEqual({
      path: ['html', 'body', 'div', 'p'],
      names: ['lead', 'art', 'body', 'main', 'page', 'x'],
      signature: 'p.Lead',
      linkDensity: 4 / 6,
      links: 2,
      hidden: false,
      level: 0,
      depth: 3,
    })
  })

  it('knows hidden text; a page faded in by script is not hidden', () => {
    const hidden = (source: string) => blocksOf(source).map(({ markUp }) => markUp?.hidden)
    expect(hidden('<div style="DISPLAY : none"><p>甲</div><p hidden>乙<p>丙<div style="visibility:hidden">丁')).toEqual(
      [true, true, false, false],
    )
    expect(hidden('<p><span style="display:none">甲</span></p><p>乙<span style="display:none">丙</span></p>')).toEqual([
      true,
      false,
    ])
  })

  it('a link ends with its tag, also around blocks', () => {
    const density = (source: string) => blocksOf(source).map(({ markUp }) => markUp?.linkDensity)
    expect(density('<div><a href=1><p>甲</a>乙</p>丙</div>')).toEqual([0.5, 0])
    expect(density('<a href=1><div>甲</div></a>乙')).toEqual([1, 0])
    expect(density('<p><a name=x>甲')).toEqual([0])
  })
})

describe('htmlBlocks: tables', () => {
  it('a table of data gives rows, cells set apart by the mark-up between them', () => {
    const source =
      '<table><caption>表</caption><tr><th>县<th>人数</tr><tr><td><p>甲</p><td></td><td>12</td></tr></table><p>后'
    const blocks = blocksOf(source)
    expect(blocks.map(({ text, layout }) => [text, layout])).toEqual([
      ['表', 'caption'],
      ['县\t人数', 'table-row'],
      ['甲\t\t12', 'table-row'],
      ['后', 'paragraph'],
    ])
    expect(blocks[1]?.markUp?.path).toEqual(['table', 'tr'])
    expectLaws(source, blocks)
  })

  it('a table that lays out the page leaves its blocks', () => {
    const long = '城东新区昨天启用三座人行天桥。'.repeat(8)
    expect(texts(`<table><tr><td>导航<td><p>${long}</p><p>${long}</p></td></tr><tr><td>甲<td>乙</table>`)).toHaveLength(
      5,
    )
    expect(
      texts('<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td><td>e</td></tr><tr><td>f<td>g</table>'),
    ).toEqual(['a\tb', 'c\td', 'e', 'f', 'g'])
    expect(texts('<table><tr><th>a</th>x<td>b</td><tr><td>c<td>d</table>')).toEqual(['a', 'x', 'b', 'c', 'd'])
  })
})

describe('htmlBlocks: meta', () => {
  it('reads meta tags and JSON-LD', () => {
    const source = `<title>甲乙 丙_晨光网</title><meta property="og:site_name" content="晨光网">
      <meta name="PubDate" content="2023-12-08 10:20"><meta name="ContentSource" content="晨光日报">
      <meta name=author content="赵一鸣、钱二"><link rel=canonical href="https://example.org/1">`
    expect(metaOf(source)).toEqual({
      title: '甲乙 丙',
      site: '晨光网',
      agency: '晨光日报',
      published: '2023-12-08T10:20',
      authors: ['赵一鸣', '钱二'],
      url: 'https://example.org/1',
    })
    const linked = `<script type="application/ld+json">{bad</script><script type="application/ld+json">{"@graph":[{"@type":
      "WebPage"},{"@type":["NewsArticle"],"headline":"H","datePublished":"2024-02-30","author":[{"name":"A B"},"C"],
      "publisher":{"name":"P"},"__proto__":{"x":1}}]}</script><meta name=date content="2024-02-29T01:02:03Z">`
    expect(metaOf(linked)).toEqual({
      title: 'H',
      site: 'P',
      agency: null,
      published: '2024-02-29T01:02:03+00:00',
      authors: ['A B', 'C'],
      url: null,
    })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it('reads a person named elsewhere in the graph, no company as an author, and the pubDate of search engines', () => {
    const script = (json: string) => `<script type="application/ld+json">${json}</script>`
    const graph = `{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#p"},{"@type":"Organization","name":"P"}]},
      {"@type":"Person","@id":"#p","name":"Nora\nField"}]}`
    expect(metaOf(script(graph)).authors).toEqual(['Nora Field'])
    const page = '{"@type":"WebPage","name":"H","datePublished":"Nov 20, 2019","author":{"name":"A B"}}'
    expect(metaOf(script(page))).toMatchObject({ authors: ['A B'], published: '2019-11-20' })
    expect(metaOf(script('{"@id":"x","title":"t","pubDate":"2024-05-06T15:44:46"}'))).toMatchObject({
      title: 't',
      published: '2024-05-06T15:44:46',
    })
  })

  it('knows what content systems write where nobody is named', () => {
    const named = ['admin', 'sina_mobile', 'Discuz! Team and Comsenz UI Team', 'Nora Field | ']
    expect(named.map((name) => metaOf(`<meta name=author content="${name}">`).authors)).toEqual([
      [],
      [],
      [],
      ['Nora Field'],
    ])
  })

  it('passes over JSON-LD that is too deep', () => {
    expect(metaOf(`<title>t</title><script type="application/ld+json">${'['.repeat(100_000)}</script>`).title).toBe('t')
  })

  it('finds the declared encoding', () => {
    const of = (text: string) => declaredEncoding(new TextEncoder().encode(text))
    expect(of('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')).toBe('gb2312')
    expect(of('<html><META charset = "Big5">')).toBe('Big5')
    expect(of('<?xml version="1.0" encoding="GBK"?><html>')).toBe('GBK')
    expect(of('<p>charset=x')).toBeUndefined()
  })
})

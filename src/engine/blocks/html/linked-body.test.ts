import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, expectLaws, texts } from './block-laws.testing'

describe('htmlBlocks: the article of JSON-LD', () => {
  const SAID = '10\u67083\u65E5上午\uFF0C青溪大桥合龙。大桥全长1286米\uFF0C双向六车道。'
  const MORE =
    '项目负责人说\uFF0C大桥\u201C明年6月\u201D通车\uFF0C届时两岸车程由40分钟缩短到8分钟。工程由省里的三家单位一同承建\uFF0C用了两年。'
  const written = `10\\u67083\\u65e5${SAID.slice(5)}\\r\\n\\n ${MORE.replace('\u201C', '\\"').replace('\u201D', '\\"')}`
  const page = (visible: string) =>
    `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"合龙","articleBody" : "${written}"}</script></head><body>${visible}</body></html>`

  it('stands in for a page without text, each escape a piece', () => {
    const source = page('<nav><a href=/>首页</a></nav><div id=app></div><p>版权所有')
    expect(texts(source)).toEqual([SAID, MORE.replace(/[\u201C\u201D]/g, '"'), '首页', '版权所有'])
    expect(blocksOf(source)[0]?.pieces[1]?.[2]).toBe('\u6708')
    expectLaws(source, blocksOf(source))
  })

  it('is left where the page says it, where it is mark-up or a teaser, and where it is broken', () => {
    expect(texts(page(`<p>${SAID}<p>${MORE}`))).toEqual([SAID, MORE])
    expect(texts(page('<p>版权所有').replace('10\\u', '<p>10\\u'))).toEqual(['版权所有'])
    expect(texts(page('<p>版权所有').replace('"}</script>', '</script>'))).toEqual(['版权所有'])
    expect(texts('<script type="application/ld+json">{"articleBody":"一句话。"}</script><p>正文')).toEqual(['正文'])
  })

  it('reads whatever JSON may hold, in pieces of the source', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (lines) => {
        const told = JSON.stringify(lines.join('\n').repeat(3)).replaceAll('<', '\\u003c')
        const source = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":${told}}</script>`
        expectLaws(source, blocksOf(source))
      }),
    )
  })
})

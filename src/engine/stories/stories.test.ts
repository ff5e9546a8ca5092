import { describe, expect, it } from 'vitest'
import { draft } from '../draft'
import { readExample } from '../boilerplate/example'
import type { PageMeta } from '../blocks/page'

const of = (example: string, meta: Partial<PageMeta> = {}) => {
  const { page } = readExample(example)
  const result = draft({ ...page, meta: { ...page.meta, ...meta } })
  const quote = (start: number, end: number): string => page.text.slice(start, end)
  return { ...result, quote }
}

describe('stories', () => {
  it('splits a page where a display line and a by-line begin a new text', () => {
    const { stories } = of(`老码头今日开放
□本报记者 林一帆
¶

东湖镇

春灌第三次开闸
□记者 周小满 通讯员 何田 报道
¶
¶`)
    expect(stories.map(({ title, kicker, authors }) => [title, kicker, authors])).toEqual([
      ['老码头今日开放', null, ['林一帆']],
      ['春灌第三次开闸', '东湖镇', ['周小满', '何田']],
    ])
  })

  it('splits before 本报讯 under a headline, and leaves 本报讯 in the text', () => {
    const { stories, blocks, quote } = of(`老码头今日开放
¶
图书角添了新书架
本报讯 昨日\uFF0C东湖街道图书角添了三组新书架\uFF0C孩子们放学后就能来看书。
¶`)
    expect(stories.map((story) => story.title)).toEqual(['老码头今日开放', '图书角添了新书架'])
    expect(
      blocks
        .filter((block) => block.fate === 'text')
        .some((block) => quote(block.start, block.end).startsWith('本报讯')),
    ).toBe(true)
  })

  it('does not split at a section heading, nor at a correspondent named below the opening', () => {
    const { stories } = of(`老码头今日开放
¶
通讯员 何田
突出便民
做好服务
¶
突出安全
守住底线
¶`)
    expect(stories).toHaveLength(1)
    expect(stories[0]).toMatchObject({ title: '老码头今日开放', authors: ['何田'] })
  })

  it('takes the names in 本报讯(记者 …) and leaves them standing', () => {
    const { stories, blocks } = of(`老码头今日开放
本报讯(记者 林一帆 通讯员 许可)昨日\uFF0C历时十个月的老码头改造工程完工\uFF0C市民周末可登船参观。
¶`)
    expect(stories[0]?.authors).toEqual(['林一帆', '许可'])
    expect(blocks.filter((block) => block.role === 'credit')).toEqual([])
  })

  it('prefers what the page states of itself, where it is a title, a date or a name', () => {
    const { stories } = of('老码头今日开放\n2024-03-05 09:12\n¶\n¶', {
      title: '老码头今日开放_江城新闻网',
      site: '江城新闻网',
      published: '2024-03-05',
      authors: ['林一帆', 'webmaster01'],
    })
    expect(stories[0]).toMatchObject({
      title: '老码头今日开放',
      site: '江城新闻网',
      published: '2024-03-05T09:12',
      authors: ['林一帆'],
    })
  })

  it('gives a title that stands only in the page’s own data', () => {
    expect(of('¶\n¶', { title: '老码头今日开放 - 江城新闻网' }).stories[0]?.title).toBe('老码头今日开放')
  })
})

describe('joins', () => {
  const joined = (example: string): string[] => {
    const { blocks, quote } = of(example)
    return blocks.filter((block) => block.continues !== null).map((block) => quote(block.start, block.end).slice(0, 4))
  }

  it('joins a paragraph that a column cut in mid-sentence', () => {
    expect(
      joined(`老码头今日开放
¶

街道办算过一笔账\uFF0C一荤两素的套餐成本十二元。老人付八元\uFF0C余下的由慈善基金和物业公司各

担一半\uFF0C账目每月张榜公布。

¶`),
    ).toEqual(['担一半\uFF0C'])
  })

  it.each([
    ['a heading', '夯实安全基础'],
    ['a paragraph that begins anew', '今年以来\uFF0C街道又办了三家食堂\uFF0C每家都有一位退休的老师傅掌勺。'],
    ['a quotation', '“账目每月张榜公布\uFF0C谁都可以来查。”何师傅说\uFF0C他不怕人查。'],
    ['an indented paragraph', '\u3000\u3000担一半的事情后来有了下文\uFF0C账目每月张榜公布\uFF0C谁都可以来查。'],
  ])('does not join %s', (_, line) => {
    expect(
      joined(`老码头今日开放
¶
街道办算过一笔账\uFF0C一荤两素的套餐成本十二元。老人付八元\uFF0C余下的由慈善基金和物业公司承担
${line}
¶
¶`),
    ).toEqual([])
  })
})

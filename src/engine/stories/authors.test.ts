import { describe, expect, it } from 'vitest'
import { analyze } from '../index'

/** Lines about a text state authors and dates whatever becomes of the lines; `¶` stands for the text. */
const PROSE =
  '街道办算过一笔账\uFF0C一荤两素的套餐成本十二元\uFF0C余下的由慈善基金和物业公司各担一半\uFF0C账目每月张榜公布。'
const TEXT = [PROSE, PROSE.replace('十二', '十三'), PROSE.replace('十二', '十四')]

const read = async (page: string, name = 'a.txt') => {
  const lines = page.split('\n').flatMap((line) => (line === '¶' ? TEXT : [line]))
  const text = name.endsWith('.html') ? lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)) : lines
  const result = await analyze(new TextEncoder().encode(text.join('\n')), { name })
  return 'error' in result ? null : result.articles[0]
}

describe('authors', () => {
  it.each<[string, string, readonly string[]]>([
    ['a name alone under the headline', '旧船票换来一顿饭\n胡一平\n¶', ['胡一平']],
    [
      'not the one the story is about',
      `旧船票换来一顿饭\n胡一平\n¶\n胡一平说\uFF0C${PROSE}\n胡一平又说\uFF0C${PROSE}`,
      [],
    ],
    [
      'in a line of other facts',
      '旧船票换来一顿饭\n时间\uFF1A2024.05.11 来源\uFF1A江城日报 作者\uFF1A胡一平分享到\uFF1A\n¶',
      ['胡一平'],
    ],
    ['the poster on a board', '旧船票换来一顿饭\n桥南老胡 发表于 2020-06-13 21:07 | 只看该作者\n¶', ['桥南老胡']],
    ['the name an agency puts in brackets', `旧船票换来一顿饭\n中新社江城1月19日电 (胡一平)${PROSE}\n¶`, ['胡一平']],
    ['the name at the end', `旧船票换来一顿饭\n¶\n${PROSE.slice(0, -1)}。(胡一平 上海报道)`, ['胡一平']],
  ])('%s', async (_, page, authors) => {
    expect((await read(page))?.authors).toEqual(authors)
  })

  it.each<[string, string, readonly string[]]>([
    ['a stated name of one word', '<meta name=author content="Regan">', ['Regan']],
    [
      'without the house behind it',
      '<meta name=author content="Nora Field | Harbour Media for the Gazette">',
      ['Nora Field'],
    ],
    [
      'never the house',
      '<meta name=author content="Harbour News"><meta property="og:site_name" content="Harbour News">',
      [],
    ],
  ])('%s', async (_, head, authors) => {
    expect((await read(`${head}<h1>旧船票换来一顿饭</h1>\n¶`, 'a.html'))?.authors).toEqual(authors)
  })

  it('who is named as editor is no author, whatever the meta tag says', async () => {
    const page = '<meta name=author content="胡一平"><h1>旧船票换来一顿饭</h1>\n¶\n责任编辑\uFF1A胡一平'
    expect(await read(page, 'a.html')).toMatchObject({ authors: [], editors: ['胡一平'] })
  })
})

describe('the date', () => {
  it.each<[string, string, string | null]>([
    ['beside other facts', '旧船票换来一顿饭\n江城客户端 \u00B7 2022-03-31 09:12\n¶', '2022-03-31T09:12'],
    [
      'not that of another story',
      '旧船票换来一顿饭\n2022-03-31 09:12发布于江城晚报官方账号\n¶\n相关阅读\n2022-04-02',
      '2022-03-31T09:12',
    ],
    ['behind the text only where the line says so', '旧船票换来一顿饭\n¶\n上版日期\uFF1A2022-03-31', '2022-03-31'],
    ['never of the text itself', `旧船票换来一顿饭\n2022年3月31日\uFF0C${PROSE}\n¶`, null],
  ])('%s', async (_, page, published) => {
    expect((await read(page))?.published).toBe(published)
  })
})

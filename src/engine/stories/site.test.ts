import { expect, it } from 'vitest'
import { draft } from '../draft'
import { readExample } from '../boilerplate/example'

const siteIn = (example: string): string | null => {
  const { page } = readExample(example)
  return draft(page).stories[0]?.site ?? null
}

it.each([
  ['江城新闻网 > 县区 > 正文', '江城新闻网'],
  ['您当前的位置\uFF1A江城网 \u203A 民生 \u203A 正文', '江城网'],
  ['江城日报 \uFF1E 要闻 \uFF1E 正文', '江城日报'],
])('reads the site at the beginning of the path %s', (path, site) => {
  expect(siteIn(`${path}\n老码头今日开放\n¶\n¶`)).toBe(site)
})

it.each(['本地新闻 > 正文', '首页 > 新闻 > 正文', '官网 > 动态 > 正文', '您的位置\uFF1A首页 > 江城新闻网 > 正文'])(
  'takes no channel for a site: %s',
  (path) => {
    expect(siteIn(`${path}\n老码头今日开放\n¶\n¶`)).toBe(null)
  },
)

it('believes the line beside the date before the path', () => {
  expect(siteIn('江城网 > 正文\n老码头今日开放\n江城晚报 2024年3月5日\n¶\n¶')).toBe('江城晚报')
})

it('takes the holder of the rights where nothing else names the site', () => {
  expect(siteIn('老码头今日开放\n¶\n¶\n\u00A9 2024 江城网 版权所有')).toBe('江城网')
})

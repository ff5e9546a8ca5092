import { describe, expect, it } from 'vitest'
import { clueOf, shapeOf, shapeSaid } from './shape'

/** The shape, and lines of site 江湾日报 that have it. */
const SHAPES: readonly (readonly [shape: string, ...lines: readonly string[]])[] = [
  ['分享到:微信 微博 QQ空间', '分享到\uFF1A微信 微博 QQ空间', ' 分享到:微信  微博\u3000QQ空间 '],
  ['上一篇:‹title›', '上一篇\uFF1A春耕开始了', '上一篇: 2026年樱花节的安排', '上一篇:‹title›'],
  ['下一篇:‹title›', '下一篇\uFF1A江湾二桥今日通车'],
  ['Copyright ‹n› ‹site› 版权所有', 'Copyright 2026 江湾日报 版权所有', 'Copyright 2025 城南晚报 版权所有'],
  [
    '发布时间:‹date› ‹time›',
    '发布时间\uFF1A2026-03-02 10:30',
    '发布时间\uFF1A2026年3月12日 09:05:11',
    '发布时间:2026/3/2 8:00',
  ],
  ['更新于‹date› ‹day›', '更新于3月2日 星期一', '更新于二〇二六年三月二日 周三'],
  ['责任编辑:‹name›', '责任编辑\uFF1A王小满', '责任编辑\uFF1A李敏 陈大同', '责任编辑\uFF1A赵一、钱二'],
  ['(记者 ‹name›)', '\uFF08记者 王小满\uFF09', '\uFF08记者 李敏\uFF09'],
  ['阅读(‹n›) 评论(‹n›)', '阅读(1,203) 评论(7)', '阅读\uFF0812\uFF09 评论\uFF080\uFF09'],
  ['更多请看 ‹url›', '更多请看 https://news.example.com/a/1.html', '更多请看 www.example.cn/b?x=2'],
  ['投稿:‹mail›', '投稿\uFF1Atougao@example.com'],
  ['Published ‹date›', 'Published March 2, 2026', 'Published 12 Sept 2025'],
  ['欢迎关注‹site›微信公众号', '欢迎关注江湾日报微信公众号'],
]

const NONE = ['2026-03-02', '12:30', '— 3 —', '江湾日报', '', '大桥连接东西两岸。'.repeat(30)]

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['上一篇\uFF1A春耕开始了', '下一篇\uFF1A春耕开始了'],
  ['江湾二桥今天通车。', '江湾三桥今天通车。'],
  ['责任编辑\uFF1A王小满', '摄影\uFF1A王小满'],
  ['记者在现场看到大桥通车', '记者在码头看到轮船靠岸'],
]

describe('the shape of a line', () => {
  for (const [shape, ...lines] of SHAPES) {
    it(shape, () => {
      expect(lines.map((line) => shapeOf(line, '江湾日报'))).toEqual(lines.map(() => shape))
    })
  }

  it('is none for a line without words of its own, or a long one', () => {
    expect(NONE.map((line) => shapeOf(line, '江湾日报'))).toEqual(NONE.map(() => null))
  })

  it('tells lines apart that say different things', () => {
    for (const [one, other] of DIFFERENT) expect(shapeOf(one, null)).not.toBe(shapeOf(other, null))
  })

  it('takes no letter for a name where the site is not known', () => {
    expect(shapeOf('欢迎关注江湾网', null)).toBe('欢迎关注江湾网')
    expect(shapeOf('欢迎关注江湾网', '江湾网')).toBe('欢迎关注‹site›')
  })

  it('has words every line of it holds', () => {
    expect(clueOf('Copyright ‹n› ‹site› 版权所有')).toBe('版权所有')
    expect(clueOf('Published ‹date›')).toBe('')
  })
})

it('is said in words a reader knows', () => {
  const shape = shapeOf('责任编辑\uFF1A李敏 2026-03-02', null) ?? ''
  expect(shapeSaid(shape)).toEqual({ zh: '责任编辑:‹姓名› ‹日期›', en: '责任编辑:‹name› ‹date›' })
})

import { describe, expect, it } from 'vitest'
import { isBylineInside, readCredit } from './credits'
import { findDates, publishedFrom } from './dates'
import { fold } from './fold'
import { namesIn } from './names'

describe('readCredit', () => {
  it.each([
    ['□本报记者 周小满', 'author', ['周小满']],
    ['□记者 张希文 通讯员 王妮 报道', 'author', ['张希文', '王妮']],
    ['通讯员 何田 许可 方明远', 'author', ['何田', '许可', '方明远']],
    ['本报记者 林一帆 通讯员 许 可 文/图', 'author', ['林一帆', '许可']],
    ['作者\uFF1A张君', 'author', ['张君']],
    ['文/林一帆', 'author', ['林一帆']],
    ['責任編輯\uFF1A陳美玲', 'editor', ['陳美玲']],
    ['责任编辑:高原', 'editor', ['高原']],
    ['本版责编 苏禾 美编 高远', 'editor', ['苏禾', '高远']],
    ['記者陳美玲\uFF0F高雄報導', 'author', ['陳美玲']],
    ['聯江報\uFF0F 記者 陳美玲 \uFF0F台南即時報導', 'author', ['陳美玲']],
    ['编辑 | 高原', 'editor', ['高原']],
    ['Nora Field North of England correspondent', 'author', ['Nora Field']],
    ['By Nora Field and Sam Ortiz', 'author', ['Nora Field', 'Sam Ortiz']],
    ['Edited by Rosa Lane', 'editor', ['Rosa Lane']],
  ])('%s', (line, kind, names) => {
    const credit = readCredit(fold(line))
    expect(credit?.kind).toBe(kind)
    expect(namesIn(credit?.value ?? '')).toEqual(names)
  })

  it.each([
    '责任编辑制度从这一年起写进了章程。',
    '记者\uFF1A这个窗口是什么时候开的\uFF1F',
    '何师傅\uFF1A大家一起定的。',
    '来源\uFF1A从哪里来\uFF0C到哪里去\uFF0C这是每一批食材都要回答的问题\uFF0C也是验收的第一关\uFF0C谁也绕不开它。',
    '记者在现场看到旧吊机刷上了新漆',
    'Harbour Herald names new editor',
    'Texas Tribune hires its first statehouse reporter',
    'By the time the ferry docked, half the town stood on the pier.',
  ])('is not %s', (line) => {
    expect(readCredit(fold(line))).toBeNull()
  })
})

describe('isBylineInside', () => {
  it.each(['(刘倩)', '(记者 周小满 通讯员 何田)', '(周小满 何田)', '(责任编辑:苏禾)', '(完)'])('%s', (bracket) => {
    expect(isBylineInside(bracket)).toBe(true)
  })
  it.each(['(笑)', '(详见附件)', '(上海)', '(江苏)', '(VOCs)', '(以上均为化名)', '(2022年)'])(
    'is not %s',
    (bracket) => {
      expect(isBylineInside(bracket)).toBe(false)
    },
  )
})

describe('dates', () => {
  it.each([
    ['2021-11-08 17:27:41', '2021-11-08T17:27:41'],
    ['2021-01-30 14:38', '2021-01-30T14:38'],
    ['2023年12月08日', '2023-12-08'],
    ['发布时间\uFF1A2024年5月8日 9\uFF1A05', '2024-05-08T09:05'],
    ['2024/03/15 10:20', '2024-03-15T10:20'],
    ['March 5, 2024 at 9:12', '2024-03-05T09:12'],
    ['5 March 2024', '2024-03-05'],
    ['March 5, 2024 4:12 PM', '2024-03-05T16:12'],
    ['2024年3月5日 下午3:20', '2024-03-05T15:20'],
  ])('%s', (line, value) => {
    expect(findDates(fold(line)).map((date) => date.value)).toEqual([value])
  })
  it.each(['12月10日', '2024年13月8日', '2023-02-30', '12345-6-78', '0000-1234567'])('invents none for %s', (line) => {
    expect(findDates(fold(line))).toEqual([])
  })
  it('keeps the zone a page states, and adds none', () => {
    expect(publishedFrom('2024-05-10T05:54:20+0800')).toBe('2024-05-10T05:54:20+08:00')
    expect(publishedFrom('2024-05-10T05:54:20.000Z')).toBe('2024-05-10T05:54:20+00:00')
    expect(publishedFrom('2024-05-10 05:54')).toBe('2024-05-10T05:54')
    expect(publishedFrom('yesterday')).toBeNull()
  })
})

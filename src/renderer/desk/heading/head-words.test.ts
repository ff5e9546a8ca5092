import { describe, expect, it } from 'vitest'
import { changed, written } from './head-words'

const meta = {
  kicker: null,
  title: '江湾二桥通车',
  subtitle: null,
  agency: '清河日报',
  authors: ['周文', '赵一鸣'],
  editors: [],
  published: '2026-06-18T08:12+08:00',
}
const words = written(meta, '、')

describe('what heads a story', () => {
  it('is written as it stands, and then changes nothing', () => {
    expect(words).toMatchObject({ title: '江湾二桥通车', authors: '周文、赵一鸣', published: '2026-06-18 08:12+08:00' })
    expect(changed(meta, words)).toEqual({})
  })

  it('is recorded where it was written otherwise; empty is none', () => {
    expect(changed(meta, { ...words, title: ' 江湾二桥\n今日通车 ', agency: ' ' })).toEqual({
      title: '江湾二桥 今日通车',
      agency: null,
    })
  })

  it.each([
    ['周文 赵一鸣', ['周文', '赵一鸣']],
    ['周 文、赵一鸣', ['周 文', '赵一鸣']],
    ['周文\uFF0C赵一鸣\uFF1BMary Ann Evans', ['周文', '赵一鸣', 'Mary Ann Evans']],
    ['Ann Lee / Bo Li, ', ['Ann Lee', 'Bo Li']],
  ])('parts names: %s', (editors, expected) => {
    expect(changed(meta, { ...words, editors })).toEqual({ editors: expected })
  })

  it.each([
    ['2026年6月19日 9:05', '2026-06-19T09:05'],
    ['2026/6/19', '2026-06-19'],
    ['June 19, 2026', '2026-06-19'],
  ])('reads a date as people write it: %s', (published, expected) => {
    expect(changed(meta, { ...words, published })).toEqual({ published: expected })
  })

  it.each(['昨天', '2026-02-30', '6月19日'])('takes no date that is none: %s', (published) => {
    expect(changed(meta, { ...words, published })).toBeNull()
  })
})

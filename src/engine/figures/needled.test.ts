import { expect, it } from 'vitest'
import { matchesOf } from './matches'
import { Needled } from './needled'

const texts = [
  '完成投资亿元,增长%。',
  '共有名志愿者',
  '',
  '步骤第二步',
  'rose percent',
  '其一,其二',
  '一是二是',
  '增长 3%',
]

it('finds what the bare pattern finds', () => {
  for (const pattern of [
    /(?:完成|建成)投资(?<unit>亿元)/g,
    /名(?=志愿)/g,
    /第[一二]步/g,
    /\bpercent\b/gi,
    /[一二]是/g,
    /%/g,
  ])
    for (const text of texts)
      expect(new Needled(pattern).in(text).map(({ index }) => index)).toEqual(
        matchesOf(text, pattern).map(({ index }) => index),
      )
})

it('tries no pattern on a text without its words', () => {
  const pattern = /第[一二]步/g
  let tried = 0
  const exec = pattern.exec.bind(pattern)
  pattern.exec = (text: string) => {
    tried += 1
    return exec(text)
  }
  const needled = new Needled(pattern)
  needled.in('没有步骤')
  expect(tried).toBe(0)
  needled.in('第二步')
  expect(tried).toBeGreaterThan(0)
})

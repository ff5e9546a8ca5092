import { expect, it } from 'vitest'
import { sayIn } from '../../strings'
import { REASONS, reasonIn } from './reasons'

it('reads in either tongue', () => {
  expect(reasonIn(sayIn('zh-CN'), 'incomplete')).toBe('正文缺失')
  expect(reasonIn(sayIn('en'), 'incomplete')).toBe('Text missing')
})

it('is shown as it stands where it is no code', () => {
  expect(reasonIn(sayIn('en'), '正文缺失')).toBe('正文缺失')
})

it('has a digit each', () => {
  expect(REASONS).toHaveLength(9)
})

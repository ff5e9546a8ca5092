import { expect, it } from 'vitest'
import { fit } from './fuzzy'

const best = (typed: string, ...names: string[]): string[] =>
  names.filter((name) => fit(typed, name) > 0).sort((a, b) => fit(typed, b) - fit(typed, a))

it('takes letters in their order, together before apart', () => {
  expect(best('下篇', '打开下一篇', '下一处', '下篇')).toEqual(['下篇', '打开下一篇'])
  expect(best('next', 'Next article', 'Find in this text', 'Unexpected')).toEqual([
    'Next article',
    'Unexpected',
    'Find in this text',
  ])
  expect(best('na', 'Next article', 'Undo the last change on a line')).toEqual([
    'Next article',
    'Undo the last change on a line',
  ])
})

it('takes everything where nothing is typed, nothing where a letter is missing', () => {
  expect(fit('', '导出')).toBeGreaterThan(0)
  expect(fit('导入', '导出')).toBe(0)
})

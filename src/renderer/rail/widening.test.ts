import { expect, it } from 'vitest'
import { previewOf } from './widening'

const change = (from: number, insert: string) => ({ from, to: from + 1, insert })

it('shows a few places with what stands around them, each kind of mark first', () => {
  const copy = '甲,乙,丙,丁\n戊:己!'
  const changes = [change(1, '\uFF0C'), change(3, '\uFF0C'), change(5, '\uFF0C'), change(9, '\uFF1A')]
  expect(previewOf(copy, changes)).toEqual([
    { at: 1, before: '甲', mark: ',', full: '\uFF0C', after: '乙,丙,丁' },
    { at: 3, before: '甲,乙', mark: ',', full: '\uFF0C', after: '丙,丁' },
    { at: 9, before: '戊', mark: ':', full: '\uFF1A', after: '己!' },
  ])
})

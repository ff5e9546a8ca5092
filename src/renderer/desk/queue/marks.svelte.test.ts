import { beforeEach, expect, it } from 'vitest'
import { Marks } from './marks.svelte'

const SHOWN = ['甲', '乙', '丙', '丁', '戊']
let marks: Marks
const marked = (): string => SHOWN.filter((id) => marks.has(id)).join('')

beforeEach(() => {
  marks = new Marks()
})

it('adds to the open row, and takes away again', () => {
  marks.toggle('丙', '甲')
  expect([marked(), marks.cursor]).toEqual(['甲丙', '丙'])
  marks.toggle('甲', '甲')
  expect(marked()).toBe('丙')
  marks.toggle('丙', '甲')
  expect(marks.size).toBe(0)
})

it('reaches from where it began, and may turn round', () => {
  marks.extend(SHOWN, '丁', '丙')
  expect(marked()).toBe('丙丁')
  marks.extend(SHOWN, '甲', '丙')
  expect([marked(), marks.cursor]).toEqual(['甲乙丙', '甲'])
})

it('begins anew where a row was toggled last', () => {
  marks.toggle('丁', null)
  marks.extend(SHOWN, '戊', '甲')
  expect(marked()).toBe('丁戊')
})

it('begins at the top where nothing is open', () => {
  marks.extend(SHOWN, '乙', null)
  expect(marked()).toBe('甲乙')
})

it('keeps those that were marked, and none it had not', () => {
  marks.all(SHOWN.slice(0, 3))
  marks.only(['乙', '戊'])
  expect(marked()).toBe('乙')
  marks.only(['甲'])
  expect([marks.size, marks.cursor]).toEqual([0, null])
})

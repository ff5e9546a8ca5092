import { expect, it } from 'vitest'
import type { Entry, Operation } from './operation'
import { HOUSE, HOUSE_DOCUMENT, admitToHouse } from './rules'
import { settingsIn } from './settings'

const entry = (op: Operation, index: number): Entry => ({
  opId: `op-${index}`,
  document: HOUSE_DOCUMENT,
  version: HOUSE,
  op,
  by: '林',
  ts: index,
})
const set = (key: string, value: string | null): Operation => ({ kind: 'setting', key, value })
const after = (...ops: readonly Operation[]): [string, string][] => [...settingsIn(ops.map(entry))]

it('the last of a key holds, and null sets it back', () => {
  expect(after(set('tongue', 'en'), set('theme', 'dark'), set('tongue', 'zh-CN'))).toEqual([
    ['tongue', 'zh-CN'],
    ['theme', 'dark'],
  ])
  expect(after(set('tongue', 'en'), set('tongue', null))).toEqual([])
})

it('an undo brings back what held before', () => {
  const undo: Operation = { kind: 'undo', target: 'op-1' }
  expect(after(set('tongue', 'en'), set('tongue', 'zh-CN'), undo)).toEqual([['tongue', 'en']])
})

it('joins the house’s records, beside rules', () => {
  const rule: Operation = { kind: 'rule', check: 'repeat', phrase: '社区社区' }
  expect(admitToHouse([rule].map(entry), set('theme', 'dark'))).toEqual({ ok: true })
})

import { expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { alikeIn, plain } from './alike'
import { pageOf } from './page'

const LINE = '更多精彩 请扫码'
const DRAFT = draftOf('= 上一行', `= ${LINE}`, '= 正文', `- \u3000更多精彩  请扫码 `, `? ${LINE}`, `= ${LINE}！`)
const alike = (fate: 'removed' | 'text', ...ops: Parameters<typeof entry>[0][]) =>
  alikeIn(
    pageOf(
      DRAFT,
      ops.map((op) => entry(op)),
      ops.length,
    ),
    plain(LINE),
    fate,
  ).map(({ start, now, to }) => [DRAFT.blocks.findIndex((block) => block.start === start), now, to])

it('finds the lines a decision would change, or that ask for one', () => {
  expect(alike('removed')).toEqual([
    [1, 'text', 'removed'],
    [4, 'removed', 'removed'],
  ])
  expect(alike('text')).toEqual([
    [3, 'removed', 'text'],
    [4, 'removed', 'text'],
  ])
})

it('leaves what is decided so already', () => {
  const [{ start, end }] = [DRAFT.blocks[4]!]
  expect(alike('removed', { kind: 'decide', spans: [[start, end]], fate: 'removed' })).toEqual([[1, 'text', 'removed']])
})

it('tells what stands beside it', () => {
  const [first] = alikeIn(pageOf(DRAFT, [], 0), LINE, 'removed')
  expect([first?.before, first?.after]).toEqual(['上一行', '正文'])
})

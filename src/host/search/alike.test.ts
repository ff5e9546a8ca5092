import { expect, it } from 'vitest'
import { draftOf, entry } from '../../review/desk.testing'
import { plain, shapeOf } from '../../review/shape'
import { alikeIn } from './alike'
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
    { line: plain(LINE), shape: null, fate },
    null,
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
  const [first] = alikeIn(pageOf(DRAFT, [], 0), { line: LINE, shape: null, fate: 'removed' }, null)
  expect([first?.before, first?.after]).toEqual(['上一行', '正文'])
})

it('finds lines of the same shape, and tells which read the same', () => {
  const draft = draftOf(
    '- 责任编辑\uFF1A王小满',
    '= 责任编辑的工作很细\uFF0C要看三遍。',
    '- 责任编辑:李敏',
    '- 责任编辑\uFF1A王小满 欢迎关注江湾网',
  )
  const found = (line: string, site: string | null) =>
    alikeIn(pageOf(draft, [], 0), { line, shape: shapeOf(line, site), fate: 'text' }, site).map(({ same, words }) => [
      same,
      words,
    ])
  expect(found('责任编辑\uFF1A王小满', null)).toEqual([
    [true, '责任编辑\uFF1A王小满'],
    [false, '责任编辑:李敏'],
  ])
  expect(found('欢迎关注江湾网', '江湾网')).toEqual([])
})

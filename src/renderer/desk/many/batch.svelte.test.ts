import { beforeEach, expect, it } from 'vitest'
import type { Row } from '../../../contract/contract'
import type { Entry } from '../../../review/operation'
import { Batch, type BatchOffice } from './batch.svelte'

const row = (id: string, set: Partial<Row> = {}): Row =>
  ({ id, version: `v-${id}`, title: id, status: 'open', failure: null, ...set }) as Row

const OPEN = { zh: '还有 1 处未决', en: '1 flag is still open' }
let sent: Entry[][]
let batch: Batch
let office: BatchOffice
let asked: string[]

beforeEach(() => {
  sent = []
  asked = []
  office = {
    by: () => '林夏',
    settle: () => Promise.resolve(),
    approval: ({ id }) => {
      asked.push(id)
      return Promise.resolve(id.startsWith('疑') ? { why: OPEN } : { ops: [{ kind: 'approve', stories: [] }] as const })
    },
    send: (entries) => {
      sent.push([...entries])
      return Promise.resolve(entries.filter(({ document }) => !document.startsWith('变')))
    },
  }
  batch = new Batch(office)
})

it('approves each that may be approved, and says of the others why not', async () => {
  await batch.run({ kind: 'approve' }, [
    row('甲'),
    row('疑'),
    row('已', { status: 'approved' }),
    row('读', { status: 'waiting' }),
    row('变'),
  ])
  expect([batch.made, batch.running, batch.done]).toEqual([1, false, 5])
  expect(sent.flat().map(({ document, version, op, by }) => [document, version, op.kind, by])).toEqual([
    ['甲', 'v-甲', 'approve', '林夏'],
    ['变', 'v-变', 'approve', '林夏'],
  ])
  expect(batch.refused.map(({ id, why }) => `${id}\uFF1A${why.zh}`)).toEqual([
    '疑\uFF1A还有 1 处未决',
    '已\uFF1A已经通过\uFF0C要改动请先重新打开',
    '读\uFF1A还在分析',
    '变\uFF1A稿件或清样刚有变化\uFF0C请再看一眼',
  ])
  // What is settled by the row alone is not asked of its article.
  expect(asked).toEqual(['甲', '疑', '变'])
})

it('is taken back as one', async () => {
  await batch.run({ kind: 'reject', reason: 'duplicate' }, [row('甲'), row('乙')])
  const made = sent[0] ?? []
  expect(made.map(({ op }) => op)).toEqual(Array(2).fill({ kind: 'reject', reason: 'duplicate' }))
  expect(batch.madeAt).toBeGreaterThan(0)
  expect(await batch.undo()).toBe(2)
  expect(sent[1]?.map(({ version, op }) => [version, op])).toEqual(
    made.toReversed().map(({ version, opId }) => [version, { kind: 'undo', target: opId }]),
  )
  expect([batch.madeAt, batch.deed]).toEqual([0, null])
})

it('reopens what was reviewed, and nothing else', async () => {
  await batch.run({ kind: 'reopen' }, [row('甲', { status: 'rejected' }), row('乙', { status: 'approved' }), row('丙')])
  expect([batch.made, batch.refused.map(({ id }) => id)]).toEqual([2, ['丙']])
})

it('speaks once of a content that two rows have', async () => {
  await batch.run({ kind: 'approve' }, [row('甲', { version: 'v' }), row('乙', { version: 'v' })])
  expect(sent.flat()).toHaveLength(1)
})

it('does no more once it is stopped', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => row(`第${index}`))
  const send = office.send
  office.send = (entries) => {
    batch.stop()
    return send(entries)
  }
  await batch.run({ kind: 'approve' }, rows)
  expect([batch.made, batch.done, batch.total]).toEqual([20, 20, 50])
})

it('confirms removals before it approves, and takes back the approval first', async () => {
  const decide = { kind: 'decide', spans: [[0, 4]], fate: 'removed' } as const
  office.approval = (_, confirming) =>
    Promise.resolve({ ops: confirming.length > 0 ? [decide, { kind: 'approve', stories: [] }] : [] })
  await batch.run({ kind: 'approve', confirming: ['share-bar'] }, [row('甲'), row('变')])
  expect(sent[0]?.map(({ document, op }) => [document, op.kind])).toEqual([
    ['甲', 'decide'],
    ['甲', 'approve'],
    ['变', 'decide'],
    ['变', 'approve'],
  ])
  expect(batch.made).toBe(1)
  expect(batch.refused.map(({ id }) => id)).toEqual(['变'])
  expect(await batch.undo()).toBe(1)
  const [decided, approved] = sent[0] ?? []
  expect(sent[1]?.map(({ op }) => op)).toEqual([
    { kind: 'undo', target: approved?.opId },
    { kind: 'undo', target: decided?.opId },
  ])
})

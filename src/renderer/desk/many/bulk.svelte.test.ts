import { beforeEach, expect, it } from 'vitest'
import type { Row } from '../../../contract/contract'
import type { AlikeLine } from '../../../contract/texts'
import type { Entry } from '../../../review/operation'
import { Bulk } from './bulk.svelte'

const line = (version: string, start: number, same = true): AlikeLine => ({
  id: `row-${version}`,
  version,
  start,
  end: start + 4,
  now: 'text',
  to: 'removed',
  same,
  words: '扫码',
  before: '',
  after: '',
})

let sent: Entry[][]
let stopAfter: number
let bulk: Bulk

beforeEach(async () => {
  sent = []
  stopAfter = Infinity
  const portions = [
    [line('a', 0), line('a', 9)],
    [line('b', 3), line('c', 5), line('d', 1, false)],
  ]
  bulk = new Bulk({
    ask: ({ from }) =>
      Promise.resolve({
        ok: true,
        value: { lines: portions[from] ?? [], next: from === 0 ? 1 : null, total: 3, unread: 0 },
      }),
    row: (id) => ({ id }) as Row,
    by: () => '林夏',
    flush: () => undefined,
    send: (entries, told) => {
      const taken = entries.filter((_, index) => index < stopAfter && !told(index))
      sent.push([...taken])
      return Promise.resolve(taken)
    },
  })
  await bulk.preview({ line: '责任编辑\uFF1A李敏', fate: 'removed', site: null })
})

it('makes one operation a document, but for what was un-ticked', async () => {
  expect([bulk.phase, bulk.chosen.length]).toEqual(['preview', 4])
  bulk.tick(line('b', 3), false)
  expect(await bulk.run()).toBe(2)
  expect(sent[0]?.map(({ document, version, op, by }) => ({ document, version, op, by }))).toEqual([
    {
      document: 'row-a',
      version: 'a',
      op: {
        kind: 'decide',
        spans: [
          [0, 4],
          [9, 13],
        ],
        fate: 'removed',
      },
      by: '林夏',
    },
    { document: 'row-c', version: 'c', op: { kind: 'decide', spans: [[5, 9]], fate: 'removed' }, by: '林夏' },
  ])
})

it('is taken back as one', async () => {
  await bulk.run()
  const made = sent[0] ?? []
  expect([bulk.undoable, bulk.made(made[1]?.opId ?? null), bulk.made(null)]).toEqual([true, true, false])
  expect(await bulk.undo()).toBe(3)
  expect(sent[1]?.map(({ version, op }) => [version, op])).toEqual(
    made.map(({ version, opId }) => [version, { kind: 'undo', target: opId }]),
  )
  expect(bulk.undoable).toBe(false)
})

it('takes back what was made before it was stopped', async () => {
  stopAfter = 1
  expect(await bulk.run()).toBe(1)
  expect(await bulk.undo()).toBe(1)
})

it('un-ticks and ticks all', () => {
  bulk.tickAll(false)
  expect(bulk.chosen).toEqual([])
  bulk.tick(line('a', 9), true)
  expect(bulk.chosen).toHaveLength(1)
  bulk.tickAll(true)
  expect(bulk.chosen).toHaveLength(4)
})

it('speaks of identical lines until those of the same shape are asked for', async () => {
  expect([bulk.scope, bulk.counts, bulk.shape]).toEqual(['same', { same: 4, shape: 5 }, '责任编辑:‹name›'])
  bulk.choose('shape')
  expect([bulk.lines.length, bulk.chosen.length]).toEqual([5, 5])
  bulk.tick(line('d', 1, false), false)
  bulk.tick(line('a', 0), false)
  expect(await bulk.run()).toBe(3)
  expect(await bulk.undo()).toBe(3)
})

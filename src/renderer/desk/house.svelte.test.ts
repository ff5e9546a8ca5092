import { beforeEach, expect, it } from 'vitest'
import type { Entry, JournalRecord } from '../../review/operation'
import { HOUSE } from '../../review/rules'
import { House } from './house.svelte'

let sent: Entry[]
let notes: string[]
let house: House

beforeEach(() => {
  sent = []
  notes = []
  const office = {
    by: () => '李敏',
    send: (entry: Entry) => void sent.push(entry),
    note: ({ zh }: { zh: string }) => void notes.push(zh),
  }
  house = new House(office, () => Promise.resolve({ uses: { a: 3 } }))
})

const recorded = (entry: Entry, seq: number): JournalRecord => ({ ...entry, v: 1, seq, client: 'c', prevHash: '' })

it('holds a rule at once, newest first, and sends it as the house’s', () => {
  expect(house.make('approximator', '近百余户')).toBe(true)
  expect(house.make('repeat', '社区社区')).toBe(true)
  expect(house.list.map(({ phrase }) => phrase)).toEqual(['社区社区', '近百余户'])
  expect(sent.map(({ version }) => version)).toEqual([HOUSE, HOUSE])
  expect(house.last?.phrase).toBe('社区社区')
})

it('makes no rule twice', () => {
  house.make('approximator', '近百余户')
  expect(house.make('approximator', '近百余户')).toBe(false)
  expect(notes).toHaveLength(1)
  expect(sent).toHaveLength(1)
})

it('revokes one, and remembers the one before', () => {
  house.make('approximator', '近百余户')
  house.make('repeat', '社区社区')
  expect(house.revoke(house.last!.opId)).toBe(true)
  expect(house.last?.phrase).toBe('近百余户')
  expect(sent.at(-1)!.op).toEqual({ kind: 'undo', target: sent[1]!.opId })
})

it('takes what another window did, and gives up what the host refused', () => {
  house.make('approximator', '近百余户')
  const theirs = { ...sent[0]!, opId: 'theirs', op: { kind: 'rule', check: 'repeat', phrase: '社区社区' } } as Entry
  house.take([recorded(theirs, 1), recorded({ ...theirs, opId: 'other', version: 'f'.repeat(64) }, 2)])
  expect(house.list).toHaveLength(2)
  house.giveUp([sent[0]!.opId])
  expect(house.list.map(({ opId }) => opId)).toEqual(['theirs'])
  expect(house.last).toBeNull()
})

it('tells how often a rule silences', async () => {
  await house.count()
  expect([house.usesOf('a'), house.usesOf('b')]).toEqual([3, 0])
})

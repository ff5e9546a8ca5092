import { beforeEach, expect, it } from 'vitest'
import type { Clean, Entry, JournalRecord, Rule } from '../../../review/operation'
import { HOUSE } from '../../../review/rules'
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

const phrase = (check: string, words: string): Rule => ({ kind: 'rule', check, phrase: words })
const says = (op: Rule | Clean | undefined): string | undefined => (op?.kind === 'rule' ? op.phrase : op?.shape)
const recorded = (entry: Entry, seq: number): JournalRecord => ({ ...entry, v: 1, seq, client: 'c', prevHash: '' })

it('holds a rule at once, newest first, and sends it as the house’s', () => {
  expect(house.make(phrase('approximator', '近百余户'))).toBe(true)
  expect(house.make(phrase('repeat', '社区社区'))).toBe(true)
  expect(house.listed.map(({ op }) => says(op))).toEqual(['社区社区', '近百余户'])
  expect(sent.map(({ version }) => version)).toEqual([HOUSE, HOUSE])
  expect(says(house.last?.op)).toBe('社区社区')
})

it('makes no rule twice', () => {
  house.make(phrase('approximator', '近百余户'))
  expect(house.make(phrase('approximator', '近百余户'))).toBe(false)
  expect(notes).toHaveLength(1)
  expect(sent).toHaveLength(1)
})

it('revokes one, and remembers the one before', () => {
  house.make(phrase('approximator', '近百余户'))
  house.make(phrase('repeat', '社区社区'))
  expect(house.revoke(house.last!.opId)).toBe(true)
  expect(says(house.last?.op)).toBe('近百余户')
  expect(sent.at(-1)!.op).toEqual({ kind: 'undo', target: sent[1]!.opId })
})

it('takes what another window did, and gives up what the host refused', () => {
  house.make(phrase('approximator', '近百余户'))
  const theirs = { ...sent[0]!, opId: 'theirs', op: { kind: 'rule', check: 'repeat', phrase: '社区社区' } } as Entry
  house.take([recorded(theirs, 1), recorded({ ...theirs, opId: 'other', version: 'f'.repeat(64) }, 2)])
  expect(house.listed).toHaveLength(2)
  house.giveUp([sent[0]!.opId])
  expect(house.listed.map(({ opId }) => opId)).toEqual(['theirs'])
  expect(house.last).toBeNull()
})

it('tells how often a rule silences', async () => {
  await house.count()
  expect([house.usesOf('a'), house.usesOf('b')]).toEqual([3, 0])
})

it('switches a rule off and on again, and refuses the opposite of one that holds', () => {
  const clean: Clean = { kind: 'clean', site: '晨报', shape: '下一篇:‹title›', fate: 'removed' }
  house.make(clean)
  expect(house.cleaning).toHaveLength(1)
  house.turn(house.listed[0]!)
  expect([house.cleaning.length, house.size, house.listed[0]!.on]).toEqual([0, 0, false])
  expect(house.make({ ...clean, fate: 'text' })).toBe(true)
  house.turn(house.listed.find(({ on }) => !on)!)
  expect(notes.at(-1)).toContain('相反')
  expect(house.cleaning.map(({ fate }) => fate)).toEqual(['text'])
})

it('takes in the rules of a file, once', () => {
  house.make(phrase('repeat', '社区社区'))
  const clean: Clean = { kind: 'clean', site: null, shape: '下一篇:‹title›', fate: 'removed' }
  const text = JSON.stringify({
    'qingyang-rules': 1,
    rules: [phrase('repeat', '社区社区'), clean, { ...clean, fate: 'text' }],
  })
  expect(house.takeIn(text)).toEqual({ added: 1, known: 1, refused: 1 })
  expect(house.takeIn('{}')).toBeNull()
  expect(house.cleaning).toMatchObject([{ shape: clean.shape, fate: 'removed' }])
})

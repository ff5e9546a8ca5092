import { beforeEach, expect, it } from 'vitest'
import type { TriedLine } from '../../../contract/texts'
import type { CleaningRule } from '../../../review/cleaning'
import type { Clean } from '../../../review/operation'
import { Learning } from './learning.svelte'

const LINE = '下一篇\uFF1A桥修好了'
const OVERRULED = { line: LINE, site: '晨报', fate: 'text' } as const
const RULE: Clean = { kind: 'clean', site: '晨报', shape: '下一篇:‹title›', fate: 'text' }
const line = (version: string, effect: TriedLine['effect']): TriedLine => ({
  id: version,
  version,
  start: 0,
  end: 4,
  now: 'removed',
  to: 'text',
  effect,
  words: LINE,
  before: '',
  after: '',
})

let lines: TriedLine[]
let kept: Map<string, string>
let made: Clean[]
let holding: CleaningRule[]
let asked: number
let learning: Learning

beforeEach(() => {
  lines = []
  kept = new Map()
  made = []
  holding = []
  asked = 0
  learning = new Learning({
    // One line a portion.
    backtest: ({ from }) => {
      asked++
      const next = from + 1 < lines.length ? from + 1 : null
      return Promise.resolve({ ok: true, value: { lines: lines.slice(from, from + 1), next, total: 9, unread: 2 } })
    },
    rules: () => holding,
    make: (rule) => made.push(rule) > 0,
    settings: { of: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) },
  })
})

it('proposes a rule after three equal decisions against the engine, not after two', async () => {
  lines = [line('a', 'agrees'), line('b', 'agrees'), line('c', 'changes')]
  await learning.consider(OVERRULED)
  expect(learning.proposal).toBeNull()
  lines.push(line('d', 'agrees'))
  await learning.consider(OVERRULED)
  expect(learning.proposal).toEqual({ rule: RULE, line: LINE, agreed: 3 })
})

it('proposes nothing where one was decided the other way, where a rule holds, or the line has no shape', async () => {
  lines = ['a', 'b', 'c'].map((version) => line(version, 'agrees'))
  await learning.consider({ ...OVERRULED, line: '2026-01-02' })
  expect(asked).toBe(0)
  holding = [{ ...RULE, opId: 'r', by: '林', ts: 1 }]
  await learning.consider(OVERRULED)
  expect(asked).toBe(0)
  holding = []
  lines.push(line('d', 'against'))
  await learning.consider(OVERRULED)
  expect(learning.proposal).toBeNull()
})

it('shows what it would change, and makes the rule only when that is confirmed', async () => {
  lines = ['a', 'b', 'c'].map((version) => line(version, 'agrees'))
  await learning.consider(OVERRULED)
  lines.push(line('d', 'changes'), line('e', 'begun'))
  learning.lookAtProposal()
  expect(learning.proposal).toBeNull()
  await expect.poll(() => learning.trial?.phase).toBe('shown')
  expect([
    learning.count('agrees'),
    learning.count('changes'),
    learning.count('begun'),
    learning.trial?.unread,
  ]).toEqual([3, 1, 1, 2])
  expect(made).toEqual([])
  learning.close()
  expect(learning.proposal?.rule).toEqual(RULE)
  learning.lookAtProposal()
  expect(learning.adopt()).toBe(true)
  expect(made).toEqual([RULE])
  expect([learning.trial, learning.proposal]).toEqual([null, null])
})

it('does not propose again what was not wanted', async () => {
  lines = ['a', 'b', 'c'].map((version) => line(version, 'agrees'))
  await learning.consider(OVERRULED)
  learning.decline()
  expect(learning.proposal).toBeNull()
  await learning.consider(OVERRULED)
  expect(learning.proposal).toBeNull()
  await learning.consider({ ...OVERRULED, site: '晚报' })
  expect(learning.proposal?.rule.site).toBe('晚报')
})

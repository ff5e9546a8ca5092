import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../engine/analysis'
import { approve } from '../../../review/approval'
import { draftOf } from '../../../review/desk.testing'
import { findingKey } from '../../../review/flags'
import { fold } from '../../../review/fold'
import type { Entry, Operation } from '../../../review/operation'
import { admitAll } from './admission'

const draft = draftOf('^ 江湾二桥通车', '= 大桥今天通车。', '= 市民出行方便了。', '- 分享到')
const finding: Finding = {
  check: 'approximator',
  tier: 'query',
  article: 0,
  message: { zh: '请核对', en: 'check' },
  evidence: [{ start: 8, end: 10, quote: '大桥', cleaned: [0, 2] }],
  arithmetic: [],
}

function entries(...ops: readonly Operation[]): Entry[] {
  return ops.map((op, index) => ({ opId: `op-${index}`, document: 'doc', version: 'v', op, by: '林', ts: index }))
}

/** Whether the last of the operations may join those before it; why not. */
async function admitted(ops: readonly Operation[], findings: readonly Finding[] = []): Promise<string> {
  const all = entries(...ops)
  const before = all.slice(0, -1)
  try {
    await admitAll(draft, before, all.slice(-1), () => Promise.resolve(findings))
    return 'ok'
  } catch (error) {
    return (error as Error).message
  }
}

const rename: Operation = { kind: 'meta', story: 0, set: { title: '通车' } }
const strike: Operation = { kind: 'decide', spans: [[draft.blocks[1]!.start, draft.blocks[1]!.end]], fate: 'removed' }
const approval = approve(fold(draft, []))

describe('what may join a review', () => {
  it('an approval of the text that stands, with nothing open', async () => {
    expect(await admitted([approval])).toBe('ok')
    expect(await admitted([rename, approval])).toBe('ok')
    expect(await admitted([strike, approval])).not.toBe('ok')
    expect(await admitted([approval], [finding])).toContain('1 flag is still open')
    expect(await admitted([{ kind: 'dismiss', finding: findingKey(finding) }, approval], [finding])).toBe('ok')
  })

  it('a redo that approves again, on the same terms', async () => {
    const undone: Operation[] = [approval, { kind: 'undo', target: 'op-0' }]
    expect(await admitted([...undone, { kind: 'undo', target: 'op-1' }])).toBe('ok')
    expect(await admitted([...undone, { kind: 'undo', target: 'op-1' }], [finding])).toContain('still open')
    expect(await admitted([...undone, strike, { kind: 'undo', target: 'op-1' }])).toContain('has changed since')
    const reopened: Operation[] = [approval, { kind: 'reopen' }]
    expect(await admitted([...reopened, { kind: 'undo', target: 'op-1' }])).toBe('ok')
    expect(await admitted([...reopened, strike, { kind: 'undo', target: 'op-1' }])).toContain('has changed since')
  })

  it('several, each on what the ones before it leave', async () => {
    const all = entries(strike, { kind: 'undo', target: 'op-0' }, approval)
    await admitAll(draft, [], all, () => Promise.resolve([]))
    const checked: number[] = []
    await admitAll(draft, [], all, (before) => {
      checked.push(before.length)
      return Promise.resolve([])
    })
    expect(checked).toEqual([2])
  })

  it('no base from outside', async () => {
    expect(await admitted([{ kind: 'base', engine: 'x', draft }])).toContain('host itself')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { draftOf, entry } from '../../../review/desk.testing'
import { ruleKey, rulesIn } from '../../../review/rules'
import { Proof } from './proof.svelte'
import { finding, ProofTrial } from './proof.testing'

let desk: ProofTrial
beforeEach(() => void (desk = new ProofTrial()))

describe('a decision', () => {
  it('takes the flag and goes on to the next', () => {
    const proof = desk.open(['? 扫码进群', '= 甲', '? 关注我们'])
    expect(proof.current).toBe('block:0-4')
    proof.accept()
    expect(desk.sent.map(({ op }) => op.kind)).toEqual(['decide'])
    expect(proof.openFlags).toHaveLength(1)
    expect(proof.current).toBe(proof.openFlags[0]!.id)
  })

  it('keeps a line', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    proof.dismiss()
    expect(proof.review.copy.text).toBe('扫码进群\n甲')
    expect(proof.current).toBeNull()
  })

  it('is asked for in the order of the rail: figures, removals, keeps', () => {
    const draft = draftOf('= 甲', '? 扫码进群', '= 近百余人')
    const blocks = draft.blocks.map((block, index) => (index === 0 ? { ...block, confidence: 0.6 } : block))
    const proof = desk.take({ ...draft, blocks }, [finding(7, 11, '近百余')])
    const first = proof.current
    proof.move(1)
    const second = proof.current
    proof.move(1)
    expect([first, second, proof.current]).toEqual(proof.openFlags.map(({ id }) => id))
    expect(proof.openFlags.map((flag) => (flag.kind === 'block' ? flag.doubt : flag.kind))).toEqual([
      'finding',
      'removal',
      'keep',
    ])
  })

  it('asks for nothing where the document is settled', () => {
    const draft = draftOf('? 扫码进群', '= 甲')
    const rejected = entry({ kind: 'reject', reason: 'other' })
    const proof = desk.take(draft, [], [rejected])
    expect(proof.current).toBeNull()
    expect(proof.reopen()).toBe(true)
    expect(proof.current).toBe('block:0-4')
  })

  it('is undone by the next undo, edits left alone', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    proof.accept()
    proof.typed([{ from: 1, to: 1, insert: '乙' }], '甲乙', false)
    expect(proof.undoLast()).toBe(true)
    expect(proof.review.copy.text).toBe('甲乙')
    expect(proof.openFlags).toHaveLength(1)
    expect(proof.undoLast()).toBe(false)
  })

  it('confirms all sure removals as one', () => {
    const proof = desk.open(['- 首页', '- 分享', '= 甲'])
    expect(proof.acceptConfident()).toBe(2)
    expect(desk.sent).toHaveLength(1)
    expect(proof.acceptConfident()).toBe(0)
  })

  it('moves among the struck lines while they are shown', () => {
    const proof = desk.open(['- 首页', '= 甲', '- 分享'])
    proof.show('removed')
    expect(proof.current).toBe('block:0-2')
    proof.move(1)
    proof.dismiss()
    expect(proof.review.copy.text).toBe('甲\n分享')
    expect(proof.current).toBe('block:0-2')
  })
})

describe('a finding', () => {
  it('is fixed where it has a fix, and no flag while the checks run', () => {
    const proof = desk.open(['= 近百余户'], [finding(0, 4, '近百余户', '百余户')])
    proof.accept()
    expect(proof.review.copy.text).toBe('百余户')
    expect(desk.sent[0]!.op).toMatchObject({ kind: 'edit', why: 'approximator' })
    expect(proof.openFlags).toEqual([])
    expect(proof.undoLast()).toBe(true)
    expect(proof.openFlags).toHaveLength(1)
  })

  it('is a flag again where the checks still find it', () => {
    const proof = desk.open(['= 近百余户'], [finding(0, 4, '近百余户', '百余户')])
    proof.accept()
    proof.takeRecords([{ ...desk.sent[0]!, v: 1, seq: 2, client: 'c', prevHash: '' }])
    proof.takeFindings({ findings: [finding(1, 4, '百余户')], width: [] }, 2)
    expect(proof.openFlags).toHaveLength(1)
  })

  it('is dismissed for its words', () => {
    const proof = desk.open(['= 近百余户'], [finding(0, 4, '近百余户')])
    proof.dismiss()
    expect(proof.openFlags).toEqual([])
    expect(proof.flags[0]).toMatchObject({ state: 'dismissed' })
  })
})

describe('the width offer', () => {
  const offered = (): Proof =>
    desk.take(
      draftOf('= 甲,乙,丙'),
      [],
      [],
      [
        [1, '\uFF0C'],
        [3, '\uFF0C'],
      ],
    )

  it('is taken as one edit that says why, and undone as one', () => {
    const proof = offered()
    expect(proof.openFlags).toEqual([])
    expect(proof.widen()).toBe(2)
    expect(desk.sent).toHaveLength(1)
    expect(desk.sent[0]!.op).toMatchObject({ kind: 'edit', why: 'width' })
    expect([proof.review.copy.text, proof.wide]).toEqual(['甲\uFF0C乙\uFF0C丙', []])
    expect(proof.widen()).toBe(0)
    expect(proof.undoLast()).toBe(true)
    expect([proof.review.copy.text, proof.wide.length]).toEqual(['甲,乙,丙', 2])
  })

  it('is not taken where the document is settled', () => {
    const proof = offered()
    proof.append({ kind: 'reject', reason: 'other' })
    expect(proof.widen()).toBe(0)
  })
})

describe('a phrase that is never asked about again', () => {
  it('is what the rule is made of', () => {
    const proof = desk.open(['= 近百余户'], [finding(0, 4, '近百余户')])
    expect(proof.neverAsk()).toBe(true)
    expect([...desk.rules.keys()]).toEqual([ruleKey('approximator', '近百余户')])
    expect(desk.sent).toEqual([])
  })

  it('is silenced where the rule holds already', () => {
    desk.rules = rulesIn([entry({ kind: 'rule', check: 'approximator', phrase: '近百余户' })])
    const proof = desk.open(['= 近百余户'], [finding(0, 4, '近百余户')])
    expect(proof.openFlags).toEqual([])
    expect(proof.flags[0]).toMatchObject({ state: 'silenced' })
    expect(proof.approval.ok).toBe(true)
    expect(proof.neverAsk()).toBe(false)
  })

  it('is none where its words are too few', () => {
    const proof = desk.open(['= 甲'], [finding(0, 1, '甲')])
    expect(proof.neverAsk()).toBe(false)
    expect(desk.notes).toHaveLength(1)
  })
})

describe('approval', () => {
  it('is refused with the reason while a flag is open', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    expect(proof.approve()).toBeNull()
    expect(desk.notes[0]).toContain('1')
    proof.accept()
    expect(proof.approve()).toBe('approve')
    expect(proof.editable).toBe(false)
    expect(proof.typed([{ from: 0, to: 0, insert: '乙' }], '乙甲', false)).toBe(false)
    expect(proof.reopen()).toBe(true)
    expect(proof.editable).toBe(true)
  })
})

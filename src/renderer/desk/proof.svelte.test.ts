import { beforeEach, describe, expect, it } from 'vitest'
import type { Opened, Row } from '../../contract/contract'
import type { Draft, Finding, WidthOffer } from '../../engine/analysis'
import { draftOf, entry } from '../../review/desk.testing'
import type { Entry } from '../../review/operation'
import { NO_RULES, ruleKey, rulesIn, type Rules } from '../../review/rules'
import { Proof } from './proof.svelte'

const ROW = { id: 'd', version: 'v', title: '题' } as unknown as Row

function finding(start: number, end: number, quote: string, fix?: string): Finding {
  const evidence = [{ start, end, quote, cleaned: null }]
  const base = {
    check: 'approximator',
    tier: 'error' as const,
    article: 0,
    message: { zh: '', en: '' },
    evidence,
    arithmetic: [],
  }
  return fix === undefined ? base : { ...base, fix: { start, end, text: fix } }
}

let sent: Entry[]
let rules: Rules
let notes: string[]

beforeEach(() => {
  sent = []
  rules = NO_RULES
  notes = []
})

const open = (lines: string[], findings: Finding[] = []): Proof => take(draftOf(...lines), findings)

function take(draft: Draft, findings: Finding[], waiting: Entry[] = [], width: WidthOffer = []): Proof {
  const opened: Opened = { row: ROW, draft, records: [], findings, width, findingsAt: 0 }
  const office = {
    by: () => '李敏',
    send: (entry: Entry) => void sent.push(entry),
    rules: () => rules,
    stages: () => [],
    makeRule: (check: string, phrase: string) => {
      rules = rulesIn([entry({ kind: 'rule', check, phrase })])
      return true
    },
    waits: () => undefined,
    note: ({ zh }: { zh: string }) => void notes.push(zh),
  }
  return new Proof(office, opened, waiting)
}

describe('a decision', () => {
  it('takes the flag and goes on to the next', () => {
    const proof = open(['? 扫码进群', '= 甲', '? 关注我们'])
    expect(proof.current).toBe('block:0-4')
    proof.accept()
    expect(sent.map(({ op }) => op.kind)).toEqual(['decide'])
    expect(proof.openFlags).toHaveLength(1)
    expect(proof.current).toBe(proof.openFlags[0]!.id)
  })

  it('keeps a line', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    proof.dismiss()
    expect(proof.review.copy.text).toBe('扫码进群\n甲')
    expect(proof.current).toBeNull()
  })

  it('is asked for in the order of the rail: figures, removals, keeps', () => {
    const draft = draftOf('= 甲', '? 扫码进群', '= 近百余人')
    const blocks = draft.blocks.map((block, index) => (index === 0 ? { ...block, confidence: 0.6 } : block))
    const proof = take({ ...draft, blocks }, [finding(7, 11, '近百余')])
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
    const proof = take(draft, [], [rejected])
    expect(proof.current).toBeNull()
    expect(proof.reopen()).toBe(true)
    expect(proof.current).toBe('block:0-4')
  })

  it('is undone by the next undo, edits left alone', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    proof.accept()
    proof.typed([{ from: 1, to: 1, insert: '乙' }], '甲乙', false)
    expect(proof.undoLast()).toBe(true)
    expect(proof.review.copy.text).toBe('甲乙')
    expect(proof.openFlags).toHaveLength(1)
    expect(proof.undoLast()).toBe(false)
  })

  it('confirms all sure removals as one', () => {
    const proof = open(['- 首页', '- 分享', '= 甲'])
    expect(proof.acceptConfident()).toBe(2)
    expect(sent).toHaveLength(1)
    expect(proof.acceptConfident()).toBe(0)
  })

  it('moves among the struck lines while they are shown', () => {
    const proof = open(['- 首页', '= 甲', '- 分享'])
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
    const proof = open(['= 近百余户'], [finding(0, 4, '近百余户', '百余户')])
    proof.accept()
    expect(proof.review.copy.text).toBe('百余户')
    expect(sent[0]!.op).toMatchObject({ kind: 'edit', why: 'approximator' })
    expect(proof.openFlags).toEqual([])
    expect(proof.undoLast()).toBe(true)
    expect(proof.openFlags).toHaveLength(1)
  })

  it('is a flag again where the checks still find it', () => {
    const proof = open(['= 近百余户'], [finding(0, 4, '近百余户', '百余户')])
    proof.accept()
    proof.takeRecords([{ ...sent[0]!, v: 1, seq: 2, client: 'c', prevHash: '' }])
    proof.takeFindings({ findings: [finding(1, 4, '百余户')], width: [] }, 2)
    expect(proof.openFlags).toHaveLength(1)
  })

  it('is dismissed for its words', () => {
    const proof = open(['= 近百余户'], [finding(0, 4, '近百余户')])
    proof.dismiss()
    expect(proof.openFlags).toEqual([])
    expect(proof.flags[0]).toMatchObject({ state: 'dismissed' })
  })
})

describe('the width offer', () => {
  const offered = (): Proof =>
    take(
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
    expect(sent).toHaveLength(1)
    expect(sent[0]!.op).toMatchObject({ kind: 'edit', why: 'width' })
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
    const proof = open(['= 近百余户'], [finding(0, 4, '近百余户')])
    expect(proof.neverAsk()).toBe(true)
    expect([...rules.keys()]).toEqual([ruleKey('approximator', '近百余户')])
    expect(sent).toEqual([])
  })

  it('is silenced where the rule holds already', () => {
    rules = rulesIn([entry({ kind: 'rule', check: 'approximator', phrase: '近百余户' })])
    const proof = open(['= 近百余户'], [finding(0, 4, '近百余户')])
    expect(proof.openFlags).toEqual([])
    expect(proof.flags[0]).toMatchObject({ state: 'silenced' })
    expect(proof.approval.ok).toBe(true)
    expect(proof.neverAsk()).toBe(false)
  })

  it('is none where its words are too few', () => {
    const proof = open(['= 甲'], [finding(0, 1, '甲')])
    expect(proof.neverAsk()).toBe(false)
    expect(notes).toHaveLength(1)
  })
})

describe('approval', () => {
  it('is refused with the reason while a flag is open', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    expect(proof.approve()).toBeNull()
    expect(notes[0]).toContain('1')
    proof.accept()
    expect(proof.approve()).toBe('approve')
    expect(proof.editable).toBe(false)
    expect(proof.typed([{ from: 0, to: 0, insert: '乙' }], '乙甲', false)).toBe(false)
    expect(proof.reopen()).toBe(true)
    expect(proof.editable).toBe(true)
  })
})

describe('what is typed', () => {
  it('is taken back as the operations it was, so that it has its place in the source again', () => {
    const proof = open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.typed([{ from: 1, to: 2, insert: '丁' }], '甲丁', false)
    proof.typed([{ from: 1, to: 2, insert: '乙丙' }], '甲乙丙', true)
    expect(sent.map(({ op }) => op.kind)).toEqual(['edit', 'edit', 'undo', 'undo'])
    expect(proof.review.copy.runs.every(({ kind }) => kind === 'source')).toBe(true)
  })

  it('is stepped back and forth over where the editor remembers nothing', () => {
    const proof = open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.typed([{ from: 1, to: 2, insert: '丁' }], '甲丁', false)
    const after = take(proof.review.draft, [], sent)
    const texts = ['back', 'back', 'back', 'forth', 'forth', 'forth'].map((way) => {
      const did = after.step(way as 'back' | 'forth')
      return `${did} ${after.review.copy.text}`
    })
    expect(texts).toEqual(['true 甲丙', 'true 甲乙丙', 'false 甲乙丙', 'true 甲丙', 'true 甲丁', 'false 甲丁'])
  })

  it('ends what can be brought back', () => {
    const proof = open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.step('back')
    proof.typed([{ from: 3, to: 3, insert: '丁' }], '甲乙丙丁', false)
    expect(proof.step('forth')).toBe(false)
    expect(proof.review.copy.text).toBe('甲乙丙丁')
  })

  it('says where nothing can be written', () => {
    const proof = open(['- 首页'])
    expect(proof.typed([{ from: 0, to: 0, insert: '甲' }], '甲', false)).toBe(false)
    expect(notes).toHaveLength(1)
  })
})

describe('records', () => {
  it('of our own change nothing but their place in the journal', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    proof.accept()
    const { review } = proof
    proof.takeRecords([{ ...sent[0]!, v: 1, seq: 1, client: 'c', prevHash: '' }])
    expect(proof.review).toBe(review)
  })

  it('of another window join before what is not yet acknowledged', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    proof.accept()
    const theirs = { ...sent[0]!, opId: 'theirs', op: { kind: 'decide', spans: [[0, 4]], fate: 'text' } } as Entry
    proof.takeRecords([{ ...theirs, v: 1, seq: 1, client: 'other', prevHash: '' }])
    expect(proof.review.history.map(({ entry }) => entry.opId)).toEqual(['theirs', sent[0]!.opId])
    expect(proof.review.copy.text).toBe('甲')
  })

  it('that are refused for good never happened', () => {
    const proof = open(['? 扫码进群', '= 甲'])
    proof.accept()
    proof.giveUp([sent[0]!.opId])
    expect(proof.openFlags).toHaveLength(1)
  })
})

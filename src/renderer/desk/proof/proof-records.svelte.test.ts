import { beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../../../review/operation'
import { ProofTrial } from './proof.testing'

let desk: ProofTrial
beforeEach(() => void (desk = new ProofTrial()))

describe('what is typed', () => {
  it('is taken back as the operations it was, so that it has its place in the source again', () => {
    const proof = desk.open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.typed([{ from: 1, to: 2, insert: '丁' }], '甲丁', false)
    proof.typed([{ from: 1, to: 2, insert: '乙丙' }], '甲乙丙', true)
    expect(desk.sent.map(({ op }) => op.kind)).toEqual(['edit', 'edit', 'undo', 'undo'])
    expect(proof.review.copy.runs.every(({ kind }) => kind === 'source')).toBe(true)
  })

  it('is stepped back and forth over where the editor remembers nothing', () => {
    const proof = desk.open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.typed([{ from: 1, to: 2, insert: '丁' }], '甲丁', false)
    const after = desk.take(proof.review.draft, [], desk.sent)
    const texts = ['back', 'back', 'back', 'forth', 'forth', 'forth'].map((way) => {
      const did = after.step(way as 'back' | 'forth')
      return `${did} ${after.review.copy.text}`
    })
    expect(texts).toEqual(['true 甲丙', 'true 甲乙丙', 'false 甲乙丙', 'true 甲丙', 'true 甲丁', 'false 甲丁'])
  })

  it('ends what can be brought back', () => {
    const proof = desk.open(['= 甲乙丙'])
    proof.typed([{ from: 1, to: 2, insert: '' }], '甲丙', false)
    proof.step('back')
    proof.typed([{ from: 3, to: 3, insert: '丁' }], '甲乙丙丁', false)
    expect(proof.step('forth')).toBe(false)
    expect(proof.review.copy.text).toBe('甲乙丙丁')
  })

  it('says where nothing can be written', () => {
    const proof = desk.open(['- 首页'])
    expect(proof.typed([{ from: 0, to: 0, insert: '甲' }], '甲', false)).toBe(false)
    expect(desk.notes).toHaveLength(1)
  })
})

describe('records', () => {
  it('of our own change nothing but their place in the journal', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    proof.accept()
    const { review } = proof
    proof.takeRecords([{ ...desk.sent[0]!, v: 1, seq: 1, client: 'c', prevHash: '' }])
    expect(proof.review).toBe(review)
  })

  it('of another window join before what is not yet acknowledged', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    proof.accept()
    const theirs = { ...desk.sent[0]!, opId: 'theirs', op: { kind: 'decide', spans: [[0, 4]], fate: 'text' } } as Entry
    proof.takeRecords([{ ...theirs, v: 1, seq: 1, client: 'other', prevHash: '' }])
    expect(proof.review.history.map(({ entry }) => entry.opId)).toEqual(['theirs', desk.sent[0]!.opId])
    expect(proof.review.copy.text).toBe('甲')
  })

  it('that are refused for good never happened', () => {
    const proof = desk.open(['? 扫码进群', '= 甲'])
    proof.accept()
    proof.giveUp([desk.sent[0]!.opId])
    expect(proof.openFlags).toHaveLength(1)
  })
})

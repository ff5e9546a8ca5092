import { describe, expect, it } from 'vitest'
import type { Finding } from '../engine/analysis'
import { admit, approval, approve, sha256Hex } from './approval'
import { draftOf, entry } from './desk.testing'
import { confidentRemovals, findingKey, flags } from './flags'
import { fold } from './fold'
import type { Entry } from './operation'

const finding: Finding = {
  check: 'approximator',
  tier: 'query',
  article: 0,
  message: { zh: '约数重复', en: 'approximators clash' },
  evidence: [{ start: 2, end: 6, quote: '近百余处', cleaned: [0, 4] }],
  arithmetic: [],
}

describe('flags', () => {
  const draft = draftOf('- 分享到', '? 扫码进群', '= 近百余处')

  it('are doubtful verdicts and findings, in reading order; confident removals are none', () => {
    const kinds = flags(fold(draft, []), [finding]).map(({ kind, state }) => `${kind} ${state}`)
    expect(kinds).toEqual(['finding open', 'block open'])
    expect(confidentRemovals(fold(draft, []))).toEqual([[0, 3]])
  })

  it('are decided by a decision either way and dismissed by their key', () => {
    const doubtful = draft.blocks[1]!
    const entries = [
      entry({ kind: 'decide', spans: [[doubtful.start, doubtful.end]], fate: 'removed' }),
      entry({ kind: 'dismiss', finding: findingKey(finding) }),
    ]
    expect(flags(fold(draft, entries), [finding]).map(({ state }) => state)).toEqual(['dismissed', 'decided'])
  })
})

describe('approval', () => {
  const draft = draftOf('? 扫码进群', '= 正文。')
  const [start, end] = [draft.blocks[0]!.start, draft.blocks[0]!.end]

  it('is refused while a flag is open, and given once all are decided', () => {
    expect(approval(fold(draft, []), [])).toMatchObject({ ok: false, why: { zh: '还有 1 处未决' } })
    const entries = [entry({ kind: 'decide', spans: [[start, end]], fate: 'removed' })]
    expect(approval(fold(draft, entries), [])).toEqual({ ok: true })
  })

  it('is refused where nothing stands', () => {
    expect(approval(fold(draftOf('- 分享到'), []), [])).toMatchObject({ ok: false })
  })

  it('holds for exactly the text it was given for', () => {
    const op = approve(fold(draft, []))
    expect(op.stories).toEqual([{ pieces: [{ start: 5, end: 8 }], sha256: sha256Hex('正文。') }])
    const other = [entry({ kind: 'decide', spans: [[start, end]], fate: 'text' })]
    expect(admit(fold(draft, []), op)).toEqual({ ok: true })
    expect(admit(fold(draft, other), op)).toMatchObject({ ok: false })
  })

  it('closes the review to everything but reopening and taking itself back', () => {
    const entries: Entry[] = [entry({ kind: 'decide', spans: [[start, end]], fate: 'removed' }, 'd')]
    entries.push(entry(approve(fold(draft, entries)), 'a'))
    const review = fold(draft, entries)
    expect(review.status).toBe('approved')
    expect(admit(review, { kind: 'decide', spans: [[start, end]], fate: 'text' })).toMatchObject({ ok: false })
    expect(admit(review, { kind: 'undo', target: 'd' })).toMatchObject({ ok: false })
    expect(admit(review, { kind: 'undo', target: 'a' })).toEqual({ ok: true })
    expect(admit(review, { kind: 'reopen' })).toEqual({ ok: true })
    expect(fold(draft, [...entries, entry({ kind: 'reopen' })]).status).toBe('open')
  })
})

describe('admit', () => {
  const review = fold(draftOf('= 正文。'), [])
  const edit = { kind: 'edit' as const, deletes: [], deletesTyped: [], separators: [] }

  it('refuses an edit anchored to nothing, a decision on no block, an undo of no step', () => {
    expect(admit(review, { ...edit, inserts: [{ after: { source: 99 }, text: 'x' }] })).toMatchObject({ ok: false })
    expect(admit(review, { ...edit, inserts: [{ after: { op: 'none', index: 0 }, text: 'x' }] })).toMatchObject({
      ok: false,
    })
    expect(admit(review, { ...edit, inserts: [{ after: { source: 0 }, text: 'x' }] })).toEqual({ ok: true })
    expect(admit(review, { kind: 'decide', spans: [[0, 2]], fate: 'removed' })).toMatchObject({ ok: false })
    expect(admit(review, { kind: 'undo', target: 'none' })).toMatchObject({ ok: false })
  })
})

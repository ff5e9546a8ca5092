import { describe, expect, it } from 'vitest'
import type { WidthOffer } from '../engine/analysis'
import { draftOf, entry } from './desk.testing'
import { findingKey, flags } from './flags'
import { fold } from './fold'
import type { Operation } from './operation'
import { translate } from './translate'
import { widening } from './widening'

const draft = draftOf('= 你好,世界:甲', '- 分享,到', '= 再见,各位')
const offer: WidthOffer = [...draft.text.matchAll(/[,:]/g)]
  .filter(({ index }) => draft.text.slice(index - 2, index) !== '分享')
  .map(({ index, 0: mark }) => [index, mark === ',' ? '\uFF0C' : '\uFF1A'])

describe('the width offer', () => {
  const before = fold(draft, [])
  const edit = translate(before, widening(before, offer)) as Operation
  const taken = entry(edit, 'w')

  it('is one edit of all its places, and one undo', () => {
    const after = fold(draft, [taken])
    expect(after.copy.text).toBe('你好\uFF0C世界\uFF1A甲\n再见\uFF0C各位')
    expect(widening(after, offer)).toEqual([])
    const undone = fold(draft, [taken, entry({ kind: 'undo', target: 'w' })])
    expect(undone.copy.text).toBe(before.copy.text)
    expect(widening(undone, offer)).toHaveLength(3)
  })

  it('leaves out what a reviewer changed meanwhile', () => {
    const typed = translate(before, [{ from: 2, to: 3, insert: '。' }]) as Operation
    const after = fold(draft, [entry(typed)])
    expect(widening(after, offer)).toHaveLength(2)
  })

  it('leaves a dismissed finding dismissed, though its words hold another width now', () => {
    const evidence = [{ start: 0, end: 5, quote: '你好,世界', cleaned: null }]
    const message = { zh: '', en: '' }
    const finding = { check: 'pairs', tier: 'error' as const, article: 0, message, evidence, arithmetic: [] }
    const dismissed = entry({ kind: 'dismiss', finding: findingKey(finding) })
    const wide = { ...finding, evidence: [{ start: null, end: null, quote: '你好\uFF0C世界', cleaned: null }] }
    const states = (found: typeof finding | typeof wide) =>
      flags(fold(draft, [dismissed, taken]), [found]).map(({ state }) => state)
    expect(states(wide)).toEqual(['dismissed'])
    expect(states({ ...wide, check: 'repeat' })).toEqual(['open'])
    expect(states({ ...wide, evidence: [{ ...wide.evidence[0]!, quote: '你好\uFF0C各位' }] })).toEqual(['open'])
    expect(states({ ...finding, evidence: [{ ...evidence[0]!, start: 6, end: 11 }] })).toEqual(['open'])
  })
})

import { describe, expect, it } from 'vitest'
import { approval, approve } from './approval'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import type { Entry } from './operation'
import { maySign, nextStage, signatures, signing, stagesIn, stagesOf } from './stages'

const STAGES = ['一审', '二审', '三审']
const draft = draftOf('^ 题目', '= 甲乙丙。')

/** Each of these reviewers signs in turn. */
function signed(...names: readonly string[]): Entry[] {
  const entries: Entry[] = []
  for (const by of names) entries.push({ ...entry(signing(fold(draft, entries), STAGES)), by })
  return entries
}
const standing = (entries: readonly Entry[]) =>
  signatures(fold(draft, entries)).map(({ stage, by }) => `${stage} ${by}`)

describe('stages', () => {
  it('are named a line each; one alone is none', () => {
    expect(stagesOf(' 一审 \n\n二审\n一审')).toEqual(['一审', '二审'])
    expect(stagesIn(new Map([['stages', '一审\n二审']]))).toEqual(['一审', '二审'])
    expect(stagesIn(new Map([['stages', '一审']]))).toEqual([])
    expect(stagesIn(new Map())).toEqual([])
  })

  it('are signed in order, the last by the approval', () => {
    const entries = signed('林', '周', '王')
    expect(entries.map(({ op }) => op.kind)).toEqual(['sign', 'sign', 'approve'])
    expect(standing(entries)).toEqual(['一审 林', '二审 周', '三审 王'])
    expect(fold(draft, entries).status).toBe('approved')
    expect(nextStage(fold(draft, entries.slice(0, 1)), STAGES)).toBe('二审')
  })

  it('are never signed twice by one reviewer, nor passed over', () => {
    const first = fold(draft, signed('林'))
    expect(maySign(first, '林', STAGES)).toMatchObject({ ok: false, why: { zh: '您已签过一审\uFF0C要由另一位签' } })
    expect(maySign(first, '周', STAGES)).toEqual({ ok: true })
    expect(maySign(first, '周', STAGES, approve(first)).ok).toBe(false)
    expect(maySign(first, '周', STAGES, { kind: 'sign', stage: '一审', at: 0 }).ok).toBe(false)
    expect(maySign(first, '周', STAGES, { kind: 'sign', stage: '三审', at: 2 }).ok).toBe(false)
    expect(maySign(fold(draft, []), '林', [], { kind: 'sign', stage: '一审', at: 0 }).ok).toBe(false)
  })

  it('end with a reopening, and with the signature they were given on', () => {
    const entries = signed('林', '周', '王')
    expect(standing([...entries, entry({ kind: 'reopen' })])).toEqual([])
    const two = entries.slice(0, 2)
    expect(standing([...two, entry({ kind: 'undo', target: two[0]!.opId })])).toEqual([])
    expect(standing([...two, entry({ kind: 'undo', target: two[1]!.opId })])).toEqual(['一审 林'])
  })

  it('leave the text open for the next reviewer', () => {
    expect(approval(fold(draft, signed('林')), [])).toEqual({ ok: true })
  })
})

import { describe, expect, it } from 'vitest'
import type { Finding } from '../engine/analysis'
import { approval } from './approval'
import { draftOf, entry } from './desk.testing'
import { findingKey, flags } from './flags'
import { fold } from './fold'
import type { Operation } from './operation'
import { parseEntry } from './parse'
import { admitToHouse, phraseOf, rulesIn } from './rules'
import { translate } from './translate'

function finding(check: string, ...quotes: string[]): Finding {
  const evidence = quotes.map((quote, index) => ({ start: 10 * index, end: 10 * index + 4, quote, cleaned: null }))
  return { check, tier: 'error', article: 0, message: { zh: '', en: '' }, evidence, arithmetic: [] }
}

const rule: Operation = { kind: 'rule', check: 'approximator', phrase: '近百余处' }

describe('the phrase of a finding', () => {
  it.each([
    [['近百余处'], '近百余处'],
    [['\uFF11\uFF12个', '列出 5 类'], '12个 … 列出5类'],
    [['three  clinics\n'], 'three clinics'],
    [['\uFF0C'], null],
    [['5'], null],
  ])('%j is %j', (quotes, phrase) => {
    expect(phraseOf(finding('x', ...quotes))).toBe(phrase)
  })
})

describe('a house rule', () => {
  const made = entry(rule, 'r')
  const review = fold(draftOf('= 近百余处'), [])

  it('silences what its check finds in its phrase, and says which rule it is', () => {
    const found = [
      finding('approximator', '近百余处'),
      finding('repeat', '近百余处'),
      finding('approximator', '近百余户'),
    ]
    const told = flags(review, found, rulesIn([made]))
    expect(told.map(({ state }) => state)).toEqual(['silenced', 'open', 'open'])
    expect(told[0]).toMatchObject({ rule: { opId: 'r', by: '李敏' } })
  })

  it('asks for nothing before an approval', () => {
    const found = [finding('approximator', '近百余处')]
    expect(approval(review, found)).toMatchObject({ ok: false })
    expect(approval(review, found, rulesIn([made]))).toEqual({ ok: true })
  })

  it('is revoked by an undo, and made again', () => {
    const revoked = entry({ kind: 'undo', target: 'r' }, 'u')
    expect(rulesIn([made, revoked]).size).toBe(0)
    expect(rulesIn([made, revoked, entry(rule)]).size).toBe(1)
    expect(rulesIn([made, revoked, entry({ kind: 'undo', target: 'u' })]).size).toBe(1)
  })

  it('is admitted once, and revoked once', () => {
    const revoke: Operation = { kind: 'undo', target: 'r' }
    expect(admitToHouse([], rule)).toEqual({ ok: true })
    expect(admitToHouse([made], rule)).toMatchObject({ ok: false })
    expect(admitToHouse([], revoke)).toMatchObject({ ok: false })
    expect(admitToHouse([made], revoke)).toEqual({ ok: true })
    expect(admitToHouse([made, entry(revoke)], revoke)).toMatchObject({ ok: false })
    expect(admitToHouse([], { kind: 'reopen' })).toMatchObject({ ok: false })
  })

  it('is parsed as it comes from outside', () => {
    expect(parseEntry(JSON.parse(JSON.stringify(made)))).toEqual(made)
    expect(() => parseEntry({ ...made, op: { ...rule, phrase: '' } })).toThrow('Not an entry')
  })
})

describe('a dismissal', () => {
  const draft = draftOf('= 前文若干', '= 修缮近百余处。')
  const at = draft.text.indexOf('近百余处')
  const asked = (start: number | null): Finding => {
    const evidence = [{ start, end: start === null ? null : start + 4, quote: '近百余处', cleaned: null }]
    return { ...finding('approximator'), evidence }
  }
  const dismissed = entry({ kind: 'dismiss', finding: findingKey(asked(at)) })

  it('holds for its words where text elsewhere changes, before and behind', () => {
    const before = fold(draft, [dismissed])
    const typed = translate(before, [
      { from: 0, to: 2, insert: '此前又有很长的一段' },
      { from: before.copy.text.length, to: before.copy.text.length, insert: '另有补充。' },
    ])
    const after = fold(draft, [dismissed, entry(typed!)])
    expect(after.copy.text).toContain('此前又有')
    expect(flags(after, [asked(at)]).map(({ state }) => state)).toEqual(['dismissed'])
  })

  it('ends where the words themselves change', () => {
    const other = { ...asked(null), evidence: [{ start: null, end: null, quote: '近千余处', cleaned: null }] }
    expect(flags(fold(draft, [dismissed]), [other]).map(({ state }) => state)).toEqual(['open'])
  })

  it('goes before a rule', () => {
    const rules = rulesIn([entry(rule)])
    expect(flags(fold(draft, [dismissed]), [asked(at)], rules).map(({ state }) => state)).toEqual(['dismissed'])
  })
})

import { describe, expect, it } from 'vitest'
import { cleaningIn, contradict, HOUSE_CUE, withCleaning, type CleaningRule } from './cleaning'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import type { Clean } from './operation'
import { readRules, writeRules } from './rule-file'
import { listed } from './rule-list'
import { admitToHouse } from './rules'

const NEXT: Clean = { kind: 'clean', site: '晨报', shape: '下一篇:‹title›', fate: 'removed' }
const KEPT: Clean = { ...NEXT, fate: 'text' }
const rule = (op: Clean): CleaningRule => ({
  opId: 'r',
  by: '林',
  ts: 1,
  site: op.site,
  shape: op.shape,
  fate: op.fate,
})
const of = (site: string | null, ...lines: string[]) => {
  const draft = draftOf(...lines)
  return { ...draft, stories: draft.stories.map((story) => ({ ...story, site })) }
}

describe('a rule of cleaning', () => {
  it('decides the lines of its shape at its site, whatever they name, and says why', () => {
    const draft = of('晨报', '= 河水退了。', '? 下一篇\uFF1A桥修好了', '= 下一篇:路也修好了')
    const { blocks } = withCleaning(draft, [rule(NEXT)])
    expect(blocks.map(({ fate }) => fate)).toEqual(['text', 'removed', 'removed'])
    expect(blocks[0]).toBe(draft.blocks[0])
    for (const block of blocks.slice(1)) expect(block).toMatchObject({ cue: HOUSE_CUE, confidence: 1, keep: false })
    expect(blocks[1]?.reason.zh).toContain('林')
  })

  it('puts back what the engine removes, and leaves a title lifted', () => {
    const draft = of('晨报', '^ 下一篇:河水退了', '- 下一篇:桥修好了')
    const judged = withCleaning(draft, [rule(KEPT)])
    expect(judged.blocks.map(({ fate }) => fate)).toEqual(['lifted', 'text'])
    expect(fold(judged, []).copy.text).toBe('下一篇:桥修好了')
  })

  it('says nothing at another site, and of no line of another shape', () => {
    const other = of('晚报', '- 下一篇:桥修好了')
    expect(withCleaning(other, [rule(NEXT), rule(KEPT)])).toBe(other)
    const nameless = of(null, '= 下一篇:桥修好了')
    expect(withCleaning(nameless, [rule(NEXT)])).toBe(nameless)
    expect(withCleaning(nameless, [rule({ ...NEXT, site: null })]).blocks[0]?.fate).toBe('removed')
  })
})

describe('the rules of the house', () => {
  it('refuse one that is there, and the opposite of one that holds, also by switching on', () => {
    const made = entry(NEXT)
    expect(admitToHouse([], NEXT)).toEqual({ ok: true })
    expect(admitToHouse([made], NEXT)).toMatchObject({ ok: false })
    expect(admitToHouse([made], KEPT)).toMatchObject({ ok: false, why: { en: expect.stringContaining('opposite') } })
    expect(admitToHouse([made], { ...KEPT, site: '晚报' })).toEqual({ ok: true })
    const off = entry({ kind: 'undo', target: made.opId })
    const other = entry(KEPT)
    expect(admitToHouse([made, off], KEPT)).toEqual({ ok: true })
    const on = admitToHouse([made, off, other], { kind: 'undo', target: off.opId })
    expect(on).toMatchObject({ ok: false, why: { en: expect.stringContaining('opposite') } })
    expect(contradict(cleaningIn([made, other]))).toBe(true)
  })

  it('are listed with what switches them, off and on again', () => {
    const made = entry(NEXT)
    const phrase = entry({ kind: 'rule', check: 'date', phrase: '腊月三十' })
    expect(listed([made, phrase])).toMatchObject([
      { opId: phrase.opId, on: true, turn: phrase.opId },
      { opId: made.opId, on: true, turn: made.opId },
    ])
    const off = entry({ kind: 'undo', target: made.opId })
    expect(listed([made, off])).toMatchObject([{ opId: made.opId, on: false, turn: off.opId }])
    const on = entry({ kind: 'undo', target: off.opId })
    expect(listed([made, off, on])).toMatchObject([{ opId: made.opId, on: true, turn: made.opId }])
    const again = entry(NEXT)
    expect(listed([made, off, again])).toMatchObject([{ opId: again.opId, on: true }])
  })

  it('go into a file and come out of it; what is no file of rules gives none', () => {
    const made = [entry(NEXT), entry({ kind: 'rule', check: 'date', phrase: '腊月三十' })]
    const off = entry(KEPT)
    const text = writeRules([...made, off, entry({ kind: 'undo', target: off.opId })])
    expect(readRules(text)).toEqual(made.map(({ op }) => op))
    for (const bad of ['', '[]', '{"qingyang-rules":2,"rules":[]}', text.replace('removed', 'burnt')])
      expect(readRules(bad)).toBeNull()
  })
})

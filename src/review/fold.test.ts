import { describe, expect, it } from 'vitest'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import { rebuild, outputPieces } from './pieces'
import { translate } from './translate'
import type { Draft } from '../engine/analysis'
import type { Entry } from './operation'

function typing(draft: Draft, entries: Entry[], from: number, to: number, insert: string): Entry {
  const edit = translate(fold(draft, entries), [{ from, to, insert }])
  if (!edit) throw new Error('that changes nothing')
  const made = entry(edit)
  entries.push(made)
  return made
}

describe('fold', () => {
  it('reads a draft without operations as its verdicts', () => {
    const review = fold(draftOf('^ 题目', '- 分享到', '= 一段。', '= 二段。'), [])
    expect(review.copy.text).toBe('一段。\n二段。')
    expect(review.stories.map(({ text }) => text)).toEqual(['一段。\n二段。'])
    expect(review.status).toBe('open')
  })

  it('joins a paragraph that was cut, and parts it again when furniture between is put back', () => {
    const draft = draftOf('= 进行了', '- 下一篇', '~ 详细解读。')
    expect(fold(draft, []).copy.text).toBe('进行了详细解读。')
    const back = entry({ kind: 'decide', spans: [[draft.blocks[1]!.start, draft.blocks[1]!.end]], fate: 'text' })
    expect(fold(draft, [back]).copy.text).toBe('进行了\n下一篇\n详细解读。')
  })

  it('sets a blank where a join meets words that are written apart', () => {
    expect(fold(draftOf('= a long line that', '~ goes on'), []).copy.text).toBe('a long line that goes on')
  })

  it('splits the copy into stories without the line break between them', () => {
    const review = fold(draftOf('= 甲', '| 乙', '= 乙二'), [])
    expect(review.copy.text).toBe('甲\n乙\n乙二')
    expect(review.stories.map(({ text }) => text)).toEqual(['甲', '乙\n乙二'])
  })

  it('hides an edit with its removed block, says so, and shows it again when the block is put back', () => {
    const draft = draftOf('= 甲乙', '= 丙丁')
    const entries: Entry[] = []
    typing(draft, entries, 4, 4, '新')
    expect(fold(draft, entries).copy.text).toBe('甲乙\n丙新丁')
    const block = draft.blocks[1]!
    const removed = entry({ kind: 'decide', spans: [[block.start, block.end]], fate: 'removed' })
    entries.push(removed)
    expect(fold(draft, entries).copy.text).toBe('甲乙')
    expect(fold(draft, entries).blocks[1]!.hiddenEdits).toBe(1)
    entries.push(entry({ kind: 'undo', target: removed.opId }))
    expect(fold(draft, entries).copy.text).toBe('甲乙\n丙新丁')
  })

  it('leaves what was anchored in a dropped insert standing where it stood', () => {
    const draft = draftOf('= 甲乙')
    const entries: Entry[] = []
    const first = typing(draft, entries, 1, 1, '一二')
    typing(draft, entries, 2, 2, '中')
    expect(fold(draft, entries).copy.text).toBe('甲一中二乙')
    entries.push(entry({ kind: 'undo', target: first.opId }))
    expect(fold(draft, entries).copy.text).toBe('甲中乙')
  })

  it('takes an undo of an undo for a redo', () => {
    const draft = draftOf('= 甲乙')
    const entries: Entry[] = []
    const typed = typing(draft, entries, 2, 2, '丙')
    const undo = entry({ kind: 'undo', target: typed.opId })
    entries.push(undo)
    expect(fold(draft, entries).copy.text).toBe('甲乙')
    entries.push(entry({ kind: 'undo', target: undo.opId }))
    expect(fold(draft, entries).copy.text).toBe('甲乙丙')
  })

  it('counts only what came since the newest base', () => {
    const draft = draftOf('= 甲乙')
    const entries: Entry[] = []
    typing(draft, entries, 0, 0, '旧')
    entries.push(entry({ kind: 'base', engine: '0', draft }))
    expect(fold(draft, entries).copy.text).toBe('甲乙')
  })

  it('survives a session of thousands of edits, each behind the last', () => {
    const draft = draftOf('= 甲')
    const entries: Entry[] = [entry({ ...edit(), inserts: [{ after: { source: 0 }, text: 'x' }] }, 'e0')]
    for (let i = 1; i < 20_000; i++) {
      entries.push(entry({ ...edit(), inserts: [{ after: { op: `e${i - 1}`, index: 0 }, text: 'x' }] }, `e${i}`))
    }
    expect(fold(draft, entries).copy.text).toBe('甲' + 'x'.repeat(20_000))
  })

  it('gives pieces that rebuild each story, entities and typed text included', () => {
    const draft = draftOf('= 甲&〈;乙', '= 丙', '| 丁')
    const entries: Entry[] = []
    typing(draft, entries, 3, 3, '新')
    const review = fold(draft, entries)
    expect(review.stories.map((_, index) => rebuild(draft.text, outputPieces(review, index)))).toEqual([
      '甲〈乙新\n丙',
      '丁',
    ])
  })
})

function edit() {
  return { kind: 'edit' as const, deletes: [], deletesTyped: [], inserts: [], separators: [] }
}

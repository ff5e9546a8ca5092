import { expect, it } from 'vitest'
import type { Row } from '../../contract/contract'
import { draftOf, entry } from '../../review/desk.testing'
import { judge } from '../../review/fold'
import type { Entry, Operation } from '../../review/operation'
import { triedIn } from './backtest'
import { pageOf } from './page'
import { judgedRemovals, routineOf } from './routine'

const RULE = { site: null, shape: '下一篇:‹title›', fate: 'text' } as const
const draft = draftOf('= 河水退了。', '- 下一篇\uFF1A桥修好了', '? 分享到微信')
const [, next, share] = draft.blocks
const decide = (block: typeof next, fate: 'text' | 'removed'): Operation => ({
  kind: 'decide',
  spans: [[block!.start, block!.end]],
  fate,
})
const tried = (rule: typeof RULE | { site: null; shape: string; fate: 'removed' }, ...ops: Operation[]) => {
  const entries: Entry[] = ops.map((op) => entry(op))
  const review = entries.length === 0 ? null : judge(draft, entries)
  return triedIn(pageOf(draft, entries, entries.length), rule, review).map(({ effect, now, to }) => [effect, now, to])
}

it('tells what a rule would change where nobody worked, and what stays in an article that is begun', () => {
  expect(tried(RULE)).toEqual([['changes', 'removed', 'text']])
  expect(tried({ ...RULE, fate: 'removed' })).toEqual([])
  expect(tried(RULE, decide(share, 'removed'))).toEqual([['begun', 'removed', 'text']])
})

it('tells what reviewers made of such lines: as the rule says, against the engine, or the opposite', () => {
  expect(tried(RULE, decide(next, 'text'))).toEqual([['agrees', 'text', 'text']])
  expect(tried(RULE, decide(next, 'removed'))).toEqual([['against', 'removed', 'text']])
  expect(tried({ ...RULE, fate: 'removed' }, decide(next, 'text'))).toEqual([['against', 'text', 'removed']])
  // What the engine does by itself speaks for no rule.
  expect(tried({ ...RULE, fate: 'removed' }, decide(next, 'removed'))).toEqual([])
  expect(tried(RULE, { kind: 'approve', stories: [] })).toEqual([['against', 'removed', 'text']])
})

it('finds a line of the shape in whatever width, and no other line', () => {
  const page = pageOf(draft, [], 0)
  expect(triedIn(page, RULE, null)).toMatchObject([
    { words: '下一篇\uFF1A桥修好了', before: '河水退了。', after: '分享到微信' },
  ])
  expect(triedIn(page, { ...RULE, shape: '上一篇:‹title›' }, null)).toEqual([])
})

const row = (set: Partial<Row> = {}): Row =>
  ({ id: 'a', version: 'v', status: 'open', errors: 0, queries: 0, missing: false, ...set }) as Row

it('knows an article that asks for nothing but that removals be confirmed', () => {
  const page = pageOf(draft, [], 0)
  const lines = [{ span: [share!.start, share!.end], cue: share!.cue, words: '分享到微信' }]
  expect(routineOf(row(), page, null)).toEqual({ id: 'a', version: 'v', lines })
  expect(routineOf(row({ queries: 1 }), page, null)).toBeNull()
  expect(routineOf(row({ status: 'approved' }), page, null)).toBeNull()
  // It asks for nothing any more, or about a line that stays.
  expect(routineOf(row(), pageOf(draft, [entry(decide(share, 'removed'))], 1), null)).toBeNull()
  // Its page does not know yet of what was decided.
  expect(routineOf(row(), page, judge(draft, [entry(decide(share, 'removed'))]))).toBeNull()
  const kept = { ...draft, blocks: draft.blocks.map((block) => ({ ...block, confidence: 0.5 })) }
  expect(routineOf(row(), pageOf(kept, [], 0), null)).toBeNull()
})

it('counts what reviewers made of removals, by decision or by approving the article', () => {
  const entries = [entry(decide(next, 'text'))]
  expect(judgedRemovals(judge(draft, entries))).toEqual([{ cue: next!.cue, ts: entries[0]!.ts, overruled: true }])
  const approved = [...entries, entry({ kind: 'approve', stories: [] })]
  expect(judgedRemovals(judge(draft, approved)).map(({ overruled }) => overruled)).toEqual([true, false])
})

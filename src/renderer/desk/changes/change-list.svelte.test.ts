import { expect, it } from 'vitest'
import type { Finding } from '../../../engine/analysis'
import { draftOf, entry } from '../../../review/desk.testing'
import { flags } from '../../../review/flags'
import { fold } from '../../../review/fold'
import type { Operation } from '../../../review/operation'
import { changeList, changesBeside, tellChange } from './change-list'
import { Language } from '../settings/language.svelte'

const draft = draftOf('^ 题目', '= 甲乙丙。', '- 分享到微信', '~ 丁戊。', '- 返回首页')
const at = (words: string): number => draft.text.indexOf(words)
const finding: Finding = {
  check: 'approximator',
  tier: 'query',
  article: 0,
  message: { zh: '请核对约数', en: 'Check the approximation' },
  evidence: [{ start: at('丁'), end: at('丁') + 1, quote: '丁', cleaned: null }],
  arithmetic: [],
}

function told(...ops: readonly Operation[]): string[] {
  const review = fold(
    draft,
    ops.map((op) => entry(op)),
  )
  const language = new Language(['zh-CN'])
  return changeList(review, flags(review, [finding])).map((change) => tellChange(change, review, language))
}

it('tells everything by which the proof differs, and what is found, in reading order', () => {
  expect(told()).toEqual([
    '移作稿件信息\uFF1A“题目”',
    '删去“分享到微信”\uFF1A理由\uFF0C把握 99%',
    '与上一段接排\uFF1A“丁戊。”',
    '请核对\uFF1A请核对约数',
    '删去“返回首页”\uFF1A理由\uFF0C把握 99%',
  ])
})

it('tells who decided, what was put back, and what was written', () => {
  const back: Operation = { kind: 'decide', fate: 'text', spans: [[at('分享'), at('分享') + 5]] }
  const gone: Operation = { kind: 'decide', fate: 'removed', spans: [[at('返回'), at('返回') + 4]] }
  const typed: Operation = {
    kind: 'edit',
    deletes: [[at('乙'), at('乙') + 1]],
    deletesTyped: [],
    inserts: [{ after: { source: at('甲') }, text: '又' }],
    separators: [],
  }
  const all = told(back, gone, typed)
  expect(all).toContain('放回“分享到微信”')
  expect(all).toContain('删去“返回首页”\uFF1A李敏 决定')
  const [written] = all.filter((line) => line.includes('改为'))
  for (const words of ['乙', '又', '在“甲乙丙。”']) expect(written).toContain(words)
})

it('tells of a head that was written, of breaks made by hand, of an emptied paragraph, and of edits that hide', () => {
  const edit = { kind: 'edit', deletes: [], deletesTyped: [], inserts: [], separators: [] } as const
  const start = (words: string): number => draft.blocks.find(({ start: from }) => from === at(words))!.start
  expect(told({ kind: 'meta', story: 0, set: { title: '新题' } })[0]).toContain('新题')
  expect(told({ ...edit, separators: [{ after: start('甲'), value: '\n' }] })).toContain(
    '另起一段\uFF08手工\uFF09\uFF1A“丁戊。”',
  )
  expect(told({ ...edit, deletes: [[at('甲'), at('甲') + 4]] })).toContain('整段删空\uFF1A“甲乙丙。”')
  const back: Operation = { kind: 'decide', fate: 'text', spans: [[at('分享'), at('分享') + 5]] }
  const gone: Operation = { ...back, fate: 'removed' }
  const within: Operation = { ...edit, deletes: [[at('分享'), at('分享') + 1]] }
  expect(told(back, within, gone).find((line) => line.includes('分享'))).toContain('其中 1 处改动一并隐去')
})

it('tells of stories split and merged by hand', () => {
  const split: Operation = { kind: 'stories', at: at('丁'), begins: true, title: false }
  expect(told(split)).toContain('另起一篇\uFF1A“丁戊。”')
  expect(told(split, { ...split, begins: false })).toContain('并入上一篇\uFF1A“丁戊。”')
})

it('goes from block to block, also where one has two changes', () => {
  const cut: Operation = {
    kind: 'edit',
    deletes: [[at('戊'), at('戊') + 1]],
    deletesTyped: [],
    inserts: [],
    separators: [],
  }
  const review = fold(draft, [entry(cut)])
  const all = changeList(review, flags(review, []))
  const walk = (step: 1 | -1): string[][] => {
    const seen: string[][] = []
    for (let current: string | null = null; seen.length < 9;) {
      const beside = changesBeside(all, review, current, step)
      if (beside.length === 0) break
      current = beside[0]!.id
      seen.push(beside.map(({ kind }) => kind))
    }
    return seen
  }
  const blocks = [['lifted'], ['removed'], ['joined', 'edited'], ['removed']]
  expect(walk(1)).toEqual(blocks)
  expect(walk(-1)).toEqual(blocks.toReversed())
  const kept = `block:${at('甲')}-${at('甲') + 4}`
  expect(changesBeside(all, review, kept, 1).map(({ kind }) => kind)).toEqual(['removed'])
  expect(changesBeside(all, review, kept, -1).map(({ kind }) => kind)).toEqual(['lifted'])
})

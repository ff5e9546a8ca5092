import { describe, expect, it } from 'vitest'
import { draftOf, entry } from '../review/desk.testing'
import { beginning } from '../review/parting'
import { fold } from '../review/fold'
import { checks } from './index'

describe('the checks on a document', () => {
  const draft = draftOf('^ 甲,乙', '= 丙,丁:戊', '- 分享,到', '= 共12,600户')

  it('offer the width of the text’s marks, not of titles or furniture', () => {
    const at = (words: string) => draft.text.indexOf(words) + 1
    expect(checks(draft, []).width).toEqual([
      [at('丙,'), '\uFF0C'],
      [at('丁:'), '\uFF1A'],
    ])
  })

  it('offer what is put back, and not what was cut', () => {
    const [, kept, struck] = draft.blocks
    const back = entry({ kind: 'decide', spans: [[struck!.start, struck!.end]], fate: 'text' })
    const cut = entry({ kind: 'decide', spans: [[kept!.start, kept!.end]], fate: 'removed' })
    expect(checks(draft, [back, cut]).width).toEqual([[draft.text.indexOf('享,') + 1, '\uFF0C']])
  })

  it('run on each story anew where a reviewer splits the page', () => {
    const page = draftOf(
      '^ 夜市开街',
      '= 夜市昨天开街。',
      '= 新楼迎来1300名学生',
      '= 新楼昨天启用\uFF0C1200名学生搬了进去。',
    )
    const told = (...entries: Parameters<typeof checks>[1]) =>
      checks(page, entries).findings.map(({ check, article }) => [check, article])
    expect(told()).toEqual([['headline-body', 0]])
    expect(told(entry(beginning(fold(page, []), 2)!))).toEqual([['headline-body', 1]])
  })
})

import { describe, expect, it } from 'vitest'
import type { Draft } from '../engine/analysis'
import { admit, approve } from './approval'
import { draftOf, entry } from './desk.testing'
import { fold } from './fold'
import type { Entry, Operation, Stories } from './operation'
import { parseEntry } from './parse'
import { beginning, joining } from './parting'
import { passages } from './passages'
import type { Review } from './review'
import { translate } from './translate'

const PAGE = draftOf('^ 夜市开街', '= 夜市昨天开街。', '= 摊主很高兴。', '= 小学添新楼', '= 新楼有二十四间教室。')

const at = ({ draft }: Review, words: string): number =>
  draft.blocks.findIndex(({ start, end }) => draft.text.slice(start, end).includes(words))
const begin = (on: Draft, entries: readonly Entry[], words: string): Stories | null => {
  const review = fold(on, entries)
  return beginning(review, at(review, words))
}
const join = (on: Draft, entries: readonly Entry[], words: string): Stories | null => {
  const review = fold(on, entries)
  return joining(review, at(review, words))
}
const texts = ({ stories }: Review): [string | null, string][] => stories.map(({ title, text }) => [title, text])

describe('a story begun by hand', () => {
  const split = entry(begin(PAGE, [], '小学添')!)

  it('takes the heading it begins with for its title, out of the text', () => {
    const review = fold(PAGE, [split])
    expect(texts(review)).toEqual([
      ['第1篇', '夜市昨天开街。\n摊主很高兴。'],
      ['小学添新楼', '新楼有二十四间教室。'],
    ])
    expect(review.blocks[3]).toMatchObject({ fate: 'lifted', decided: { opId: split.opId } })
    expect(passages(review).map(({ role, story, text }) => [story, role, text])).toContainEqual([
      1,
      'title',
      '小学添新楼',
    ])
    expect(approve(review).stories).toHaveLength(2)
  })

  it('begins with a sentence where that stands there, and has no title', () => {
    const review = fold(PAGE, [entry(begin(PAGE, [], '摊主')!)])
    expect(texts(review)).toEqual([
      ['第1篇', '夜市昨天开街。'],
      [null, '摊主很高兴。\n小学添新楼\n新楼有二十四间教室。'],
    ])
  })

  it('is not begun where one begins, in what is removed, or before the first', () => {
    expect(begin(PAGE, [split], '小学添')).toBeNull()
    expect(begin(PAGE, [split], '新楼有')).not.toBeNull()
    expect(begin(PAGE, [], '夜市开街')).toBeNull()
    const removed = draftOf('= 甲', '- 分享到', '= 乙')
    expect(begin(removed, [], '分享')).toBeNull()
    expect(admit(fold(PAGE, []), { kind: 'stories', at: 1, begins: true, title: false }).ok).toBe(false)
    expect(admit(fold(PAGE, []), { kind: 'stories', at: 0, begins: true, title: false }).ok).toBe(false)
    expect(admit(fold(PAGE, [split]), split.op).ok).toBe(false)
  })

  it('takes the people and captions its own lines name with it, and the date and agency of the page', () => {
    const lines = ['= 夜市开街。', '^ 记者 王芳', '= 小学添新楼', '= 有二十四间教室。', '^ 记者 李明', '^ 新楼外景']
    const drawn = draftOf(...lines)
    const meta = { ...drawn.stories[0]!, agency: '清河社', published: '2026-06-18', site: '清河网' }
    const page = { ...drawn, stories: [{ ...meta, authors: ['王芳', '李明', '特约'], captions: ['新楼外景'] }] }
    expect(fold(page, [entry(begin(page, [], '小学添')!)]).stories).toMatchObject([
      { title: '第1篇', authors: ['王芳', '特约'], captions: [], agency: '清河社' },
      {
        title: '小学添新楼',
        authors: ['李明'],
        captions: ['新楼外景'],
        agency: '清河社',
        published: '2026-06-18',
        site: '清河网',
      },
    ])
  })

  it('keeps what is written of it whatever is split before it, and gives it back with it', () => {
    const { ref } = fold(PAGE, [split]).stories[1]!
    const renamed = entry({ kind: 'meta', story: ref, set: { title: '新楼启用' } })
    const earlier = entry(begin(PAGE, [split, renamed], '摊主')!)
    const titles = (...entries: Entry[]): (string | null)[] => fold(PAGE, entries).stories.map(({ title }) => title)
    expect(titles(split, renamed, earlier)).toEqual(['第1篇', null, '新楼启用'])
    const undo = entry({ kind: 'undo', target: split.opId })
    expect(titles(split, renamed, earlier, undo)).toEqual(['第1篇', null])
    expect(titles(split, renamed, earlier, undo, entry({ kind: 'undo', target: undo.opId }))[2]).toBe('新楼启用')
    expect(() => parseEntry(JSON.parse(JSON.stringify(renamed)))).not.toThrow()
    expect(() => parseEntry(JSON.parse(JSON.stringify(split)))).not.toThrow()
  })

  it('parts a paragraph from its first half, and a paragraph joined by hand', () => {
    const cut = draftOf('= 进行了', '~ 详细解读。')
    expect(fold(cut, [entry(begin(cut, [], '详细')!)]).copy.text).toBe('进行了\n详细解读。')
    const joined = entry(translate(fold(PAGE, []), [{ from: 7, to: 8, insert: '' }])!)
    const parted = entry(begin(PAGE, [joined], '摊主')!)
    expect(fold(PAGE, [joined]).copy.text).toContain('开街。摊主')
    expect(fold(PAGE, [joined, parted]).copy.text).toContain('开街。\n摊主')
    expect(fold(PAGE, [joined, parted, entry({ kind: 'undo', target: parted.opId })]).copy.text).toContain('开街。摊主')
  })

  it('gives its title back to the text when a reviewer keeps the line there afterwards', () => {
    const { start, end } = PAGE.blocks[3]!
    const keep: Operation = { kind: 'decide', spans: [[start, end]], fate: 'text' }
    const kept = fold(PAGE, [split, entry(keep)])
    expect(texts(kept)[1]).toEqual([null, '小学添新楼\n新楼有二十四间教室。'])
    expect(fold(PAGE, [entry(keep), split]).blocks[3]!.fate).toBe('lifted')
  })
})

describe('a story joined to the one before', () => {
  const lines = ['^ 夜市开街', '= 夜市昨天开街。', '| 小学添新楼', '= 新楼启用。']
  const drawn = draftOf(...lines)
  const page: Draft = {
    ...drawn,
    blocks: drawn.blocks.map((block, i) => (i === 2 ? { ...block, role: 'title', fate: 'lifted' } : block)),
  }

  it('has its title in the text, as a heading, and its people with the others', () => {
    const [one, two] = page.stories
    const named = {
      ...page,
      stories: [
        { ...one!, authors: ['王芳'] },
        { ...two!, authors: ['李明'], agency: '清河社' },
      ],
    }
    const review = fold(named, [entry(join(named, [], '新楼启用')!)])
    expect(texts(review)).toEqual([['第1篇', '夜市昨天开街。\n小学添新楼\n新楼启用。']])
    expect(review.blocks[2]).toMatchObject({ fate: 'text', block: { role: 'heading', story: 0 } })
    expect(review.stories[0]).toMatchObject({ authors: ['王芳', '李明'], agency: '清河社' })
  })

  it('heads a story that has no title', () => {
    const bare = { ...page, stories: [{ ...page.stories[0]!, title: null }, page.stories[1]!] }
    expect(texts(fold(bare, [entry(join(bare, [], '小学')!)]))).toEqual([['第2篇', '夜市昨天开街。\n新楼启用。']])
  })

  it('may be begun again, and is not joined where nothing stands before it', () => {
    const joined = entry(join(page, [], '小学')!)
    const again = entry(begin(page, [joined], '小学')!)
    expect(texts(fold(page, [joined, again]))).toEqual(texts(fold(page, [])))
    expect(texts(fold(page, [joined, again, entry({ kind: 'undo', target: again.opId })]))).toHaveLength(1)
    expect(join(page, [], '夜市昨')).toBeNull()
    expect(admit(fold(page, []), { kind: 'stories', at: 0, begins: false, title: false }).ok).toBe(false)
    expect(admit(fold(page, [joined]), joined.op).ok).toBe(false)
  })

  it('undoes a split, as an operation of its own', () => {
    const split = entry(begin(PAGE, [], '小学添')!)
    const joined = entry(join(PAGE, [split], '新楼有')!)
    expect(fold(PAGE, [split, joined]).stories).toEqual(fold(PAGE, []).stories)
  })
})

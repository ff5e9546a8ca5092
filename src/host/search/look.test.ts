import { expect, it } from 'vitest'
import type { Draft } from '../../engine/analysis'
import { termsOf } from '../../contract/words'
import { draftOf, entry } from '../../review/desk.testing'
import type { Operation } from '../../review/operation'
import { lookIn } from './look'
import { blockAt, blockOf, pageOf } from './page'

const DRAFT = draftOf(
  '^ 食堂开了',
  '= 柳浪社区的食堂昨天开了\uFF0C来吃饭的人排到了门外',
  '- 扫码进群 食堂新闻',
  '= a &<; b',
)

const look = (words: string, draft: Draft = DRAFT, ...ops: Operation[]) =>
  lookIn(
    pageOf(
      draft,
      ops.map((op) => entry(op)),
      ops.length,
    ),
    termsOf(words),
  )

const shown = (found: ReturnType<typeof look>): string | null =>
  found &&
  found.marks.reduceRight(
    (text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
    found.snippet,
  )

it('shows the line of the first hit that stands, with its hits marked', () => {
  expect(shown(look('食堂'))).toBe('[食堂]开了')
  expect(look('食堂')).toMatchObject({ count: 3, cut: false })
  expect(shown(look('柳浪 门外'))).toBe('[柳浪]社区的食堂昨天开了\uFF0C来吃饭的人排到了[门外]')
  expect(look('柳浪 码头')).toBeNull()
  expect(shown(look('a < b'))).toBe('[a] [<] [b]')
})

it('says what stands in the original only', () => {
  expect(look('扫码')).toMatchObject({ cut: true, count: 1 })
  const { start, end } = DRAFT.blocks[2]!
  expect(look('扫码', DRAFT, { kind: 'decide', spans: [[start, end]], fate: 'text' })).toMatchObject({ cut: false })
})

it('finds what a reviewer typed, and what they deleted in the original', () => {
  const { start } = DRAFT.blocks[1]!
  const typed: Operation = {
    kind: 'edit',
    deletes: [],
    deletesTyped: [],
    inserts: [{ after: { source: start }, text: '新' }],
    separators: [],
  }
  expect(shown(look('柳新浪', DRAFT, typed))).toContain('[柳新浪]社区')
  expect(look('柳浪', DRAFT, typed)).toMatchObject({ cut: true })
})

it('cuts a long line around the hit, and no character in two', () => {
  const long = draftOf(`= ${'\u{20BB7}'.repeat(40)}目标${'\u{20BB7}'.repeat(40)}`)
  const found = look('目标', long)!
  expect(shown(found)).toMatch(/^…\u{20BB7}{6,7}\[目标\]\u{20BB7}{23,24}$/u)
})

it('knows its blocks', () => {
  const page = pageOf(DRAFT, [], 0)
  const blocks = DRAFT.blocks.map((_, index) => blockOf(page, index))
  expect(blocks.map(({ text, fate }) => `${fate} ${text}`)).toEqual([
    'lifted 食堂开了',
    'text 柳浪社区的食堂昨天开了\uFF0C来吃饭的人排到了门外',
    'removed 扫码进群 食堂新闻',
    'text a < b',
  ])
  expect(blocks.map(({ start, end }) => [start, end])).toEqual(DRAFT.blocks.map(({ start, end }) => [start, end]))
  expect([0, 4, 5, page.text.length].map((at) => blockAt(page, at))).toEqual([0, 0, 1, 3])
})

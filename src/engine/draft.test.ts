import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from './analysis'
import type { Page, RawBlock } from './blocks/page'
import { plainTextBlocks } from './blocks/plain-text'
import { slicePieces } from './boilerplate/pieces'
import { draft } from './draft'

const META = { title: null, site: null, agency: null, published: null, authors: [], url: null }
const pageOf = (text: string, blocks: readonly RawBlock[] = plainTextBlocks(text)): Page => ({
  name: 'noise.txt',
  format: 'text',
  encoding: 'utf-8',
  confidence: 1,
  text,
  warnings: [],
  blocks,
  meta: META,
})

/** Lines as they come, and the stuff that lines are made of. */
const LINES = [
  '分享到\uFF1A',
  '□记者 张希文 通讯员 王妮 报道',
  '2024-03-05 09:12 来源\uFF1A江城日报 作者\uFF1A方可 编辑\uFF1A何田',
  '江城晚报     2024年03月05日',
  '社区食堂开张那天\uFF0C来了三百多位老人\uFF0C最早的一位天不亮就到了。(刘倩)',
  '街道办算过一笔账\uFF0C一荤两素的套餐成本十二元\uFF0C余下的由',
  '慈善基金和物业公司各担一半\uFF0C账目每月张榜公布。责任编辑\uFF1A何田',
  '济北街道\uFF1A “三强化”压实帮扶责任',
  '本报讯 昨日\uFF0C东湖街道社区食堂试营业\uFF0C首日迎来三百位老人。',
  '上一篇 下一篇',
  '相关阅读',
  '\u200B',
  '---',
  'The ferry came back to the harbour on a grey morning, ten years after the last boat had left it.',
  'By Nora Field',
  '',
  '   ',
]
const document = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 40 }), fc.string()), {
    maxLength: 40,
  })
  .map((lines) => lines.join('\n'))

const reading = (text: string, block: Pick<Block, 'pieces'>): string =>
  block.pieces.map(([start, end, as]) => as ?? text.slice(start, end)).join('')

describe('draft', () => {
  it('covers every character of the page but white space, in order, in exactly one block', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { blocks } = draft(pageOf(text))
        let at = 0
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(at)
          expect(block.end).toBeGreaterThan(block.start)
          expect(text.slice(at, block.start).trim()).toBe('')
          expect(reading(text, block)).toBe(text.slice(block.start, block.end))
          at = block.end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  it('gives the same verdicts again, and changes nothing it was given', () => {
    fc.assert(
      fc.property(document, (text) => {
        const page = pageOf(text)
        const before = JSON.stringify(page)
        expect(draft(page)).toEqual(draft(page))
        expect(JSON.stringify(page)).toBe(before)
      }),
    )
  })

  it('numbers blocks with stories that exist, and joins only to an earlier text block of the same story', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { blocks, stories } = draft(pageOf(text))
        expect(stories.length).toBeGreaterThan(0)
        for (const block of blocks) {
          expect(block.keep).toBe(block.fate !== 'removed')
          expect(block.confidence).toBeGreaterThan(0)
          expect(block.confidence).toBeLessThanOrEqual(1)
          if (block.story === null) expect(block.fate).toBe('removed')
          else expect(block.story).toBeLessThan(stories.length)
          if (block.continues === null) continue
          const earlier = blocks.find((one) => one.start === block.continues)
          expect(earlier).toMatchObject({ fate: 'text', role: 'body', story: block.story })
          expect(block.continues).toBeLessThan(block.start)
        }
      }),
    )
  })

  it('keeps pieces that read otherwise than the source whole', () => {
    const text = '食堂&amp;茶馆开张那天来了三百多位老人\uFF0C最早的一位天不亮就到了。&nbsp;(刘倩)'
    const amp = text.indexOf('&amp;')
    const blank = text.indexOf('&nbsp;')
    const pieces = [
      [0, amp],
      [amp, amp + 5, '&'],
      [amp + 5, blank],
      [blank, blank + 6, ' '],
      [blank + 6, text.length],
    ] as const
    const read = pieces
      .map(([start, end, as]: readonly [number, number, string?]) => as ?? text.slice(start, end))
      .join('')
    const raw = {
      start: 0,
      end: text.length,
      pieces,
      text: read,
      layout: 'paragraph',
      blankBefore: 0,
      indented: false,
    } as const
    const { blocks, stories } = draft(pageOf(text, [raw]))
    expect(blocks.map((block) => [block.fate, reading(text, block)])).toEqual([
      ['text', read.slice(0, read.indexOf(' '))],
      ['lifted', '(刘倩)'],
    ])
    expect(stories[0]?.authors).toEqual(['刘倩'])
  })

  it('answers an empty page with one empty story', () => {
    expect(draft(pageOf(''))).toMatchObject({ blocks: [], stories: [{ title: null, authors: [] }] })
  })
})

describe('slicePieces', () => {
  it('puts every character of the text into one of two neighbouring stretches', () => {
    const piece = fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom('&', '\uD83D\uDE00'))
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 8 }), fc.nat(40), (shape, wanted) => {
        let at = 0
        const pieces = shape.map(([as, atomic]) => {
          const start = at
          at += atomic ? as.length + 3 : as.length
          return atomic ? ([start, at, as] as const) : ([start, at] as const)
        })
        const length = shape.reduce((sum, [as]) => sum + as.length, 0)
        const cut = Math.min(wanted, length)
        const both = [...slicePieces(pieces, 0, cut), ...slicePieces(pieces, cut, length)]
        const span = (list: readonly (readonly [number, number, string?])[]) =>
          list.reduce((sum, [start, end]) => sum + end - start, 0)
        expect(span(both)).toBe(span(pieces))
        expect(both.every(([start], i) => start >= (both[i - 1]?.[1] ?? 0))).toBe(true)
      }),
    )
  })
})

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Block, Draft } from '../analysis'
import { read } from '../blocks/read'
import { draft } from '../draft'

const inbox = new URL('../../../../shared/inbox/', import.meta.url)

describe.skipIf(!existsSync(inbox))('the five articles (needs ../shared/inbox)', () => {
  const drafts = new Map<string, Draft>()

  beforeAll(async () => {
    for (const name of readdirSync(inbox)) {
      const bytes = new Uint8Array(readFileSync(new URL(name, inbox)))
      const page = await read({ record: null, bytes, pointer: '' }, { name })
      if ('error' in page) throw new Error(`${name}: ${page.error.message}`)
      drafts.set(name.slice(0, 3), draft(page))
    }
  })

  const of = (number: string): Draft => drafts.get(number) as Draft
  const reading = (one: Draft, block: Block): string => one.text.slice(block.start, block.end)
  /** The blocks that hold a quote. */
  const withQuote = (number: string, quote: string): Block[] =>
    of(number).blocks.filter((block) => reading(of(number), block).includes(quote))
  const fates = (number: string, quote: string): string[] =>
    withQuote(number, quote).map((block) => `${block.fate} ${block.cue}`)
  const titles = (number: string): (string | null)[] => of(number).stories.map((story) => story.title)

  it('lose no sentence: whatever ends as a sentence stays, is lifted, or is told apart with confidence', () => {
    for (const one of drafts.values())
      for (const block of one.blocks)
        if (/[。\u2026](?:\d{4})?$/.test(reading(one, block)))
          expect(block.fate, reading(one, block).slice(0, 20)).not.toBe('removed')
  })

  it('leave nearly all furniture to no decision', () => {
    for (const [name, one] of drafts) {
      const doubtful = one.blocks.filter((block) => block.confidence < 0.9)
      expect(
        doubtful.length,
        `${name}: ${doubtful.map((block) => reading(one, block).slice(0, 16)).join(' | ')}`,
      ).toBeLessThan(2)
      expect(doubtful.filter((block) => block.fate === 'removed')).toEqual([])
    }
  })

  it('000: site and date lifted, headings of two lines stay, the half sentence above one is not joined', () => {
    expect(of('000').stories).toHaveLength(1)
    expect(of('000').stories[0]).toMatchObject({ site: '齐鲁晚报', published: '2023-12-08', authors: ['武庆富'] })
    expect(titles('000')[0]).toMatch(/立足“四有”提升“五度”/)
    expect(of('000').stories[0]?.kicker).toMatch(/首善街道$/)
    expect(fates('000', '上一篇')).toEqual(['removed pager'])
    for (const heading of ['突出党建引领', '筑牢基层党建阵地', '夯实安全基础'])
      expect(withQuote('000', heading).map((block) => [block.role, block.fate])).toEqual([['heading', 'text']])
    expect(of('000').blocks.filter((block) => block.continues !== null)).toEqual([])
  })

  it('001: breadcrumb, banner, share bars and footer go, the section headings stay', () => {
    expect(titles('001')).toEqual(['市北区湖岛街道:红色领航 乘势开创基层治理新航线'])
    expect(of('001').stories[0]).toMatchObject({
      published: '2021-01-30T14:38',
      site: '青岛新闻网',
      authors: [],
      kicker: null,
    })
    expect(fates('001', '新闻专题')).toEqual(['removed breadcrumb'])
    expect(fates('001', '肺炎平台')).toEqual(['removed topic-banner'])
    expect(fates('001', '分享到')).toEqual(['removed share-bar', 'removed share-bar'])
    expect(fates('001', '我要爆料')).toEqual(['removed complaints'])
    expect(fates('001', '版权所有')).toEqual(['removed copyright'])
    expect(withQuote('001', '提形象:').map((block) => block.role)).toEqual(['heading'])
  })

  it('002: five stories, each with its own head; paragraphs cut by columns are joined', () => {
    expect(titles('002')).toEqual([
      '画好基层治理“同心圆”',
      expect.stringMatching(/^长江路街道组织召开.*座谈会$/),
      '深化政企合作 实现共建共赢',
      '宣传交通安全 倡导文明出行',
      '爱心义剪上门 情暖老年居民',
    ])
    expect(of('002').stories.map((story) => story.kicker)).toEqual([
      expect.stringMatching(/^黄岛街道聚合/),
      null,
      '滨海街道',
      '辛安街道',
      '王台街道',
    ])
    expect(of('002').stories[1]?.subtitle).toBe('政企面对面,稳岗促发展')
    expect(of('002').stories.map((story) => story.authors)).toEqual([
      ['丁霞'],
      ['丁霞'],
      ['张静'],
      ['张希文', '王妮妮'],
      ['周莹', '李洋'],
    ])
    expect(of('002').stories[0]?.captions).toHaveLength(1)
    expect(fates('002', '创建全国文明')).toEqual(['removed campaign-strap'])
    expect(withQuote('002', '细化网格管理 ').map((block) => block.role)).toEqual(['heading'])
    const joined = of('002').blocks.filter((block) => block.continues !== null)
    expect(joined.map((block) => reading(of('002'), block).slice(0, 4))).toEqual(['详细解读', '融资贷款'])
    expect(withQuote('002', '进行了')[0]?.start).toBe(joined[0]?.continues)
    expect(withQuote('002', '本报讯').map((block) => block.fate)).toEqual(['text', 'text', 'text', 'text'])
  })

  it('003: the title is taken once and its repetitions go; credits are lifted above and below', () => {
    expect(of('003').stories).toHaveLength(1)
    expect(of('003').stories[0]).toMatchObject({
      agency: '舜网',
      published: '2021-11-08T17:27:41',
      authors: ['张君宁'],
      editors: ['高原'],
    })
    const repeats = withQuote('003', '“两年突破”见初心')
    expect(repeats.map((block) => block.role)).toEqual(['title', ...repeats.slice(1).map(() => 'furniture')])
    expect(repeats.slice(1).every((block) => block.cue === 'repeated-title' && block.confidence >= 0.9)).toBe(true)
    expect(fates('003', '作者:')).toEqual(['lifted credit', 'lifted credit'])
    expect(fates('003', '新闻排行')).toEqual(['removed related'])
    expect(fates('003', '进入新闻中心')).toEqual(['removed related'])
    expect(withQuote('003', '舜网讯').map((block) => block.fate)).toEqual(['text'])
    expect(withQuote('003', '汇聚改革动能').map((block) => block.role)).toEqual(['heading'])
  })

  it('004: four stories, by-lines in brackets cut out, the stray year stays', () => {
    expect(titles('004')).toEqual([
      expect.stringMatching(/^创新打造“1169”.*新路子$/),
      expect.stringMatching(/^济北街道\uFF1A.*压实帮扶责任$/),
      expect.stringMatching(/^回河街道\uFF1A.*过戏瘾$/),
      expect.stringMatching(/^新市镇\uFF1A.*老人$/),
    ])
    expect(of('004').stories.map((story) => story.authors)).toEqual([
      ['门波', '孟芳', '周志昊'],
      ['骆慧娟'],
      ['刘倩'],
      ['孟妍'],
    ])
    expect(of('004').stories[0]?.captions).toHaveLength(4)
    expect(fates('004', '(刘倩)')).toEqual(['lifted tail-credit'])
    expect(withQuote('004', '全面过硬').map((block) => [block.fate, block.story])).toEqual([['text', 0]])
    expect(of('004').blocks.filter((block) => block.continues !== null)).toEqual([])
  })
})

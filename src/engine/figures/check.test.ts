import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import type { Passage, PassageRun } from './passage'
import { passagesOf } from './passages.fixture'
import { checks } from './registry'

function passage(text: string, runs: readonly PassageRun[], cleaned: number | null = 0): Passage {
  return { role: 'body', story: 0, text, runs, cleaned }
}

describe('evidence', () => {
  const text = '清理近百余处。'

  it('maps through the runs to the source', () => {
    const runs = [
      { at: 0, length: 3, source: { start: 10, end: 13, atomic: false } },
      { at: 3, length: 4, source: { start: 40, end: 44, atomic: false } },
    ]
    expect(check([passage(text, runs, 100)])[0]?.evidence).toEqual([
      { start: 12, end: 43, value: 100, quote: '近百余处', cleaned: [102, 106] },
    ])
  })

  it('is null where a part was typed, and outside the copy', () => {
    const runs = [
      { at: 0, length: 3, source: { start: 10, end: 13, atomic: false } },
      { at: 3, length: 4, source: null },
    ]
    expect(check([passage(text, runs, null)])[0]?.evidence[0]).toMatchObject({ start: null, end: null, cleaned: null })
  })

  it('takes an atomic run whole', () => {
    const runs = [
      { at: 0, length: 2, source: { start: 0, end: 2, atomic: false } },
      { at: 2, length: 2, source: { start: 2, end: 20, atomic: true } },
      { at: 4, length: 3, source: { start: 20, end: 23, atomic: false } },
    ]
    expect(check([passage(text, runs)])[0]?.evidence[0]).toMatchObject({ start: 2, end: 22 })
  })
})

describe('a message', () => {
  it('puts no quotation marks into quotation marks, and the larger figure first', () => {
    const [one] = check(passagesOf('村里立足“三有”(有想法、有创造、有行动、有成效)。'))
    expect(one?.message.zh).toMatch(/^“三有”宣称/)
    expect(one?.arithmetic.at(-1)).toMatchObject({ expr: '4 - 3', value: '1' })
    const [two] = check(passagesOf('“四心”服务(热心、耐心、细心)赢得好评。'))
    expect(two?.message.zh).toContain('“‘四心’服务”')
  })
})

describe('fix', () => {
  it('leaves the bracket that closes what stands before the second copy', () => {
    const text = '新规(为山区学校配齐教师,让孩子就近读书),为山区学校配齐教师,让孩子就近读书。'
    const fix = check(passagesOf(text)).find(({ check: id }) => id === 'repeat')?.fix
    expect(fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end)).toBe(
      '新规(为山区学校配齐教师,让孩子就近读书)。',
    )
  })

  const text = '村里提出“五有”(有想法、有创造、有行动、有成效)。'

  it('replaces the one wrong character', () => {
    const [finding] = check(passagesOf(text))
    const fix = finding?.fix
    expect(fix && text.slice(0, fix.start) + fix.text + text.slice(fix.end)).toBe(text.replace('五有', '四有'))
  })

  it('is left out where the words were typed', () => {
    const [finding] = check([passage(text, [{ at: 0, length: text.length, source: null }])])
    expect(finding?.check).toBe('count-list')
    expect(finding && 'fix' in finding).toBe(false)
  })

  it('makes the finding go away', () => {
    for (const { id, examples } of checks) {
      for (const example of examples) {
        if (!('wrong' in example)) continue
        const source = example.wrong.replaceAll('[[', '').replaceAll(']]', '')
        const run = (copy: string) =>
          check(passagesOf(copy), { published: () => example.published ?? null, on: new Set([id]) }).filter(
            (finding) => finding.check === id,
          )
        const fix = run(source)[0]?.fix
        if (fix !== undefined) expect(run(source.slice(0, fix.start) + fix.text + source.slice(fix.end))).toEqual([])
      }
    }
  })
})

describe('check', () => {
  it('orders findings by place, keeps stories apart and leaves out what is off', () => {
    const copy = [...passagesOf('约300人左右到场。\n近百余处漏水。', 0), ...passagesOf('近百余处漏水。', 1)]
    expect(check(copy).map(({ article, evidence }) => [article, evidence[0]?.quote])).toEqual([
      [0, '约300人左右'],
      [0, '近百余处'],
      [1, '近百余处'],
    ])
    expect(check(copy, { off: new Set(['approximator']) })).toEqual([])
  })

  it('reports a repeated string once', () => {
    expect(check(passagesOf('近百余处漏水。\n近百余处漏水。'))).toHaveLength(1)
  })

  it('never throws', () => {
    const parts = fc.constantFrom(
      ...'0 1 2 11 29 30 31 99 100 近 约 余 左右 以上 至少 个 户 人 元 万 亿 % 年 月 日 时 分 星期 一 五 三 ( ) “ ” 、 , ; : 。 \n 其中 其余 共计 占 减少 倍 从 增加到 增长 一是 二是 四是 的 社区'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 }),
        (words) => {
          for (const { evidence, message } of check(passagesOf(words.join('')), { published: () => '2024-02-29' })) {
            expect(evidence.length).toBeGreaterThan(0)
            expect(message.zh && message.en).toBeTruthy()
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

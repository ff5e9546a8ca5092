import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { AnalysisPool } from './pool'

const pool = new AnalysisPool({ worker: new URL('./built-worker.testing.mjs', import.meta.url), size: 1 })
afterAll(() => pool.close())

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the real worker', () => {
  it('cuts, judges and checks a document', async () => {
    const bytes = utf8('河湾村修好三座桥\n本报讯 河湾村今年修好了三座旧桥。\n桥上装了路灯。\n')
    const cut = await pool.parts({ bytes, name: '河湾村.txt' })
    if ('error' in cut) throw new Error(cut.error.message)
    const [part] = cut.parts
    if (!part) throw new Error('no part')
    expect(part.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const judged = await pool.draft({ part, about: { name: '河湾村.txt' } }, { interactive: true })
    if ('error' in judged) throw new Error(judged.error.message)
    expect(judged.draft.text).toContain('桥上装了路灯。')
    expect(judged.draft.blocks.length).toBeGreaterThan(1)
    const checked = await pool.check({ draft: judged.draft, entries: [] })
    expect(checked).toEqual({ findings: judged.findings, width: judged.width, sketches: judged.sketches })
  })

  it('cuts the records of JSON Lines, whose bytes cross in one buffer', async () => {
    const lines = ['甲', '乙', '丙'].map((title) => JSON.stringify({ title, content: `${title}的正文。` }))
    const cut = await pool.parts({ bytes: utf8(lines.join('\n')), name: '三条.jsonl' })
    if ('error' in cut) throw new Error(cut.error.message)
    expect(cut.parts.map(({ record, bytes }) => [record, Buffer.from(bytes).toString()])).toEqual(
      lines.map((line, index) => [index + 1, line]),
    )
    expect(new Set(cut.parts.map(({ sha256 }) => sha256)).size).toBe(3)
    const second = cut.parts[1]
    if (!second) throw new Error('no second part')
    const judged = await pool.draft({ part: second, about: { name: '三条.jsonl' } })
    if ('error' in judged) throw new Error(judged.error.message)
    expect(judged.draft.text).toContain('乙的正文。')
    expect(judged.draft.text).not.toContain('甲')
  })

  it('answers what cannot be analysed with its failure', async () => {
    const empty = { record: null, bytes: utf8(''), pointer: '' }
    expect(await pool.draft({ part: empty, about: { name: '空.txt' } })).toMatchObject({ error: { code: 'empty' } })
    expect(await pool.parts({ bytes: utf8('{"a": '), name: '坏.json' })).toMatchObject({
      error: { code: 'bad-record' },
    })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parts } from '../../source/parts'
import type { Page } from '../page'
import { read } from '../read'

const utf8 = (text: string) => new TextEncoder().encode(text)

const readAll = async (file: string | Uint8Array, name = 'a.json') => {
  const found = parts(typeof file === 'string' ? utf8(file) : file, name)
  if ('error' in found) throw new Error(found.error.message)
  return Promise.all(found.map((part) => read(part, { name })))
}
const pageOf = async (record: unknown): Promise<Page> => {
  const [page] = await readAll(JSON.stringify(record))
  if (!page || 'error' in page) throw new Error(page?.error.message)
  return page
}
const failureOf = async (text: string, name = 'a.json') => {
  const [page] = await readAll(text, name)
  return page && 'error' in page ? page.error : null
}

describe('a JSON record', () => {
  it('its body is the source, its other fields the meta', async () => {
    const record = {
      title: ' 甲 ',
      Content: '第一段\n\n第二段',
      publishTime: '2023年12月8日 10:20',
      authors: ['赵一鸣', { name: '钱二' }],
      source: '晨光日报',
      site_name: '晨光网',
      url: 'https://example.org/1',
    }
    expect(await pageOf(record)).toMatchObject({
      format: 'json',
      encoding: 'UTF-8',
      text: '第一段\n\n第二段',
      blocks: [{ text: '第一段' }, { text: '第二段', blankBefore: 1 }],
      origin: { pointer: '/Content' },
      meta: {
        title: '甲',
        site: '晨光网',
        agency: '晨光日报',
        published: '2023-12-08T10:20',
        authors: ['赵一鸣', '钱二'],
        url: 'https://example.org/1',
      },
    })
  })

  it('a body with mark-up is cut as HTML, offsets into the string', async () => {
    const page = await pageOf({ 正文: '<p>甲&amp;乙</p><p>丙</p>' })
    expect(page.blocks.map(({ text, start }) => [text, start])).toEqual([
      ['甲&乙', 3],
      ['丙', 17],
    ])
    expect(page.origin).toEqual({ pointer: '/正文' })
    expect((await pageOf({ text: 'a < b and c > d' })).blocks[0]?.markUp).toBeUndefined()
  })

  it('finds a body one level down, a list of paragraphs, and escapes the pointer', async () => {
    expect(await pageOf({ id: 1, article: { body: '甲', title: '乙' } })).toMatchObject({
      text: '甲',
      origin: { pointer: '/article/body' },
      meta: { title: '乙' },
    })
    expect(await pageOf({ content: ['甲', '乙'] })).toMatchObject({
      text: '甲\n乙',
      blocks: [{ text: '甲' }, { text: '乙' }],
    })
    expect(await pageOf({ content: '', text: '甲' })).toMatchObject({ origin: { pointer: '/text' } })
  })

  it('tells the pointer in its file', async () => {
    const pages = await readAll('{"items":[{"text":"甲"},{"text":"乙"}]}')
    expect(pages.map((page) => ('error' in page ? '' : page.origin?.pointer))).toEqual([
      '/items/0/text',
      '/items/1/text',
    ])
  })

  it('a broken line fails alone', async () => {
    const pages = await readAll('{"text":"甲"}\n{"text":\n{"text":"乙"}', 'a.jsonl')
    expect(pages.map((page) => ('error' in page ? page.error.code : page.text))).toEqual(['甲', 'bad-record', '乙'])
  })

  it('names the fields seen where no body is', async () => {
    expect((await failureOf('{"id":1,"headline":"x"}'))?.message).toContain('id, headline')
    expect((await failureOf('{"id":1}'))?.code).toBe('bad-record')
    expect((await failureOf('{"content":" "}'))?.code).toBe('empty')
    expect((await failureOf('[1]'))?.code).toBe('bad-record')
    expect((await failureOf(`{"text":${'['.repeat(100)}`, 'a.jsonl'))?.code).toBe('too-deep')
  })

  it('keys of Object.prototype do no harm', async () => {
    const text = '{"__proto__":{"polluted":1,"content":"y"},"constructor":{"prototype":{"polluted":1}},"content":"甲"}'
    expect(await readAll(text)).toMatchObject([{ text: '甲' }])
    expect((await failureOf('{"__proto__":{"content":"x"}}'))?.code).toBe('bad-record')
    expect('polluted' in {}).toBe(false)
  })

  it('keeps lone surrogates and says so', async () => {
    expect(await readAll('{"text":"a\\ud800b\\u0000"}')).toMatchObject([
      {
        text: 'a\uD800b\u0000',
        warnings: [
          { code: 'lone-surrogate', at: [1] },
          { code: 'nul', at: [3] },
        ],
      },
    ])
  })

  it('remembers the encoding of its file', async () => {
    const wide = new Uint8Array(Uint16Array.from([...'\uFEFF{"text":"甲"}\n'].map((c) => c.charCodeAt(0))).buffer)
    expect(await readAll(wide, 'a.jsonl')).toMatchObject([{ encoding: 'UTF-16LE', text: '甲' }])
  })

  it('any body comes back unchanged, blocks exact', async () => {
    const bit = fc.constantFrom('甲', '<p>', '</p>', '\n', '"', '\\', '\u2028', '\uD800', '\u{1F600}', '&lt;', ' ')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: bit }), async (text) => {
        fc.pre(text.trim() !== '')
        const page = await pageOf({ text })
        expect(page.text).toBe(text)
        for (const block of page.blocks) {
          expect(block.pieces.map(([start, end, read]) => read ?? text.slice(start, end)).join('')).toBe(block.text)
        }
      }),
      { numRuns: 500 },
    )
  })
})

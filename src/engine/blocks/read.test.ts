import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_BLOCKS } from './page'
import { read } from './read'

const part = (bytes: Uint8Array) => ({ record: null, bytes, pointer: '' })
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('read', () => {
  it('reads plain text', async () => {
    const page = await read(part(utf8('\uFEFF标题\r\n\r\n  正文。')), { name: 'a.txt', url: 'https://example.org/1' })
    expect(page).toMatchObject({
      name: 'a.txt',
      format: 'text',
      encoding: 'UTF-8',
      confidence: 1,
      text: '标题\r\n\r\n  正文。',
      warnings: [],
      blocks: [{ text: '标题' }, { text: '正文。', blankBefore: 1, indented: true }],
      meta: { title: null, url: 'https://example.org/1' },
    })
  })

  it('reads by extension, by beginning, and by the encoding a page declares', async () => {
    const formatOf = async (text: string, name: string) => {
      const page = await read(part(utf8(text)), { name })
      return 'error' in page ? page.error.code : page.format
    }
    expect(await formatOf('<p>甲', 'a.HTM')).toBe('html')
    expect(await formatOf('# 甲', 'a.md')).toBe('markdown')
    expect(await formatOf('\uFEFF\n<!DOCTYPE html><p>甲', 'page')).toBe('html')
    expect(await formatOf('<html><p>甲', '2023.12.08')).toBe('html')
    expect(await formatOf('{"content":"甲"}', 'record')).toBe('json')
    expect(await formatOf('{记者} 甲', 'note')).toBe('text')
    expect(await formatOf('[本报讯] 甲', 'note.v2')).toBe('text')
    expect(await formatOf('From: x', 'a.mht')).toBe('unreadable')
    const page = Uint8Array.from([...utf8('<meta charset=gb2312><p>'), 0xec, 0xda, 0xec, 0xbe])
    expect(await read(part(page), { name: 'a.html' })).toMatchObject({
      encoding: 'GB18030',
      blocks: [{ text: '熠炀' }],
    })
    const chosen = await read(part(page), { name: 'a.html' }, { encoding: 'windows-1252' })
    expect(chosen).toMatchObject({ encoding: 'windows-1252', confidence: 1 })
  })

  it('reads a saved page (MHTML) as the HTML inside, in the charset of its part', async () => {
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=q\r\n\r\n--q\r\n'
    const type = 'Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n'
    const file = utf8(
      `${head}${type}Content-Location: https://example.org/1\r\n\r\n<p>=EC=DA=\r\n=EC=BE</p>\r\n--q--\r\n`,
    )
    const expected = {
      format: 'html',
      encoding: 'GB18030',
      text: '<p>熠炀</p>',
      blocks: [{ text: '熠炀', start: 3, end: 5 }],
      meta: { url: 'https://example.org/1' },
    }
    for (const name of ['a.mhtml', 'A.MHT', 'saved']) expect(await read(part(file), { name })).toMatchObject(expected)
    expect(await read(part(file), { name: 'a.mht' }, { encoding: 'windows-1252' })).toMatchObject({ confidence: 1 })
    expect(await read(part(new Uint8Array()), { name: 'a.mht' })).toMatchObject({ error: { code: 'empty' } })
    const huge = new Uint8Array(20 * 1024 * 1024 + 1)
    expect(await read(part(huge), { name: 'a.mht' })).toMatchObject({ error: { code: 'too-large' } })
  })

  it.each([
    ['a.txt', (count: number) => '甲\n'.repeat(count)],
    ['a.html', (count: number) => '<p>甲'.repeat(count)],
    ['b.html', (count: number) => `<pre>${'甲\n'.repeat(count)}</pre>`],
    ['a.md', (count: number) => '甲\n\n'.repeat(count)],
    ['a.json', (count: number) => JSON.stringify({ title: '乙', content: '甲\n'.repeat(count) })],
    ['a.mht', (count: number) => `MIME-Version: 1.0\nContent-Type: text/html\n\n${'<p>甲'.repeat(count)}`],
  ])('reads %s of as many blocks as a document may have, and says that one more is too many', async (name, text) => {
    const most = await read(part(utf8(text(MOST_BLOCKS - 1))), { name })
    expect('error' in most ? most : most.blocks.length).toBeGreaterThanOrEqual(MOST_BLOCKS - 1)
    const more = await read(part(utf8(text(MOST_BLOCKS + 1))), { name })
    expect(more).toMatchObject({ error: { code: 'too-large' } })
    expect('error' in more && more.error.message.split(' / ')).toHaveLength(2)
  })

  it('says what cannot be read', async () => {
    expect(await read(part(utf8('x')), { name: 'a.pdf' })).toMatchObject({ error: { code: 'unsupported' } })
    expect(await read(part(utf8(' ')), { name: 'a.txt' })).toMatchObject({ error: { code: 'empty' } })
  })

  it('never throws, whatever the bytes and the name', async () => {
    const name = fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.jsonl', 'a.docx', 'a.md', 'a', 'a.mht', '')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), name, async (bytes, file) => {
        const page = await read(part(bytes), { name: file })
        expect('error' in page ? typeof page.error.message : typeof page.text).toBe('string')
      }),
      { numRuns: 1000 },
    )
  })
})

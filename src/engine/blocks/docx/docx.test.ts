import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { read } from '../read'
import { EXTRACTOR } from './docx'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const docx = async (body: string, more: Readonly<Record<string, Buffer>> = {}): Promise<Uint8Array> => {
  const zip = new ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name)
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  )
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  add('word/document.xml', `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`)
  add(
    'word/styles.xml',
    `<w:styles ${NAMESPACE}><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>`,
  )
  for (const [name, content] of Object.entries(more)) zip.addBuffer(content, name)
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream as unknown as AsyncIterable<Buffer>))
}

const p = (text: string, style = '') =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`

const readDocx = (bytes: Uint8Array) => read({ record: null, bytes, pointer: '' }, { name: 'a.docx' })

describe('docx', () => {
  it('is its paragraphs, one a line', async () => {
    const body =
      p('标题', '2') +
      p('') +
      p('\u3000\u3000第一段 &amp; 更多。') +
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>' +
      `<w:tbl><w:tr>${cell('县')}${cell('人数')}</w:tr><w:tr>${cell('丙')}${cell('12')}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${cell('框')}</w:tr></w:tbl>`
    const page = await readDocx(await docx(body))
    expect(page).toMatchObject({
      format: 'docx',
      extractor: EXTRACTOR,
      text: '标题\n\n\u3000\u3000第一段 & 更多。\n甲\n乙\n县\t人数\n丙\t12\n框',
      blocks: [
        { text: '标题', layout: 'heading' },
        { text: '第一段 & 更多。', layout: 'paragraph', blankBefore: 1, indented: true },
        { text: '甲' },
        { text: '乙' },
        { text: '县\t人数', layout: 'table-row' },
        { text: '丙\t12', layout: 'table-row' },
        { text: '框', layout: 'paragraph' },
      ],
    })
    if ('error' in page) return
    for (const { start, end, text } of page.blocks) expect(page.text.slice(start, end)).toBe(text)
  })

  it('names the extractor as it is installed', () => {
    const { version } = createRequire(import.meta.url)('mammoth/package.json') as { version: string }
    expect(EXTRACTOR).toBe(`mammoth ${version}`)
  })

  it('refuses what is broken, empty or a bomb', async () => {
    const codeOf = async (bytes: Uint8Array) => {
      const page = await readDocx(bytes)
      return 'error' in page ? page.error.code : 'read'
    }
    const whole = await docx(p('甲'))
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(await docx(p('  ')))).toBe('empty')
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('unreadable')
    expect(await codeOf(new TextEncoder().encode('PK\u0003\u0004 no zip'))).toBe('unreadable')
    expect(await codeOf(await docx('<w:p><w:r>'))).not.toBe('bad-record')
    const zeros = Buffer.alloc(70 * 1024 * 1024)
    expect(await codeOf(await docx(p('甲'), { 'word/footnotes.xml': zeros }))).toBe('unreadable')
    expect(await codeOf(await docx(p('甲'), { 'word/media/image1.png': zeros }))).toBe('read')
    expect(await codeOf(await docx('<w:sdt><w:sdtContent>'.repeat(20_000)))).toBe('unreadable')
  })

  it('random damage never throws', async () => {
    const whole = await docx(p('城东新区昨天启用三座人行天桥。'))
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      expect(await readDocx(damaged)).toBeTypeOf('object')
    }
  })
})

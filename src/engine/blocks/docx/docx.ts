import type { Failed } from '../../analysis'
import { LARGEST } from '../../source/decode'
import { failed } from '../../source/failure'
import { warningsOf } from '../../source/warnings'
import type { Page, PageMeta, RawBlock } from '../page'
import { trimmed } from '../plain-text'
import { paragraphsOf, type Paragraph } from './paragraphs'
import { isHarmlessZip } from './unpacked'

export const EXTRACTOR = 'mammoth 1.13.0'

const unreadable = () =>
  failed(
    'unreadable',
    '无法读取这个 Word 文件\uFF1A文件损坏、加密或不是 DOCX。请在 Word 中打开后另存为 .docx',
    'this Word file cannot be read: it is damaged, encrypted or no DOCX; open it in Word and save it as .docx',
  )

/** The document as mammoth reads it. Nothing outside the file is read, no picture is unpacked. */
const paragraphsIn = async (bytes: Uint8Array): Promise<Paragraph[]> => {
  const { default: mammoth } = await import('mammoth')
  let paragraphs: Paragraph[] = []
  const transformDocument = (document: object) => {
    paragraphs = paragraphsOf(document)
    return { ...document, children: [] }
  }
  const options = { includeEmbeddedStyleMap: false, externalFileAccess: false, transformDocument }
  await mammoth.convertToHtml({ buffer: bytes as Buffer }, options)
  return paragraphs
}

const blocksOf = (paragraphs: readonly Paragraph[]): { text: string; blocks: RawBlock[] } => {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  const blocks: RawBlock[] = []
  let at = 0
  let blankBefore = 0
  for (const { text: line, layout } of paragraphs) {
    const inner = trimmed(text, { start: at, end: at + line.length })
    if (inner) {
      const { start, end } = inner
      const blank = blocks.length === 0 ? 0 : blankBefore
      const own = { text: text.slice(start, end), layout, blankBefore: blank, indented: start > at }
      blocks.push({ start, end, pieces: [[start, end]], ...own })
    }
    blankBefore = inner ? 0 : blankBefore + 1
    at += line.length + 1
  }
  return { text, blocks }
}

/** A Word document as a page: its source is the paragraphs, one a line, a table's row being one with tabs between cells. */
export const docxPage = async (bytes: Uint8Array, name: string, meta: PageMeta): Promise<Page | Failed> => {
  if (bytes.length === 0) return failed('empty', '文件是空的\uFF0C没有文字', 'the file is empty: it has no text')
  if (bytes.length > LARGEST) {
    return failed('too-large', '文件超过 20 MB。请删去图片后再放入', 'the file is above 20 MB: remove its pictures')
  }
  try {
    const owned = new Uint8Array(bytes)
    if (!(await isHarmlessZip(owned))) return unreadable()
    const { text, blocks } = blocksOf(await paragraphsIn(owned))
    if (blocks.length === 0) return failed('empty', '文件里没有文字', 'the document has no text')
    const encoding = { encoding: 'UTF-8', confidence: 1 }
    return { name, format: 'docx', ...encoding, text, warnings: warningsOf(text), blocks, meta, extractor: EXTRACTOR }
  } catch {
    return unreadable()
  }
}

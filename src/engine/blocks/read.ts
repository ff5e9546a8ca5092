import type { Failed } from '../analysis'
import { decode, LARGEST } from '../source/decode'
import { readAs } from '../source/encodings'
import { failed, isFailed, tooMany } from '../source/failure'
import { formatOf } from '../source/format'
import { outlineJson } from '../source/json-outline'
import { savedPage } from '../source/mime/saved-page'
import { docxPage } from './docx/docx'
import { declaredEncoding, htmlBlocks } from './html/html'
import { markdownBlocks } from './markdown/markdown'
import { MOST_BLOCKS, type Page, type PageMeta, type Part } from './page'
import { plainTextBlocks } from './plain-text'
import { recordPage } from './record/record'

/** What is known of a document beside its bytes. */
export interface About {
  /** file name or path: its extension tells the format */
  readonly name: string
  readonly url?: string
}

export interface ReadOptions {
  /** chosen by a person; see ENCODINGS */
  readonly encoding?: string
}

export const noMeta = (url: string | undefined): PageMeta => ({
  title: null,
  site: null,
  agency: null,
  published: null,
  authors: [],
  url: url ?? null,
})

const text = (part: Part, about: About, { encoding }: ReadOptions): Page | Failed => {
  const decoded = decode(part.bytes, encoding === undefined ? {} : { encoding })
  if (isFailed(decoded)) return decoded
  const blocks = plainTextBlocks(decoded.text)
  if (blocks.length > MOST_BLOCKS) return tooMany()
  return { name: about.name, format: 'text', ...decoded, blocks, meta: noMeta(about.url) }
}

const markdown = (part: Part, about: About, { encoding }: ReadOptions): Page | Failed => {
  const decoded = decode(part.bytes, encoding === undefined ? {} : { encoding })
  if (isFailed(decoded)) return decoded
  const cut = markdownBlocks(decoded.text, about.url)
  return cut ? { name: about.name, format: 'markdown', ...decoded, ...cut } : tooMany()
}

const html = (part: Part, about: About, options: ReadOptions): Page | Failed =>
  webPage(part.bytes, declaredEncoding(part.bytes), about, options)

const webPage = (
  bytes: Uint8Array,
  declared: string | undefined,
  about: About,
  { encoding }: ReadOptions,
): Page | Failed => {
  const decoded = decode(bytes, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(declared === undefined ? {} : { declared }),
  })
  if (isFailed(decoded)) return decoded
  const isXml = /\.xhtml$/i.test(about.name)
  const cut = htmlBlocks(decoded.text, { isXml, url: about.url })
  return cut ? { name: about.name, format: 'html', ...decoded, ...cut } : tooMany()
}

/** A page saved with all it shows: its source is the HTML part. The part's own charset counts before the page's word. */
const mhtml = ({ bytes }: Part, about: About, options: ReadOptions): Page | Failed => {
  if (bytes.length === 0) return failed('empty', '文件是空的,没有文字', 'the file is empty: it has no text')
  if (bytes.length > LARGEST)
    return failed('too-large', '文件超过 20 MB。请另存为 html 后再放入', 'the file is above 20 MB: save it as html')
  const saved = savedPage(bytes)
  if (!saved) return noSavedPage()
  const url = about.url ?? saved.url
  const declared = saved.charset ?? declaredEncoding(saved.bytes)
  return webPage(saved.bytes, declared, { name: about.name, ...(url === null ? {} : { url }) }, options)
}

const noSavedPage = () =>
  failed(
    'unreadable',
    '无法读取这个网页归档(MHTML):文件损坏,或里面没有网页正文。请在浏览器中打开后另存为 html',
    'this saved page (MHTML) cannot be read: it is damaged or holds no HTML; open it in a browser and save it as html',
  )

type Reader = (part: Part, about: About, options: ReadOptions) => Page | Failed | Promise<Page | Failed>

const record: Reader = (part, about, { encoding }) => recordPage(part, about, encoding)

const docx: Reader = (part, about) => docxPage(part.bytes, about.name, noMeta(about.url))

const readerOf = (part: Part, about: About): Reader => {
  if (part.record !== null) return record
  const format = formatOf(about.name)
  if (typeof format === 'object') return () => unsupported(format.unsupported)
  if (format === 'sniff') return sniffed(part.bytes)
  return READERS[format]
}

/** For a name that does not tell: by how the text begins. */
const sniffed = (bytes: Uint8Array): Reader => {
  const head = String.fromCharCode(...bytes.subarray(0, 1024)).replace(/^\xEF\xBB\xBF/, '')
  if (/^\s*<(?:!doctype html|html|head|body|meta|\?xml|!--)[\s>-]/i.test(head)) return html
  if (/^(?:From: <Saved by|MIME-Version: 1\.0)/i.test(head) && savedPage(bytes)) return mhtml
  return head.trimStart().startsWith('{') && isJson(bytes) ? record : text
}

const isJson = (bytes: Uint8Array) =>
  bytes.length <= LARGEST && !('fault' in outlineJson(readAs(bytes, 'UTF-8').replace(/^\uFEFF/, '')))

const READERS: Readonly<Record<'text' | 'markdown' | 'html' | 'mhtml' | 'json' | 'json-lines' | 'docx', Reader>> = {
  text,
  markdown,
  html,
  mhtml,
  json: record,
  'json-lines': record,
  docx,
}

const unsupported = (extension: string) =>
  failed(
    'unsupported',
    `不支持 .${extension} 文件。请换成 txt、md、html、mhtml、json、jsonl 或 docx`,
    `.${extension} files are not supported: give txt, md, html, mhtml, json, jsonl or docx`,
  )

/** A document's source cut into blocks. Never throws: what cannot be read is answered with a failure. */
export const read = async (part: Part, about: About, options: ReadOptions = {}): Promise<Page | Failed> => {
  try {
    return await readerOf(part, about)(part, about, options)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed('unreadable', `无法读取\uFF1A${why}`, `cannot be read: ${why}`)
  }
}

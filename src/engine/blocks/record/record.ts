import type { Failed } from '../../analysis'
import { decode } from '../../source/decode'
import { failed, isFailed, tooMany } from '../../source/failure'
import { outlineJson } from '../../source/json-outline'
import { faultOf } from '../../source/parts'
import {
  AGENCY_FIELDS,
  AUTHOR_FIELDS,
  PUBLISHED_FIELDS,
  SITE_FIELDS,
  TITLE_FIELDS,
  URL_FIELDS,
} from '../../source/record-fields'
import { warningsOf } from '../../source/warnings'
import { htmlBlocks } from '../html/html'
import { namesIn } from '../html/page-meta'
import { MOST_BLOCKS, type Page, type PageMeta, type Part } from '../page'
import { plainTextBlocks } from '../plain-text'
import { publishedFrom } from '../../published'
import { bodyOf, Fields, isJsonRecord, type JsonRecord } from './fields'

const TAG =
  /<(?:!doctype|\/?(?:[pa]|div|br|span|h[1-6]|table|tr|td|img|ul|ol|li|section|article|strong|b|em|html|body|figure|blockquote))(?:\s[^<>]{0,2000})?\/?>/i

/** Whether a body field holds mark-up: a usual tag within its first stretch. */
const looksLikeHtml = (text: string) => TAG.test(text.slice(0, 200_000))

/** The encoding of the record's file, and the record's own text. */
const decodedRecord = ({ bytes, from }: Part, chosen: string | undefined) => {
  const encoding = from?.transcoded ? 'UTF-8' : (chosen ?? from?.encoding)
  const decoded = decode(bytes, encoding === undefined ? {} : { encoding })
  if (isFailed(decoded) || !from || (chosen !== undefined && !from.transcoded)) return decoded
  return { ...decoded, encoding: from.encoding, confidence: from.confidence }
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : isJsonRecord(value) ? text(value['name']) : null

const names = (value: unknown): string[] | null => {
  const list = (Array.isArray(value) ? value : [value]).slice(0, 100).flatMap((name) => namesIn(text(name) ?? ''))
  return list.length > 0 ? list : null
}

/** The record's own fields; where it has none, those of the object around it, then what the mark-up says. */
const metaOf = (levels: readonly Fields[], page: PageMeta | null, url: string | undefined): PageMeta => {
  const first = <T>(fields: readonly string[], take: (value: unknown) => T | null): T | null => {
    for (const level of levels) {
      const taken = level.first(fields, take)
      if (taken !== null) return taken
    }
    return null
  }
  return {
    title: first(TITLE_FIELDS, text) ?? page?.title ?? null,
    site: first(SITE_FIELDS, text) ?? page?.site ?? null,
    agency: first(AGENCY_FIELDS, text) ?? page?.agency ?? null,
    published: first(PUBLISHED_FIELDS, publishedFrom) ?? page?.published ?? null,
    authors: first(AUTHOR_FIELDS, names) ?? page?.authors ?? [],
    url: first(URL_FIELDS, text) ?? url ?? page?.url ?? null,
  }
}

const notAnArticle = (value: unknown): Failed => {
  const zh = '这条记录不是 JSON 对象\uFF0C没有可读的字段'
  return failed(
    'bad-record',
    zh,
    `this record is no JSON object but ${Array.isArray(value) ? 'an array' : typeof value}`,
  )
}

const noBody = (record: JsonRecord): Failed => {
  const keys = Object.keys(record)
    .slice(0, 12)
    .map((key) =>
      key
        .replace(/[\s\p{C}]+/gu, ' ')
        .trim()
        .slice(0, 40),
    )
    .filter((key) => key !== '')
    .join(', ')
  const zh = `没有正文字段\uFF08如 content、text、body、正文\uFF09。现有字段\uFF1A${keys || '无'}`
  return failed('bad-record', zh, `no body field (such as content, text, body); fields seen: ${keys || 'none'}`)
}

const emptyBody = (pointer: string) =>
  failed('empty', `正文字段 ${pointer} 是空的\uFF0C没有文字`, `the body field ${pointer} is empty: it has no text`)

/** One JSON record as a page: its body field is the source, read as HTML where it looks like it, else as plain text. */
export const recordPage = (
  part: Part,
  about: { readonly name: string; readonly url?: string },
  chosen: string | undefined,
): Page | Failed => {
  const decoded = decodedRecord(part, chosen)
  if (isFailed(decoded)) return decoded
  const outline = outlineJson(decoded.text)
  if ('fault' in outline) return faultOf(decoded.text, outline)
  const record: unknown = JSON.parse(decoded.text)
  if (!isJsonRecord(record)) return notAnArticle(record)
  const body = bodyOf(record)
  if (!body) return noBody(record)
  if (body.text.trim() === '') return emptyBody(part.pointer + body.pointer)
  const html = looksLikeHtml(body.text) ? htmlBlocks(body.text, { isXml: false, url: undefined }) : undefined
  const blocks = html === undefined ? plainTextBlocks(body.text) : html?.blocks
  if (!blocks || blocks.length > MOST_BLOCKS) return tooMany()
  return {
    name: about.name,
    format: 'json',
    encoding: decoded.encoding,
    confidence: decoded.confidence,
    text: body.text,
    warnings: warningsOf(body.text),
    blocks,
    meta: metaOf([body.fields, new Fields(record)], html?.meta ?? null, about.url),
    origin: { pointer: part.pointer + body.pointer },
  }
}

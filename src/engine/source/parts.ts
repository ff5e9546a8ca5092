import type { Failed } from '../analysis'
import { decode, LARGEST, type Decoded } from './decode'
import { failed, tooMany } from './failure'
import { formatOf } from './format'
import { MOST_RECORDS, outlineJson, type JsonFault, type JsonOutline, type JsonValue } from './json-outline'
import type { Part } from './part'
import { BODY_FIELDS, fieldName, LIST_FIELDS } from './record-fields'

/**
 * The documents of a file. One document: one part with all bytes. JSON Lines: one part a line that is not empty, broken
 * or not. JSON: one part an element of a top array or of the one usual list field (items, articles …) of a top object.
 * Fails for a record file that cannot be split: 'bad-record' (with line and column), 'too-deep', 'empty', 'too-large' …
 * `encoding` is one chosen by a person.
 */
export const parts = (bytes: Uint8Array, name: string, options: { encoding?: string } = {}): Part[] | Failed => {
  const format = formatOf(name)
  const isRecords = format === 'json' || format === 'json-lines'
  if (!isRecords && !(format === 'sniff' && looksLikeJson(bytes))) return [whole(bytes)]
  const decoded = decode(bytes, options)
  if ('error' in decoded) return isRecords ? decoded : [whole(bytes)]
  if (format === 'json-lines') return lines(bytes, decoded)
  const outline = outlineJson(decoded.text)
  if (!('fault' in outline)) return elements(bytes, decoded, outline)
  return isRecords ? faultOf(decoded.text, outline) : [whole(bytes)]
}

const whole = (bytes: Uint8Array): Part => ({ record: null, bytes, pointer: '' })

/** A file without a telling name that begins like JSON, in an encoding that keeps ASCII. */
const looksLikeJson = (bytes: Uint8Array): boolean =>
  bytes.length <= LARGEST && /^(?:\xEF\xBB\xBF)?\s*[[{]/.test(String.fromCharCode(...bytes.subarray(0, 256)))

/** Why JSON cannot be read, with line and column (from 1). */
export const faultOf = (text: string, { fault, at }: JsonFault): Failed => {
  if (fault === 'too-many') return tooMany()
  const before = text.slice(0, at)
  const line = before.split(/\r\n?|\n/).length
  const column = at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  if (fault === 'too-deep') {
    const zh = `JSON 嵌套超过 64 层\uFF08第 ${line} 行第 ${column} 列\uFF09。请检查导出程序`
    return failed(
      'too-deep',
      zh,
      `JSON is nested more than 64 deep (line ${line}, column ${column}): check what wrote it`,
    )
  }
  // A record of JSON Lines is one line, and which one of the file is not known here.
  const single = !/[\r\n]/.test(text.trim())
  const zh = `JSON 在第 ${single ? '' : `${line} 行第 `}${column} 列有错\uFF0C无法读取。请修正后再放入`
  const where = single ? `column ${column}` : `line ${line}, column ${column}`
  return failed('bad-record', zh, `the JSON is broken at ${where}: repair the file`)
}

/** Cuts the bytes of a span out of a file; spans must be asked for in order. */
const cutter = (bytes: Uint8Array, { encoding, confidence, text, warnings }: Decoded) => {
  const clean = encoding === 'UTF-8' && !warnings.some(({ code }) => code === 'replacement-character')
  const from = { encoding, confidence, transcoded: !clean }
  const encoder = new TextEncoder()
  let unit = 0
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const byteOf = (offset: number) => {
    for (; unit < offset; unit++) byte += utf8Length(text.charCodeAt(unit))
    return byte
  }
  return (start: number, end: number) => ({
    bytes: clean ? bytes.subarray(byteOf(start), byteOf(end)) : encoder.encode(text.slice(start, end)),
    from,
  })
}

/** Bytes a code unit takes: half of a pair takes two of the pair's four. */
const utf8Length = (unit: number) => (unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3)

const lines = (bytes: Uint8Array, decoded: Decoded): Part[] | Failed => {
  const cut = cutter(bytes, decoded)
  const found: Part[] = []
  const lineEnd = /\r\n?|\n/g
  const { text } = decoded
  for (let start = 0; start < text.length;) {
    const end = lineEnd.exec(text)?.index ?? text.length
    if (found.length > MOST_RECORDS) return tooMany()
    if (/\S/.test(text.slice(start, end))) {
      found.push({ record: found.length + 1, pointer: '', ...cut(start, end) })
    }
    start = end === text.length ? end : lineEnd.lastIndex
  }
  return found
}

const elements = (bytes: Uint8Array, decoded: Decoded, outline: JsonOutline): Part[] | Failed => {
  const { list, pointer } = listOf(outline)
  if (!list) return [{ record: null, pointer: '', ...cutter(bytes, decoded)(0, decoded.text.length) }]
  if (list.length === 0)
    return failed('empty', 'JSON 数组是空的\uFF0C没有文章', 'the JSON array is empty: it has no articles')
  const cut = cutter(bytes, decoded)
  return list.map(({ start, end }, i) => ({ record: i + 1, pointer: `${pointer}/${i}`, ...cut(start, end) }))
}

/** The array that holds the records: the top one, or the one usual field of objects in an object that is no article itself. */
const listOf = (outline: JsonOutline): { list?: readonly JsonValue[]; pointer: string } => {
  const { top, values } = outline
  if (top.kind === '[') return { list: values, pointer: '' }
  if (top.kind !== '{') return { pointer: '' }
  const usual = values.flatMap(({ key, kind }, i) => {
    const list = kind === '[' && LIST_FIELDS.includes(fieldName(key)) ? (outline.elements.get(i) ?? []) : []
    return list.length > 0 && list.every((element) => element.kind === '{') ? [{ list, pointer: `/${key}` }] : []
  })
  const isArticle = values.some(({ key, kind }) => kind === '"' && BODY_FIELDS.includes(fieldName(key)))
  return usual.length === 1 && usual[0] && !isArticle ? usual[0] : { pointer: '' }
}

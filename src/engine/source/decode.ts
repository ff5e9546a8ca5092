import type { Failed, Warning } from '../analysis'
import { controlsIn, isControlHeavy, magicOf } from './binary'
import { commonness } from './common-han'
import { detect, EAST_ASIAN, type Detected } from './detect'
import { encodingOf, readAs, type Encoding } from './encodings'
import { failed } from './failure'
import { countUtf8, isMostlyUtf8, readUtf8, type Utf8Text } from './utf8'
import { utf16WithoutMark } from './utf16'
import { warningsOf } from './warnings'

export { ENCODINGS } from './encodings'

/** Files above this many bytes are not read. */
export const LARGEST = 20 * 1024 * 1024

export interface Decoded {
  /** as ENCODINGS has it */
  readonly encoding: string
  /** 0..1 */
  readonly confidence: number
  /** without byte-order mark */
  readonly text: string
  /** places are offsets into `text` */
  readonly warnings: readonly Warning[]
}

export interface DecodeOptions {
  /** chosen by a person: nothing is detected */
  readonly encoding?: string
  /** what the file says of itself (meta charset, XML declaration): believed where the bytes allow it */
  readonly declared?: string
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
]

const isUtf32 = ([a, b, c, d]: Uint8Array) =>
  (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)

const markOf = (bytes: Uint8Array): Encoding | null =>
  MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))?.encoding ?? null

/** What cannot be text at all, said with what it is. */
const refusal = (bytes: Uint8Array): Failed | null => {
  if (bytes.length > LARGEST) {
    const size = `${Math.ceil(bytes.length / 1024 / 1024)} MB`
    const zh = `文件太大\uFF08${size}\uFF09\uFF0C最多 20 MB。请拆成小文件后再放入`
    return failed('too-large', zh, `the file is too large (${size}; at most 20 MB): split it into smaller files`)
  }
  if (bytes.length === 0) return empty()
  const what = magicOf(bytes)
  if (what) {
    const zh = `这不是文本文件\uFF0C而是 ${what} 文件。请换成文本、HTML、JSON 或 DOCX`
    return failed('binary', zh, `not a text file but ${what}: give text, HTML, JSON or DOCX instead`)
  }
  if (isUtf32(bytes))
    return failed(
      'unsupported',
      '不支持 UTF-32 编码。请另存为 UTF-8',
      'UTF-32 is not supported: save the file as UTF-8',
    )
  return null
}

const empty = () => failed('empty', '文件是空的\uFF0C没有文字', 'the file is empty: it has no text')

const noText = () =>
  failed(
    'binary',
    '这不是文本文件\uFF1A含有大量控制字符。请确认文件没有损坏',
    'not a text file: it is full of control bytes; check that the file is not damaged',
  )

/** What the encoding is, and what the bytes read where telling it took reading them all. */
interface Found extends Detected {
  readonly read?: Utf8Text
}

/** Bytes read in one encoding: its byte-order mark is not part of the text. */
const decoded = (bytes: Uint8Array, { encoding, confidence, read }: Found): Decoded | Failed => {
  const whole = read?.text ?? readAs(bytes, encoding)
  const hasMark = whole.startsWith('\uFEFF') && markOf(bytes) === encoding
  const text = hasMark ? whole.slice(1) : whole
  return /\S/.test(text) ? { encoding, confidence, text, warnings: warningsOf(text, read?.beyond) } : empty()
}

const chosen = (bytes: Uint8Array, label: string): Decoded | Failed => {
  const encoding = encodingOf(label)
  if (encoding) return decoded(bytes, { encoding, confidence: 1 })
  return failed(
    'unsupported',
    `不支持编码“${label}”。请另选一种`,
    `the encoding “${label}” is not known: choose another`,
  )
}

/** A declared encoding is believed when the bytes read in it without more than a rare fault. */
const believed = (bytes: Uint8Array, declared: string | undefined): Detected | null => {
  const encoding = declared === undefined ? null : encodingOf(declared)
  if (!encoding || encoding.startsWith('UTF-')) return null
  const { broken, letters } = commonness(readAs(bytes.subarray(0, 1 << 20), encoding), 1 << 20)
  return broken * 50 <= letters + 50 ? { encoding, confidence: 0.95 } : null
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

/** The encoding of bytes that carry no mark: proof first (UTF-8), then what is declared, then what is likely. */
const found = (bytes: Uint8Array, declared: string | undefined): Found | Failed => {
  const controls = controlsIn(bytes)
  const wide = controls === 0 ? null : utf16WithoutMark(bytes)
  if (wide) return { encoding: wide, confidence: 0.9 }
  if (isControlHeavy(bytes, controls)) return noText()
  const read = readUtf8(bytes)
  if (read) {
    // Escapes of ISO-2022-JP are ASCII: only a declaration tells.
    if (declared !== undefined && encodingOf(declared) === 'ISO-2022-JP' && isAscii(bytes))
      return { encoding: 'ISO-2022-JP', confidence: 1 }
    return { encoding: 'UTF-8', confidence: 1, read }
  }
  const utf8 = countUtf8(bytes)
  if (isMostlyUtf8(utf8)) return { encoding: 'UTF-8', confidence: 0.9 }
  const likely = detect(bytes)
  // Pages copied from elsewhere declare what they were, and servers declare Latin: a plain reading counts for more.
  const isPlain = likely.confidence >= 0.8 && EAST_ASIAN.includes(likely.encoding)
  return isPlain ? likely : (believed(bytes, declared) ?? likely)
}

/**
 * The text of bytes in whatever encoding they are. Nothing is lost silently: what cannot be read becomes U+FFFD and is
 * counted in a warning. Fails with 'empty', 'binary', 'too-large' or 'unsupported' (an unknown encoding).
 */
export const decode = (bytes: Uint8Array, options: DecodeOptions = {}): Decoded | Failed => {
  const refused = refusal(bytes)
  if (refused) return refused
  if (options.encoding !== undefined) return chosen(bytes, options.encoding)
  const mark = markOf(bytes)
  if (mark) return decoded(bytes, { encoding: mark, confidence: 1 })
  const detected = found(bytes, options.declared)
  return 'error' in detected ? detected : decoded(bytes, detected)
}

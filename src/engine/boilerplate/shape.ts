/** What a line looks like, whatever it says. Measured on a width-folded shadow. */
export interface Shape {
  /** Han characters, plus two for each word in letters or digits: about the room it takes in print */
  readonly size: number
  readonly sentences: number
  readonly commas: number
  /** ends the way a sentence or a quotation ends */
  readonly closed: boolean
  /** reads as running prose */
  readonly prose: boolean
}

const OF_A_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{N}]/u
const ENDS_SENTENCE = /^[\p{Ll}\p{N})\]"'\u201D\u2019]$/u
const CLOSERS = '"\')]\u201D\u2019'
const CLOSED = /(?:[。!?\u2026;:\u2014~]|[\p{L}\p{N})\]"'\u201D\u2019]\.)["'\u201D\u2019\u300D\u300F)\]】》]*\s*$/u

/** What a line that is closed ends with: most do not. */
const CLOSERS_AND_STOPS = '。!?\u2026;:\u2014~."\'\u201D\u2019\u300D\u300F)]】》 '

const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0xac00 && code <= 0xd7af)

/** Dashes, quotation marks, full stops and brackets: the commonest that are neither. */
const isMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) || (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011)

/** What ASCII characters count as. */
const [WORD, COMMA, STOP, POINT] = [1, 2, 4, 8]
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[a-z\d]/i.test(character)) return WORD
  return ',;'.includes(character) ? COMMA : '!?'.includes(character) ? STOP : character === '.' ? POINT : 0
})

/** What any other character but Han counts as, a surrogate pair as one. */
const kindOf = (code: number, text: string, at: number): number => {
  if (code === 0x3002 || code === 0x2026 || code === 0xff61) return STOP
  if (code === 0x3001) return COMMA
  return !isMark(code) && OF_A_WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? WORD : 0
}

/** A full stop behind a small letter, a figure or a bracket, with at most closing marks before the blank or the end. */
const isFullStop = (text: string, at: number): boolean => {
  let end = at + 1
  while (end < text.length && CLOSERS.includes(text.charAt(end))) end += 1
  if (end < text.length && !/\s/.test(text.charAt(end))) return false
  const before = text.charCodeAt(at - 1)
  if (before < 0x80) return isAsciiSmall(before) || /[)\]"']/.test(text.charAt(at - 1))
  return ENDS_SENTENCE.test(text.charAt(at - 1))
}

const isAsciiSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

/** Han characters, words in letters or digits, commas, and sentences by runs of stops and full stops, in one pass. */
const count = (text: string): { han: number; words: number; commas: number; sentences: number } => {
  let [han, words, commas, sentences, before] = [0, 0, 0, 0, 0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    let kind = 0
    if (code < 0x80) kind = ASCII[code] as number
    else if (isHan(code)) han += 1
    else kind = kindOf(code, text, i)
    if (kind !== before) {
      if (kind === WORD) words += 1
      else if (kind === STOP) sentences += 1
    }
    if (kind === COMMA) commas += 1
    else if (kind === POINT && i > 0 && isFullStop(text, i)) sentences += 1
    before = kind
    if (code >= 0xd800 && code <= 0xdbff) i += 1
  }
  return { han, words, commas, sentences }
}

/** Two commas between stretches of Han: a paragraph cut before its first full stop. */
const CLAUSES = /[\u3400-\u9FFF]{4},[^|>,]{4,},/
/** How a news item begins. */
const OPENING = /^(?:本报|本刊|本网|本台|新华社|中新社)[^。,|>]{0,14}[讯电]/

/** However it reads, a heading is no running prose. */
export const measure = (folded: string, isHeading = false): Shape => {
  const { han, words, commas, sentences } = count(folded)
  const size = han + 2 * words
  const closed = CLOSERS_AND_STOPS.includes(folded.slice(-1)) && CLOSED.test(folded.slice(-24))
  const cut = size >= 45 && CLAUSES.test(folded) && !/[|>]/.test(folded)
  const opens = size >= 16 && OPENING.test(folded)
  const prose = !isHeading && ((sentences > 0 && size >= 24) || (commas >= 3 && size >= 70) || cut || opens)
  return { size, sentences, commas, closed, prose }
}

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

const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0xac00 && code <= 0xd7af)

const isAsciiWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)

/** Dashes, quotation marks, full stops and brackets: the commonest that are neither. */
const isMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) || (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011)

const isComma = (code: number): boolean => code === 0x2c || code === 0x3001 || code === 0x3b

/** Han characters, words in letters or digits, and commas: in one pass, since every line is measured. */
const countIn = (text: string): { han: number; words: number; commas: number } => {
  let [han, words, commas, inWord] = [0, 0, 0, false]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    let ofWord = false
    if (code < 0x80) ofWord = isAsciiWord(code)
    else if (isHan(code)) han += 1
    else if (!isMark(code)) ofWord = OF_A_WORD.test(String.fromCodePoint(text.codePointAt(i) ?? 0))
    if (isComma(code)) commas += 1
    if (ofWord && !inWord) words += 1
    inWord = ofWord
    if (code >= 0xd800 && code <= 0xdbff) i += 1
  }
  return { han, words, commas }
}

const isStop = (code: number): boolean =>
  code === 0x3002 || code === 0x21 || code === 0x3f || code === 0x2026 || code === 0xff61

/** A full stop behind a small letter, a figure or a bracket, with at most closing marks before the blank or the end. */
const isFullStop = (text: string, at: number): boolean => {
  let end = at + 1
  while (end < text.length && CLOSERS.includes(text.charAt(end))) end += 1
  if (end < text.length && !/\s/.test(text.charAt(end))) return false
  const before = text.charCodeAt(at - 1)
  if (before < 0x80) return !isStop(before) && (isAsciiSmall(before) || /[)\]"']/.test(text.charAt(at - 1)))
  return ENDS_SENTENCE.test(text.charAt(at - 1))
}

const isAsciiSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)

/** Runs of stops, and full stops. */
const sentencesIn = (text: string): number => {
  let [sentences, inStop] = [0, false]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const stop = isStop(code)
    if (stop ? !inStop : code === 0x2e && i > 0 && isFullStop(text, i)) sentences += 1
    inStop = stop
  }
  return sentences
}

/** Two commas between stretches of Han: a paragraph cut before its first full stop. */
const CLAUSES = /[\u3400-\u9FFF]{4},[^|>,]{4,},/
/** How a news item begins. */
const OPENING = /^(?:本报|本刊|本网|本台|新华社|中新社)[^。,|>]{0,14}[讯电]/

/** However it reads, a heading is no running prose. */
export const measure = (folded: string, isHeading = false): Shape => {
  const { han, words, commas } = countIn(folded)
  const size = han + 2 * words
  const sentences = sentencesIn(folded)
  const closed = CLOSED.test(folded.slice(-24))
  const cut = size >= 45 && CLAUSES.test(folded) && !/[|>]/.test(folded)
  const opens = size >= 16 && OPENING.test(folded)
  const prose = !isHeading && ((sentences > 0 && size >= 24) || (commas >= 3 && size >= 70) || cut || opens)
  return { size, sentences, commas, closed, prose }
}

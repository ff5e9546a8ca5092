const FOLDED = /[\uFF01-\uFF5E\u3000\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\uFEFF\t\n\v\f\r]/
const CHUNK = 4096

const shadowOf = (code: number): number => {
  if (code >= 0xff01) return code <= 0xff5e ? code - 0xfee0 : code === 0xfeff ? 0x20 : code
  if (code < 0x21) return code >= 0x09 && code <= 0x0d ? 0x20 : code
  if (code < 0x2000) return code === 0xa0 || code === 0x1680 ? 0x20 : code
  const blank = code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f
  return blank || code === 0x3000 ? 0x20 : code
}

/** The codes of the text at hand; kept, since every line is folded. */
const shadow: number[] = []

/**
 * The width-folded shadow of a text: full-width ASCII becomes half-width, every blank becomes U+0020. One code unit
 * stays one code unit, so offsets into the shadow are offsets into the text. Rules match on shadows only.
 */
export const fold = (text: string): string => {
  const first = text.search(FOLDED)
  if (first < 0) return text
  let folded = text.slice(0, first)
  for (let from = first; from < text.length; from += CHUNK) {
    const end = Math.min(text.length, from + CHUNK)
    shadow.length = 0
    for (let i = from; i < end; i += 1) shadow.push(shadowOf(text.charCodeAt(i)))
    folded += String.fromCharCode(...shadow)
  }
  return folded
}

const NOT_SAID = /[^\p{L}\p{N}]+/gu
const LOWER = 0x20

/** Punctuation of Chinese copy: the marks that most lines have. */
const isPlainMark = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2027) ||
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0x3008 && code <= 0x3011) ||
  (code >= 0x3014 && code <= 0x301f)

/** What makes two lines the same line to a reader: letters, digits and Han, without blanks, marks and case. */
export const sameness = (text: string): string => samenessOfFolded(fold(text))

/** The codes of the line at hand; kept, since every line is compared. */
const said: number[] = []

const slowly = (folded: string): string => folded.replace(NOT_SAID, '').toLowerCase()

/** `sameness` of a text that is folded already. */
export const samenessOfFolded = (folded: string): string => {
  if (folded.length > CHUNK) return slowly(folded)
  said.length = 0
  let isSame = true
  for (let i = 0; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i)
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
    if (isLetter || (code >= 0x3400 && code <= 0x9fff)) said.push(code)
    else {
      isSame = false
      if (code >= 0x41 && code <= 0x5a) said.push(code + LOWER)
      else if (code >= 0x80 && !isPlainMark(code)) return slowly(folded)
    }
  }
  return isSame ? folded : String.fromCharCode(...said)
}

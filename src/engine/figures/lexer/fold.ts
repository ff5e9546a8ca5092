import { SCRIPTS } from './scripts.table'

/**
 * The shadow: the same text with one writing for every width and script, one UTF-16 code unit for one.
 * Every pattern of the figures room is matched on the shadow; every span therefore holds in the original.
 */

/** As figures use them, against the table: 計畫 is 计划, 圓 is 元. */
const WORDS = '畫划圓元'

const WIDTHS =
  '\u3000 \u00A0 \u301C~\u2212-\u2012-\u2013-\u2015\u2014\u300C\u201C\u300D\u201D\u300E\u2018\u300F\u2019\u25CB〇\u25EF〇'

/** What each code unit is written as in the shadow; itself where it is not folded. */
function foldings(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0
  for (const pairs of [SCRIPTS, WORDS, WIDTHS]) {
    for (let i = 0; i < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1)
  }
  return table
}

const table = foldings()
/** Code units a call of String.fromCharCode takes at once. */
const CHUNK = 8192

/** The shadow of `text`: the same length, offsets unchanged. */
export function fold(text: string): string {
  const units = new Uint16Array(text.length)
  let changed = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded = table[code] ?? code
    if (folded !== code) changed = true
    units[at] = folded
  }
  if (!changed) return text
  let shadow = ''
  for (let at = 0; at < units.length; at += CHUNK) shadow += String.fromCharCode(...units.subarray(at, at + CHUNK))
  return shadow
}

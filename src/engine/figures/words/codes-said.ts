import type { Reading } from '../claim'
import { matchesOf } from '../matches'

/** Codes made of figures, where the copy says them: “1412”, 「3+2」, “三六一”, “十百千”, “1354工作法”. */

export interface SaidCode {
  /** as written, folded: 1412, 3+2+N, 三六一 */
  readonly code: string
  /** with its quotation marks */
  readonly start: number
  readonly end: number
}

const QUOTED =
  /“(?<code>[1-9]\d{2,5}|\d{1,2}(?:[+·-]\d{1,2}){1,4}(?:\+\d{3})?(?:\+[NX]){0,3}|[一二两三四五六七八九]{3,5}|[十百千万]{3,4})(?<noun>[\u4E00-\u9FFF]{0,8})”/gi
/** 12345热线, 2024年, 110: a number one dials, a year, a day. */
const NUMBER = /^(?:19\d\d|20\d\d|1(?:10|19|20|22)|9\d{4}|1[026]\d{3})$/
const DIALLED = /^[”\u4E00-\u9FFF]{0,5}(?:热线|电话|专线|平台|便民|政务|年|号|报警)/
/** 三七二十一, 三十三: numbers in words and set phrases. */
const SAID = /^(?:[一二三四五六七八九]{1,2}[十百千万]|千万|百万|十万|一二三四五$)/
/** What counts inside quotation marks: “三四百人”. */
const COUNTED = /^[个名人位岁年月日天元块斤里路级届等]/

/** Every code the passage says in quotation marks. */
export function codesIn(reading: Reading): SaidCode[] {
  const { shadow } = reading
  if (!shadow.includes('”')) return []
  return matchesOf(shadow, QUOTED).flatMap((match): SaidCode[] => {
    const { code = '', noun = '' } = match.groups ?? {}
    const end = match.index + match[0].length
    if (NUMBER.test(code) && DIALLED.test(noun + shadow.slice(end, end + 8))) return []
    if (/^(?:19|20)\d\d$/.test(code) || SAID.test(code + noun) || COUNTED.test(noun)) return []
    return [{ code, start: match.index, end }]
  })
}

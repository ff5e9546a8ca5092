import { parseChinese } from '../lexer/numeral'

export interface Announcement {
  readonly announced: number
  readonly numeral: readonly [number, number]
  readonly phrase: readonly [number, number]
  /** “五有”: the list spells the name out */
  readonly name: boolean
}

/** “三不一多”: two counts in one name; “三个一点” counts three. */
const TWOFOLD = /^“[^”个项大]+[一二两三四五六七八九十](?=[\u4E00-\u9FFF])/
const BOTH = /^“(?<a>[一二两三四五六七八九])[\u4E00-\u9FFF](?<b>[一二两三四五六七八九])[\u4E00-\u9FFF]”$/

export const isTwofold = (name: string): boolean => TWOFOLD.test(name)

/** Two counts with a word each make one list of both; of anything longer the name says nothing sure. */
export function twofold(name: string, at: number): Announcement | null {
  const { a = '', b = '' } = BOTH.exec(name)?.groups ?? {}
  const announced = (parseChinese(a) ?? 0) + (parseChinese(b) ?? 0)
  const start = at - name.length
  return announced === 0 ? null : { announced, numeral: [start + 1, start + 2], phrase: [start, at], name: true }
}
